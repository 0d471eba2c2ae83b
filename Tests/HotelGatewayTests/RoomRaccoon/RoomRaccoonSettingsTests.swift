import PointOfSale
import Testing

@testable import HotelGateway

@Suite struct RoomRaccoonSettingsTests {
    private func url(_ address: String) throws(RoomRaccoonSettings.Fault) -> String {
        try RoomRaccoonSettings(serviceAddress: address, apiKey: "k", hotelID: "1", revenueGroups: [:]).url
    }

    private func fault(
        key: String = "k", hotel: String = "1", address: String = RoomRaccoonSettings.serviceAddress, group: Int = 1
    ) -> RoomRaccoonSettings.Fault? {
        do throws(RoomRaccoonSettings.Fault) {
            _ = try RoomRaccoonSettings(serviceAddress: address, apiKey: key, hotelID: hotel, revenueGroups: [Itemizer(1)!: group])
            return nil
        } catch {
            return error
        }
    }

    @Test func `addresses are completed, and blanks around what was pasted are dropped`() throws {
        let wanted = "https://api.roomraccoon.com/api/?type=POS&version=2"
        for address in [
            "https://api.roomraccoon.com/api/", " https://api.roomraccoon.com/api/\n", "https://api.roomraccoon.com",
            "https://api.roomraccoon.com/api/?type=POS&version=2",
        ] {
            #expect(try url(address) == wanted)
        }
        #expect(try url("http://127.0.0.1:8082/api/") == "http://127.0.0.1:8082/api/?type=POS&version=2")
        let settings = try RoomRaccoonSettings(apiKey: "  abc\t", hotelID: " 12 ", revenueGroups: [:])
        #expect(settings.apiKey == "abc" && settings.hotelID == "12")
    }

    @Test func `what cannot be used is named`() {
        #expect(fault(key: "  ") == .apiKeyMissing)
        #expect(fault(key: "abc def") == .apiKeyHasBlanks)
        #expect(fault(key: "abc\u{200B}") == .apiKeyHasBlanks)
        #expect(fault(key: String(repeating: "k", count: 201)) == .apiKeyTooLong)
        #expect(fault(hotel: "") == .hotelIDMissing)
        #expect(fault(hotel: "1 2") == .hotelIDHasBlanks)
        #expect(fault(hotel: String(repeating: "1", count: 41)) == .hotelIDTooLong)
        #expect(fault(group: 0) == .groupOutOfRange)
        for address in ["http://api.roomraccoon.com/api/", "http://localhost.evil.example/"] {
            #expect(fault(address: address) == .addressNotSecure)
        }
        for address in [
            "", "api.roomraccoon.com", "ftp://x/", "https://", "https://user:pw@x/", "https://x/#a", "https://x/?type=POS", "https://a b/",
        ] {
            #expect(fault(address: address) == .addressUnreadable, "\(address)")
        }
    }

    @Test func `settings never tell their secrets`() throws {
        let settings = try RaccoonSample.settings()
        var dumped = ""
        dump(settings, to: &dumped)
        for text in ["\(settings)", String(reflecting: settings), dumped] {
            #expect(!text.contains(RaccoonSample.apiKey) && !text.contains(RaccoonSample.hotelID))
        }
    }
}
