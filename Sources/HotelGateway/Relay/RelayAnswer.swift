import PointOfSale
import Storage

/// What the gateway says of a posting that was handed over to it.
struct RelayAnswer: Hashable, Sendable {
    let state: PostingState
    let code: String?
    let hotelText: String?
    let transactionNumbers: [String]
    /// As it came, for the wire log.
    let text: String

    /// An answer of success; nil when it cannot be read.
    init?(_ http: HTTPAnswer) {
        guard 200...299 ~= http.status, let object = RelayObject(body: http.body),
            let state = object.text("state").flatMap({ PostingState(rawValue: $0) }), let numbers = object.texts("transactionNumbers")
        else { return nil }
        self.state = state
        code = object.text("code")
        hotelText = object.text("hotelText")
        transactionNumbers = numbers
        text = "HTTP \(http.status) " + String(decoding: http.body, as: UTF8.self)
    }

    /// What it comes to for the attempt; nil while the gateway is still at it.
    var outcome: PostingOutcome? {
        switch state {
        case .queued, .sending: nil
        case .accepted: .accepted(transactionNumbers: transactionNumbers)
        case .inDoubt: .inDoubt(code.flatMap(PostingOutcome.Doubt.init) ?? .unknownAnswer)
        case .withdrawn: .notSent(.linkDown)
        // Somebody looked at the folio there: nothing stands on it, so it may be tried again.
        case .notBooked: .tryAgain(.retry)
        case .refused:
            code.flatMap(PostingRefusal.init).map(PostingOutcome.refused)
                ?? code.flatMap(PostingOutcome.NotSent.init).map(PostingOutcome.notSent) ?? .refused(.unprocessable)
        }
    }

    /// What it proves of an attempt in doubt; nil when the gateway does not know either.
    func verdict(on attempt: PostingAttempt, of posting: FolioPosting, at moment: Timestamp) -> AttemptVerdict? {
        let code = PostingEvidence.Source.lateAnswer.rawValue
        if state == .notBooked {
            return .notBooked(attempt.id, then: PostingConclusion(.notBooked, code: self.code ?? code, hotelText: hotelText))
        }
        switch outcome {
        case .accepted(let numbers): return .booked(attempt.id, code: code, hotelText: hotelText, transactionNumbers: numbers)
        case .refused(let reason):
            return .notBooked(attempt.id, then: PostingConclusion(.refused, code: reason.rawValue, hotelText: hotelText))
        case .notSent, .tryAgain:
            let isWornOut = posting.attempts >= PostingDelivery.triesMax
            let next =
                isWornOut
                ? PostingConclusion(.refused, code: PostingRefusal.triesExhausted.rawValue)
                : PostingDelivery.again(posting, code: code, at: moment)
            return .notBooked(attempt.id, then: next)
        case .inDoubt, nil: return nil
        }
    }
}
