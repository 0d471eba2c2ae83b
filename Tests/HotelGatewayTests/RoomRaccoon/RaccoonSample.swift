import AsyncHTTPClient
import Foundation
import PointOfSale
import TestSupport

@testable import HotelGateway

/// Settings, postings and answers for the tests of the RoomRaccoon line.
enum RaccoonSample {
    static let apiKey = "key-4f1c-very-secret"
    static let hotelID = "471100"

    static func settings(
        port: Int = 1, apiKey: String = apiKey, groups: [Int: Int] = [1: 101, 2: 102, 3: 103], tipGroup: Int? = 109,
        timeoutMs: Int64 = settingsTimeoutMs
    ) throws -> RoomRaccoonSettings {
        try RoomRaccoonSettings(
            serviceAddress: "http://127.0.0.1:\(port)/api/", apiKey: apiKey, hotelID: hotelID,
            revenueGroups: Dictionary(uniqueKeysWithValues: groups.map { (Itemizer($0.key)!, $0.value) }), tipGroup: tipGroup,
            timeoutMs: timeoutMs)
    }

    /// The clock of a test in which nothing runs out of time, however busy the machine is.
    static var patientClock: GatewayClock {
        var clock = GatewayClock.system(now: { Sample.evening })
        let pause = clock.pause
        clock.pause = { ms in try await pause(ms >= settingsTimeoutMs ? ms * 100 : ms) }
        return clock
    }

    private static let settingsTimeoutMs: Int64 = 12_000

    static func connector(
        port: Int, settings: RoomRaccoonSettings? = nil, clock: GatewayClock = patientClock,
        onChange: @escaping @Sendable (HotelLinkState) -> Void = { _ in }
    ) throws -> RoomRaccoonConnector {
        RoomRaccoonConnector(
            settings: try settings ?? Self.settings(port: port), currency: .eur, clock: clock, onChange: onChange)
    }

    static func line(_ text: String, cents: Int, quantity: Int = 1, itemizer: Int = 1) -> PostingLine {
        PostingLine(description: text, quantity: quantity, itemizer: Itemizer(itemizer)!, amount: Sample.euros(cents))
    }

    /// A posting of check 1007 whose subtotals are those of its lines.
    static func posting(_ lines: [PostingLine], tip: Int = 0, guest: GuestChoice = Sample.garibaldi) -> FolioPosting {
        var subtotals: [Itemizer: Money] = [:]
        for line in lines { subtotals[line.itemizer, default: Sample.euros(0)] += line.amount }
        return posting(breakdown: PostingBreakdown(subtotals: subtotals, tip: Sample.euros(tip)), lines: lines, guest: guest)
    }

    static func posting(breakdown: PostingBreakdown, lines: [PostingLine], guest: GuestChoice = Sample.garibaldi) -> FolioPosting {
        FolioPosting(
            id: Sample.id(1), checkID: Sample.id(1), tenderID: Sample.id(1001), checkNumber: 1007, guest: guest, breakdown: breakdown,
            covers: 2, outletNumber: 1, servicePeriod: 4, tableNumber: 12, cashierName: "Anna", workstation: "TILL1", hotelCode: "ROOM",
            stamp: PostingStamp(time: LocalTime(year: 2026, month: 11, day: 22, hour: 20, minute: 15, second: 30)),
            integration: .roomRaccoon, lines: lines,
            createdAt: Sample.evening, createdBy: Sample.id(99), updatedAt: Sample.evening, notBefore: Sample.evening)
    }

    static func guest(_ room: String, _ reservation: String) -> GuestChoice {
        GuestChoice(roomNumber: RoomNumber(room)!, reservationNumber: reservation, name: "")!
    }

    /// The recorded answers whose names begin so, by the rest of their names.
    static func answers(_ prefix: String) throws -> [(name: String, body: [UInt8])] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(prefix) }.sorted().map { file in
            (String(file.dropFirst(prefix.count).dropLast(".json".count)), Array(try Data(contentsOf: folder.appendingPathComponent(file))))
        }
    }
}
