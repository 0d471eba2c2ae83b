import Operations
import PointOfSale
import Storage
import Synchronization
import TestSupport
import Testing

@Suite struct ReconcileTests {
    private static let today = BusinessDate(year: 2026, month: 11, day: 22)
    private static let petrov = GuestAccount(roomNumber: RoomNumber("118")!, reservationNumber: "777", name: "Petrov")

    /// What the hotel's bill of a guest shows: charges under their references.
    private func show(_ lines: [(number: Int, charge: RoomCharge)], of guest: GuestAccount, in house: TestHouse) {
        let folio = lines.map { number, charge in
            FolioLine(text: "Restaurant A\(charge.check.number).\(number)", amount: charge.posting.breakdown.total, date: Self.today)
        }
        house.hotel.shows(AccountReading(.lines(folio)), of: GuestChoice(guest))
    }

    @Test func `the guests' bills of a day are read, each once, and the day is equal to the cent`() async throws {
        let house = try await TestHouse.open()
        let (first, second) = (try await house.booked(1), try await house.booked(2))
        let third = try await house.booked(3, to: Self.petrov)
        show([(1, first), (2, second)], of: TestHouse.garibaldi, in: house)
        show([(3, third)], of: Self.petrov, in: house)
        let report = try await house.restaurant.reconcile(Self.today, by: house.helene)
        #expect(report.run.isEqual && report.differences.isEmpty && report.run.source == .bills)
        #expect(report.run.ours.total == report.run.hotels.total && report.run.ours.count == 3)
        #expect(report.cashierName == house.helene.name)
        #expect(try await house.restaurant.reconciliation(report.run.id) == report)
        #expect(try await house.restaurant.reconciliations(limit: 5).map(\.run) == [report.run])
        let journal = try await house.database.read { tx in try tx.journalEntries(subject: report.run.id.text) }
        #expect(journal.map(\.kind) == [.reconciled] && journal[0].cashierID == house.helene.id)
        #expect(house.restaurant.reconciliationProgress.current == nil)
    }

    @Test func `what differs is stored and read back as it was found`() async throws {
        let house = try await TestHouse.open()
        let (first, second) = (try await house.booked(1), try await house.booked(2))
        _ = try await house.doubted(3)
        show([(2, second), (2, second), (99, first)], of: TestHouse.garibaldi, in: house)
        let report = try await house.restaurant.reconcile(Self.today, by: house.helene)
        #expect(report.differences.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [.inDoubt, .missing, .twice, .unknownHere])
        #expect(report.run.differenceCount == 4)
        #expect(try await house.restaurant.reconciliation(report.run.id).differences == report.differences)
    }

    @Test func `charges of other days on the same bill are left where they belong`() async throws {
        let house = try await TestHouse.open()
        let first = try await house.booked(1)
        house.clock.advance(ms: 24 * 60 * 60 * 1000)
        let second = try await house.booked(2)
        // This hotel's bills say no dates.
        let lines = [(1, first), (2, second)].map { FolioLine(text: "A\($1.check.number).\($0)", amount: $1.posting.breakdown.total) }
        house.hotel.shows(AccountReading(.lines(lines)), of: GuestChoice(TestHouse.garibaldi))
        for date in [Self.today, Self.today.next] {
            let report = try await house.restaurant.reconcile(date, by: house.helene)
            #expect(report.run.isEqual && report.run.ours.count == 1, "\(report.differences)")
        }
    }

    @Test func `the business date of a charge is the house's, until closing time`() async throws {
        let house = try await TestHouse.open()
        house.clock.advance(ms: 6 * 60 * 60 * 1000)
        let late = try await house.booked(1)
        show([(1, late)], of: TestHouse.garibaldi, in: house)
        #expect(try await house.restaurant.reconcile(Self.today, by: house.helene).run.ours.count == 1)
    }

