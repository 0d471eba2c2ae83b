import Logging
import PointOfSale
import Storage

/// One posting from claim to conclusion. What each step leaves on disk is what a crash after it finds.
struct PostingDelivery: Sendable {
    /// How often the hotel may say "try again" to one posting.
    static let triesMax = 6
    /// How long a posting waits before its next try, ms; doubled each time.
    static let retryAfterMs: Int64 = 1000
    /// The longest such wait, ms.
    static let retryAfterMsMax = PostingWait.msMax
    /// How often an outcome that the disk does not take is written again.
    static let writesMax = 60
    /// How long between two such writes, ms.
    static let writeAgainAfterMs: Int64 = 1000
    /// The longest that the queue is not looked at, ms: what ought to nudge it may have been lost.
    static let lookAgainMsMax: Int64 = 10_000

    let database: any Database
    let hotel: any HotelConnector
    let signals: PostingSignals
    let logger: Logger
    let clock: GatewayClock

    /// A posting that is ours to send: it and its attempt are on disk as "sending".
    struct Claimed: Sendable {
        let posting: FolioPosting
        let attempt: PostingAttempt
    }

    /// What one look at the queue brought.
    struct Claim: Sendable {
        var postings: [Claimed] = []
        /// When to look again if nothing happens before, ms.
        var lookAgainMs = PostingDelivery.lookAgainMsMax
    }

    /// Claims what is due, oldest first: state, number and bytes in one transaction (`Write it down before you send it`).
    ///
    /// While the link is down, what may wait stays queued, in order; only postings of outlets that do not wait are claimed, to be refused.
    func claim(atMost limit: Int) async -> Claim {
        do {
            let moment = clock.now()
            let linkIsDown = !hotel.linkState.isAlive
            return try await database.write { tx in
                var claim = Claim()
                while claim.postings.count < limit,
                    let posting = try tx.claimNextPosting(
                        for: hotel.integration, at: moment, refusableOnly: linkIsDown)
                {
                    let number = try tx.nextPostingNumber(digits: hotel.postingNumberDigits)
                    let attempt = PostingAttempt(
                        id: .make(at: moment), postingID: posting.id, number: number, startedAt: moment,
                        request: hotel.wireText(of: posting, number: number))
                    try tx.insertAttempt(attempt)
                    claim.postings.append(Claimed(posting: posting, attempt: attempt))
                }
                if !linkIsDown, claim.postings.count < limit, let due = try tx.nextPostingDue(for: hotel.integration) {
                    claim.lookAgainMs = min(max(due.ms(since: moment), 1), Self.lookAgainMsMax)
                }
                return claim
            }
        } catch {
            logger.error("the queue of postings could not be read", metadata: ["fault": "\(error)"])
            return Claim(lookAgainMs: Self.writeAgainAfterMs)
        }
    }

    /// Sends a claimed posting and writes down what came of it.
    func deliver(_ claimed: Claimed) async {
        signals.announce(PostingChange(claimed.posting))
        let reply = await hotel.post(claimed.posting, as: claimed.attempt)
        await conclude(claimed, with: reply)
    }

    /// Writes the outcome down, again and again while the disk is full or busy: the hotel has decided, and only we know what.
    private func conclude(_ claimed: Claimed, with reply: PostingReply) async {
        for _ in 1..<Self.writesMax {
            do {
                return try await write(reply, to: claimed)
            } catch let fault as StorageFault where fault.mayPass {
                logger.error("an outcome waits for the disk", metadata: ["posting": "\(claimed.posting.id)", "fault": "\(fault)"])
                guard (try? await clock.pause(Self.writeAgainAfterMs)) != nil else { break }
            } catch {
                break
            }
        }
        do {
            try await write(reply, to: claimed)
        } catch {
            // The attempt stays live on disk: the next start finds it half-sent and puts it in doubt.
            logger.critical("an outcome could not be written down", metadata: ["posting": "\(claimed.posting.id)", "fault": "\(error)"])
        }
    }

