import PointOfSale
import Storage
import TestSupport
import Testing

/// What is learnt of an attempt moves its posting, its tender and its check; what the hotel has too many is taken back.
@Suite struct AttemptVerdictTests {
    let house: House

    init() async throws { house = try await House.inMemory() }

    /// A charge whose first attempt nobody knows anything of.
    private func doubted(_ number: Int = 1000) async throws -> (FolioPosting, PostingAttempt) {
        _ = try await house.queuedCharge(number)
        return try await house.write { tx in
            let (claimed, attempt) = try Self.send(tx, number: 41)
            try tx.closeAttempt(attempt.id, answer: nil, outcome: "timedOut", fate: nil, at: House.moment)
            try tx.conclude(claimed, as: PostingConclusion(.inDoubt, code: "timedOut"), at: House.moment)
            return (try #require(try tx.posting(claimed.id)), attempt)
        }
    }

    /// Claims what is queued and writes an attempt down.
    private static func send(_ tx: any SQLTransaction, number: Int) throws -> (FolioPosting, PostingAttempt) {
        let claimed = try #require(try tx.claimNextPosting(at: House.moment))
        let attempt = PostingAttempt(
            id: .make(at: House.moment), postingID: claimed.id, number: number, startedAt: House.moment, request: "PR|P#\(number)|")
        try tx.insertAttempt(attempt)
        return (claimed, attempt)
    }

    private func learn(_ verdict: AttemptVerdict, about id: PostingID) async throws -> [FolioPosting] {
        try await house.write { tx in try tx.learn(verdict, about: try #require(try tx.posting(id)), at: House.moment) }
    }

    private static func absent(_ id: PostingAttemptID) -> AttemptVerdict {
        .notBooked(id, then: PostingConclusion(.queued, code: "bill", notBefore: House.moment))
    }

    @Test func `an attempt found booked settles the charge, once`() async throws {
        let (posting, attempt) = try await doubted()
        let moved = try await learn(.booked(attempt.id, code: "bill"), about: posting.id)
        #expect(moved.map(\.state) == [.accepted])
        #expect(try await learn(.booked(attempt.id, code: "lateAnswer"), about: posting.id).isEmpty)
        #expect(try await learn(Self.absent(attempt.id), about: posting.id).isEmpty, "what is booked does not become absent")
        #expect(try await house.read { try $0.reversals(of: posting.id) }.isEmpty)
    }

    @Test func `an attempt proven absent is sent again as a new one, and a late OK for the first is taken back`() async throws {
        let (posting, first) = try await doubted()
        #expect(try await learn(Self.absent(first.id), about: posting.id).map(\.state) == [.queued])
        try await house.write { tx in
            let (claimed, second) = try Self.send(tx, number: 42)
            #expect(claimed.id == posting.id && claimed.attempts == 2)
            try tx.closeAttempt(second.id, answer: "PA|ASOK|", outcome: "accepted", fate: .booked, at: House.moment)
            try tx.conclude(claimed, as: PostingConclusion(.accepted), at: House.moment)
        }
        let moved = try await learn(.booked(first.id, code: "lateAnswer"), about: posting.id)
        let reversal = try #require(moved.first)
        #expect(moved.count == 1 && reversal.reverses == posting.id && reversal.state == .queued)
        #expect(reversal.breakdown.total == Sample.euros(-3350))
        #expect(try await house.read { try $0.attempts(of: posting.id) }.map(\.reversalID) == [reversal.id, nil])
        #expect(try await house.read { try $0.journalEntries(subject: reversal.id.text) }.map(\.kind) == [.reversalQueued])
    }

    @Test func `a late OK that comes while the charge waits again settles it without sending`() async throws {
        let (posting, first) = try await doubted()
        _ = try await learn(Self.absent(first.id), about: posting.id)
        #expect(try await learn(.booked(first.id, code: "lateAnswer"), about: posting.id).map(\.state) == [.accepted])
        #expect(try await house.write { try $0.claimNextPosting(at: House.moment) } == nil)
        #expect(try await house.read { try $0.reversals(of: posting.id) }.isEmpty)
    }

    @Test func `a charge that a person took off is taken back at the hotel when it turns out booked`() async throws {
        let (posting, first) = try await doubted()
        let said = AttemptVerdict.notBooked(first.id, then: PostingConclusion(.notBooked, code: "settledByPerson"))
        #expect(try await learn(said, about: posting.id).map(\.state) == [.notBooked])
        let moved = try await learn(.booked(first.id, code: "lateAnswer"), about: posting.id)
        #expect(moved.map(\.reverses) == [posting.id])
        #expect(try await house.read { try $0.posting(posting.id) }?.state == .notBooked, "what has ended stays as it ended")
    }

    @Test func `while an attempt is on the wire, what is learnt of an earlier one waits for its end`() async throws {
        let (posting, first) = try await doubted()
        _ = try await learn(Self.absent(first.id), about: posting.id)
        let second = try await house.write { tx in try Self.send(tx, number: 42).1 }
        #expect(try await learn(.booked(first.id, code: "lateAnswer"), about: posting.id).isEmpty)
        let reversals = try await house.write { tx in
            try tx.closeAttempt(second.id, answer: "PA|ASOK|", outcome: "accepted", fate: .booked, at: House.moment)
            try tx.conclude(try #require(try tx.posting(posting.id)), as: PostingConclusion(.accepted), at: House.moment)
            let once = try tx.reverseSurplus(of: posting.id, at: House.moment)
            #expect(try tx.reverseSurplus(of: posting.id, at: House.moment).isEmpty, "once is enough")
            return once
        }
        #expect(reversals.map(\.reverses) == [posting.id])
    }

    @Test func `the same evidence is kept once, another is added`() async throws {
        let (posting, attempt) = try await doubted()
        @Sendable func evidence(_ code: PostingEvidence.Code, now: Int? = nil) -> PostingEvidence {
            PostingEvidence(
                id: .make(at: House.moment), postingID: posting.id, attemptID: attempt.id, seenAt: House.moment,
                source: now == nil ? .bill : .balance, finding: .cannotTell, code: code, balanceBefore: now.map { _ in Sample.euros(1) },
                balanceNow: now.map(Sample.euros))
        }
        let added = try await house.write { tx in
            try [
                evidence(.notOnBillYet), evidence(.notOnBillYet), evidence(.balanceUnclear, now: 5), evidence(.balanceUnclear, now: 6),
                evidence(.billRefused),
            ].map { try tx.insertEvidence($0) }
        }
        #expect(added == [true, false, true, true, true])
        let kept = try await house.read { try $0.evidence(of: posting.id) }
        #expect(Set(kept.map(\.code)) == [.notOnBillYet, .balanceUnclear, .billRefused] && kept.count == 4)
    }
}
