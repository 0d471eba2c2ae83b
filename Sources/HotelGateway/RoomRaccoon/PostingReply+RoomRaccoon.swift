import PointOfSale

extension PostingReply {
    /// What an exchange came to for the posting that was sent in it. What is neither a plain yes nor a plain no leaves it in doubt, with
    /// what came back kept for whoever has to find out.
    init(_ ending: HTTPExchange.Ending, to guest: GuestChoice, mask: AnswerMask) {
        switch ending {
        case .notSent: self.init(.notSent(.linkDown))
        case .unknown(let trouble, let received):
            self.init(.inDoubt(PostingOutcome.Doubt(trouble)), answer: received.isEmpty ? nil : mask.kept(received))
        case .answered(let http): self.init(http, to: guest, mask: mask)
        }
    }

    private init(_ http: HTTPAnswer, to guest: GuestChoice, mask: AnswerMask) {
        let answer = RoomRaccoonAnswer(body: http.body)
        let outcome = Self.outcome(http, answer, guest)
        let words = answer?.words ?? (200...299 ~= http.status ? nil : "HTTP \(http.status)")
        self.init(outcome, hotelText: words.map { mask.words($0) }, answer: mask.kept(http))
    }

    private static func outcome(_ http: HTTPAnswer, _ answer: RoomRaccoonAnswer?, _ guest: GuestChoice) -> PostingOutcome {
        switch (http.status, answer?.verdict) {
        case (200...299, .yes):
            guard let answer, !answer.isAboutAnother(than: guest) else { return .inDoubt(.mismatchedAnswer) }
            return .accepted(transactionNumbers: answer.bookingNumbers)
        case (_, .yes): return .inDoubt(.unknownAnswer)
        case (429, _): return .tryAgain(.retry)
        case (401, _), (403, _): return .refused(.denied)
        // A server that broke while it worked may have worked.
        case (500..., _): return .inDoubt(.unknownAnswer)
        case (_, .no(let words)): return words.map { outcome(of: RoomRaccoonMeaning($0)) } ?? .refused(.unprocessable)
        default: return .inDoubt(.unknownAnswer)
        }
    }

    private static func outcome(of meaning: RoomRaccoonMeaning) -> PostingOutcome {
        switch meaning {
        case .unsure: .inDoubt(.unknownAnswer)
        case .credentials: .refused(.denied)
        case .busy: .tryAgain(.retry)
        case .notAllowed: .refused(.noPosting)
        case .creditLimit: .refused(.creditLimit)
        case .guestGone: .refused(.guestNotFound)
        case .other: .refused(.unprocessable)
        }
    }
}
