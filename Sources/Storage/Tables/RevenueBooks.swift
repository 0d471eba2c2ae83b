package import PointOfSale

/// What a look at the books brought.
package struct BooksKept: Hashable, Sendable {
    /// Postings of revenue that were queued.
    package var postings: [FolioPosting] = []
    /// Business dates that were closed.
    package var closed: [BusinessDate] = []

    /// Nothing yet.
    package init() {}
}

/// How the books are kept: the rules that the schedule and a person's closing share.
package enum RevenueBooks {
    /// How long after its end a window is made, ms: payments of its last moment are on disk by then.
    package static let graceMs: Int64 = 15_000
    /// What the hotel reads as the person who posts (`FIAS 2.20.24 §7`, ID).
    package static let cashierName = "ARDOISE"
}

extension SQLTransaction {
    /// Makes every window of revenue that is over, and closes every business date that is (`S1-05`, `S1-13`). Doing it again changes
    /// nothing; after an outage of days it catches up.
    /// - Parameter takesRevenue: whether the hotel may be told what no room pays (`HotelCapabilities.takesOutsideRevenue`).
    package func keepBooks(at moment: Timestamp, takesRevenue: Bool) throws -> BooksKept {
        let calendar = try property().calendar
        let settled = moment.advanced(byMs: -RevenueBooks.graceMs)
        let current = RevenueWindow(containing: settled, in: calendar)
        var progress: RevenueProgress
        if let known = try revenueProgress() {
            progress = known
        } else {
            progress = RevenueProgress(madeUntil: calendar.start(of: current.businessDate), openDate: current.businessDate)
            try setRevenueProgress(progress)
        }
        var kept = BooksKept()
        guard progress.madeUntil < current.start || progress.openDate < current.businessDate else { return kept }
        if progress.madeUntil < current.start {
            if takesRevenue, try transmitsReceipts() {
                kept.postings = try makeBatches(until: current.start, after: progress, calendar, at: moment)
            }
            progress = RevenueProgress(madeUntil: current.start, openDate: progress.openDate)
        }
        while progress.openDate < current.businessDate, try close(progress.openDate, by: nil, at: moment) {
            kept.closed.append(progress.openDate)
            progress = RevenueProgress(madeUntil: progress.madeUntil, openDate: progress.openDate.next)
        }
        try setRevenueProgress(progress)
        return kept
    }

    /// Whether all receipts go to the hotel, and not room charges only (`S1-02`).
    package func transmitsReceipts() throws -> Bool {
        try first(
            """
            select 1 from payment_method
            where kind = 'room' and integration = 'opera' and is_active = 1 and transmits_receipts = 1 limit 1
            """) != nil
    }

    /// Closes a business date, unless its open checks stand in the way. The next one has begun by the clock.
    /// - Returns: whether it is closed now.
    package func close(_ date: BusinessDate, by cashier: CashierID?, at moment: Timestamp) throws -> Bool {
        let open = try openCheckCount(until: date)
        guard try open == 0 || openChecksAtClosing() == .carry else { return false }
        try insertClosedDay(ClosedDay(businessDate: date, closedAt: moment, closedBy: cashier, openChecks: open))
        try journal(.dayClosed, subject: date.description, note: open == 0 ? nil : String(open), by: cashier, at: moment)
        return true
    }

    /// Puts every payment that the hotel has not been told of, and that is older than `end`, into batches, and queues their postings.
    private func makeBatches(
        until end: Timestamp, after progress: RevenueProgress, _ calendar: BusinessCalendar, at moment: Timestamp
    ) throws -> [FolioPosting] {
        let mappings = try revenueMappings()
        let outlets = Dictionary(uniqueKeysWithValues: try outlets().map { ($0.id, $0.number) })
        var groups: [RevenueGrouping: [UntoldTender]] = [:]
        for tender in try untoldTenders(from: progress.openDate, until: end) {
            let route = RevenueRoute(of: tender.place, outletNumber: outlets[tender.place.outletID] ?? 0, by: mappings)
            // Written late: its own window is made already, so it goes with the next.
            let window = RevenueWindow(containing: max(tender.settledAt, progress.madeUntil), in: calendar)
            groups[RevenueGrouping(tender, window, route), default: []].append(tender)
        }
        return try groups.sorted { $0.key < $1.key }.compactMap { grouping, tenders in
            let batch = try insertBatch(grouping, tenders, at: moment)
            return try queuePosting(of: batch, by: grouping.route, at: moment)
        }
    }

    private func insertBatch(_ grouping: RevenueGrouping, _ tenders: [UntoldTender], at moment: Timestamp) throws -> RevenueBatch {
        let currency = tenders[0].amount.currency
        let batch = RevenueBatch(
            id: .make(at: moment),
            window: .init(businessDate: grouping.businessDate, start: grouping.window.start, end: grouping.window.end),
            outletID: grouping.outletID, servicePeriod: grouping.servicePeriod, paymentMethodID: grouping.methodID,
            mappingID: grouping.route.mappingID, tenders: tenders.count, amount: tenders.lazy.map(\.amount).total(currency),
            tip: tenders.lazy.map(\.tip).total(currency))
        try insert(batch, at: moment)
        for tender in tenders {
            try execute("insert into revenue_tender (tender_id, batch_id) values ($1, $2)", tender.id, batch.id)
        }
        return batch
    }
}

/// What goes into one posting: the same window, place in the hotel's books, service period, way of paying and business date.
private struct RevenueGrouping: Hashable, Comparable {
    let businessDate: BusinessDate
    let window: RevenueWindow
    let outletID: OutletID
    let servicePeriod: Int
    let methodID: PaymentMethodID
    let route: RevenueRoute

    init(_ tender: UntoldTender, _ window: RevenueWindow, _ route: RevenueRoute) {
        businessDate = tender.businessDate
        self.window = window
        outletID = tender.place.outletID
        servicePeriod = tender.servicePeriod
        methodID = tender.methodID
        self.route = route
    }

    /// In the sequence of time, then always the same.
    static func < (left: RevenueGrouping, right: RevenueGrouping) -> Bool { left.place < right.place }

    private var place: (Timestamp, BusinessDate, String, Int, String, String) {
        (window.start, businessDate, outletID.text, servicePeriod, methodID.text, route.mappingID?.text ?? "")
    }
}
