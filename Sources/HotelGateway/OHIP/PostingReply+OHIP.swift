import PointOfSale

/// The yes to a charge (`billingChargesDetails`).
struct OHIPChargeAnswer: Hashable, Sendable {
    /// The lines that bear our reference, or none at all: those are ours, too, for nothing else was asked for.
    let bookings: [OHIPBooking]
    /// A warning that rides on the yes (`warnings[]`).
    let warning: String?

    /// Reads it; nil when its body is no JSON object. No body is a yes without a word.
    init?(_ http: HTTPAnswer, to charge: OHIPCharge, currency: Currency) {
        if http.body.isEmpty {
            (bookings, warning) = ([], nil)
            return
        }
        guard let json = JSONReader.read(http.body), case .object = json else { return nil }
        bookings = (json["postings"]?.list ?? []).compactMap { OHIPBooking($0, currency: currency) }.filter {
            $0.reference.isEmpty || $0.reference == charge.reference
        }
        warning = json["warnings"]?.list.lazy.compactMap { $0["shortText"]?.scalarText ?? $0["value"]?.scalarText }.first
    }
}

extension PostingReply {
    /// What an exchange that brought no yes came to. What is not a plain no leaves the charge in doubt: a gateway's 502 is seen after a
    /// booking as well as before one (`ohip.md` §3.4).
    init(_ ending: OHIPClient.Ending, mask: AnswerMask) {
        switch ending {
        case .notSent(.denied): self.init(.refused(.denied))
        case .notSent(.busy): self.init(.notSent(.busy))
        case .notSent: self.init(.notSent(.linkDown))
        case .unknown(let trouble, let received):
            self.init(.inDoubt(PostingOutcome.Doubt(trouble)), answer: received.isEmpty ? nil : mask.kept(received))
        case .answered(let http):
            let problem = OHIPProblem(http.body)
            self.init(
                Self.outcome(http.status, problem), hotelText: mask.words(problem.text ?? "HTTP \(http.status)"), answer: mask.kept(http))
        }
    }

    private static func outcome(_ status: Int, _ problem: OHIPProblem) -> PostingOutcome {
        switch status {
        // The gateway lets nothing through: not now, says the hotel.
        case 429: return .tryAgain(.retry)
        case 401: return .refused(.denied)
        case 408, 500...: return .inDoubt(.unknownAnswer)
        case 400...499: return .refused(refusal(status, problem))
        default: return .inDoubt(.unknownAnswer)
        }
    }

    /// By the hotel's code where there is one (`ohip.md` §0), then by the status.
    private static func refusal(_ status: Int, _ problem: OHIPProblem) -> PostingRefusal {
        switch problem.code {
        case "FOF00066": .guestNotFound
        case "FOF00094", "OPERAWS-GEN01244", "OPERAWS-GEN01265", "OPERAWS-GEN01187": .denied
        case "FOF00108", "FOF00109": .invalidAccount
        default: status == 403 ? .denied : status == 404 ? .guestNotFound : .unprocessable
        }
    }
}
