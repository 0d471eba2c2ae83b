import PointOfSale
import Storage
import TestSupport
import Testing

/// The history: what is found by each thing that somebody may remember of a check, and down which index.
struct CheckSearchTests {
    let house: House

    init() async throws { house = try await .inMemory() }

    /// Closed checks numbered from 1: every third at table 12, the others at the counter; one card payment each of
    /// `number` euros with one euro of tip.
    private func addClosedChecks(_ count: Int) async throws {
        try await house.write { tx in
            for number in 1...count {
                let check = house.check(number, table: number % 3 == 0 ? house.table : nil)
                try tx.insertCheck(check)
                try tx.insertLine(house.line(number), check: check.id)
                try tx.insertTender(
                    Tender(
                        id: Sample.id(UInt64(50_000 + number)), checkID: check.id, paymentMethodID: house.cash.id, kind: .cash,
                        amount: Sample.euros(number * 100), tip: Sample.euros(100), state: .settled, takenAt: House.moment,
                        takenBy: house.anna.id, businessDate: check.businessDate), share: TenderShare(subtotals: [:]))
                try tx.closeCheck(check.id, at: House.moment)
            }
        }
    }

    private func numbers(_ search: CheckSearch, limit: Int = 50) async throws -> [Int] {
        let checks = try await house.read { tx in try tx.checks(matching: search, limit: limit).checks }
        #expect(checks.map(\.id.text) == checks.map(\.id.text).sorted(by: >), "newest first")
        return checks.map(\.number).sorted()
    }

    @Test func `a check is found by its day, table, amount, cashier, and by a card slip with its tip`() async throws {
        try await addClosedChecks(9)
        let open = house.check(10, table: house.otherTable)
        try await house.write { tx in try tx.insertCheck(open) }
        #expect(try await numbers(CheckSearch()) == Array(1...9))
        #expect(try await numbers(CheckSearch(.open)) == [10])
        #expect(try await numbers(CheckSearch(.refunds)).isEmpty)
        #expect(try await numbers(CheckSearch(date: open.businessDate)).count == 9)
        #expect(try await numbers(CheckSearch(date: open.businessDate.previous)).isEmpty)
        #expect(try await numbers(CheckSearch(table: 12)) == [3, 6, 9])
        #expect(try await numbers(CheckSearch(cashier: house.anna.id)).count == 9)
        #expect(try await numbers(CheckSearch(cashier: Sample.id(98))).isEmpty)
        // 4.00 is what check 4 came to, and what the slip of check 3 shows with its tip.
        #expect(try await numbers(CheckSearch(amount: 400)) == [3, 4])
        #expect(try await numbers(CheckSearch(table: 12, amount: 400)) == [3])
        #expect(try await numbers(CheckSearch(.open, table: 12)).isEmpty)
        #expect(try await house.read { tx in try tx.check(number: 10) }?.id == open.id)
        #expect(try await house.read { tx in try tx.check(number: 11) } == nil)
    }

    @Test func `a check is found by a room that something of it was charged to`() async throws {
        let posting = try await house.queuedCharge(7)
        let id = try #require(posting.checkID)
        #expect(try await numbers(CheckSearch(.open, room: RoomNumber("204"))) == [7])
        try await house.write { tx in try tx.closeCheck(id, at: House.moment) }
        #expect(try await numbers(CheckSearch(room: RoomNumber("204"))) == [7])
        #expect(try await numbers(CheckSearch(amount: 3350, room: RoomNumber("204"))) == [7])
        #expect(try await numbers(CheckSearch(room: RoomNumber("0204"))).isEmpty, "leading zeros count")
    }

    @Test func `paging gives every check once, newest first, also where the rare is looked for among the frequent`() async throws {
        let count = CheckSearchQuery.candidatesMax + 30
        let (outlet, table, anna) = (house.outlet.id, house.table, house.anna.id)
        try await house.write { tx in
            try tx.executeScript(
                """
                with recursive n(i) as (select 1 union all select i + 1 from n where i < \(count))
                insert into guest_check (id, property_id, number, outlet_id, table_id, table_number, covers, state, business_date,
                    service_period, currency, opened_at, opened_by, closed_at)
                select printf('01000000-0000-7000-8000-%012x', i), p.id, i, '\(outlet)', case when i % 3 = 0 then '\(table.id)' end,
                    case when i % 3 = 0 then \(table.number) end, 2, 'closed', '2026-11-22', 4, 'EUR', 0, '\(anna)', 0
                from n, property p
                """)
        }
        var (seen, before): ([Int], CheckID?) = ([], nil)
        // The day has more checks than one search walks over.
        let search = CheckSearch(date: house.check(1).businessDate, table: 12)
        repeat {
            let from = before
            let found = try await house.read { tx in try tx.checks(matching: search, before: from, limit: 100) }
            seen += found.checks.map(\.number)
            before = found.next
        } while before != nil
        #expect(seen == Array(stride(from: count - count % 3, through: 3, by: -3)))
    }

    @Test(arguments: [
        (CheckSearch(room: RoomNumber("204")), "posting_by_room"), (CheckSearch(amount: 1650), "check_by_total"),
        (CheckSearch(amount: 1650), "tender_by_sum"), (CheckSearch(table: 12), "check_by_table"),
        (CheckSearch(cashier: Sample.id(99)), "check_by_cashier"), (CheckSearch(.refunds), "refund_by_age"),
        (CheckSearch(.open), "open_check_by_age"),
        (CheckSearch(date: BusinessDate(iso: "2026-11-22")), "check_by_business_date"),
        (CheckSearch(table: 12, room: RoomNumber("204")), "posting_by_room"),
    ]) func `each search walks the index that was made for it, and none reads the whole table`(_ search: CheckSearch, _ index: String)
        async throws
    {
        let query = CheckSearchQuery(search, before: Sample.id(4))
        let plan = try await house.read { tx in
            try tx.query("explain query plan \(query.sql)", values: query.values + [.integer(51)]).map { try $0.text("detail") }
        }
        #expect(plan.contains { $0.contains(index) }, "\(plan)")
        for step in plan where step.hasPrefix("SCAN") && !step.contains("candidate") && !step.contains("(subquery") {
            #expect(step.contains("USING"), "\(plan)")
        }
    }
}
