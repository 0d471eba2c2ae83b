import FIAS
import Foundation
import HotelGateway
import Operations
import PointOfSale
import Storage

/// The till's own parts, put together as the program does it, on a real database and against the large hotel, without HTTP in between.
struct TillRig: Sendable {
    struct Unusable: Error, CustomStringConvertible {
        let description: String
    }

    static let outcomeWaitMs = 10_000

    let restaurant: Restaurant
    let connector: FIASConnector
    let waiter: Cashier
    private let outlet: Outlet
    private let article: MenuItem
    private let room: PaymentMethod

    private static let configuration = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/Ardoise/Demo/brasserie.json")

    /// The house that the program ships with.
    static func brasserie() throws -> Catalogue { try Catalogue(ConfigurationSet(json: Data(contentsOf: configuration))) }

    /// Runs the dispatcher while the body uses the till.
    static func run<Answer: Sendable>(
        _ machine: Machine, _ rig: HotelRig.Running, file: String = "till.sqlite",
        _ body: @escaping @Sendable (TillRig) async throws -> Answer
    ) async throws -> Answer {
        let database = try SQLiteDatabase.open(at: machine.folder.appending(path: file).path)
        let pepper = PINPepper.random()
        let now: @Sendable () -> Timestamp = { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) }
        let catalogue = try brasserie()
        _ = try await catalogue.load(into: database, pepper: pepper, at: now())
        let signals = PostingSignals()
        let connector = FIASConnector(
            link: rig.link, settings: FIASSettings(), currency: catalogue.property.currency, clock: .system(), database: database)
        let restaurant = Restaurant(
            database: database, hotels: Hotels(opera: connector), signals: signals, pepper: pepper, logger: .quiet, now: now)
        guard let outlet = catalogue.outlets.first, let article = catalogue.items.first,
            let waiter = catalogue.staff.first(where: { $0.role == .waiter }),
            let room = catalogue.paymentMethods.first(where: { $0.kind == .room })
        else { throw Unusable(description: "the brasserie has no outlet, article, waiter or room charge") }
        let till = TillRig(
            restaurant: restaurant, connector: connector, waiter: waiter, outlet: outlet, article: article, room: room)
        let dispatcher = PostingDispatcher(
            database: database, hotel: connector, signals: signals, inFlightMax: RoomCharging.inFlight, logger: .quiet,
            clock: .system(now: now))
        let answer = try await withThrowingTaskGroup(of: Answer?.self) { group in
            group.addTask {
                try await dispatcher.run()
                return nil
            }
            group.addTask { try await body(till) }
            defer { group.cancelAll() }
            while let ended = try await group.next() {
                if let answer = ended { return answer }
            }
            throw Unusable(description: "the dispatcher ended before it was asked")
        }
        try await database.close()
        return answer
    }

    /// A check with one article on it, ready to be charged.
    func check() async throws -> Check {
        let opened = try await restaurant.openCheck(key: key(), outlet: outlet.id, table: nil, covers: 2, by: waiter).value
        return try await restaurant.changeLines(
            of: opened.id, [.add(id: key(), item: article.id, quantity: 1, note: "")], by: waiter)
    }

    func request(_ check: Check, guest number: Int) throws -> RoomChargeRequest {
        guard let roomNumber = RoomNumber(LargeHotel.room(of: number)),
            let guest = GuestChoice(
                roomNumber: roomNumber, reservationNumber: LargeHotel.reservation(of: number), name: LargeHotel.name(of: number))
        else { throw Unusable(description: "no guest \(number)") }
        return RoomChargeRequest(
            checkID: check.id, key: try key(), methodID: room.id, amount: check.totals.remaining, tip: Money(0, check.currency),
            guest: guest,
            workstation: "BENCH")
    }

    /// From the tap to the hotel's yes.
    func charge(_ request: RoomChargeRequest) async throws {
        let charge = try await restaurant.chargeToRoom(request, by: waiter).value
        let ended = try await restaurant.awaitOutcome(of: charge.posting.id, atMostMs: Self.outcomeWaitMs)
        guard ended.posting.state == .accepted else {
            throw Unusable(description: "a room charge ended as \(ended.posting.state): \(ended.posting.outcomeCode ?? "-")")
        }
    }

    private func key() throws -> ClientKey {
        guard let key = ClientKey(UUID().uuidString) else { throw Unusable(description: "no key") }
        return key
    }
}
