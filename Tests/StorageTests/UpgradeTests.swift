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
        try await first.write { tx in
            try tx.executeScript(Self.house)
            for (index, posting) in cases.enumerated() { try Self.write(posting, index + 1, in: tx) }
        }
        try await first.close()

        let upgraded = try SQLiteDatabase.open(at: path)
        for (index, old) in cases.enumerated() {
            let number = UInt64(index + 1)
            let (posting, attempts) = try await upgraded.read { tx in
                (try #require(try tx.posting(Sample.id(number + 300))), try tx.attempts(of: Sample.id(number + 300)))
            }
            #expect(posting.state.rawValue == old.state)
            #expect(posting.breakdown.total == Sample.euros(3300) && posting.reverses == nil)
            let check = try #require(try await upgraded.read { try $0.check(Sample.id(number + 100)) })
            #expect(check.tenders.map(\.amount) == [Sample.euros(3300)] && check.businessDate.description == "2026-11-22")
            #expect(attempts.map(\.fate) == [old.fate], "\(old.state) after \(old.outcome ?? "nothing")")
        }
        #expect(try await upgraded.read { try $0.openPostingCounts() } == [.queued: 1, .sending: 1, .inDoubt: 1])
        try await upgraded.checkIntegrity()
        try await upgraded.close()
    }

    /// A house as the first version wrote it: in its own words, since today's statements know today's columns.
    private static let house = """
        insert into property (id, name, currency, time_zone, closing_minute, language)
        values ('p', 'Les Tilleuls', 'EUR', 'Europe/Paris', 330, 'fr');
        insert into outlet (id, property_id, number, name, while_hotel_is_down, is_active)
        values ('\(text(1))', 'p', 1, 'Brasserie', 'queue', 1);
        insert into cashier (id, property_id, number, name, role, language, is_active)
        values ('\(text(2))', 'p', 12, 'Anna', 'waiter', 'fr', 1);
        insert into payment_method (id, property_id, code, name_fr, kind, hotel_code, gives_change, opens_drawer, position, is_active)
        values ('\(text(3))', 'p', 'IKPMS', 'Opera', 'room', 'ROOM', 0, 0, 0, 1);
        """

    private static func text(_ number: Int) -> String { (Sample.id(UInt64(number)) as PostingID).text }

    /// A check with a room charge as the first version wrote it.
    private static func write(_ old: Old, _ number: Int, in tx: any SQLTransaction) throws {
        let (check, tender, posting, attempt) = (text(number + 100), text(number + 200), text(number + 300), text(number + 400))
        let outcome = old.outcome.map { "'\($0)', 2" } ?? "null, null"
        try tx.executeScript(
            """
            insert into guest_check (id, property_id, number, outlet_id, covers, state, business_date, service_period, currency, opened_at,
                opened_by)
            values ('\(check)', 'p', \(1000 + number), '\(text(1))', 2, 'open', '2026-11-22', 4, 'EUR', 1, '\(text(2))');
            insert into tender (id, check_id, position, payment_method_id, kind, amount, tip, state, taken_at, taken_by)
            values ('\(tender)', '\(check)', 1, '\(text(3))', 'room', 3300, 0, 'pending', 1, '\(text(2))');
            insert into tender_share (tender_id, itemizer, amount) values ('\(tender)', 1, 3300);
            insert into folio_posting (id, property_id, check_id, tender_id, check_number, room_number, reservation_number, guest_name, tip,
                service_charge, total, covers, outlet_number, service_period, cashier_name, workstation, hotel_code, stamp, state,
                transaction_numbers, created_at, created_by, updated_at, not_before, attempts)
            values ('\(posting)', 'p', '\(check)', '\(tender)', \(1000 + number), '204', '12345', 'Garibaldi', 0, 0, 3300, 2, 1, 4, 'Anna',
                'TILL1', 'ROOM', '2026-11-22T20:15:30', '\(old.state)', '[]', 1, '\(text(2))', 1, 1, 1);
            insert into posting_part (posting_id, kind, itemizer, amount) values ('\(posting)', 'subtotal', 1, 3300);
            insert into posting_attempt (id, property_id, posting_id, ordinal, number, started_at, request, outcome, closed_at)
            values ('\(attempt)', 'p', '\(posting)', 1, \(number), 1, 'PR|', \(outcome))
            """)
    }
}
