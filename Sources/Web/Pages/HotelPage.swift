import Hummingbird
import Operations
import PointOfSale

/// The desk between restaurant and hotel: the line, what waits, what is in doubt and what a person has to do about it (rule R10).
enum HotelPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let system: String
        let day: String
        let link: LinkCard
        /// The lines beside it, where the house has several.
        let otherLinks: [LinkCard]
        let queue: QueueCard
        let charged: String
        let chargedCount: String
        let maySettle: Bool
        let mayReconcile: Bool
        let doubts: [DoubtCard]
        let hasDoubts: Bool
        /// Whether there is something to do: on a phone it then comes first.
        let isBusy: Bool
        let doubtCount: Int
        let doubtsMore: String?
        let hasAttention: Bool
        let attention: [AttentionCard]
        let recent: [PostingRow]
        let hasRecent: Bool
        let reasons: [ReasonList]
        let data: String
    }

    /// The reasons that one tap gives, for one answer.
    private struct ReasonList: Sendable {
        let outcome: String
        let title: String
        let text: String
        let reasons: [String]
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let asked = visit.request.uri.queryParameters["asked"].flatMap { PostingID(text: String($0)) }
        return try await page(visit, asked: asked)
    }

    /// The form: `outcome` (`accepted` or `notBooked`), and `reason` (a button's) or `other` (typed).
    static let settle: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.postingID
        var form = try await visit.form()
        let isOnFolio = try form.parsed("outcome") { SettledAs(rawValue: $0) } == .accepted
        let (reason, other) = (try form.optionalText("reason"), try form.optionalText("other"))
        try form.nothingElse()
        return try await act(visit, then: "/hotel") { cashier in
            _ = try await visit.till.restaurant.settleDoubt(of: id, isOnFolio: isOnFolio, note: other ?? reason ?? "", by: cashier)
        }
    }

    /// Looks at the folio once more; what it shows comes to the page by itself.
    static let askAgain: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.postingID
        return try await act(visit, then: "/hotel?asked=\(id)") { try await visit.till.restaurant.askAgain(id, by: $0) }
    }

    /// Somebody has seen that the hotel did not give money back.
    static let acknowledge: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.postingID
        return try await act(visit, then: "/hotel") { try await visit.till.restaurant.acknowledgeRefusal(id, by: $0) }
    }

    private static func act(_ visit: Visit, then path: String, _ work: (Cashier) async throws -> Void) async throws -> Response {
        do {
            try await work(try visit.cashier)
            visit.till.live.announce(.floor)
            return .seeOther(path)
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await page(visit, problem: Problem(refusal))
        }
    }

    private static func page(_ visit: Visit, asked: PostingID? = nil, problem: Problem? = nil) async throws -> Response {
        let desk = try await visit.till.restaurant.hotelDesk()
        let property = try await visit.till.property()
        let (words, cashier) = (visit.words, try visit.cashier)
        let money = MoneyText(visit.language)
        let cards = DeskCards(
            words: words, time: TimeText(visit.language, property.calendar), money: money, mask: NameMask(cashier), now: visit.till.now,
            seesBalance: cashier.may(.viewGuestCredit))
        let hotels = visit.till.restaurant.hotels
        let others = hotels.all.dropFirst().filter { $0.linkState.isInUse }.map { line in
            cards.link(line.linkState, system: line.capabilities.systemName)
        }
        let doubts = desk.doubts.map { cards.doubt($0, isAsked: $0.posting.id == asked) }
        let model = Model(
            chrome: Chrome(visit, property, cashier: cashier, section: .hotel, path: "/hotel"), words: words.all,
            problem: problem.map { ProblemBox($0, words) }, system: visit.till.restaurant.hotel.capabilities.systemName,
            day: words("hotelDate", ["date": TimeText.date(desk.businessDate, visit.language)]),
            link: cards.link(desk.link, system: visit.till.restaurant.hotel.capabilities.systemName), otherLinks: others,
            queue: cards.queue(desk.queue),
            charged: money.text(desk.charged.total), chargedCount: words.counted("charges", desk.charged.count),
            maySettle: cashier.may(.settleDoubt), mayReconcile: cashier.may(.reconcile), doubts: doubts, hasDoubts: !doubts.isEmpty,
            isBusy: !doubts.isEmpty || !desk.attention.isEmpty,
            doubtCount: desk.doubtCount,
            doubtsMore: desk.doubtCount > doubts.count ? words("doubtsMore", ["count": String(desk.doubtCount - doubts.count)]) : nil,
            hasAttention: !desk.attention.isEmpty, attention: desk.attention.map(cards.attention),
            recent: desk.recent.map { PostingRow($0, words, property.calendar, NameMask(cashier), now: visit.till.now) },
            hasRecent: !desk.recent.isEmpty, reasons: reasons(words),
            data: PageData.text { $0.words(["seconds", "minutesSeconds", "minutes", "hours", "days"], words) })
        return .html(visit.till.templates.render("hotel", model), status: problem?.status ?? .ok)
    }

    private static func reasons(_ words: Words) -> [ReasonList] {
        SettledAs.allCases.map { outcome in
            let answer = outcome == .accepted ? "booked" : "notBooked"
            return ReasonList(
                outcome: outcome.rawValue, title: words["settleTitle.\(outcome.rawValue)"], text: words["settleText.\(outcome.rawValue)"],
                reasons: ["seen", "phone", "guest"].map { words["reason.\(answer).\($0)"] })
        }
    }
}
