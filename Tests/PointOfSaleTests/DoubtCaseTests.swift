import PointOfSale
import TestSupport
import Testing

/// What each piece of evidence proves, and what it does not.
@Suite struct DoubtCaseTests {
    private static let posting = Sample.posting(state: .inDoubt, attempts: 1)
    private static let ours = FolioLine(text: "RESTAURANT A1007.42 Dîner", amount: Sample.euros(4250))
    private static let sameAmount = FolioLine(text: "RESTAURANT A1007.43", amount: Sample.euros(4250))

    private func weigh(
        _ folio: FolioReading, quiet: Bool = true, visibility: ReferenceVisibility = .shown, before: Int? = nil, now: Int? = nil,
        alone: Bool = false
    ) -> (fate: AttemptFate?, codes: [PostingEvidence.Code]) {
        let attempt = PostingAttempt(
            id: Sample.id(500), postingID: Self.posting.id, number: 42, startedAt: Sample.evening, request: "PR|", outcome: "timedOut",
            closedAt: Sample.evening, balanceBefore: before.map(Sample.euros))
        let doubt = DoubtCase(
            posting: Self.posting, attempt: attempt, folio: folio, isQuiet: quiet, visibility: visibility,
            balanceNow: now.map(Sample.euros), balanceIsOursAlone: alone)
        return (doubt.fate, doubt.findings.map(\.code))
    }

    @Test(arguments: [true, false], [ReferenceVisibility.shown, .mayBeElsewhere, .elsewhere, .unknown])
    func `our own reference on the bill proves it, quiet or not`(quiet: Bool, visibility: ReferenceVisibility) {
        let found = weigh(.lines([Self.sameAmount, Self.ours]), quiet: quiet, visibility: visibility)
        #expect(found.fate == .booked)
        #expect(found.codes == [.referenceOnBill])
    }

    @Test func `the same amount under another reference proves nothing`() {
        #expect(weigh(.lines([Self.sameAmount]), quiet: false).fate == nil)
        #expect(weigh(.lines([FolioLine(text: "RESTAURANT", amount: Sample.euros(4250))]), visibility: .unknown).fate == nil)
    }

    @Test func `a missing reference proves absence after the quiet period, where references show, and only then`() {
        #expect(weigh(.lines([Self.sameAmount])).fate == .notBooked)
        #expect(weigh(.lines([])).fate == .notBooked)
        #expect(weigh(.lines([]), quiet: false).codes == [.notOnBillYet])
        #expect(weigh(.lines([]), visibility: .mayBeElsewhere).codes == [.billMayBeElsewhere])
        #expect(weigh(.lines([]), visibility: .elsewhere).codes == [.billElsewhere])
        #expect(weigh(.lines([]), visibility: .unknown).codes == [.billWithoutReferences])
        for silent: FolioReading in [.notOffered, .refused, .unavailable(.timedOut)] { #expect(weigh(silent).fate == nil) }
    }

    @Test func `a part of what was asked for proves neither, and is said`() {
        let found = weigh(.part(Sample.euros(2800)))
        #expect(found.fate == nil && found.codes == [.partOnBill])
    }

    @Test func `a balance is shown, and settles only where it is ours alone and quiet`() {
        #expect(weigh(.refused, before: 12_000, now: 16_250).codes == [.billRefused, .balanceGrew])
        #expect(weigh(.refused, before: 12_000, now: 16_250).fate == nil)
        #expect(weigh(.refused, before: 12_000, now: 16_250, alone: true).fate == .booked)
        #expect(weigh(.refused, before: 12_000, now: 12_000, alone: true).fate == .notBooked)
        #expect(weigh(.refused, before: 12_000, now: 16_251, alone: true).codes.last == .balanceUnclear)
        #expect(weigh(.refused, before: 12_000, now: 16_251, alone: true).fate == nil)
        #expect(weigh(.refused, quiet: false, before: 12_000, now: 12_000, alone: true).fate == nil)
        #expect(weigh(.refused, now: 12_000, alone: true).codes.last == .balanceUnknown)
    }

    @Test func `the bill outweighs the balance`() {
        #expect(weigh(.lines([Self.ours]), before: 12_000, now: 12_000, alone: true).fate == .booked)
        #expect(weigh(.lines([]), before: 12_000, now: 16_250, alone: true).fate == .notBooked)
    }
}

@Suite struct PostingReferenceTests {
    @Test(arguments: [
        ("A1007.42", ["A1007.42"]), ("RESTAURANT A1007.42 Dîner", ["A1007.42"]), ("(A1007.42)", ["A1007.42"]),
        ("A1.1,A2.2", ["A1.1", "A2.2"]), ("A99999999.99999999", ["A99999999.99999999"]), ("A1007.421", ["A1007.421"]), ("XA1007.42", []),
        ("A1007.42b", []), ("A1007.42.1", []), ("A1007", []), ("A1007.", []), ("A.42", []), ("a1007.42", []), ("A01007.42", []),
        ("A1007.042", []), ("A123456789.1", []), ("ÉA1007.42", []), ("", []),
    ])
    func `references are found as words of their own`(text: String, found: [String]) {
        #expect(PostingReference.found(in: text).map(\.text) == found)
    }

    @Test func `every reference is found again, fits the folio and is nobody else's`() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<2000 {
            let reference = PostingReference(
                checkNumber: Int.random(in: 1...99_999_999, using: &random), number: Int.random(in: 1...99_999_999, using: &random))
            #expect(reference.text.count <= 20)
            #expect(PostingReference.found(in: "Bar \(reference) x") == [reference])
        }
    }
}

@Suite struct ReversalTests {
    @Test func `a reversal adds up to exactly minus what it takes back, for the same guest, check and stamp`() {
        let posting = Sample.posting(state: .accepted, attempts: 2)
        let reversal = posting.reversal(id: Sample.id(77), at: Sample.evening.advanced(byMs: 5000))
        #expect(reversal.breakdown.total + posting.breakdown.total == Sample.euros(0))
        #expect(reversal.breakdown.negated == posting.breakdown)
        #expect(reversal.reverses == posting.id && reversal.tenderID == nil && reversal.state == .queued && reversal.attempts == 0)
        #expect(reversal.guest == posting.guest && reversal.checkNumber == posting.checkNumber && reversal.stamp == posting.stamp)
    }
}
