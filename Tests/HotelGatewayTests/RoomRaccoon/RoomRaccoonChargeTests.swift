import Foundation
import PointOfSale
import TestSupport
import Testing

@testable import HotelGateway

@Suite struct RoomRaccoonChargeTests {
    @Test func `a posting becomes one entry for each of its lines, and one for the tip`() throws {
        let posting = RaccoonSample.posting(
            [RaccoonSample.line("Moules-frites", cents: 3600, quantity: 2), RaccoonSample.line("Muscadet", cents: 2150, itemizer: 3)],
            tip: 250)
        let text = try RoomRaccoonCharge(posting, number: 12, settings: RaccoonSample.settings()).json.text
        #expect(
            text == #"{"ChargeRoomRequest":{"ReservationNumber":"12345","RoomNumber":"204","TicketDetails":["#
                + #"{"Amount":36.00,"Description":"A1007.12 Moules-frites","Quantity":2,"RevenueGroup":101},"#
                + #"{"Amount":21.50,"Description":"A1007.12 Muscadet","Quantity":1,"RevenueGroup":103},"#
                + #"{"Amount":2.50,"Description":"A1007.12 Tip","Quantity":1,"RevenueGroup":109}]}}"#)
    }

    @Test func `what is written down holds neither the key nor the hotel's number`() throws {
        let connector = try RaccoonSample.connector(port: 1)
        let text = connector.wireText(of: RaccoonSample.posting([RaccoonSample.line("Crêpe", cents: 700)]), number: 3)
        #expect(text.contains("A1007.3 Crêpe"))
        #expect(!text.contains(RaccoonSample.apiKey) && !text.contains(RaccoonSample.hotelID))
    }

    @Test func `a refund goes as lines of less than nothing`() throws {
        let lines = [
            RaccoonSample.line("Moules-frites", cents: -3600, quantity: -2), RaccoonSample.line("Cidre", cents: -400, quantity: -1),
        ]
        let details = try RoomRaccoonCharge(RaccoonSample.posting(lines), number: 5, settings: RaccoonSample.settings()).details
        #expect(details.map(\.amount.decimalText) == ["-36.00", "-4.00"])
        #expect(details.map(\.quantity) == [2, 1])
    }

    @Test func `a posting without lines goes by revenue group, discounts taken off`() throws {
        let parts = PostingBreakdown(
            subtotals: [Itemizer(1)!: Sample.euros(2800), Itemizer(2)!: Sample.euros(1200)],
            discounts: [Itemizer(1)!: Sample.euros(-300)], tip: Sample.euros(0), serviceCharge: Sample.euros(150))
        let charge = try RoomRaccoonCharge(
            RaccoonSample.posting(breakdown: parts, lines: []), number: 5, settings: RaccoonSample.settings())
        #expect(charge.details.map(\.amount.decimalText) == ["25.00", "12.00", "1.50"])
        #expect(charge.details.map(\.group) == [101, 102, 109])
    }

    @Test func `lines that do not come to what is charged are not believed`() throws {
        let parts = PostingBreakdown(subtotals: [Itemizer(1)!: Sample.euros(2800)], tip: Sample.euros(0))
        for lines in [
            [RaccoonSample.line("Moules", cents: 2700)], [RaccoonSample.line("Moules", cents: 2800, itemizer: 2)],
            Array(repeating: RaccoonSample.line("Huître", cents: 10), count: 280),
        ] {
            let charge = try RoomRaccoonCharge(
                RaccoonSample.posting(breakdown: parts, lines: lines), number: 5, settings: RaccoonSample.settings())
            #expect(charge.details.map(\.amount.decimalText) == ["28.00"])
        }
    }

    @Test func `what cannot be said to RoomRaccoon is refused with the reason, and nothing is sent`() async throws {
        let connector = try RaccoonSample.connector(port: 1, settings: RaccoonSample.settings(groups: [1: 101], tipGroup: nil))
        for (posting, words) in [
            (RaccoonSample.posting([RaccoonSample.line("Rhum", cents: 900, itemizer: 3)]), "revenue group 3"),
            (RaccoonSample.posting([RaccoonSample.line("Crêpe", cents: 900)], tip: 100), "tips"),
            (RaccoonSample.posting([]), "nothing"), (Sample.revenue(), "guests"),
        ] {
            let reply = await connector.post(posting, as: Sample.attempt())
            #expect(reply.outcome == .refused(.unprocessable))
            #expect(reply.hotelText?.contains(words) == true)
            #expect(connector.wireText(of: posting, number: 1).contains("notSent"))
        }
    }

