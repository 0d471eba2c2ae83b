import Foundation
import HotelGateway
import HotelSimulator
import Logging
import NIOHTTP1
import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import Ardoise

/// A till and a simulated hotel, running; what a test says to the one it checks in the other's books.
struct House: Sendable {
    let running: RunningHouse
    let waiter: TillClient
    let manager: TillClient

    /// Starts a house, runs the test, stops it. The hotel lets bills and balances be seen, or neither. With a clock of its own the house
    /// lives by that, and the hotel too.
    static func open(
        _ system: HotelSystem = .opera5, codes: TransactionCodeMap? = nil, profile: HotelProfile = .ifc8Strict,
        postingTimeoutMs: Int? = nil, quietMs: Int64? = nil, showsBills: Bool = true,
        clock: TestClock? = nil, signaturePolicy: SignaturePolicy? = nil,
        _ test: @escaping @Sendable (House) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ardoise-e2e-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var logger = Logger(label: "e2e")
        logger.logLevel = .critical
        var demo = DemoHouse(
            data: DataFolder(path: folder), system: system, profile: profile, codes: codes, postingTimeoutMs: postingTimeoutMs,
            quietMs: quietMs,
            signaturePolicy: signaturePolicy, logger: logger)
        if let clock { demo.now = { clock.now } }
        try await demo.run { running in
            running.hotel.change { hotel, _ in
                hotel.settings.allowsBillView = showsBills
                hotel.settings.showsBalance = showsBills
                // By a clock that stands still all requests would be those of one second.
                if clock != nil { hotel.operaCloud?.requestsPerSecondMax = .max }
            }
            let house = House(
                running: running, waiter: try await running.signedIn(as: "waiter"), manager: try await running.signedIn(as: "manager"))
            try await test(house)
        }
    }

    /// A check at the counter of an outlet with articles of these PLUs.
    func check(plus: [Int] = [20, 52, 71, 80], outlet number: Int = 1) async throws -> CheckBody {
        let outlets: OutletsBody = try await waiter.call(.GET, "/api/v1/outlets")
        let outlet = try #require(outlets.outlets.first { $0.number == number })
        let check: CheckBody = try await waiter.call(
            .POST, "/api/v1/checks", OpenBody(outletId: outlet.id, tableId: nil, covers: 2), key: House.key())
        let menu: MenuBody = try await waiter.call(.GET, "/api/v1/menu")
        let changes = plus.compactMap { plu in menu.items.first { $0.code == plu } }.map {
            ChangeBody(id: House.key(), menuItemId: $0.id, quantity: 1)
        }
        return try await waiter.call(.POST, "/api/v1/checks/\(check.id)/lines", LinesBody(changes: changes))
    }

    /// Guests that the till shows for that text.
    func guests(_ text: String, as client: TillClient? = nil) async throws -> [GuestBody] {
        try await (client ?? waiter).call(.POST, "/api/v1/guest-searches", SearchBody(text: text), as: GuestsBody.self).guests
    }

    /// The first guest for that text who may be charged.
    func guest(_ text: String) async throws -> GuestBody {
        let found = try await guests(text)
        return try #require(found.first { $0.mayBeCharged == true })
    }

    /// Charges a check to a guest, whatever comes of it.
    func charge(
        _ check: CheckBody, to guest: GuestBody, amount: Int? = nil, tip: Int = 0, key: String = House.key(), as client: TillClient? = nil
    ) async throws -> TillClient.Answer {
        try await (client ?? waiter).send(
            .POST, "/api/v1/checks/\(check.id)/room-charges", ChargeBody(amount: amount ?? check.total, tip: tip, guest: guest), key: key)
    }

    /// The check as it now is.
    func check(_ id: String) async throws -> CheckBody { try await waiter.call(.GET, "/api/v1/checks/\(id)") }

    /// The posting as it now is.
    func posting(_ id: String) async throws -> PostingBody { try await waiter.call(.GET, "/api/v1/postings/\(id)") }

    /// The state of a posting once there is something to say, however busy the machine is.
    func outcome(of posting: PostingBody) async throws -> PostingState {
        let id = try #require(PostingID(text: posting.id))
        return try await running.restaurant.awaitOutcome(of: id, atMostMs: 30_000).posting.state
    }

    /// Listens until a posting has ended, a late answer included.
    func settles(_ posting: PostingBody) async throws {
        let id = try #require(PostingID(text: posting.id))
        let changes = running.restaurant.signals.changes(of: id)
        if try await running.restaurant.posting(id).posting.state.isFinal { return }
        for await change in changes where change.state.isFinal { return }
    }

    /// A posting with its attempts and all that was seen of it.
    func story(_ posting: PostingBody) async throws -> PostingStory {
        try await running.restaurant.posting(try #require(PostingID(text: posting.id)))
    }

    /// Listens until the line to the hotel stands so.
    func link(is phase: HotelLinkState.Phase) async throws {
        let wakes = running.restaurant.signals.wakes()
        if running.restaurant.hotel.linkState.phase == phase { return }
        for await _ in wakes where running.restaurant.hotel.linkState.phase == phase { return }
        throw CancellationError()
    }

    /// Takes the hotel away: the line falls, and who calls meets silence.
    func hotelGoesAway() async throws {
        running.hotel.disturb(.halfOpen(true))
        running.hotel.disturb(.cut)
        let wakes = running.restaurant.signals.wakes()
        if !running.restaurant.hotel.linkState.isAlive { return }
        for await _ in wakes where !running.restaurant.hotel.linkState.isAlive { return }
        throw CancellationError()
    }

    /// Brings the hotel back.
    func hotelIsBack() async throws {
        running.hotel.disturb(.halfOpen(false))
        try await link(is: .alive)
    }

    /// What the hotel has booked for a check, on whatever folio.
    func booked(_ check: CheckBody) -> [LedgerBooking] { running.bookings(ofCheck: check.number) }

    /// A key as a browser makes it.
    static func key() -> String { UUID().uuidString.lowercased() }
}

/// One booking in the hotel's ledger.
struct LedgerBooking: Sendable, Hashable {
    let room: String
    let reservation: String
    let total: Int
    let parts: [Int]
    let checkNumber: String
}

extension RunningHouse {
    /// Bookings of a check in the hotel's own ledger, oldest first.
    func bookings(ofCheck number: Int) -> [LedgerBooking] {
        hotel.ledger.entries.compactMap { entry in
            guard case .booked(let booking) = entry.event, booking.charge.details.isOfCheck(number),
                case .guest(let room, let reservation) = booking.charge.target
            else { return nil }
            return LedgerBooking(
                room: room, reservation: reservation, total: booking.charge.totalMinor, parts: booking.lines.map(\.amountMinor),
                checkNumber: booking.charge.details.checkNumber)
        }
    }
}

extension ChargeDetails {
    /// Whether it bears the number of that check, as the line writes it: `1007` over FIAS, `A1007` over OPERA Cloud.
    func isOfCheck(_ number: Int) -> Bool { checkNumber == String(number) || checkNumber == "A\(number)" }
}

/// A problem as the API tells it.
struct ProblemBody: Decodable {
    let code: String
    let detail: String
    let status: Int
}
