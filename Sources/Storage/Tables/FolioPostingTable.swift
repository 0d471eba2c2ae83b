import Foundation
package import PointOfSale

extension SQLTransaction {
    /// Writes a queued posting. The queued rows are the outbox: the dispatcher finds them there. The tender of a charge, and what a
    /// reversal takes back, are written before it.
    package func enqueue(_ posting: FolioPosting) throws {
        try execute(
            """
            insert into folio_posting (id, property_id, check_id, tender_id, reverses, check_number, room_number, reservation_number,
                guest_name, tip, service_charge, total, covers, outlet_number, service_period, table_number, cashier_name,
                workstation, hotel_code, stamp, state, transaction_numbers, created_at, created_by, updated_at, not_before, attempts,
                kind, overrides_credit, integration)
            values ($1, (select id from property), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
                'queued', $20, $21, $22, $23, $24, 0, $25, $26, $27)
            """,
            posting.id, posting.checkID, posting.tenderID, posting.reverses, posting.checkNumber, posting.guest?.roomNumber.text,
            posting.guest?.reservationNumber, posting.guest?.name, posting.breakdown.tip, posting.breakdown.serviceCharge,
            posting.breakdown.total, posting.covers, posting.outletNumber, posting.servicePeriod, posting.tableNumber,
            posting.cashierName, posting.workstation, posting.hotelCode, posting.stamp,
            try Self.listText(posting.transactionNumbers), posting.createdAt, posting.createdBy, posting.updatedAt, posting.notBefore,
            posting.kind.rawValue, posting.overridesCredit, posting.integration.rawValue)
        try insertParts(posting.breakdown.subtotals, kind: "subtotal", of: posting.id)
        try insertParts(posting.breakdown.discounts, kind: "discount", of: posting.id)
        try insertPostingLines(posting.lines, of: posting.id)
    }

    /// One posting, or nil.
    package func posting(_ id: PostingID) throws -> FolioPosting? {
        try first("\(Self.postingQuery) where p.id = $1", id).map(posting)
    }

    /// Postings in one of these states (in any, when there are none), newest first, made before `before` when it is given.
    package func postings(in states: Set<PostingState>, before: PostingID?, limit: Int) throws -> [FolioPosting] {
        // After every UUID in text form.
        let bound = before?.text ?? "~"
        guard !states.isEmpty else {
            return try query("\(Self.postingQuery) where p.id < $1 order by p.id desc limit $2", bound, limit).map(posting)
        }
        // One walk down the index per state reads no more than `limit` rows each, however many there are.
        return try states.flatMap { state in
            try query(
                "\(Self.postingQuery) where p.state = $1 and p.id < $2 order by p.id desc limit $3", state.rawValue, bound, limit)
        }
        .map { (id: try $0.text("id"), row: $0) }.sorted { $0.id > $1.id }.prefix(limit).map { try posting($0.row) }
    }