    @Test func `amounts have exactly the digits of their currency and come back the same`() {
        var random = SeededGenerator(seed: 5)
        let currencies = [Currency.eur, Currency(code: "JPY", minorDigits: 0), Currency(code: "TND", minorDigits: 3)]
        for _ in 0..<5_000 {
            for currency in currencies {
                let limit = Int.random(in: 0...1, using: &random) == 0 ? 1_200 : Money.minorUnitsMax
                let money = Money(Int.random(in: -limit...limit, using: &random), currency)
                let text = money.decimalText
                #expect(text.split(separator: ".").dropFirst().first?.count ?? 0 == currency.minorDigits)
                #expect(Money(decimalText: text, currency) == money)
                #expect(JSONReader.read(Array(text.utf8)) == .number(text))
            }
        }
    }

    @Test(arguments: ["", "-", "1.", ".5", "1,50", "1.234", "1e3", "１２", "99999999999999999999", " 1", "--1"])
    func `what is no amount of euros is none`(text: String) {
        #expect(Money(decimalText: text, .eur) == nil)
    }

    @Test(arguments: [
        ("Pêche \"Melba\"", "A1007.1 Pêche \"Melba\""), ("a\u{1B}@b\u{0}c", "A1007.1 a @b c"),
        ("🍋\u{200D}🟩 tarte", "A1007.1 🍋\u{200D}🟩 tarte"),
        ("\u{202E}retro", "A1007.1 retro"), ("back\\slash", "A1007.1 back\\slash"), ("line\r\nbreak", "A1007.1 line  break"),
        ("قهوة", "A1007.1 قهوة"),
    ])
    func `any name survives the way, and what is no text does not`(name: String, expected: String) throws {
        let posting = RaccoonSample.posting([RaccoonSample.line(name, cents: 700)])
        let text = try RoomRaccoonCharge(posting, number: 1, settings: RaccoonSample.settings()).json.text
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
        let read = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: [String: Any]])
        let details = try #require(read["ChargeRoomRequest"]?["TicketDetails"] as? [[String: Any]])
        #expect(details[0]["Description"] as? String == expected)
    }

    @Test func `a long name is cut at a whole character, the reference never`() throws {
        for name in [String(repeating: "é", count: 120), String(repeating: "👨‍👩‍👧‍👦", count: 60), "e" + String(repeating: "\u{301}", count: 300)]
        {
            let posting = RaccoonSample.posting([RaccoonSample.line(name, cents: 700)])
            let text = try RoomRaccoonCharge(posting, number: 99_999_999, settings: RaccoonSample.settings()).details[0].description
            #expect(text.hasPrefix("A1007.99999999 "))
            #expect(text.hasSuffix("…"))
            #expect(text.unicodeScalars.count <= RoomRaccoonCharge.descriptionScalarsMax)
            #expect(PostingReference.found(in: text) == [PostingReference(checkNumber: 1007, number: 99_999_999)])
        }
    }

    @Test func `for any lines the entries come to the posting's total`() throws {
        var random = SeededGenerator(seed: 77)
        let settings = try RaccoonSample.settings()
        for _ in 0..<500 {
            let lines = (0..<Int.random(in: 1...30, using: &random)).map { index in
                RaccoonSample.line(
                    "Article \(index)", cents: Int.random(in: -5_000...20_000, using: &random),
                    itemizer: Int.random(in: 1...3, using: &random))
            }
            let posting = RaccoonSample.posting(lines, tip: Int.random(in: 0...500, using: &random))
            guard let charge = try? RoomRaccoonCharge(posting, number: 1, settings: settings) else {
                #expect(posting.breakdown.total.isZero)
                continue
            }
            #expect(charge.details.map(\.amount).total(.eur) == posting.breakdown.total)
        }
    }
}
