import Operations
import PointOfSale

/// The line to the hotel in words: how it stands, what is wrong and what to do.
struct LinkCard: Sendable {
    let phase: String
    let tone: String
    let title: String
    let words: String
    let since: String
    let fault: String?
    let advice: String
}

/// What waits to be sent, and what holds it up.
struct QueueCard: Sendable {
    let count: Int
    let countWords: String
    let isWaiting: Bool
    let oldest: String
    let oldestMs: Int64
    let hold: String?
}

/// One posting of which nobody knows, with what was seen of it.
struct DoubtCard: Sendable {
    let id: String
    let checkNumber: Int
    let room: String
    let guest: String
    let amount: String
    let age: String
    let ageMs: Int64
    let cashier: String
    let reference: String
    let evidence: [EvidenceRow]
    let isAsked: Bool
}

/// One thing that was seen, and when.
struct EvidenceRow: Sendable {
    let time: String
    let text: String
    let tone: String
}

/// Something that a person has to look at, and where to go.
struct AttentionCard: Sendable {
    let id: String
    let kind: String
    let tone: String
    let title: String
    let text: String
    let reason: String?
    let checkNumber: Int
    let room: String
    let guest: String
    let amount: String
    let age: String
    let ageMs: Int64
    let path: String
    let pathWords: String
    /// Whether it stands here until somebody says that it was seen.
    let isToBeSeen: Bool
}

/// Makes the cards of the Hotel page for one reader.
struct DeskCards {
    let words: Words
    let time: TimeText
    let money: MoneyText
    let mask: NameMask
    let now: Timestamp
    /// Whether the reader may see what stands on guests' folios.
    let seesBalance: Bool

    func link(_ link: HotelLinkState, of integration: Integration = .opera, system: String) -> LinkCard {
        LinkCard(
            phase: link.phase.rawValue, tone: LinkChip.tone(of: link.phase), title: words("linkTo", ["system": system]),
            words: words["link.\(link.phase.rawValue)"], since: words("sinceTime", ["time": time.recent(link.since, now: now)]),
            fault: link.isAlive ? nil : link.fault.map { words[TestBox.key(of: $0, integration)] },
            advice: words["linkAdvice.\(link.phase.rawValue)"])
    }

    func queue(_ queue: HotelDesk.Queue?) -> QueueCard {
        guard let queue else { return QueueCard(count: 0, countWords: "0", isWaiting: false, oldest: "", oldestMs: 0, hold: nil) }
        return QueueCard(
            count: queue.count, countWords: queue.count < HotelDesk.countMax ? String(queue.count) : words["countMax"], isWaiting: true,
            oldest: age(queue.oldestSince), oldestMs: now.ms(since: queue.oldestSince),
            hold: queue.hold.map { words["hold.\($0.rawValue)"] })
    }

    func doubt(_ story: PostingStory, isAsked: Bool) -> DoubtCard {
        let posting = story.posting
        let sent = story.attempts.last?.startedAt ?? posting.createdAt
        return DoubtCard(
            id: posting.id.text, checkNumber: posting.checkNumber, room: posting.guest?.roomNumber.text ?? "–",
            guest: posting.guest.map { mask.name($0.name) } ?? words["posting.revenue"],
            amount: money.text(posting.breakdown.total), age: age(sent), ageMs: now.ms(since: sent), cashier: posting.cashierName,
            reference: story.reference, evidence: evidence(of: story), isAsked: isAsked)
    }

    func attention(_ item: HotelDesk.Attention) -> AttentionCard {
        let posting = item.posting
        let (kind, isCheck) = (item.kind.rawValue, item.kind == .cameBack)
        return AttentionCard(
            id: posting.id.text, kind: kind, tone: item.kind == .beingReversed ? "wait" : "no", title: words["attention.\(kind)"],
            text: words(
                "attentionText.\(kind)",
                [
                    "remaining": money.text(item.remaining),
                    "amount": money.text(posting.breakdown.total.isNegative ? -posting.breakdown.total : posting.breakdown.total),
                    "room": posting.guest?.roomNumber.text ?? "–",
                ]),
            reason: PostingLook(posting, words).reason, checkNumber: posting.checkNumber, room: posting.guest?.roomNumber.text ?? "–",
            guest: posting.guest.map { mask.name($0.name) } ?? words["posting.revenue"], amount: money.text(posting.breakdown.total),
            age: age(posting.updatedAt),
            ageMs: now.ms(since: posting.updatedAt),
            path: posting.checkID.flatMap { isCheck ? "/checks/\($0)/pay" : nil } ?? "/postings/\(posting.id)",
            pathWords: words[isCheck ? "openCheck" : "openPosting"], isToBeSeen: item.kind == .notGivenBack)
    }

    /// What came over the wire, then what was seen afterwards, oldest first.
    func evidence(of story: PostingStory) -> [EvidenceRow] {
        let attempts = story.attempts.map { attempt in
            let outcome = attempt.outcome.map { words.all["outcome.\($0)"] ?? words["outcome.other"] } ?? words["attemptLive"]
            return EvidenceRow(
                time: time.recent(attempt.closedAt ?? attempt.startedAt, now: now), text: outcome,
                tone: attempt.isUnknown ? "wait" : "plain")
        }
        return attempts + Self.ordered(story.evidence).map(row)
    }

    /// What was seen afterwards, and what people decided, oldest first.
    func seen(of story: PostingStory) -> [EvidenceRow] {
        let evidence = Self.ordered(story.evidence).map { (at: $0.seenAt, row: row($0)) }
        let decisions = story.decisions.map { decision in
            let who = words("decision.\(decision.kind.rawValue)", ["name": decision.cashierName])
            let text = [who, decision.note].compactMap(\.self).joined(separator: " · ")
            return (at: decision.at, row: EvidenceRow(time: time.recent(decision.at, now: now), text: text, tone: "plain"))
        }
        return (evidence + decisions).enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element.row)
    }

    /// By time, and what was seen in one look by its weight, the strongest first.
    private static func ordered(_ evidence: [PostingEvidence]) -> [PostingEvidence] {
        let weight = Dictionary(uniqueKeysWithValues: zip(PostingEvidence.Source.allCases, 0...))
        return evidence.sorted { ($0.seenAt.milliseconds, weight[$0.source]!) < ($1.seenAt.milliseconds, weight[$1.source]!) }
    }

    private func row(_ evidence: PostingEvidence) -> EvidenceRow {
        var text = words["evidence.\(evidence.code.rawValue)"]
        if seesBalance, let before = evidence.balanceBefore, let now = evidence.balanceNow {
            text += " (" + words("balanceBeforeNow", ["before": money.bare(before), "now": money.bare(now)]) + ")"
        }
        let tone =
            switch evidence.finding {
            case .booked: "ok"
            case .notBooked: "no"
            case .cannotTell: "plain"
            }
        return EvidenceRow(time: time.recent(evidence.seenAt, now: self.now), text: text, tone: tone)
    }

    private func age(_ since: Timestamp) -> String { TimeText.age(since, now: now, words) }
}
