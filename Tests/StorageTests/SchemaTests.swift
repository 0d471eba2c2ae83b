import PointOfSale
import Storage
import TestSupport
import Testing

@testable import Storage

struct SchemaTests {
    /// A statement that breaks one rule of the schema, on a house with one check (1007), one line and one settled tender.
    struct Breach: Sendable, CustomTestStringConvertible {
        let kind: StorageFault.ConstraintKind
        let sql: String
        var testDescription: String { sql }

        init(_ kind: StorageFault.ConstraintKind, _ sql: String) {
            self.kind = kind
            self.sql = sql
        }
    }

    static let breaches: [Breach] = [
        Breach(.check, "update property set currency = 'EURO'"),
        Breach(.check, "update property set closing_minute = 1440"),
        Breach(.check, "update property set language = 'de'"),
        Breach(.check, "update number_counter set last_number = 100000000"),
        Breach(.check, "update outlet set number = 0"),
        Breach(.check, "update outlet set while_hotel_is_down = 'perhaps'"),
        Breach(.check, "update outlet set is_active = 2"),
        Breach(.check, "update service_period set start_minute = 1440"),
        Breach(.unique, "update service_period set start_minute = 240"),
        Breach(.check, "update dining_table set seats = 0"),
        Breach(.unique, "update dining_table set number = 12"),
        Breach(.check, "update cashier set role = 'owner'"),
        Breach(.check, "update cashier set pin_digest = '2580'"),
        Breach(.check, "insert into sign_in_throttle select id, 'bar', 0, 1, 1 from property"),
        Breach(.check, "update tax_class set basis_points = 10001"),
        Breach(.check, "update revenue_group set itemizer = 10"),
        Breach(.check, "update menu_item set price = -1"),
        Breach(.check, "update menu_item set price = 1000000001"),
        Breach(.check, "update menu_item set look = 'lukewarm'"),
        Breach(.foreignKey, "update menu_item set category_id = 'nothing'"),
        Breach(.check, "update payment_method set kind = 'cheque'"),
        Breach(.check, "update payment_method set hotel_code = 'TOOLONG'"),
        Breach(.unique, "update payment_method set code = 'CASH'"),
        Breach(.check, "update guest_check set number = 0"),
        Breach(.check, "update guest_check set covers = 0"),
        Breach(.check, "update guest_check set state = 'closed'"),
        Breach(.check, "update guest_check set closed_at = 1"),
        Breach(.check, "update guest_check set state = 'lost'"),
        Breach(.check, "update guest_check set table_number = null where table_id is not null"),
        Breach(.foreignKey, "delete from guest_check"),
        Breach(.foreignKey, "delete from menu_item"),
        Breach(.foreignKey, "delete from cashier"),
        Breach(.check, "update check_line set quantity = 0"),
        Breach(.check, "update check_line set unit_price = -1"),
        Breach(.check, "update check_line set itemizer = 0"),
        Breach(.check, "update check_line set position = 0"),
        Breach(.notNull, "update check_line set note = null"),
        Breach(.check, "update tender set amount = 0"),
        Breach(.check, "update tender set tip = -1"),
        Breach(.check, "update tender set cash_given = amount + tip - 1"),
        Breach(.check, "update tender set settled_at = null"),
        Breach(.check, "update tender set state = 'pending'"),
        Breach(.check, "update tender_share set amount = 0"),
        Breach(.check, "update folio_posting set state = 'lost'"),
        Breach(.check, "update folio_posting set state = 'sending', attempts = 0"),
        Breach(.check, "update folio_posting set room_number = ''"),
        Breach(.check, "update folio_posting set workstation = 'a name that is too long'"),
        Breach(.check, "update posting_part set kind = 'surcharge'"),
        Breach(.check, "update folio_posting set tender_id = null"),
        Breach(.check, "update folio_posting set reverses = id"),
        Breach(.check, "update posting_attempt set fate = 'perhaps'"),
        Breach(.check, "update posting_attempt set fate = null, reversal_id = posting_id"),
        Breach(.foreignKey, "update posting_attempt set reversal_id = 'nothing'"),
        Breach(.check, "update posting_attempt set outcome = 'accepted', closed_at = null"),
        Breach(.check, "update posting_attempt set number = 0"),
        Breach(.check, "insert into idempotency select id, 'pay', 'key-0001', 'short', 'x', 1 from property"),
        Breach(.notNull, "update guest_check set property_id = null"),
    ]

