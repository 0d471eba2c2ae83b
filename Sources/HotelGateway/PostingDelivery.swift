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
    static let retryAfterMsMax: Int64 = 60_000
    /// How often an outcome that the disk does not take is written again.
    static let writesMax = 60
    /// How long between two such writes, ms.
    static let writeAgainAfterMs = 1000

    let database: any Database
    let hotel: any HotelConnector
    let signals: PostingSignals
    let logger: Logger
    let now: @Sendable () -> Timestamp
    /// Waits so many milliseconds; given in so that tests decide how long that is.
    var pause: @Sendable (_ ms: Int) async throws -> Void = { ms in try await Task.sleep(for: .milliseconds(ms)) }

    /// A posting that is ours to send: it and its attempt are on disk as "sending".
    struct Claimed: Sendable {
        let posting: FolioPosting
        let attempt: PostingAttempt
    }

    /// Claims what is due, oldest first: state, number and bytes in one transaction (`Write it down before you send it`).
    ///
    /// While the link is down, what may wait stays queued, in order; only postings of outlets that do not wait are claimed, to be refused.
    func claim(atMost limit: Int) async -> [Claimed] {
        do {
            let moment = now()
            let linkIsDown = !hotel.linkState.isAlive
            return try await database.write { tx in
                var claimed: [Claimed] = []
                while claimed.count < limit, let posting = try tx.claimNextPosting(at: moment, refusableOnly: linkIsDown) {
                    let number = try tx.nextPostingNumber(digits: hotel.postingNumberDigits)
                    let attempt = PostingAttempt(
                        id: .make(at: moment), postingID: posting.id, number: number, startedAt: moment,
                        request: hotel.wireText(of: posting, number: number))
                    try tx.insertAttempt(attempt)
                    claimed.append(Claimed(posting: posting, attempt: attempt))
                }
                return claimed
            }
        } catch {
            logger.error("the queue of postings could not be read", metadata: ["fault": "\(error)"])
            return []
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
                guard (try? await pause(Self.writeAgainAfterMs)) != nil else { break }
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
        let moment = now()
        let posting = try await database.write { tx in
            let outlet = try tx.check(claimed.posting.checkID).flatMap { try tx.outlet($0.outletID) }
            let conclusion = Self.conclusion(of: reply, for: claimed.posting, waits: outlet?.whileHotelIsDown == .queue, at: moment)
            try tx.closeAttempt(claimed.attempt.id, answer: reply.answer, outcome: reply.outcome.word, at: moment)
            try tx.conclude(claimed.posting, as: conclusion, at: moment)
            try tx.journal(
                conclusion.state == .inDoubt ? .postingInDoubt : .postingConcluded, subject: claimed.posting.id.text,
                note: reply.outcome.word,
                by: nil, at: moment)
            return try tx.posting(claimed.posting.id)
        }
        if let posting { signals.announce(PostingChange(posting)) }
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
            guard waits else { return PostingConclusion(.refused, code: reason.rawValue) }
            return again(posting, code: reason.rawValue, at: moment)
        case .tryAgain(.nightAudit):
            guard waits else {
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

    private static func again(_ posting: FolioPosting, code: String, at moment: Timestamp) -> PostingConclusion {
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

extension PostingOutcome {
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
