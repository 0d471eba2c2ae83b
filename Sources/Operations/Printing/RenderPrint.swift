package import PointOfSale
package import Printing
import Storage

/// What is to be done with a job that has been taken in hand.
package enum PrintRendering: Sendable {
    case paper(ReceiptDocument)
    /// What it needs is not known yet.
    case later(Timestamp)
    /// There is nothing to print any more: the hotel refused the charge, the drawer's moment is over.
    case nothing
}

extension Restaurant {
    /// Makes the text of a job from what is in the books now.
    package func render(_ job: PrintJob, on printer: Printer, isTest: Bool) async throws -> PrintRendering {
        let moment = now()
        let link = job.content == .receipt ? try await receiptAddress(of: job) : nil
        return try await database.read { tx in
            try tx.rendering(
                of: job, on: printer, PaperMarks(printedAt: moment, copy: job.copy, isTest: isTest, link: link))
        }
    }

    /// The address that stands on a receipt, where the house has one; a new one each time, because only its digest is kept.
    private func receiptAddress(of job: PrintJob) async throws -> String? {
        guard let check = job.checkID, try await !paperSettings().publicAddress.isEmpty else { return nil }
        return try await makeReceiptLink(for: check)
    }
}

extension SQLTransaction {
    fileprivate func rendering(of job: PrintJob, on printer: Printer, _ marks: PaperMarks) throws -> PrintRendering {
        let property = try property()
        let language = property.language
        let marks = try marked(marks)
        switch job.content {
        case .test: return .paper(.testPage(printer, house: property.name, language: language))
        case .drawer:
            guard marks.printedAt.ms(since: job.createdAt) <= PrintJob.drawerLivesMs else { return .nothing }
            var paper = ReceiptDocument(language: language)
            paper.add(.drawer)
            return .paper(paper)
        case .receipt:
            guard let receipt = try job.checkID.map({ try receipt(of: $0) }) else { return .nothing }
            return .paper(.receipt(receipt, marks, language: language))
        case .voucher(let id):
            guard let posting = try posting(id), posting.state.tenderState != .refused else { return .nothing }
            let isOnItsWay = posting.state == .queued || posting.state == .sending
            guard !isOnItsWay || marks.printedAt.ms(since: job.createdAt) >= PrintJob.voucherWaitMs else {
                return .later(marks.printedAt.advanced(byMs: 1000))
            }
            guard let receipt = try job.checkID.map({ try receipt(of: $0) }) else { return .nothing }
            let voucher = ReceiptDocument.voucher(receipt, posting: id, marks, language: language)
            return voucher.map(PrintRendering.paper) ?? .nothing
        case .kitchen(let changes):
            guard let check = try job.checkID.flatMap({ try check($0) }) else { return .nothing }
            let slip = try slip(of: job, changes, check, language)
            return .paper(
                .kitchen(slip, copy: marks.copy, isTest: marks.isTest, calendar: property.calendar, language: language))
        }
    }

    /// A hotel's system in test mode marks every paper, as it marks every screen (`S2-03`).
    private func marked(_ marks: PaperMarks) throws -> PaperMarks {
        var marks = marks
        marks.isTest = try marks.isTest || Integration.allCases.contains { try isTestMode(of: $0) }
        return marks
    }

    private func slip(of job: PrintJob, _ changes: [PrintJob.KitchenChange], _ check: Check, _ language: Language) throws -> KitchenSlip {
        let lines = Dictionary(uniqueKeysWithValues: check.lines.map { ($0.id, $0) })
        return KitchenSlip(
            outletName: try outlet(check.outletID)?.name ?? "", checkNumber: check.number, tableNumber: check.tableNumber,
            covers: check.covers, cashierName: try job.createdBy.flatMap { try cashier($0)?.name } ?? "", sentAt: job.createdAt,
            job: "\(check.number)-\(job.id.text.suffix(4).uppercased())",
            lines: changes.compactMap { change in
                lines[change.line].map {
                    KitchenSlip.Line(
                        quantity: change.quantity, name: $0.name.text(in: language), note: $0.note, seat: $0.seat)
                }
            })
    }
}
