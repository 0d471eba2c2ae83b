import Foundation
import PointOfSale
import Storage

/// Years of checks that differ: by table, opener, amount, room and day.
extension LargeFile {
    private static let amounts = 9_500
    private static let rooms = 200
    private static let checksADay = 600
    private static let firstDay = BusinessDate(year: 2020, month: 1, day: 1)

    /// The number of the `i`-th check.
    static func number(of i: Int) -> Int { 99_999_999 - i }
    /// What it came to, minor units: of 9,500 amounts each comes now and then.
    static func amount(of i: Int) -> Int { 500 + i * 7919 % amounts }
    /// The room that every fifth check was charged to.
    static func room(of i: Int) -> String { String(1_001 + i / 5 % rooms) }
    /// Its business date.
    static func date(of i: Int) -> BusinessDate { BusinessDate(daysSince1970: firstDay.daysSince1970 + i / checksADay) }

    /// Whether a check that was found is what was looked for.
    static func fits(_ check: Check, _ search: CheckSearch) -> Bool {
        let i = number(of: check.number)
        let isCharged = i.isMultiple(of: 5)
        return (search.date.map { $0 == check.businessDate } ?? true) && (search.table.map { $0 == check.tableNumber } ?? true)
            && (search.amount.map { $0 == amount(of: i) } ?? true) && (search.cashier.map { $0 == check.openedBy } ?? true)
            && (search.room.map { isCharged && room(of: i) == $0.text } ?? true)
    }

    /// Closed checks with one line and one payment each; every fifth was charged to a room.
    func addHistory(_ count: Int) async throws {
        try await inPieces(count) { tx, first, last in
            try tx.executeScript(Self.checks(first, last) + Self.payments(first, last) + Self.postings(first, last))
        }
    }

    private static func numbers(_ first: Int, _ last: Int) -> String {
        "with recursive n(i) as (select \(first) union all select i + 1 from n where i < \(last))"
    }

    private static let amountSQL = "(500 + i * 7919 % \(amounts))"

    private static func checks(_ first: Int, _ last: Int) -> String {
        """
        \(numbers(first, last)),
            t as (select id, number, row_number() over (order by id) - 1 as k, count(*) over () as tables from dining_table),
            s as (select id, row_number() over (order by id) - 1 as k, count(*) over () as staff from cashier)
        insert into guest_check (id, property_id, number, outlet_id, table_id, table_number, covers, state, business_date, service_period,
            currency, opened_at, opened_by, closed_at, closed_total)
        select printf('01000000-0000-7000-8000-%012x', i), o.property_id, 99999999 - i, o.id, t.id, t.number, 2, 'closed',
            date('2020-01-01', (i / \(checksADay)) || ' days'), 4, 'EUR', 1577880000000 + i * 60000, s.id, 1577880000000 + i * 60000,
            \(amountSQL)
        from n join t on t.k = i % t.tables join s on s.k = i % s.staff,
            (select id, property_id from outlet order by number limit 1) o;
        \(numbers(first, last))
        insert into check_line (check_id, position, id, menu_item_id, name_fr, quantity, unit_price, tax_basis_points, itemizer, note,
            added_at, added_by)
        select printf('01000000-0000-7000-8000-%012x', i), 1, printf('line-%08d', i), m.id, m.name_fr, 1, \(amountSQL), 1000, 1, '',
            1577880000000 + i * 60000, s.id
        from n, (select id, name_fr from menu_item limit 1) m, (select id from cashier limit 1) s;

        """
    }

    private static func payments(_ first: Int, _ last: Int) -> String {
        """
        \(numbers(first, last))
        insert into tender (id, check_id, position, payment_method_id, kind, amount, tip, state, taken_at, taken_by, settled_at,
            business_date)
        select printf('02000000-0000-7000-8000-%012x', i), printf('01000000-0000-7000-8000-%012x', i), 1, p.id, p.kind, \(amountSQL), 0,
            'settled', 1577880000000 + i * 60000, s.id, 1577880000000 + i * 60000,
            date('2020-01-01', (i / \(checksADay)) || ' days')
        from n join (select id, kind from payment_method where kind in ('cash', 'room') group by kind) p
            on (p.kind = 'room') = (i % 5 = 0), (select id from cashier limit 1) s;

        """
    }

    private static func postings(_ first: Int, _ last: Int) -> String {
        """
        \(numbers(first, last))
        insert into folio_posting (id, property_id, check_id, tender_id, check_number, room_number, reservation_number, guest_name, tip,
            service_charge, total, covers, outlet_number, service_period, cashier_name, workstation, hotel_code, stamp, state,
            transaction_numbers, created_at, created_by, updated_at, not_before, attempts, kind)
        select printf('05000000-0000-7000-8000-%012x', i), o.property_id, printf('01000000-0000-7000-8000-%012x', i),
            printf('02000000-0000-7000-8000-%012x', i), 99999999 - i, 1001 + i / 5 % \(rooms), 100001 + i / 5 % \(rooms), 'Garibaldi', 0,
            0, \(amountSQL), 2, o.number, 4, 'Anna', 'BENCH', 'ROOM', '2020-01-01T20:00:00', 'accepted', '[]',
            1577880000000 + i * 60000, s.id, 1577880000000 + i * 60000, 0, 1, 'charge'
        from n, (select property_id, number from outlet order by number limit 1) o, (select id from cashier limit 1) s where i % 5 = 0
        """
    }
}
