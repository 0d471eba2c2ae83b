package import FIAS
package import Logging
package import PointOfSale
import ServiceLifecycle
package import Storage

/// The strongest evidence there is: an answer that came after we had stopped waiting. It settles a posting in doubt, and nothing else.
package struct LateAnswers: Service {
    /// How long an answer may come late and still be believed, ms: 24 hours. After that a person decides.
    static let believedMs: Int64 = 24 * 60 * 60 * 1000

    private let answers: AsyncStream<FIASRecord>
    private let database: any Database
    private let signals: PostingSignals
    private let logger: Logger
    private let now: @Sendable () -> Timestamp

    /// Listens on a link from now on: before it runs, so that nothing is missed.
    package init(
        link: FIASLink, database: any Database, signals: PostingSignals, logger: Logger, now: @escaping @Sendable () -> Timestamp
    ) {
        answers = link.lateAnswers()
        self.database = database
        self.signals = signals
        self.logger = logger
        self.now = now
    }

    /// Works until the service group stops it.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            for await record in answers { await weigh(record) }
        }
    }

    /// Settles the posting in doubt that the answer is about, if there is exactly that one.
    func weigh(_ record: FIASRecord) async {
        guard let answer = try? PostingAnswer(record), let number = answer.postingNumber else { return }
        let moment = now()
        do {
            let settled = try await database.write { tx -> FolioPosting? in
                guard let attempt = try tx.attemptInDoubt(number: number), let posting = try tx.posting(attempt.postingID),
                    moment.ms(since: attempt.startedAt) <= Self.believedMs, posting.state == .inDoubt, answer.isAbout(posting, attempt),
                    let conclusion = answer.lateConclusion
                else { return nil }
                try tx.noteLateAnswer(attempt.id, answer: record.wireText, at: moment)
                try tx.conclude(posting, as: conclusion, at: moment)
                try tx.journal(.postingConcluded, subject: posting.id.text, note: "lateAnswer", by: nil, at: moment)
                return try tx.posting(posting.id)
            }
            guard let settled else {
                logger.notice("an answer came that nobody waits for", metadata: ["record": "\(record)"])
                return
            }
            signals.announce(PostingChange(settled))
        } catch {
            logger.error("a late answer could not be written down", metadata: ["fault": "\(error)"])
        }
    }
}

extension PostingAnswer {
    /// What a late answer proves: booked, or certainly not; nil when it proves nothing.
    var lateConclusion: PostingConclusion? {
        switch outcome {
        case .accepted(let numbers): PostingConclusion(.accepted, code: "lateAnswer", hotelText: text, transactionNumbers: numbers)
        case .refused, .tryAgain: PostingConclusion(.notBooked, code: "lateAnswer", hotelText: text)
        case .notSent, .inDoubt: nil
        }
    }
}
