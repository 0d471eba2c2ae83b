import PointOfSale
import TestSupport
import Testing

@testable import Storage

/// A till that was running before this version: what it knows of its postings must mean the same afterwards.
struct UpgradeTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private struct Old {
        let state: String
        let outcome: String?
        let fate: AttemptFate?
    }

    @Test func `postings of the first version keep their states, and their attempts get the fate that these imply`() async throws {
        let cases = [
            Old(state: "accepted", outcome: "accepted", fate: .booked), Old(state: "accepted", outcome: "timedOut", fate: .booked),
            Old(state: "refused", outcome: "noPosting", fate: .notBooked), Old(state: "queued", outcome: "linkDown", fate: .notBooked),
            Old(state: "inDoubt", outcome: "linkLost", fate: nil), Old(state: "notBooked", outcome: "interrupted", fate: .notBooked),
            Old(state: "sending", outcome: nil, fate: nil),
        ]
        let path = folder.file("db")
        let first = try SQLiteDatabase.open(at: path, migrations: Array(Migrations.all.prefix(1)))
        let old = try await House(first)
        for (index, posting) in cases.enumerated() { try await Self.write(posting, Int64(index + 1), in: old) }
        try await first.close()

        let upgraded = try SQLiteDatabase.open(at: path)
        for (index, old) in cases.enumerated() {
            let number = UInt64(index + 1)
            let (posting, attempts) = try await upgraded.read { tx in
                (try #require(try tx.posting(Sample.id(number + 300))), try tx.attempts(of: Sample.id(number + 300)))
            }
            #expect(posting.state.rawValue == old.state)
            #expect(posting.breakdown.total == Sample.euros(3300) && posting.reverses == nil)
            #expect(attempts.map(\.fate) == [old.fate], "\(old.state) after \(old.outcome ?? "nothing")")
        }
        #expect(try await upgraded.read { try $0.openPostingCounts() } == [.queued: 1, .sending: 1, .inDoubt: 1])
        try await upgraded.checkIntegrity()
        try await upgraded.close()
    }

    /// A posting as the first version wrote it.
    private static func write(_ old: Old, _ number: Int64, in house: House) async throws {
        let check = house.check(1000 + Int(number))
        let tender = house.tender(UInt64(number) + 200, check: check.id, cents: 3300, state: .pending, by: house.room)
        let (posting, attempt): (PostingID, PostingAttemptID) = (Sample.id(UInt64(number) + 300), Sample.id(UInt64(number) + 400))
        try await house.write { tx in
            try tx.insertCheck(check)
            try tx.insertTender(tender, share: [Itemizer(1)!: Sample.euros(3300)])
            try tx.execute(
                """
                insert into folio_posting (id, property_id, check_id, tender_id, check_number, room_number, reservation_number, guest_name,
                    tip, service_charge, total, covers, outlet_number, service_period, cashier_name, workstation, hotel_code, stamp, state,
                    transaction_numbers, created_at, created_by, updated_at, not_before, attempts)
                select $1, property_id, id, $2, number, '204', '12345', 'Garibaldi', 0, 0, 3300, 2, 1, 4, 'Anna', 'TILL1', 'ROOM',
                    '2026-11-22T20:15:30', $3, '[]', 1, $4, 1, 1, 1
                from guest_check where id = $5
                """,
                posting, tender.id, old.state, house.anna.id, check.id)
            try tx.execute(
                "insert into posting_part (posting_id, kind, itemizer, amount) values ($1, 'subtotal', 1, 3300)", posting)
            try tx.execute(
                """
                insert into posting_attempt (id, property_id, posting_id, ordinal, number, started_at, request, outcome, closed_at)
                select $1, property_id, id, 1, $2, 1, 'PR|', $3, $4 from folio_posting where id = $5
                """,
                attempt, number, old.outcome, old.outcome.map { _ in 2 }, posting)
        }
    }
}
