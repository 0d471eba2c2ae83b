import Logging
import Operations
import PointOfSale
package import Storage
import TestSupport

/// What a house does all evening, one commit after the other: checks are opened, filled, charged to a room, sent, and answered one way or
/// another. The tables and the actions are the product's; only the hotel is a script.
package struct ChargeScript: Sendable {
    /// How a posting ends; the charges of a script take turns.
    private enum Ending: CaseIterable {
        case accepted, refused, inDoubt, leftSending
    }

    private static let room = GuestAccount(
        roomNumber: Sample.garibaldi.roomNumber, reservationNumber: Sample.garibaldi.reservationNumber, name: Sample.garibaldi.name)

    private let database: any Database
    private let restaurant: Restaurant
    private let anna: Cashier
    private let outlet: Outlet
    private let menu: Menu
    private let methods: [PaymentMethod]

    /// Loads the brasserie into an empty database.
    package static func furnish(_ database: any Database) async throws {
        var set = try TestHouse.brasserie()
        // PINs cost a slow hash each, and nobody signs in here.
        for index in set.staff.indices { set.staff[index].pin = nil }
        _ = try await Catalogue(set).load(into: database, pepper: pepper, at: Sample.evening)
    }

    /// A script on a furnished database.
    package init(on database: any Database) async throws {
        let hotel = ScriptedHotel()
        hotel.has(Self.room)
        self.database = database
        restaurant = Restaurant(
            database: database, hotels: Hotels(opera: hotel), signals: PostingSignals(), pepper: Self.pepper, logger: Logger(label: "disk"),
            now: { Sample.evening })
        let staff = try await database.read { tx in try tx.cashiers() }
        guard let anna = staff.first(where: { $0.name == "Anna" }), let outlet = try await restaurant.outlets().first else {
            throw StorageFault.missing("cashier", id: "Anna")
        }
        self.anna = anna
        self.outlet = outlet
        menu = try await restaurant.menu()
        methods = try await restaurant.paymentMethods()
    }

    /// One guest's evening: six or seven commits. Every step carries a key made from `number`, as a client's would, so that after a
    /// failure the same charge is simply played again.
    package func charge(_ number: Int) async throws {
        let opened = try await restaurant.openCheck(
            key: Sample.key(number), outlet: outlet.id, table: nil, covers: 2, by: anna
        ).value
        let batch = (0..<(1 + number % 3)).map { index in
            LineChange.add(
                id: Sample.key(10_000 + number * 10 + index), item: menu.items[(number + index) % menu.items.count].id, quantity: 1,
                note: "")
        }
        let check = try await restaurant.changeLines(of: opened.id, batch, by: anna)
        let charge = try await restaurant.chargeToRoom(
            RoomChargeRequest(
                checkID: check.id, key: Sample.key(500_000 + number), methodID: try method(.room), amount: check.totals.total,
                tip: Money(number % 5 * 50, check.currency), guest: Sample.garibaldi, workstation: "TILL1"),
            by: anna
        ).value
        if charge.posting.state == .queued { try await claim(charge.posting) }
        try await conclude(charge.posting.id, as: Ending.allCases[number % Ending.allCases.count])
        if try await restaurant.posting(charge.posting.id).posting.state == .refused { try await payCash(charge.check.id) }
    }

    /// Claims what is queued and writes its attempt down, in one commit, as the gateway does.
    private func claim(_ queued: FolioPosting) async throws {
        try await database.write { tx in
            guard let posting = try tx.claimNextPosting(at: Sample.evening) else {
                throw StorageFault.missing("posting", id: queued.id.text)
            }
            let number = try tx.nextPostingNumber(digits: 8)
            try tx.insertAttempt(
                PostingAttempt(
                    id: .make(at: Sample.evening), postingID: posting.id, number: number, startedAt: Sample.evening,
                    request: "PR|P#\(number)|RN\(posting.guest!.roomNumber)|TA\(posting.breakdown.total.minorUnits)|"))
        }
    }

    /// Writes down what came of an attempt, unless that has been done: again after a disk that failed, as the gateway does.
    private func conclude(_ id: PostingID, as ending: Ending) async throws {
        let (found, live) = try await database.read { tx in (try tx.posting(id), try tx.attempts(of: id).last { $0.closedAt == nil }) }
        guard let posting = found, let attempt = live else { return }
        let conclusion: PostingConclusion
        let fate: AttemptFate?
        switch ending {
        case .accepted: (conclusion, fate) = (PostingConclusion(.accepted, transactionNumbers: ["\(attempt.number)"]), .booked)
        case .refused: (conclusion, fate) = (PostingConclusion(.refused, code: PostingRefusal.creditLimit.rawValue), .notBooked)
        case .inDoubt: (conclusion, fate) = (PostingConclusion(.inDoubt, code: PostingOutcome.Doubt.timedOut.rawValue), nil)
        case .leftSending: return
        }
        try await database.write { tx in
            try tx.closeAttempt(
                attempt.id, answer: "PA|P#\(attempt.number)|", outcome: conclusion.state.rawValue, fate: fate, at: Sample.evening)
            try tx.conclude(posting, as: conclusion, at: Sample.evening)
            try tx.journal(.postingConcluded, subject: posting.id.text, note: "script", by: nil, at: Sample.evening)
        }
    }

    private func payCash(_ id: CheckID) async throws {
        let check = try await restaurant.check(id)
        guard check.state == .open else { return }
        _ = try await restaurant.takePayment(
            on: id, key: Sample.key(800_000 + check.number), method: try method(.cash), amount: check.totals.remaining,
            tip: Money(0, check.currency), by: anna)
    }

    private func method(_ kind: PaymentMethod.Kind) throws -> PaymentMethodID {
        guard let method = methods.first(where: { $0.kind == kind }) else {
            throw StorageFault.missing("payment method", id: kind.rawValue)
        }
        return method.id
    }

    private static let pepper = PINPepper(Array(repeating: 7, count: PINPepper.byteCount), rounds: 16) ?? .random()
}
