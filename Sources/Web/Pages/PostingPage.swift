import Hummingbird
import Operations
import PointOfSale

/// One posting with everything said over the wire, and what a person may still decide about it.
enum PostingPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let id: String
        let reference: String
        let state: String
        let tone: String
        let sign: String
        let stateWords: String
        let reason: String?
        let amount: String
        let facts: [Fact]
        let maySettle: Bool
        let mayWithdraw: Bool
        let attempts: [Attempt]
        let hasEvidence: Bool
        let evidence: [EvidenceRow]
        let original: String?
        let hasReversals: Bool
        let reversals: [PostingRow]
    }

    private struct Fact: Sendable {
        let name: String
        let value: String
    }

    private struct Attempt: Sendable {
        let number: Int
        let time: String
        let tone: String
        let outcome: String
        let request: String
        let answer: String?
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in try await page(visit, try visit.postingID) }

    static let withdraw: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.postingID
        return try await decide(visit, id) { try await visit.till.restaurant.withdraw(id, by: visit.cashier).posting }
    }

    /// The form: `outcome` (`accepted` or `notBooked`) and `note`.
    static let settle: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.postingID
        var form = try await visit.form()
        let isOnFolio = try form.parsed("outcome") { SettledAs(rawValue: $0) } == .accepted
        let note = try form.text("note")
        try form.nothingElse()
        return try await decide(visit, id) {
            try await visit.till.restaurant.settleDoubt(of: id, isOnFolio: isOnFolio, note: note, by: visit.cashier)
        }
    }

    private static func decide(_ visit: Visit, _ id: PostingID, _ act: () async throws -> FolioPosting) async throws -> Response {
        do {
            _ = try await act()
            visit.till.live.announce(.floor)
            return .seeOther("/postings/\(id)")
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await page(visit, id, problem: Problem(refusal))
        }
    }

    private static func page(_ visit: Visit, _ id: PostingID, problem: Problem? = nil) async throws -> Response {
        let story = try await visit.till.restaurant.posting(id)
        let property = try await visit.till.property()
        let (posting, words, cashier) = (story.posting, visit.words, try visit.cashier)
        let look = PostingLook(posting, words)
        let mask = NameMask(cashier)
        let time = TimeText(visit.language, property.calendar)
        let cards = DeskCards(
            words: words, time: time, money: MoneyText(visit.language), mask: mask, now: visit.till.now,
            seesBalance: cashier.may(.viewGuestCredit))
        let evidence = cards.seen(of: story)
        let model = Model(
            chrome: Chrome(visit, property, cashier: cashier, section: .postings, path: "/postings/\(id)"), words: words.all,
            problem: problem.map { ProblemBox($0, words) }, id: id.text, reference: story.reference, state: posting.state.rawValue,
            tone: look.tone, sign: look.sign, stateWords: look.words, reason: look.reason,
            amount: MoneyText(visit.language).text(posting.breakdown.total), facts: facts(posting, visit, property, mask),
            maySettle: posting.state == .inDoubt && cashier.may(.settleDoubt),
            mayWithdraw: posting.state == .queued && posting.kind == .charge && cashier.may(.settleChecks),
            attempts: story.attempts.map { attempt in
                Attempt(
                    number: attempt.number, time: time.recent(attempt.startedAt, now: visit.till.now), tone: tone(of: attempt),
                    outcome: outcome(of: attempt, words),
                    request: mask.wire(attempt.request, of: posting), answer: attempt.answer.map { mask.wire($0, of: posting) })
            }, hasEvidence: !evidence.isEmpty, evidence: evidence, original: posting.reverses?.text,
            hasReversals: !story.reversals.isEmpty,
            reversals: story.reversals.map { PostingRow($0, words, property.calendar, mask, now: visit.till.now) })
        return .html(visit.till.templates.render("posting", model), status: problem?.status ?? .ok)
    }

    private static func facts(_ posting: FolioPosting, _ visit: Visit, _ property: Property, _ mask: NameMask) -> [Fact] {
        let (words, money) = (visit.words, MoneyText(visit.language))
        let time = TimeText(visit.language, property.calendar)
        let parts = posting.breakdown.parts(money)
        var facts = [Fact(name: words["check"], value: String(posting.checkNumber))]
        if let guest = posting.guest {
            facts += [
                Fact(name: words["room"], value: guest.roomNumber.text), Fact(name: words["guest"], value: mask.name(guest.name)),
                Fact(name: words["reservation"], value: guest.reservationNumber),
            ]
        }
        facts += [
            Fact(name: words["breakdown"], value: parts.joined(separator: " · ")),
            Fact(name: words["tip"], value: money.bare(posting.breakdown.tip)),
            Fact(name: words["cashier"], value: posting.cashierName),
            Fact(name: words["tillName"], value: posting.workstation),
            Fact(name: words["time"], value: time.full(posting.createdAt)),
            Fact(name: words["updated"], value: time.seconds(posting.updatedAt)),
        ]
        if !posting.transactionNumbers.isEmpty {
            facts.append(Fact(name: words["hotelNumbers"], value: posting.transactionNumbers.joined(separator: ", ")))
        }
        // The hotel's free text may name guests: it is for those who may read names.
        if let text = posting.hotelText, let cashier = try? visit.cashier, cashier.may(.viewGuestCredit) {
            facts.append(Fact(name: words["hotelWords"], value: text))
        }
        return facts
    }

    private static func tone(of attempt: PostingAttempt) -> String {
        switch attempt.fate {
        case .booked: "ok"
        case .notBooked: "no"
        case nil: "wait"
        }
    }

    private static func outcome(of attempt: PostingAttempt, _ words: Words) -> String {
        attempt.outcome.map { words.all["outcome.\($0)"] ?? $0 } ?? words["attemptLive"]
    }
}

/// What a person says of a posting in doubt.
enum SettledAs: String, Sendable, CaseIterable {
    case accepted
    case notBooked
}