    @Test func `a guest who has gone is told, not called missing`() async throws {
        let house = try await TestHouse.open()
        _ = try await house.booked(1)
        let here = try await house.booked(2, to: Self.petrov)
        show([(2, here)], of: Self.petrov, in: house)
        house.hotel.shows(AccountReading(.refused), of: GuestChoice(TestHouse.garibaldi))
        house.hotel.has(Self.petrov)
        let gone = try await house.restaurant.reconcile(Self.today, by: house.helene)
        #expect(gone.differences.map(\.kind) == [.notCompared] && gone.differences[0].detail == "guestGone")
        house.hotel.has(TestHouse.garibaldi)
        #expect(try await house.restaurant.reconcile(Self.today, by: house.helene).differences[0].detail == "billRefused")
        house.hotel.shows(AccountReading(.unavailable(.timedOut)), of: GuestChoice(TestHouse.garibaldi))
        #expect(try await house.restaurant.reconcile(Self.today, by: house.helene).differences[0].detail == "timedOut")
    }

    @Test func `a hotel without bills, a line that is down and a day to come are refused in words`() async throws {
        let house = try await TestHouse.open()
        _ = try await house.booked(1)
        await #expect(throws: Refusal.hotelShowsNoBills) { try await house.restaurant.reconcile(Self.today, by: house.helene) }
        await #expect(throws: Refusal.businessDateInFuture) { try await house.restaurant.reconcile(Self.today.next, by: house.helene) }
        await #expect(throws: Refusal.notPermitted(.reconcile)) { try await house.restaurant.reconcile(Self.today, by: house.anna) }
        house.hotel.link(is: .down)
        await #expect(throws: Refusal.hotelUnavailable(.notConnected)) {
            try await house.restaurant.reconcile(Self.today, by: house.helene)
        }
        #expect(try await house.restaurant.reconciliations(limit: 5).isEmpty)
        #expect(house.restaurant.reconciliationProgress.current == nil)
    }

    @Test func `while bills are read nobody else begins, and the count goes up to the end`() async throws {
        let house = try await TestHouse.open()
        for number in 1...9 {
            let guest = GuestAccount(roomNumber: RoomNumber(String(200 + number))!, reservationNumber: String(number), name: "G")
            let charge = try await house.booked(number, to: guest)
            show([(number, charge)], of: guest, in: house)
        }
        let restaurant = house.restaurant
        let seen = SeenCounts()
        _ = try await restaurant.reconcile(Self.today, by: house.helene) {
            if let count = restaurant.reconciliationProgress.current { seen.add(count.read) }
        }
        #expect(seen.all == Array(0...9))
    }

    @Test func `the hotel's own list is compared, and one that cannot be read leaves nothing behind`() async throws {
        let house = try await TestHouse.open()
        let charge = try await house.booked(4242)
        let (cents, check) = (charge.posting.breakdown.total.minorUnits, charge.check.number)
        let amount = "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
        let list = """
            date,time,room,reservation,guest,transaction,code,amount,text,reference,check
            2026-11-22,20:14:02,204,12345,"Garibaldi, Lucia",7001,3000,\(amount),Restaurant,A\(check).4242,\(check)
            2026-11-22,20:14:02,204,12345,"Garibaldi, Lucia",7002,1000,180.00,Chambre,,
            """
        let report = try await house.restaurant.reconcile(Self.today, csv: Array(list.utf8), by: house.helene)
        #expect(report.run.isEqual && report.run.source == .list && report.run.linesOfOthers == 1, "\(report.differences)")
        await #expect(throws: HotelLedgerRejected.self) {
            try await house.restaurant.reconcile(Self.today, csv: Array("amount,text\nx,y\n".utf8), by: house.helene)
        }
        #expect(try await house.restaurant.reconciliations(limit: 5).count == 1)
    }
}

/// The counts that a progress callback saw.
private final class SeenCounts: Sendable {
    private let counts = Mutex<[Int]>([])

    var all: [Int] { counts.withLock { $0 } }

    func add(_ count: Int) { counts.withLock { $0.append(count) } }
}
