package import Logging
package import PointOfSale
package import Printing
import Storage

/// Sends what is to be printed: one job a printer at a time, printers side by side, so that one that is off keeps nobody waiting.
///
/// A job is written in the transaction that causes it and moves to *sending* before a byte leaves. What certainly was not sent is tried
/// again until it comes out or somebody takes it back; what may have come out is never sent again by the machine.
package struct PrintDispatcher: Sendable {
    /// How long it waits between two looks, ms, unless it is woken.
    package static let lookAgainMs: Int64 = 1_000
    /// The longest wait between two attempts, ms.
    static let retryMsMax: Int64 = 15_000

    private let restaurant: Restaurant
    private let isTest: Bool
    private let logger: Logger
    private let send: @Sendable (ReceiptDocument, Printer) async -> PrintOutcome
    private let pause: @Sendable (_ ms: Int64) async throws -> Void

    /// A dispatcher.
    /// - Parameters:
    ///   - isTest: whether every paper is marked as being worth nothing.
    ///   - send: the way to a printer; a test has another.
    package init(
        restaurant: Restaurant, isTest: Bool, logger: Logger,
        send: @escaping @Sendable (ReceiptDocument, Printer) async -> PrintOutcome = { await PrinterLink($1).send($0) },
        pause: @escaping @Sendable (_ ms: Int64) async throws -> Void
    ) {
        self.restaurant = restaurant
        self.isTest = isTest
        self.logger = logger
        self.send = send
        self.pause = pause
    }

    /// Works until it is cancelled. What was in hand when the program ended before is uncertain from then on.
    package func run() async throws {
        let moment = restaurant.now()
        let left = try await restaurant.database.write { tx in try tx.doubtPrintsInHand(at: moment) }
        if left > 0 { logger.notice("prints were under way when the program ended", metadata: ["jobs": "\(left)"]) }
        let (nudges, nudge) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        await withDiscardingTaskGroup { group in
            group.addTask { for await _ in restaurant.printWakes.wakes() { nudge.yield() } }
            group.addTask { for await _ in restaurant.signals.updates() { nudge.yield() } }
            group.addTask {
                while !Task.isCancelled {
                    nudge.yield()
                    guard (try? await pause(Self.lookAgainMs)) != nil else { break }
                }
                nudge.finish()
            }
            for await _ in nudges {
                for job in await claim() {
                    group.addTask {
                        await deliver(job)
                        nudge.yield()
                    }
                }
            }
            // Whoever listens for wakes would listen for ever.
            group.cancelAll()
        }
    }

    /// Sends what is due now, one after another: for whoever keeps the time himself.
    package func sendDue() async {
        while true {
            let jobs = await claim()
            if jobs.isEmpty { return }
            for job in jobs { await deliver(job) }
        }
    }

    private func claim() async -> [PrintJob] {
        let moment = restaurant.now()
        do {
            let isWaiting = try await restaurant.database.read { tx in try tx.hasDuePrints(at: moment) }
            guard isWaiting else { return [] }
            return try await restaurant.database.write { tx in try tx.claimPrintJobs(at: moment) }
        } catch {
            logger.error("prints could not be looked up", metadata: ["fault": "\(error)"])
            return []
        }
    }

    private func deliver(_ job: PrintJob) async {
        do {
            guard let printer = try await restaurant.database.read({ tx in try tx.printer(job.printerID) }) else {
                return try await move(job, to: .failed, .deviceMissing)
            }
            guard printer.isActive else { return try await move(job, to: .failed, .deviceMissing) }
            switch try await restaurant.render(job, on: printer, isTest: isTest) {
            case .nothing: try await move(job, to: .cancelled, nil)
            case .later(let moment): try await move(job, to: .queued, nil, notBefore: moment)
            case .paper(let paper): try await conclude(job, await send(paper, printer))
            }
        } catch {
            logger.error("a print failed", metadata: ["job": "\(job.id)", "fault": "\(type(of: error))"])
            try? await move(job, to: .failed, .other)
        }
    }

    private func conclude(_ job: PrintJob, _ outcome: PrintOutcome) async throws {
        switch outcome {
        case .printed: try await move(job, to: .printed, nil)
        case .notSent(let fault):
            let wait = min(Self.retryMsMax, 1000 << Int64(min(job.attempts, 4)))
            try await move(job, to: .queued, fault, notBefore: restaurant.now().advanced(byMs: wait))
        case .unknown(let fault): try await move(job, to: .uncertain, fault)
        case .refused(let fault): try await move(job, to: .failed, fault)
        }
    }

    private func move(_ job: PrintJob, to state: PrintJob.State, _ fault: PrinterFault?, notBefore: Timestamp? = nil) async throws {
        let moment = restaurant.now()
        try await restaurant.database.write { tx in
            _ = try tx.movePrintJob(job.id, from: .sending, to: state, fault: fault, notBefore: notBefore, at: moment)
        }
        if let fault {
            logger.notice(
                "a print did not come out", metadata: ["job": "\(job.id)", "fault": "\(fault.rawValue)", "state": "\(state.rawValue)"])
        }
    }
}
