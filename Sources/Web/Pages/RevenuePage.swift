import Hummingbird
import Operations
import PointOfSale

/// The revenue of a business date as it went to the hotel, window by window (`S1-05`).
enum RevenuePage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let day: DayChoice
        let isTransmitting: Bool
        let madeUntil: String?
        let fallback: String?
        let hasRows: Bool
        let rows: [RevenueRow]
        let total: String
    }

    /// The query: `date`; the business date that runs, without it.
    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let cashier = try visit.cashier
        let day = try await visit.till.restaurant.revenueDay(try visit.dateOfQuery, by: cashier)
        let property = try await visit.till.property()
        let (words, time, money) = (visit.words, TimeText(visit.language, property.calendar), MoneyText(visit.language))
        let fallbacks = day.sent.count { $0.batch.isFallback }
        let total = day.sent.map { $0.batch.amount + $0.batch.tip }.total(property.currency)
        let model = Model(
            chrome: Chrome(visit, property, cashier: cashier, section: .day, path: "/day/revenue?date=\(day.date)"), words: words.all,
            day: DayChoice(day.date, visit, property), isTransmitting: day.isTransmitting,
            madeUntil: day.madeUntil.map { words("madeUntil", ["time": time.full($0)]) },
            fallback: fallbacks == 0 ? nil : words("fallbackWarning", ["count": String(fallbacks)]), hasRows: !day.sent.isEmpty,
            rows: day.sent.map { RevenueRow($0, words, time) }, total: money.text(total))
        return .html(visit.till.templates.render("revenue", model))
    }
}

/// One batch of revenue in a list.
struct RevenueRow: Sendable {
    let id: String
    let window: String
    let outlet: String
    let period: Int
    let method: String
    let tenders: Int
    let amount: String
    let tip: String
    let tone: String
    let sign: String
    let stateWords: String
    let state: String
    let isFallback: Bool

    init(_ sent: RevenueSent, _ words: Words, _ time: TimeText) {
        let (batch, money) = (sent.batch, MoneyText(words.language))
        let look = sent.posting.map { PostingLook($0, words) }
        id = batch.id.text
        window = "\(time.clock(batch.window.start)) – \(time.clock(batch.window.end))"
        outlet = sent.outletName
        period = batch.servicePeriod
        method = sent.methodName.text(in: words.language)
        tenders = batch.tenders
        amount = money.text(batch.amount)
        tip = batch.tip.isZero ? "" : money.text(batch.tip)
        tone = look?.tone ?? "plain"
        sign = look?.sign ?? "–"
        stateWords =
            sent.posting == nil ? words["nothingToSend"] : words["revenueState.\(DayReport.RevenueState(sent.posting?.state).rawValue)"]
        state = sent.posting?.state.rawValue ?? "none"
        isFallback = batch.isFallback
    }
}
