package import PointOfSale

/// What a search of the history found.
package struct FoundChecks: Sendable, Hashable {
    /// Newest first.
    package let checks: [Check]
    /// Where to go on with older ones; nil when there are none.
    package let next: CheckID?

    /// What was found.
    package init(checks: [Check], next: CheckID?) {
        self.checks = checks
        self.next = next
    }
}

extension SQLTransaction {
    /// The checks that fit a search, newest first, older than `before` when it is given.
    ///
    /// The first criterion walks its index, at most `CheckSearchQuery.candidatesMax` checks at a time, and the others are asked of those: a
    /// search for what is rare among what is frequent shows fewer than `limit`, and `next` goes on. So none takes long.
    package func checks(matching search: CheckSearch, before: CheckID? = nil, limit: Int) throws -> FoundChecks {
        let query = CheckSearchQuery(search, before: before)
        let found: [CheckID] = try self.query(query.sql, values: query.values + [(limit + 1).sqlValue]).map { try $0.id("id") }
        let checks = try found.prefix(limit).compactMap { try check($0) }
        if found.count > limit { return FoundChecks(checks: checks, next: checks.last?.id) }
        let walked = try self.query(query.walked, values: query.candidateValues).first
        guard let walked, try walked.int("walked") == CheckSearchQuery.candidatesMax else { return FoundChecks(checks: checks, next: nil) }
        return FoundChecks(checks: checks, next: try walked.id("oldest"))
    }

    /// The check of that number, or nil.
    package func check(number: Int) throws -> Check? {
        try first("select id from guest_check where property_id = (select id from property) and number = $1", number).flatMap {
            try check($0.id("id"))
        }
    }
}

/// A search of the history as SQL.
package struct CheckSearchQuery: Sendable {
    /// Checks that one search looks at, at most.
    package static let candidatesMax = 2000

    /// Answers ids; the last value is how many.
    package let sql: String
    /// The values of `sql` but the last.
    package let values: [SQLValue]
    /// Counts what the first criterion walked over, and names the oldest of it.
    let walked: String
    /// The values of `walked`.
    let candidateValues: [SQLValue]

    /// The query for a search.
    package init(_ search: CheckSearch, before: CheckID?) {
        var (bindings, search) = (Bindings(), search)
        let age = bindings.take(before?.text ?? "~")
        let candidates = Self.candidates(&search, age, &bindings)
        walked = "with candidate (id) as materialized (\(candidates)) select count(*) as walked, min(id) as oldest from candidate"
        candidateValues = bindings.values
        let conditions = [Self.kind(search.kind)] + Self.rest(search, &bindings)
        sql = """
            with candidate (id) as materialized (\(candidates))
            select c.id from candidate cross join guest_check c on c.id = candidate.id
            where \(conditions.joined(separator: " and ")) order by c.id desc limit $\(bindings.values.count + 1)
            """
        values = bindings.values
    }

    /// The values of placeholders, in the sequence of their numbers.
    private struct Bindings {
        private(set) var values: [SQLValue] = []

        mutating func take(_ value: any SQLBindable) -> String {
            values.append(value.sqlValue)
            return "$\(values.count)"
        }
    }

    /// What is walked, newest first; takes its criterion out of the search.
    private static func candidates(_ search: inout CheckSearch, _ age: String, _ bindings: inout Bindings) -> String {
        let newest = "order by id desc limit \(candidatesMax)"
        if search.kind == .open { return "select id from guest_check where id < \(age) and state = 'open' and refunds is null \(newest)" }
        if let room = search.room {
            search.room = nil
            return """
                select distinct check_id as id from folio_posting where check_id < \(age) and room_number = \(bindings.take(room.text))
                order by check_id desc limit \(candidatesMax)
                """
        }
        if let amount = search.amount {
            search.amount = nil
            let value = bindings.take(amount)
            return """
                select id from (select id from guest_check where id < \(age) and closed_total = \(value) \(newest))
                union select id from (
                    select distinct check_id as id from tender where check_id < \(age) and amount + tip = \(value)
                    order by check_id desc limit \(candidatesMax))
                \(newest)
                """
        }
        if let date = search.date {
            search.date = nil
            return "select id from guest_check where id < \(age) and business_date = \(bindings.take(date)) \(newest)"
        }
        if let table = search.table {
            search.table = nil
            return "select id from guest_check where id < \(age) and table_number = \(bindings.take(table)) \(newest)"
        }
        if let cashier = search.cashier {
            search.cashier = nil
            return "select id from guest_check where id < \(age) and opened_by = \(bindings.take(cashier)) \(newest)"
        }
        let refunds = search.kind == .refunds ? "and refunds is not null " : ""
        return "select id from guest_check where id < \(age) \(refunds)\(newest)"
    }

    private static func kind(_ kind: CheckSearch.Kind) -> String {
        switch kind {
        case .open: "c.state = 'open' and c.refunds is null"
        case .closed: "(c.state <> 'open' or c.refunds is not null)"
        case .refunds: "c.refunds is not null"
        }
    }

    /// What is asked of each candidate.
    private static func rest(_ search: CheckSearch, _ bindings: inout Bindings) -> [String] {
        var conditions: [String] = []
        if let date = search.date { conditions.append("c.business_date = \(bindings.take(date))") }
        if let table = search.table { conditions.append("c.table_number = \(bindings.take(table))") }
        if let amount = search.amount {
            let value = bindings.take(amount)
            conditions.append(
                "(c.closed_total = \(value) or exists (select 1 from tender t where t.check_id = c.id and t.amount + t.tip = \(value)))")
        }
        if let cashier = search.cashier { conditions.append("c.opened_by = \(bindings.take(cashier))") }
        if let room = search.room {
            conditions.append(
                "exists (select 1 from folio_posting p where p.room_number = \(bindings.take(room.text)) and p.check_id = c.id)")
        }
        return conditions
    }
}