    /// How many postings are in each state that still wants something of somebody: queued, sending, in doubt.
    package func openPostingCounts() throws -> [PostingState: Int] {
        let rows = try query(
            "select state, count(*) as count from folio_posting where state in ('queued', 'sending', 'inDoubt') group by state")
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.state("state"), try $0.int("count")) })
    }

    /// Postings to the same stay that the hotel accepted, newest first: what their bill ought to show.
    package func acceptedPostings(to guest: GuestChoice, limit: Int) throws -> [FolioPosting] {
        try query(
            """
            \(Self.postingQuery) where p.reservation_number = $1 and p.room_number = $2 and p.state = 'accepted'
            order by p.id desc limit $3
            """,
            guest.reservationNumber, guest.roomNumber.text, limit
        ).map(posting)
    }

    /// Whether another posting of ours to the same stay may have moved its balance since that moment.
    package func mayHaveMoved(_ guest: GuestChoice, since moment: Timestamp, otherThan id: PostingID) throws -> Bool {
        try first(
            """
            select 1 from folio_posting
            where reservation_number = $1 and room_number = $2 and id <> $3 and attempts > 0 and updated_at >= $4 limit 1
            """,
            guest.reservationNumber, guest.roomNumber.text, id, moment) != nil
    }

    /// Puts every posting that waits or is under way in doubt, in a copy that somebody may go back to (`SQLiteDatabase.backup`).
    func doubtPostingsUnderWay() throws {
        try execute(
            "update folio_posting set state = 'inDoubt', outcome_code = $1 where state in ('queued', 'sending')",
            PostingOutcome.Doubt.interrupted.rawValue)
        try execute(
            "update posting_attempt set outcome = $1, closed_at = started_at where closed_at is null",
            PostingOutcome.Doubt.interrupted.rawValue)
        try forgetGatewayMark()
    }

    private static var postingQuery: String {
        "select p.*, \(Self.postingCurrency) as currency from folio_posting p"
    }

    /// The currency of a posting `p`: its check's, or the house's where it has no check.
    static var postingCurrency: String {
        """
        coalesce((select c.currency from guest_check c where c.id = p.check_id), (select pr.currency from property pr where pr.id = \
        p.property_id))
        """
    }

    private func insertParts(_ parts: [Itemizer: Money], kind: String, of id: PostingID) throws {
        for (itemizer, amount) in parts {
            try execute(
                "insert into posting_part (posting_id, kind, itemizer, amount) values ($1, $2, $3, $4)", id, kind, itemizer, amount)
        }
    }

    private func posting(_ row: SQLRow) throws -> FolioPosting {
        let id: PostingID = try row.id("id")
        return FolioPosting(
            id: id, checkID: try row.optionalID("check_id"), tenderID: try row.optionalID("tender_id"),
            reverses: try row.optionalID("reverses"), checkNumber: try row.int("check_number"), guest: try row.guestChoice(),
            breakdown: try breakdown(of: id, row), covers: try row.int("covers"),
            outletNumber: try row.int("outlet_number"), servicePeriod: try row.int("service_period"),
            tableNumber: try row.optionalInt("table_number"), cashierName: try row.text("cashier_name"),
            workstation: try row.text("workstation"), hotelCode: try row.text("hotel_code"),
            overridesCredit: try row.bool("overrides_credit"), stamp: try row.stamp("stamp"),
            integration: try row.state("integration"), lines: try postingLines(of: id, row),
            state: try row.state("state"), outcomeCode: try row.optionalText("outcome_code"),
            hotelText: try row.optionalText("hotel_text"),
            transactionNumbers: try row.read("transaction_numbers", as: "a list of texts", Self.list),
            createdAt: try row.moment("created_at"), createdBy: try row.id("created_by"), updatedAt: try row.moment("updated_at"),
            notBefore: try row.moment("not_before"), attempts: try row.int("attempts"),
            isRelayed: try row.text("kind") == FolioPosting.Kind.relayed.rawValue)
    }

    private func breakdown(of id: PostingID, _ row: SQLRow) throws -> PostingBreakdown {
        let currency = try row.currency("currency")
        var parts: [String: [Itemizer: Money]] = [:]
        for part in try query("select kind, itemizer, amount from posting_part where posting_id = $1", id) {
            parts[try part.text("kind"), default: [:]][try part.itemizer("itemizer")] = try part.money("amount", in: currency)
        }
        let breakdown = PostingBreakdown(
            subtotals: parts["subtotal"] ?? [:], discounts: parts["discount"] ?? [:], tip: try row.money("tip", in: currency),
            serviceCharge: try row.money("service_charge", in: currency))
        guard breakdown.total == (try row.money("total", in: currency)) else {
            throw StorageFault.unreadableColumn(name: "total", wanted: "the sum of the posting's parts")
        }
        return breakdown
    }

    /// A list of texts as the JSON that its column holds.
    static func listText(_ list: [String]) throws -> String {
        String(decoding: try JSONEncoder().encode(list), as: UTF8.self)
    }

    /// A list of texts from that JSON; nil when it is none.
    static func list(_ text: String) -> [String]? {
        text == "[]" ? [] : try? JSONDecoder().decode([String].self, from: Data(text.utf8))
    }
}
