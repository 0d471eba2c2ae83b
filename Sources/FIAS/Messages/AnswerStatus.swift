/// What the hotel says to a request: the `AS` field. FIAS 2.20.24 §8.1.
package enum AnswerStatus: Hashable, Sendable {
    /// `OK`: done.
    case ok
    /// `NG`: guest not found.
    case guestNotFound
    /// `NP`: the guest may not be charged.
    case noPosting
    /// `CO`: the credit limit may not be exceeded.
    case creditLimit
    /// `IA`: invalid account.
    case invalidAccount
    /// `DM`: the parts do not add up to the total.
    case sumMismatch
    /// `DN`: request denied.
    case denied
    /// `FX`: the guest has no right to this.
    case noRight
    /// `UR`: cannot be processed, and must not be repeated.
    case unprocessable
    /// `RY`: repeat later.
    case retry
    /// `NA`: night audit.
    case nightAudit
    /// `NF`: the feature is off.
    case featureOff
    /// `NM`: message or locator not found.
    case messageNotFound
    /// `NR`: no response; protel gives it to postings.
    case noResponse
    /// `BM`: the balance does not match.
    case balanceMismatch
    /// `CD`: not the departure day.
    case notDepartureDay
    /// `BY`: busy.
    case busy
    /// `DE`: deleted.
    case deleted
    /// A code that the table lacks, or `""` when there was none: whether anything was booked is not known.
    case other(String)

    /// The status of a code, upper or lower case.
    package init(code: String) {
        let known = AnswerStatus.codes.first { $0.code == code.uppercased() }
        self = known?.status ?? .other(code)
    }

    /// The two characters on the wire.
    package var code: String {
        if case .other(let code) = self { return code }
        return AnswerStatus.codes.first { $0.status == self }?.code ?? ""
    }

    /// Every code of the table with its meaning.
    package static let codes: [(code: String, status: AnswerStatus)] = [
        ("OK", .ok), ("NG", .guestNotFound), ("NP", .noPosting), ("CO", .creditLimit), ("IA", .invalidAccount), ("DM", .sumMismatch),
        ("DN", .denied), ("FX", .noRight), ("UR", .unprocessable), ("RY", .retry), ("NA", .nightAudit), ("NF", .featureOff),
        ("NM", .messageNotFound), ("NR", .noResponse), ("BM", .balanceMismatch), ("CD", .notDepartureDay), ("BY", .busy), ("DE", .deleted),
    ]
}