    private func write(_ reply: PostingReply, to claimed: Claimed) async throws {
        let moment = clock.now()
        let moved = try await database.write { tx in
            let outlet = try claimed.posting.checkID.flatMap { try tx.check($0) }.flatMap { try tx.outlet($0.outletID) }
            try tx.closeAttempt(
                claimed.attempt.id, answer: reply.answer, outcome: reply.outcome.word, fate: reply.outcome.fate,
                balanceBefore: reply.balanceBefore, at: moment)
            let attempts = try tx.attempts(of: claimed.posting.id)
            let conclusion = Self.conclusion(of: reply, for: claimed.posting, waits: outlet?.whileHotelIsDown == .queue, at: moment)
                .corrected(by: attempts, of: claimed.posting, at: moment)
            try tx.conclude(claimed.posting, as: conclusion, at: moment)
            try tx.journalConclusion(of: claimed.posting, as: conclusion, at: moment)
            return [try tx.posting(claimed.posting.id)].compactMap(\.self) + (try tx.reverseSurplus(of: claimed.posting.id, at: moment))
        }
        signals.announce(moved)
    }

    /// Where a reply moves the posting.
    static func conclusion(of reply: PostingReply, for posting: FolioPosting, waits: Bool, at moment: Timestamp) -> PostingConclusion {
        switch reply.outcome {
        case .accepted(let numbers):
            return PostingConclusion(.accepted, hotelText: reply.hotelText, transactionNumbers: numbers)
        case .refused(let reason):
            return PostingConclusion(.refused, code: reason.rawValue, hotelText: reply.hotelText)
        case .inDoubt(let reason):
            return PostingConclusion(.inDoubt, code: reason.rawValue, hotelText: reply.hotelText)
        case .notSent(let reason):
            guard waits || posting.waitsForHotel else { return PostingConclusion(.refused, code: reason.rawValue) }
            return again(posting, code: reason.rawValue, at: moment)
        case .tryAgain(.nightAudit):
            guard waits || posting.waitsForHotel else {
                return PostingConclusion(.refused, code: PostingOutcome.NotSent.nightAudit.rawValue, hotelText: reply.hotelText)
            }
            return again(posting, code: PostingOutcome.TryAgain.nightAudit.rawValue, at: moment)
        case .tryAgain(.retry):
            guard posting.attempts < triesMax else {
                return PostingConclusion(.refused, code: PostingRefusal.triesExhausted.rawValue, hotelText: reply.hotelText)
            }
            return again(posting, code: PostingOutcome.TryAgain.retry.rawValue, at: moment)
        }
    }

    /// Back into the queue, each time for longer.
    static func again(_ posting: FolioPosting, code: String, at moment: Timestamp) -> PostingConclusion {
        let doublings = min(max(posting.attempts - 1, 0), 10)
        let waitMs = min(retryAfterMs << doublings, retryAfterMsMax)
        return PostingConclusion(.queued, code: code, notBefore: moment.advanced(byMs: waitMs))
    }
}

extension StorageFault {
    /// Whether the same write may go through a little later.
    fileprivate var mayPass: Bool {
        switch self {
        case .diskFull, .io, .busy, .overloaded: true
        default: false
        }
    }
}

extension PostingConclusion {
    /// What a reply comes to in the light of the attempts, of which a late answer may have told meanwhile. One that was booked settles
    /// the posting, whatever became of the last. If the hotel has said no to all of them there is nothing to doubt: it is asked once more.
    func corrected(by attempts: [PostingAttempt], of posting: FolioPosting, at moment: Timestamp) -> PostingConclusion {
        guard state != .accepted, !attempts.contains(where: { $0.isUnknown }) else { return self }
        let source = PostingEvidence.Source.lateAnswer.rawValue
        if attempts.contains(where: { $0.fate == .booked }) { return PostingConclusion(.accepted, code: source) }
        guard state == .inDoubt else { return self }
        return posting.attempts < PostingDelivery.triesMax
            ? PostingDelivery.again(posting, code: source, at: moment)
            : PostingConclusion(.refused, code: PostingRefusal.triesExhausted.rawValue)
    }
}

extension PostingOutcome {
    /// What it says of the attempt; nil when nobody knows.
    var fate: AttemptFate? {
        switch self {
        case .accepted: .booked
        case .refused, .notSent, .tryAgain: .notBooked
        case .inDoubt: nil
        }
    }

    /// A stable word for the wire log.
    var word: String {
        switch self {
        case .accepted: "accepted"
        case .refused(let reason): reason.rawValue
        case .notSent(let reason): reason.rawValue
        case .tryAgain(let reason): reason.rawValue
        case .inDoubt(let reason): reason.rawValue
        }
    }
}
