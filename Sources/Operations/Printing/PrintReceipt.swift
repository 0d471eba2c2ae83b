package import PointOfSale
import Storage

extension Restaurant {
    /// Puts the receipt of a check, or its provisional bill while it is open, into the queue of its outlet's printer. The second one is a
    /// duplicate, marked and counted.
    /// - Throws: `Refusal` — not permitted, unknown check, no printer.
    package func printReceipt(of checkID: CheckID, by cashier: Cashier) async throws -> PrintJob {
        try await enqueue(.receipt, of: checkID, by: cashier)
    }

    /// Puts the voucher of a room charge into the queue of its outlet's printer.
    /// - Throws: `Refusal` — not permitted, unknown posting, no printer.
    package func printVoucher(of postingID: PostingID, by cashier: Cashier) async throws -> PrintJob {
        let found = try await database.read { tx in try tx.posting(postingID)?.checkID }
        guard let checkID = found else { throw Refusal.unknownPosting }
        return try await enqueue(.voucher(postingID), of: checkID, by: cashier)
    }

    /// Prints a page that shows whether a printer is set up well.
    /// - Throws: `Refusal` — not permitted, unknown printer.
    package func printTestPage(on printerID: PrinterID, by cashier: Cashier) async throws -> PrintJob {
        try cashier.mustBeAllowed(.configure)
        let moment = now()
        let job = try await database.write { tx in
            guard let printer = try tx.printer(printerID), printer.isActive else { throw Refusal.unknownSetting }
            return try tx.enqueuePrint(.test, of: nil, on: printer.id, by: cashier.id, at: moment)
        }
        printWakes.wake()
        return job
    }

    /// The printer of an outlet's receipts, or nil.
    package func receiptPrinter(of outlet: OutletID) async throws -> Printer? {
        try await database.read { tx in try tx.printers().forReceipts(of: outlet) }
    }

    private func enqueue(_ content: PrintJob.Content, of checkID: CheckID, by cashier: Cashier) async throws -> PrintJob {
        try cashier.mustBeAllowed(.settleChecks)
        let moment = now()
        let job = try await database.write { tx in
            let check = try tx.existingCheck(checkID)
            guard let printer = try tx.printers().forReceipts(of: check.outletID) else { throw Refusal.noPrinter }
            let job = try tx.enqueuePrint(content, of: checkID, on: printer.id, by: cashier.id, at: moment)
            if job.copy > 0 { try tx.journal(.duplicatePrinted, subject: checkID.text, note: content.word, by: cashier.id, at: moment) }
            return job
        }
        printWakes.wake()
        return job
    }
}

extension SQLTransaction {
    /// Announces to the kitchen what was sent, or is not wanted any more: one ticket for each printer that has articles of it.
    func announceToKitchen(_ batch: [LineChange], of check: Check, by cashier: CashierID, at moment: Timestamp) throws {
        let printers = try printers().filter {
            $0.isActive && !$0.kitchenGroups.isEmpty && ($0.outletID ?? check.outletID) == check.outletID
        }
        guard !printers.isEmpty else { return }
        let lines = Dictionary(uniqueKeysWithValues: check.lines.map { ($0.id, $0) })
        for printer in printers {
            let itemizers = Set(try printer.kitchenGroups.map { try revenueGroup($0).itemizer })
            let changes = batch.compactMap { change -> PrintJob.KitchenChange? in
                let (id, quantity) =
                    switch change {
                    case .add(let id, _, let quantity, _, _): (id, quantity)
                    case .void(_, let line, let quantity): (line, -quantity)
                    case .discount, .removeDiscount, .spreadDiscount: (change.id, 0)
                    }
                guard quantity != 0, let line = lines[id], itemizers.contains(line.itemizer) else { return nil }
                return PrintJob.KitchenChange(line: id, quantity: quantity)
            }
            guard !changes.isEmpty else { continue }
            try enqueuePrint(.kitchen(changes), of: check.id, on: printer.id, by: cashier, at: moment)
        }
    }

    /// Opens the cash drawer of the outlet's printer, where that way of paying does so and there is one.
    func openDrawer(for method: PaymentMethod, of check: Check, by cashier: CashierID, at moment: Timestamp) throws {
        guard method.opensDrawer, let printer = try printers().forReceipts(of: check.outletID), printer.hasDrawer else { return }
        try enqueuePrint(.drawer, of: check.id, on: printer.id, by: cashier, at: moment)
    }
}
