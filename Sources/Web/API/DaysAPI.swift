import Hummingbird
import Operations
import PointOfSale

/// The day in figures, its closing, and the revenue that went to the hotel.
enum DaysAPI {
    static let show: @Sendable (Visit) async throws -> Response = { visit in
        try await answer(try visit.dateOfPath, visit)
    }

    static let close: @Sendable (Visit) async throws -> Response = { visit in
        let date = try visit.dateOfPath
        var body = try await visit.json()
        try body.nothingElse()
        try await visit.till.restaurant.closeDay(date, by: visit.cashier)
        return try await answer(date, visit)
    }

    static let listRevenue: @Sendable (Visit) async throws -> Response = { visit in
        let day = try await visit.till.restaurant.revenueDay(try visit.dateOfPath, by: visit.cashier)
        return .json { json in
            json.field("date", day.date.description)
            json.field("transmitsReceipts", day.isTransmitting)
            json.field("madeUntil", day.madeUntil.map(TimeText.iso))
            json.array("revenue", day.sent) { $0.fields(of: $1) }
        }
    }

    static let resend: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.revenueBatchID
        var body = try await visit.json()
        try body.nothingElse()
        let posting = try await visit.till.restaurant.resendRevenue(id, by: visit.cashier)
        let mask = NameMask(try visit.cashier)
        return .json(.created) { $0.fields(of: posting, mask) }
    }

    private static func answer(_ date: BusinessDate, _ visit: Visit) async throws -> Response {
        let report = try await visit.till.restaurant.dayReport(of: date, by: visit.cashier)
        let language = visit.language
        return .json { json in
            json.field("date", report.date.description)
            json.field("status", report.status.word)
            json.field("checks", report.checks)
            json.field("sales", report.sales.minorUnits)
            json.field("tips", report.tips.minorUnits)
            json.field("total", report.total.minorUnits)
            json.field("difference", report.difference.minorUnits)
            json.object("hotel") { $0.fields(of: report.hotel) }
            json.object("sums") { json in
                json.lines("outlets", report.byOutlet, language)
                json.lines("servicePeriods", report.byServicePeriod, language)
                json.lines("revenueGroups", report.byRevenueGroup, language)
                json.lines("methods", report.byMethod, language)
                json.lines("cashiers", report.byCashier, language)
                json.lines("discounts", report.discounts, language)
                json.lines("discountsByCashier", report.discountsByCashier, language)
            }
            json.array("taxes", report.taxes) { json, tax in
                json.field("basisPoints", tax.rate.basisPoints)
                json.field("gross", tax.gross.minorUnits)
                json.field("tax", tax.tax.minorUnits)
            }
        }
    }
}

extension DayReport.Stage {
    /// The stable word for it.
    fileprivate var word: String {
        switch self {
        case .running: "running"
        case .waitingForChecks: "waitingForChecks"
        case .over: "over"
        case .closed: "closed"
        }
    }
}

extension JSONWriter {
    fileprivate mutating func lines(_ name: StaticString, _ lines: [DayReport.Line], _ language: Language) {
        array(name, lines) { json, line in
            json.field("name", line.name.text(in: language))
            json.field("count", line.count)
            json.field("amount", line.amount.minorUnits)
            json.field("tip", line.tip.minorUnits)
        }
    }

    fileprivate mutating func fields(of hotel: DayReport.HotelSide) {
        let none = Money.zero(hotel.rooms.currency)
        field("rooms", hotel.rooms.minorUnits)
        field("paymasters", hotel.paymasters.minorUnits)
        field("revenueAccepted", (hotel.revenue[.accepted] ?? none).minorUnits)
        field("revenueOnItsWay", (hotel.revenue[.onItsWay] ?? none).minorUnits)
        field("revenueInDoubt", (hotel.revenue[.inDoubt] ?? none).minorUnits)
        field("revenueRefused", (hotel.revenue[.refused] ?? none).minorUnits)
        field("waiting", hotel.waiting.minorUnits)
        field("notMeant", hotel.notMeant.map(\.amount).total(none.currency).minorUnits)
        field("fallbacks", hotel.fallbacks)
    }

    fileprivate mutating func fields(of sent: RevenueSent) {
        field("id", sent.batch.id.text)
        field("from", TimeText.iso(sent.batch.window.start))
        field("until", TimeText.iso(sent.batch.window.end))
        field("outlet", sent.outletName)
        field("servicePeriod", sent.batch.servicePeriod)
        field("method", sent.methodName.fr)
        field("payments", sent.batch.tenders)
        field("amount", sent.batch.amount.minorUnits)
        field("tip", sent.batch.tip.minorUnits)
        field("isFallback", sent.batch.isFallback)
        field("postingId", sent.posting?.id.text)
        field("state", sent.posting?.state.rawValue)
    }
}

extension Visit {
    /// The business date in the path.
    /// - Throws: `Problem.notFound` when it is none.
    var dateOfPath: BusinessDate {
        get throws(Problem) {
            guard let date = parameters.get("date").flatMap({ BusinessDate(iso: $0) }) else { throw .notFound }
            return date
        }
    }
}
