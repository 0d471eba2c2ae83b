/// All that is known of one attempt in doubt when it is weighed. Pure: the same case always weighs the same.
package struct DoubtCase: Hashable, Sendable {
    package let posting: FolioPosting
    /// The attempt of which nobody knows.
    package let attempt: PostingAttempt
    package let folio: FolioReading
    /// Whether the folio was read after the quiet period: the link alive and the attempt over for so long that the hotel cannot still be at
    /// it (rule R3).
    package let isQuiet: Bool
    package let visibility: ReferenceVisibility
    /// What stands on the folio now, if the hotel says so.
    package let balanceNow: Money?
    /// Whether nobody else can have moved the balance: this hotel says so, and no other posting of ours went to the same stay.
    package let balanceIsOursAlone: Bool

    /// A case.
    package init(
        posting: FolioPosting, attempt: PostingAttempt, folio: FolioReading, isQuiet: Bool, visibility: ReferenceVisibility,
        balanceNow: Money? = nil, balanceIsOursAlone: Bool = false
    ) {
        self.posting = posting
        self.attempt = attempt
        self.folio = folio
        self.isQuiet = isQuiet
        self.visibility = visibility
        self.balanceNow = balanceNow
        self.balanceIsOursAlone = balanceIsOursAlone
    }
}

/// Whether a reference that is missing from a bill means anything.
package enum ReferenceVisibility: Hashable, Sendable {
    /// What this hotel booked for us shows on its bills with our reference, seen just now, and a stay's bill shows every charge to it.
    case shown
    /// This hotel's bills show our references, but it may put charges of a stay on another account, be it only those of one
    /// transaction code: that others of ours show on this bill says nothing of the missing one.
    case mayBeElsewhere
    /// Charges that this hotel accepted for the same stay are not on its bill: they go to another folio, or were moved.
    case elsewhere
    /// Nothing that was accepted could be found on any bill, or there is nothing yet to look for.
    case unknown
}

/// What one source says of an attempt.
package struct DoubtFinding: Hashable, Sendable {
    package let source: PostingEvidence.Source
    package let finding: PostingEvidence.Finding
    package let code: PostingEvidence.Code

    init(_ source: PostingEvidence.Source, _ finding: PostingEvidence.Finding, _ code: PostingEvidence.Code) {
        self.source = source
        self.finding = finding
        self.code = code
    }
}

extension DoubtCase {
    /// What the sources say, the strongest first. The bill goes by our own reference and never by an amount; the balance is only asked
    /// where the bill leaves the question open.
    package var findings: [DoubtFinding] {
        let bill = weighBill()
        guard bill.finding == .cannotTell, balanceNow != nil else { return [bill] }
        return [bill, weighBalance()]
    }

    /// What the attempt came to, as far as the findings decide it.
    package var fate: AttemptFate? {
        for finding in findings {
            switch finding.finding {
            case .booked: return .booked
            case .notBooked: return .notBooked
            case .cannotTell: continue
            }
        }
        return nil
    }

    private func weighBill() -> DoubtFinding {
        switch folio {
        case .notOffered: return DoubtFinding(.bill, .cannotTell, .billNotOffered)
        case .refused: return DoubtFinding(.bill, .cannotTell, .billRefused)
        case .unavailable: return DoubtFinding(.bill, .cannotTell, .billUnavailable)
        case .part: return DoubtFinding(.bill, .cannotTell, .partOnBill)
        case .lines(let lines):
            let reference = posting.reference(number: attempt.number)
            if lines.contains(where: { $0.references.contains(reference) }) { return DoubtFinding(.bill, .booked, .referenceOnBill) }
            guard isQuiet else { return DoubtFinding(.bill, .cannotTell, .notOnBillYet) }
            switch visibility {
            case .shown: return DoubtFinding(.bill, .notBooked, .referenceNotOnBill)
            case .mayBeElsewhere: return DoubtFinding(.bill, .cannotTell, .billMayBeElsewhere)
            case .elsewhere: return DoubtFinding(.bill, .cannotTell, .billElsewhere)
            case .unknown: return DoubtFinding(.bill, .cannotTell, .billWithoutReferences)
            }
        }
    }

    private func weighBalance() -> DoubtFinding {
        guard let now = balanceNow, let before = attempt.balanceBefore else {
            return DoubtFinding(.balance, .cannotTell, .balanceUnknown)
        }
        let settles = balanceIsOursAlone && isQuiet
        switch now - before {
        case posting.breakdown.total: return DoubtFinding(.balance, settles ? .booked : .cannotTell, .balanceGrew)
        case .zero(now.currency): return DoubtFinding(.balance, settles ? .notBooked : .cannotTell, .balanceUnchanged)
        default: return DoubtFinding(.balance, .cannotTell, .balanceUnclear)
        }
    }
}
