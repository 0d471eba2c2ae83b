import Foundation
import PointOfSale
import Storage

/// Fills a furnished database with years of checks, by statements that make thousands of rows each.
struct LargeFile {
    private static let rowsPerStatement = 50_000
    private static let guests = 40

    let database: SQLiteDatabase

    /// Closed checks with one line and one cash payment each, numbered from the far end down, so that the till's own numbers stay free.
    func addClosedChecks(_ count: Int) async throws {
        try await inPieces(count) { tx, first, last in
            try tx.executeScript(
                """
                with recursive n(i) as (select \(first) union all select i + 1 from n where i < \(last))
                insert into guest_check (id, property_id, number, outlet_id, covers, state, business_date, service_period, currency,
                    opened_at, opened_by, closed_at)
                select printf('01000000-0000-7000-8000-%012x', i), o.property_id, 99999999 - i, o.id, 2, 'closed',
                    date('2020-01-01', (i / 600) || ' days'), 4, 'EUR', 1577880000000 + i * 60000, s.id, 1577880000000 + i * 60000
                from n, (select id, property_id from outlet order by number limit 1) o, (select id from cashier limit 1) s;
                with recursive n(i) as (select \(first) union all select i + 1 from n where i < \(last))
                insert into check_line (check_id, position, id, menu_item_id, name_fr, quantity, unit_price, tax_basis_points, itemizer,
                    note, added_at, added_by)
                select printf('01000000-0000-7000-8000-%012x', i), 1, printf('line-%08d', i), m.id, m.name_fr, 1, 1650, 1000, 1, '',
                    1577880000000 + i * 60000, s.id
                from n, (select id, name_fr from menu_item limit 1) m, (select id from cashier limit 1) s;
                with recursive n(i) as (select \(first) union all select i + 1 from n where i < \(last))
                insert into tender (id, check_id, position, payment_method_id, kind, amount, tip, state, taken_at, taken_by, settled_at,
                    business_date)
                select printf('02000000-0000-7000-8000-%012x', i), printf('01000000-0000-7000-8000-%012x', i), 1, p.id, 'cash', 1650, 0,
                    'settled', 1577880000000 + i * 60000, s.id, 1577880000000 + i * 60000,
                    date('2020-01-01', (i / 600) || ' days')
                from n, (select id from payment_method where kind = 'cash' limit 1) p, (select id from cashier limit 1) s
                """)
        }
    }

    /// Open checks, each with a room charge that waits for the hotel, as a long outage leaves them: the first made is the first due.
    /// They go to the first guests of the large hotel in turn.
    func addQueuedPostings(_ count: Int, outlet number: Int) async throws {
        let guests = (0..<Self.guests).map {
            "(\($0), '\(LargeHotel.room(of: $0))', '\(LargeHotel.reservation(of: $0))', '\(LargeHotel.name(of: $0))')"
        }
        .joined(separator: ", ")
        try await inPieces(count) { tx, first, last in
            try tx.executeScript(
                """
                with recursive n(i) as (select \(first) union all select i + 1 from n where i < \(last))
                insert into guest_check (id, property_id, number, outlet_id, covers, state, business_date, service_period, currency,
                    opened_at, opened_by, posting_stamp)
                select printf('03000000-0000-7000-8000-%012x', i), o.property_id, 90000000 + i, o.id, 2, 'open', '2026-11-20', 4, 'EUR',
                    1795000000000 + i, s.id, '2026-11-20T20:00:00'
                from n, (select id, property_id from outlet where number = \(number)) o, (select id from cashier limit 1) s;
                with recursive n(i) as (select \(first) union all select i + 1 from n where i < \(last))
                insert into check_line (check_id, position, id, menu_item_id, name_fr, quantity, unit_price, tax_basis_points, itemizer,
                    note, added_at, added_by)
                select printf('03000000-0000-7000-8000-%012x', i), 1, printf('line-%08d', i), m.id, m.name_fr, 1, 1650, 1000, 1, '',
                    1795000000000 + i, s.id
                from n, (select id, name_fr from menu_item limit 1) m, (select id from cashier limit 1) s;
                with recursive n(i) as (select \(first) union all select i + 1 from n where i < \(last))
                insert into tender (id, check_id, position, payment_method_id, kind, amount, tip, state, taken_at, taken_by,
                    business_date)
                select printf('04000000-0000-7000-8000-%012x', i), printf('03000000-0000-7000-8000-%012x', i), 1, p.id, 'room', 1650, 0,
                    'pending', 1795000000000 + i, s.id, '2026-11-20'
                from n, (select id from payment_method where kind = 'room' limit 1) p, (select id from cashier limit 1) s;
                with recursive n(i) as (select \(first) union all select i + 1 from n where i < \(last))
                insert into tender_share (tender_id, itemizer, amount)
                select printf('04000000-0000-7000-8000-%012x', i), 1, 1650 from n;
                with recursive n(i) as (select \(first) union all select i + 1 from n where i < \(last))
                insert into folio_posting (id, property_id, check_id, tender_id, check_number, room_number, reservation_number, guest_name,
                    tip, service_charge, total, covers, outlet_number, service_period, cashier_name, workstation, hotel_code, stamp, state,
                    transaction_numbers, created_at, created_by, updated_at, not_before, attempts, kind)
                select printf('05000000-0000-7000-8000-%012x', i), o.property_id, printf('03000000-0000-7000-8000-%012x', i),
                    printf('04000000-0000-7000-8000-%012x', i), 90000000 + i, g.column2, g.column3, g.column4,
                    0, 0, 1650, 2, \(number), 4, 'Anna', 'BENCH', 'ROOM', '2026-11-20T20:00:00', 'queued', '[]',
                    1795000000000 + i, s.id, 1795000000000 + i, 1795000000000 + i, 0, 'charge'
                from n join (values \(guests)) g on g.column1 = n.i % \(Self.guests),
                    (select property_id from outlet where number = \(number)) o, (select id from cashier limit 1) s;
                with recursive n(i) as (select \(first) union all select i + 1 from n where i < \(last))
                insert into posting_part (posting_id, kind, itemizer, amount)
                select printf('05000000-0000-7000-8000-%012x', i), 'subtotal', 1, 1650 from n
                """)
        }
    }

    func inPieces(
        _ count: Int, _ insert: @Sendable @escaping (any SQLTransaction, _ first: Int, _ last: Int) throws -> Void
    ) async throws {
        for first in stride(from: 1, through: count, by: Self.rowsPerStatement) {
            try await database.write { tx in try insert(tx, first, min(count, first + Self.rowsPerStatement - 1)) }
        }
    }
}