    @Test(arguments: breaches)
    func `the schema itself forbids what must not be`(breach: Breach) async throws {
        let house = try await Self.busyHouse()
        await expectConstraint(breach.kind) { try await house.write { try $0.executeScript(breach.sql) } }
    }

    @Test func `every row hangs off a property`() async throws {
        let house = try await House.inMemory()
        let roots: Set<String> = ["property", "schema_migration"]
        let tables = try await house.read { tx in
            try tx.query("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'").map { try $0.text("name") }
        }
        #expect(tables.count > 20)
        for table in tables where !roots.contains(table) {
            // Up the foreign keys until the property.
            var reached: Set<String> = [table]
            var grown = true
            while grown {
                let parents = try await house.read { [reached] tx in
                    try reached.flatMap {
                        try tx.query("select \"table\" as parent from pragma_foreign_key_list('\($0)')").map { try $0.text("parent") }
                    }
                }
                grown = !reached.isSuperset(of: parents)
                reached.formUnion(parents)
            }
            #expect(reached.contains("property"), "\(table)")
        }
    }

    private static let questions: [(sql: String, values: Int)] = [
        ("select * from guest_check where id = $1", 1),
        ("select * from guest_check where outlet_id = $1 and state = 'open' order by id", 1),
        ("select id from guest_check where table_id = $1 and state = 'open'", 1),
        ("select * from check_line where check_id = $1 order by check_id, position", 1),
        ("select * from check_line where check_id in (select id from guest_check where outlet_id = $1 and state = 'open')", 1),
        ("select * from line_void where check_id = $1", 1),
        (
            """
            select tender.*, folio_posting.id from tender left join folio_posting on folio_posting.tender_id = tender.id
            where tender.check_id = $1 order by tender.check_id, tender.position
            """,
            1
        ),
        (PostingClaimQuery.due, 2), (PostingClaimQuery.stranded, 2), (PostingClaimQuery.refusable, 4), (PostingClaimQuery.nextDue, 1),
        (
            """
            select p.*, c.currency from folio_posting p join guest_check c on c.id = p.check_id
            where p.id < $1 order by p.id desc limit $2
            """,
            2
        ),
        (
            """
            select p.*, c.currency from folio_posting p join guest_check c on c.id = p.check_id
            where p.state = $1 and p.id < $2 order by p.id desc limit $3
            """,
            3
        ),
        ("select state, count(*) from folio_posting where state in ('queued', 'sending', 'inDoubt') group by state", 0),
        ("select * from posting_attempt where posting_id = $1 order by ordinal", 1),
        ("select * from posting_attempt where closed_at is null order by id", 0),
        ("select * from posting_attempt a where a.number = $1 order by a.id desc limit 1", 1),
        (
            """
            select * from folio_posting p
            where p.reservation_number = $1 and p.room_number = $2 and p.state = 'accepted' order by p.id desc limit $3
            """,
            3
        ),
        ("select id from folio_posting where reverses = $1 order by id", 1),
        ("select * from posting_evidence where posting_id = $1 order by id", 1),
        ("select id from guest_check where business_date = $1 order by id", 1),
        ("select input_hash from idempotency where property_id = $1 and action = $2 and client_key = $3", 3),
        ("select * from journal where subject = $1 order by id", 1),
        ("select * from cashier where property_id = $1 and pin_digest = $2", 2),
    ]

