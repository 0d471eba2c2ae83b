package import FIAS
package import Logging
import PointOfSale
import ServiceLifecycle
package import Storage

/// The strongest evidence there is: an answer that came after we had stopped waiting. It decides an attempt in doubt, and takes back what
/// was booked although it had been taken for lost.
package struct LateAnswers: Service {
    /// How long an answer may come late and still be believed, ms: 24 hours. After that a person decides.
    static let believedMs: Int64 = 24 * 60 * 60 * 1000

    private let answers: AsyncStream<FIASRecord>
    private let database: any Database
    private let signals: PostingSignals
    private let logger: Logger
    private let clock: GatewayClock

    /// Listens on a link from now on: before it runs, so that nothing is missed.
    package init(link: FIASLink, database: any Database, signals: PostingSignals, logger: Logger, clock: GatewayClock) {
        answers = link.lateAnswers()
        self.database = database
        self.signals = signals
        self.logger = logger
        self.clock = clock
    }

    /// Works until the service group stops it.
    package func run() async throws {
        await untilStopped {
            for await record in answers { await weigh(record) }
        }
    }

    /// Writes down what the answer says of the attempt that it is about, if there is exactly that one.
    func weigh(_ record: FIASRecord) async {
        guard let answer = try? PostingAnswer(record), let number = answer.postingNumber else { return }
        let moment = clock.now()
        do {
            let moved = try await database.write { tx -> [FolioPosting]? in
                guard let attempt = try tx.lastAttempt(number: number, since: moment.advanced(byMs: -Self.believedMs)),
                    attempt.mayBeAnsweredLate, let posting = try tx.posting(attempt.postingID), answer.isAbout(posting, attempt),
                    let verdict = answer.verdict(on: attempt, of: posting, at: moment)
                else { return nil }
                try tx.noteLateAnswer(attempt.id, answer: record.wireText, at: moment)
                if attempt.fate == nil || verdict.fate == .booked {
                    try tx.insertEvidence(.lateAnswer(verdict.fate, to: attempt, at: moment))
                }
                return try tx.learn(verdict, about: posting, at: moment)
            }
            guard let moved else {
                logger.notice("an answer came that nobody waits for", metadata: ["record": "\(record)"])
                return
            }
            signals.announce(moved)
        } catch {
            logger.error("a late answer could not be written down", metadata: ["fault": "\(error)"])
        }
    }
}

extension PostingAttempt {
    /// Whether nobody has answered it yet. A second answer, with another word than the first, proves nothing but a confused hotel.
    fileprivate var mayBeAnsweredLate: Bool { outcome.map { PostingOutcome.Doubt(rawValue: $0) != nil } ?? true }
}

extension PostingAnswer {
    /// What a late answer proves: booked, or certainly not; nil when it proves nothing.
    ///
    /// A "no" must name the room: a late refusal of an inquiry that went under the same number long before names none, or another.
    func verdict(on attempt: PostingAttempt, of posting: FolioPosting, at moment: Timestamp) -> AttemptVerdict? {
        let code = PostingEvidence.Source.lateAnswer.rawValue
        switch outcome {
        case .accepted(let numbers): return .booked(attempt.id, code: code, hotelText: text, transactionNumbers: numbers)
        case .refused(let reason) where roomNumber != nil:
            return .notBooked(attempt.id, then: PostingConclusion(.refused, code: reason.rawValue, hotelText: text))
        case .tryAgain where roomNumber != nil:
            return .notBooked(attempt.id, then: PostingDelivery.again(posting, code: code, at: moment))
        case .refused, .tryAgain, .notSent, .inDoubt: return nil
        }
    }
}

extension PostingEvidence {
    static func lateAnswer(_ fate: AttemptFate, to attempt: PostingAttempt, at moment: Timestamp) -> PostingEvidence {
        PostingEvidence(
            id: .make(at: moment), postingID: attempt.postingID, attemptID: attempt.id, seenAt: moment, source: .lateAnswer,
            finding: fate == .booked ? .booked : .notBooked, code: fate == .booked ? .answeredYes : .answeredNo)
    }
}
