import PointOfSale
import Storage

/// Fills a furnished database with closed checks of one business date, as tills leave them: a line, a payment with a tip now and then, what
/// it carries of revenue groups and taxes, and the hotel's yes where it was put on a room.
struct PaidChecks {
    /// How they were paid: so many of each ten.
    struct Mix {
        let cash: Int
        let rooms: Int

        /// As many on rooms as a hotel's own restaurant has; cards are the rest.
        static let brasserie = Mix(cash: 3, rooms: 3)
        static let noRooms = Mix(cash: 4, rooms: 0)
    }

    /// What one check comes to, minor units: food at one rate, wine at another.
    static let totalMinor = 1_650
    static let tipMinor = 100
    /// One check of so many has a tip.
    static let tipEvery = 4

    let database: SQLiteDatabase
    let date: BusinessDate
    /// Between these, evenly, they are paid.
    let from: Timestamp
    let until: Timestamp

    /// What so many checks come to, minor units.
    static func total(of count: Int) -> Int { count * totalMinor + count / tipEvery * tipMinor }

    /// Adds them in one transaction.
    func add(_ count: Int, _ mix: Mix) async throws {
        let numbers = "with recursive n(i) as (select 1 union all select i + 1 from n where i < \(count))"
        let outlets = "(select id, property_id, number, row_number() over (order by number) - 1 as k, count(*) over () as many from outlet)"
        let staff = "(select id, row_number() over (order by number) - 1 as k, count(*) over () as many from cashier)"
        let kind = "case when n.i % 10 < \(mix.cash) then 'cash' when n.i % 10 < \(mix.cash + mix.rooms) then 'room' else 'card' end"
        let check = "printf('06000000-0000-7000-8000-%012x', n.i)"
        let tender = "printf('07000000-0000-7000-8000-%012x', n.i)"
        let posting = "printf('08000000-0000-7000-8000-%012x', n.i)"
        let moment = "(\(from.milliseconds) + n.i * \(until.ms(since: from) - 1) / \(count))"
        let tip = "case when n.i % \(Self.tipEvery) = 0 then \(Self.tipMinor) else 0 end"
        let rooms = "from n join \(outlets) o on o.k = n.i % o.many join \(staff) s on s.k = n.i % s.many where \(kind) = 'room'"
        try await database.write { [date] tx in
            try tx.executeScript(
                """
                \(numbers) insert into guest_check (id, property_id, number, outlet_id, covers, state, business_date, service_period,
                    currency, opened_at, opened_by, closed_at)
                select \(check), o.property_id, 10000000 + n.i, o.id, 2, 'closed', '\(date)', n.i % 4 + 1, 'EUR', \(moment), s.id, \(moment)
                from n join \(outlets) o on o.k = n.i % o.many join \(staff) s on s.k = n.i % s.many;
                \(numbers) insert into check_line (check_id, position, id, menu_item_id, name_fr, quantity, unit_price, tax_basis_points,
                    itemizer, note, added_at, added_by)
                select \(check), 1, printf('line-%08d', n.i), m.id, m.name_fr, 1, \(Self.totalMinor), 1000, 1, '', \(moment), s.id
                from n join \(staff) s on s.k = n.i % s.many join (select id, name_fr from menu_item limit 1) m;
                \(numbers) insert into tender (id, check_id, position, payment_method_id, kind, amount, tip, state, taken_at, taken_by,
                    settled_at, business_date)
                select \(tender), \(check), 1, p.id, p.kind, \(Self.totalMinor), \(tip), 'settled', \(moment), s.id, \(moment), '\(date)'
                from n join payment_method p on p.kind = \(kind) join \(staff) s on s.k = n.i % s.many;
                \(numbers) insert into tender_share (tender_id, itemizer, amount)
                select \(tender), 1, 1100 from n union all select \(tender), 3, \(Self.totalMinor) - 1100 from n;
                \(numbers) insert into tender_tax (tender_id, basis_points, gross, tax)
                select \(tender), 1000, 1100, 100 from n union all select \(tender), 2000, \(Self.totalMinor) - 1100, 92 from n;
                \(numbers) insert into folio_posting (id, property_id, check_id, tender_id, check_number, room_number, reservation_number,
                    guest_name, tip, service_charge, total, covers, outlet_number, service_period, cashier_name, workstation, hotel_code,
                    stamp, state, transaction_numbers, created_at, created_by, updated_at, not_before, attempts, kind)
                select \(posting), o.property_id, \(check), \(tender), 10000000 + n.i, '204', '12345', 'Garibaldi', \(tip), 0,
                    \(Self.totalMinor) + \(tip), 2, o.number, n.i % 4 + 1, 'Anna', 'BENCH', 'ROOM', '\(date)T20:00:00', 'accepted', '[]',
                    \(moment), s.id, \(moment), \(moment), 1, 'charge' \(rooms);
                \(numbers) insert into posting_part (posting_id, kind, itemizer, amount)
                select \(posting), 'subtotal', 1, 1100 \(rooms) union all
                select \(posting), 'subtotal', 3, \(Self.totalMinor) - 1100 \(rooms)
                """)
        }
    }
}