    @Test func `the questions asked all day are answered from indexes`() async throws {
        let house = try await Self.busyHouse()
        for question in Self.questions {
            let plan = try await house.read { tx in
                try tx.query("explain query plan \(question.sql)", values: Array(repeating: .integer(1), count: question.values))
                    .map { try $0.text("detail") }
            }
            for step in plan where step.hasPrefix("SCAN") {
                #expect(step.contains("USING"), "\(question.sql) → \(step)")
            }
            #expect(
                !question.sql.contains("limit") || !plan.contains { $0.contains("TEMP B-TREE") }, "\(question.sql) sorts all that waits")
        }
    }

    @Test func `what no posting told the hotel of is looked for among the payments of its dates, however many there are`() async throws {
        let house = try await Self.busyHouse()
        let plan = try await house.read { tx in
            try tx.query("explain query plan \(SQLiteTransaction.untoldTendersQuery)", values: [.text("2026-01-01"), .integer(1)]).map {
                try $0.text("detail")
            }
        }
        #expect(plan.contains { $0.contains("tender_of_day (business_date>?") }, "\(plan)")
        #expect(!plan.contains { $0.contains("SCAN") }, "\(plan)")
    }

    @Test func `each question to the queue goes down the index that was made for it`() async throws {
        let house = try await Self.busyHouse()
        let queue = "posting_by_due_time (integration=? AND state=?"
        let questions = [
            (PostingClaimQuery.due, 2, queue), (PostingClaimQuery.stranded, 2, queue), (PostingClaimQuery.nextDue, 1, queue),
            (PostingClaimQuery.refusable, 4, "posting_by_outlet (integration=? AND outlet_number=? AND state=?"),
        ]
        for (sql, values, index) in questions {
            let plan = try await house.read { tx in
                try tx.query("explain query plan \(sql)", values: Array(repeating: .integer(1), count: values)).map {
                    try $0.text("detail")
                }
            }
            #expect(plan.contains { $0.contains(index) }, "\(plan)")
        }
    }

    @Test func `the schema is the same in every new database`() async throws {
        func schema() async throws -> [String] {
            try await SQLiteDatabase.inMemory().read { tx in
                try tx.query("select name, sql from sqlite_master where sql is not null order by name").map { try $0.text("sql") }
            }
        }
        let (one, two) = (try await schema(), try await schema())
        #expect(one == two)
        #expect(!one.isEmpty)
    }

    @Test func `no trigger does anything behind anybody's back`() async throws {
        let house = try await House.inMemory()
        #expect(try await house.read { try $0.query("select name from sqlite_master where type = 'trigger'") }.isEmpty)
    }

    /// A house with a check at a table, a line, a settled tender and a posting whose attempt has ended.
    private static func busyHouse() async throws -> House {
        let house = try await House.inMemory()
        _ = try await house.queuedCharge(2000)
        let check = house.check(1007, table: house.table)
        try await house.write { tx in
            _ = try tx.nextCheckNumber()
            try tx.insertCheck(check)
            try tx.insertLine(house.line(1), check: check.id)
            try tx.insertTender(
                house.tender(1, check: check.id, cents: 1000), share: TenderShare(subtotals: [Itemizer(1)!: Sample.euros(1000)]))
            let posting = try #require(try tx.claimNextPosting(at: House.moment))
            try tx.insertAttempt(
                PostingAttempt(id: Sample.id(1), postingID: posting.id, number: 1, startedAt: House.moment, request: "PR|"))
            try tx.closeAttempt(Sample.id(1), answer: nil, outcome: "timedOut", fate: .booked, at: House.moment)
            // Only settled tenders are left, so that each breach is of one rule.
            try tx.conclude(posting, as: PostingConclusion(.accepted), at: House.moment)
            try tx.insertCheck(house.check(1008))
        }
        return house
    }
}
