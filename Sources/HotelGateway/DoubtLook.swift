import PointOfSale
import Storage

/// One look at one posting in doubt: what the hotel shows, what that says, and what is written down of it.
struct DoubtLook: Sendable {
    /// How many charges of the same stay are looked for on its bill.
    static let sameStayMax = 20
    /// How many other bills are read to learn whether this hotel shows our references at all.
    static let otherBillsMax = 3

    let database: any Database
    let hotel: any HotelConnector
    let rules: DoubtRules
    let clock: GatewayClock

    /// What was read of one posting's guest.
    struct Read: Sendable {
        let posting: FolioPosting
        /// Nil for revenue, which is looked for only where the hotel can be asked for it (`DoubtRules.looksForRevenue`).
        let guest: GuestChoice?
        let attempt: PostingAttempt
        let reading: AccountReading
        /// When the reading began, on the monotonic clock.
        let begunAtMs: Int64

        /// Whether the hotel said anything, be it a refusal.
        var isAnswered: Bool {
            if case .unavailable = reading.folio { false } else { true }
        }
    }

    /// Reads the guest's account; nil when there is no longer any doubt, or no guest. Throws a `StorageFault`.
    func read(_ posting: FolioPosting) async throws -> Read? {
        let attempt = try await database.read { tx in try tx.attempts(of: posting.id).last { $0.isUnknown } }
        guard let attempt, posting.guest != nil || rules.looksForRevenue else { return nil }
        let begunAtMs = clock.uptimeMs()
        let reading = await hotel.findBooking(of: posting, as: attempt)
        return Read(posting: posting, guest: posting.guest, attempt: attempt, reading: reading, begunAtMs: begunAtMs)
    }

    /// Weighs what was read, writes down what is new of it, and settles the posting if it is proven.
    /// - Returns: the postings that moved, or the one of which something new was seen. Throws a `StorageFault`.
    func weigh(_ read: Read, isQuiet: Bool) async throws -> [FolioPosting] {
        let visibility = isQuiet ? try await visibility(on: read) : .unknown
        let balance = await balance(for: read)
        let isOursAlone = try await balanceIsOursAlone(for: read)
        let doubt = DoubtCase(
            posting: read.posting, attempt: read.attempt, folio: read.reading.folio, isQuiet: isQuiet, visibility: visibility,
            balanceNow: balance, balanceIsOursAlone: isOursAlone)
        let moment = clock.now()
        return try await database.write { tx in
            guard let posting = try tx.posting(read.posting.id), posting.state == .inDoubt,
                try tx.attempts(of: posting.id).contains(where: { $0.id == read.attempt.id && $0.isUnknown })
            else { return [] }
            var isNews = false
            for finding in doubt.findings where try tx.insertEvidence(PostingEvidence(finding, of: doubt, at: moment)) { isNews = true }
            guard let verdict = doubt.verdict(at: moment) else { return isNews ? [posting] : [] }
            return try tx.learn(verdict, about: posting, at: moment)
        }
    }

    /// Where our references show: on this very bill, or, where there is nothing else of ours to look for on it, on those of other guests.
    private func visibility(on read: Read) async throws -> ReferenceVisibility {
        guard case .lines(let lines) = read.reading.folio else { return .unknown }
        if read.reading.isOfWholeHouse { return .shown }
        guard let guest = read.guest else { return .unknown }
        let whereSeen: ReferenceVisibility = rules.billIsComplete ? .shown : .mayBeElsewhere
        let shown = Set(lines.flatMap(\.references))
        let sameStay = try await expected(tx: { try $0.acceptedPostings(to: guest, limit: Self.sameStayMax) })
        if !sameStay.isEmpty { return sameStay.allSatisfy { shown.contains($0.reference) } ? whereSeen : .elsewhere }
        let others = try await expected(tx: { try $0.postings(in: [.accepted], before: nil, limit: Self.sameStayMax) })
        for other in others.prefix(Self.otherBillsMax) {
            guard case .lines(let lines) = await hotel.readAccount(of: other.guest).folio else { continue }
            if lines.contains(where: { $0.references.contains(other.reference) }) { return whereSeen }
        }
        return .unknown
    }

    private struct Expected: Sendable {
        let guest: GuestChoice
        let reference: PostingReference
    }

    /// What those postings ought to show on a bill of this hotel: each attempt that was booked and not taken back.
    private func expected(tx postings: @escaping @Sendable (any SQLTransaction) throws -> [FolioPosting]) async throws -> [Expected] {
        try await database.read { tx in
            try postings(tx).flatMap { posting -> [Expected] in
                guard let guest = posting.guest, posting.integration == hotel.integration else { return [] }
                return try tx.attempts(of: posting.id).filter { $0.fate == .booked && $0.reversalID == nil }
                    .map { Expected(guest: guest, reference: posting.reference(number: $0.number)) }
            }
        }
    }

    /// The balance of now; asked for by an inquiry only where the bill does not bring it and there is one to compare it with.
    private func balance(for read: Read) async -> Money? {
        if let balance = read.reading.balance { return balance }
        guard read.attempt.balanceBefore != nil, let guest = read.guest else { return nil }
        let guests = try? await hotel.findGuests(.room(guest.roomNumber))
        return guests?.first(where: guest.matches)?.balance
    }

    private func balanceIsOursAlone(for read: Read) async throws -> Bool {
        guard rules.balanceSettles, let guest = read.guest else { return false }
        return try await database.read { tx in
            try !tx.mayHaveMoved(guest, since: read.attempt.startedAt, otherThan: read.posting.id)
        }
    }
}

extension DoubtCase {
    /// Where the evidence moves the posting; nil when it decides nothing. A charge that is proven absent goes back into the queue, so
    /// often and no more.
    func verdict(at moment: Timestamp) -> AttemptVerdict? {
        guard let fate, let source = findings.last?.source else { return nil }
        switch fate {
        case .booked: return .booked(attempt.id, code: source.rawValue)
        case .notBooked where posting.attempts >= PostingDelivery.triesMax:
            return .notBooked(attempt.id, then: PostingConclusion(.refused, code: PostingRefusal.triesExhausted.rawValue))
        case .notBooked:
            return .notBooked(attempt.id, then: PostingConclusion(.queued, code: source.rawValue, notBefore: moment))
        }
    }
}

extension PostingEvidence {
    fileprivate init(_ finding: DoubtFinding, of doubt: DoubtCase, at moment: Timestamp) {
        let isBalance = finding.source == .balance
        self.init(
            id: .make(at: moment), postingID: doubt.posting.id, attemptID: doubt.attempt.id, seenAt: moment, source: finding.source,
            finding: finding.finding, code: finding.code, balanceBefore: isBalance ? doubt.attempt.balanceBefore : nil,
            balanceNow: isBalance ? doubt.balanceNow : nil)
    }
}
