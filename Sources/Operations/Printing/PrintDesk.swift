package import PointOfSale
import Storage

/// What was printed and what was not, with what a person can do about it.
package struct PrintDesk: Sendable {
    package let jobs: [PrintJob]
    /// Every printer, those out of use included, by its id.
    package let printers: [PrinterID: Printer]
    package let counts: [PrintJob.State: Int]

    /// The most jobs on one page.
    package static let jobsMax = 100
}

extension Restaurant {
    /// The print queue: what waits, what failed and why, what came out lately, newest first.
    /// - Throws: `Refusal.notPermitted`.
    package func printDesk(in states: Set<PrintJob.State> = [], by cashier: Cashier) async throws -> PrintDesk {
        try cashier.mustBeAllowed(.takeOrders)
        return try await database.read { tx in
            PrintDesk(
                jobs: try tx.printJobs(in: states, limit: PrintDesk.jobsMax),
                printers: Dictionary(uniqueKeysWithValues: try tx.printers().map { ($0.id, $0) }), counts: try tx.openPrintCounts())
        }
    }

    /// Everything printed of a check, newest first.
    package func prints(of check: CheckID) async throws -> [PrintJob] {
        try await database.read { tx in try tx.printJobs(of: check) }
    }

    /// Tries a job again now. One that may have come out is printed anew, as a duplicate, and the old one is done with.
    /// - Throws: `Refusal` — not permitted, unknown, nothing to try again.
    package func retryPrint(_ id: PrintJobID, by cashier: Cashier) async throws {
        try cashier.mustBeAllowed(.takeOrders)
        let moment = now()
        try await database.write { tx in
            guard let job = try tx.printJob(id) else { throw Refusal.unknownPrint }
            switch job.state {
            case .queued: try tx.movePrintJob(id, from: .queued, to: .queued, fault: job.fault, notBefore: moment, at: moment)
            case .failed: try tx.movePrintJob(id, from: .failed, to: .queued, fault: nil, notBefore: moment, at: moment)
            case .uncertain:
                // Counted while it still may have come out: the new one is then a duplicate.
                try tx.enqueuePrint(job.content, of: job.checkID, on: job.printerID, by: cashier.id, at: moment, isDuplicate: true)
                try tx.movePrintJob(id, from: .uncertain, to: .printed, fault: job.fault, at: moment)
                try tx.journal(.duplicatePrinted, subject: job.checkID?.text ?? id.text, note: job.content.word, by: cashier.id, at: moment)
            case .sending, .printed, .cancelled: throw Refusal.printNotWaiting
            }
        }
        printWakes.wake()
    }

    /// A person's word on a job that may have come out: it did.
    /// - Throws: `Refusal` — not permitted, unknown, nothing uncertain.
    package func confirmPrint(_ id: PrintJobID, by cashier: Cashier) async throws {
        try await move(id, from: [.uncertain], to: .printed, by: cashier)
    }

    /// Takes back a job that has not come out.
    /// - Throws: `Refusal` — not permitted, unknown, no longer waiting.
    package func cancelPrint(_ id: PrintJobID, by cashier: Cashier) async throws {
        try await move(id, from: [.queued, .failed, .uncertain], to: .cancelled, by: cashier)
    }

    private func move(_ id: PrintJobID, from states: Set<PrintJob.State>, to state: PrintJob.State, by cashier: Cashier) async throws {
        try cashier.mustBeAllowed(.takeOrders)
        let moment = now()
        try await database.write { tx in
            guard let job = try tx.printJob(id) else { throw Refusal.unknownPrint }
            guard states.contains(job.state) else { throw Refusal.printNotWaiting }
            try tx.movePrintJob(id, from: job.state, to: state, fault: job.fault, at: moment)
            try tx.journal(
                .printSettled, subject: job.checkID?.text ?? id.text, note: "\(job.content.word) \(state.rawValue)", by: cashier.id,
                at: moment)
        }
    }
}
