package import PointOfSale
import Storage

/// A business date in figures: what was paid, where, when, how and to whom; and what the hotel knows of it, to the cent (`S1-13`).
package struct DayReport: Sendable, Hashable {
    package let date: BusinessDate
    package let status: Stage
    /// Checks with a payment that stands, and those on which nothing was to be paid.
    package let checks: Int
    /// All settled payments, tips aside; refunds and voids taken off.
    package let sales: Money
    package let tips: Money
    package let byOutlet: [Line]
    package let byServicePeriod: [Line]
    package let byRevenueGroup: [Line]
    package let byMethod: [Line]
    package let byCashier: [Line]
    package let taxes: [Tax]
    /// What discounts took off the sales, by what they are called; how many checks each was given on (`S2-11`).
    package let discounts: [Line]
    /// The same by who gave them.
    package let discountsByCashier: [Line]
    package let hotel: HotelSide
    /// Charges to rooms and paymasters that are on their way: not in the sums until the hotel has them.
    package let pending: Line?

    /// Where the date is in its life.
    package enum Stage: Sendable, Hashable {
        /// It still runs.
        case running
        /// It is over by the clock, and so many open checks keep it from being closed.
        case waitingForChecks(Int)
        /// It is over, and the books are closed with the next look.
        case over
        case closed(at: Timestamp, by: String?, openChecks: Int)
    }

    /// One sum.
    package struct Line: Sendable, Hashable {
        package let name: LocalizedName
        package let count: Int
        package let amount: Money
        package let tip: Money
    }

    /// One rate of tax.
    package struct Tax: Sendable, Hashable {
        package let rate: Rate
        package let gross: Money
        package let tax: Money
        package var net: Money { gross - tax }
    }

    /// What the hotel knows: every cent of the day stands in exactly one of these.
    package struct HotelSide: Sendable, Hashable {
        package let rooms: Money
        package let paymasters: Money
        /// Postings of revenue by how far they have come; what came to nothing counts as accepted.
        package let revenue: [RevenueState: Money]
        /// Windows that are not over yet.
        package let waiting: Money
        /// What was never meant for the hotel: ways of paying without a code there, or only room charges are transmitted.
        package let notMeant: [Line]
        /// Batches that went by the fallback of the mapping (`S1-12`).
        package let fallbacks: Int

        /// All of it.
        package var total: Money {
            revenue.values.reduce(rooms + paymasters + waiting, +) + notMeant.lazy.map(\.amount).total(rooms.currency)
        }
    }

    /// How far revenue has come, in few words.
    package enum RevenueState: String, Sendable, Hashable, CaseIterable { case accepted, onItsWay, inDoubt, refused }

    /// All that was paid, tips included: what the hotel's side must come to.
    package var total: Money { sales + tips }
    /// What is missing on the hotel's side, or too much: nothing, or something is wrong with the books.
    package var difference: Money { total - hotel.total }
}

extension DayReport.RevenueState {
    /// What a posting's state comes to.
    package init(_ state: PostingState?) {
        switch state {
        case nil, .accepted: self = .accepted
        case .queued, .sending: self = .onItsWay
        case .inDoubt: self = .inDoubt
        case .refused, .notBooked, .withdrawn: self = .refused
        }
    }
}

extension Restaurant {
    /// The report of a business date; of the one that runs when none is named.
    /// - Throws: `Refusal` — not permitted, a date still to come.
    package func dayReport(of wanted: BusinessDate? = nil, by cashier: Cashier) async throws -> DayReport {
        try cashier.mustBeAllowed(.viewReports)
        let moment = now()
        return try await database.read { tx in
            let property = try tx.property()
            let today = property.calendar.businessDate(at: moment)
            let date = wanted ?? today
            guard date <= today else { throw Refusal.dayNotOver }
            return try DayReport(of: date, today: today, property, tx)
        }
    }
}
