import Foundation
package import PointOfSale

extension SQLTransaction {
    /// Puts something into a printer's queue. What came out of the same before, or may have, is counted: it is then a duplicate.
    @discardableResult
    package func enqueuePrint(
        _ content: PrintJob.Content, of check: CheckID?, on printer: PrinterID, by cashier: CashierID?, notBefore: Timestamp? = nil,
        at moment: Timestamp, isDuplicate: Bool = false
    ) throws -> PrintJob {
        let (posting, kitchen) = try Self.columns(of: content)
        let job = PrintJob(
            id: .make(at: moment), printerID: printer, content: content, checkID: check,
            copy: max(try copies(of: content, check), isDuplicate ? 1 : 0),
            createdAt: moment, createdBy: cashier, notBefore: notBefore)
        try execute(
            """
            insert into print_job (id, property_id, printer_id, kind, check_id, posting_id, kitchen, copy, state, attempts, created_at,
                created_by, not_before, updated_at)
            values ($1, (select id from property), $2, $3, $4, $5, $6, $7, 'queued', 0, $8, $9, $10, $8)
            """,
            job.id, printer, content.word, check, posting, kitchen, job.copy, moment, cashier, job.notBefore)
        return job
    }

    /// The receipt of a check that has just been paid, where the outlet prints them by itself (`S2-08`).
    func enqueueReceiptIfAlways(_ id: CheckID, at moment: Timestamp) throws {
        guard try first("select 1 as found from printer where receipts = 'always' and is_active = 1 limit 1") != nil,
            let row = try first("select outlet_id from guest_check where id = $1", id)
        else { return }
        guard let printer = try printers().forReceipts(of: row.id("outlet_id")), printer.receipts == .always else { return }
        try enqueuePrint(.receipt, of: id, on: printer.id, by: nil, at: moment)
    }

    /// Takes back the receipt that was to come out by itself, of a check that was voided before it did.
    func cancelWaitingReceipts(of check: CheckID) throws {
        try execute(
            "update print_job set state = 'cancelled' where check_id = $1 and state = 'queued' and kind = 'receipt' and created_by is null",
            check)
    }

    /// Whether anything is due.
    package func hasDuePrints(at moment: Timestamp) throws -> Bool {
        try first("select 1 as due from print_job where state = 'queued' and not_before <= $1 limit 1", moment) != nil
    }

    /// One job, or nil.
    package func printJob(_ id: PrintJobID) throws -> PrintJob? { try printJobs(where: "j.id = $1", id).first }

    /// Jobs in these states, newest first; all of them when none is named.
    package func printJobs(in states: Set<PrintJob.State> = [], before: PrintJobID? = nil, limit: Int) throws -> [PrintJob] {
        let names = states.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
        let condition = states.isEmpty ? "j.id < $1" : "j.id < $1 and j.state in (\(names))"
        return try printJobs(where: "\(condition) order by j.id desc limit $2", before?.text ?? "~", limit)
    }

    /// Everything printed of a check, newest first.
    package func printJobs(of check: CheckID) throws -> [PrintJob] {
        try printJobs(where: "j.check_id = $1 order by j.id desc", check)
    }

    /// How many jobs wait, and how many need a person.
    package func openPrintCounts() throws -> [PrintJob.State: Int] {
        let rows = try query(
            "select state, count(*) as count from print_job where state in ('queued', 'sending', 'uncertain', 'failed') group by state")
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.state("state"), try $0.int("count")) })
    }

    /// The oldest job of each printer that is due and may be sent; each moves to sending, so that a crash leaves it uncertain.
    package func claimPrintJobs(at moment: Timestamp) throws -> [PrintJob] {
        let due = try query(
            """
            select min(j.id) as id from print_job j join printer p on p.id = j.printer_id
            where j.state = 'queued' and j.not_before <= $1
                and not exists (select 1 from print_job s where s.state = 'sending' and s.printer_id = j.printer_id)
            group by j.printer_id
            """, moment)
        return try due.compactMap { row in
            let id: PrintJobID = try row.id("id")
            try execute("update print_job set state = 'sending', attempts = attempts + 1, updated_at = $1 where id = $2", moment, id)
            return try printJob(id)
        }
    }

    /// Moves a job on from where it is believed to be. False when somebody else has moved it.
    @discardableResult
    package func movePrintJob(
        _ id: PrintJobID, from: PrintJob.State, to: PrintJob.State, fault: PrinterFault?, notBefore: Timestamp? = nil, at moment: Timestamp
    ) throws -> Bool {
        try execute(
            """
            update print_job set state = $1, fault = $2, not_before = coalesce($3, not_before), updated_at = $4
            where id = $5 and state = $6
            """,
            to.rawValue, fault?.rawValue, notBefore, moment, id, from.rawValue) == 1
    }

    /// What was being sent when the program ended: nobody knows whether it came out. Returns how many.
    @discardableResult
    package func doubtPrintsInHand(at moment: Timestamp) throws -> Int {
        try execute(
            "update print_job set state = 'uncertain', fault = $1, updated_at = $2 where state = 'sending'",
            PrinterFault.interrupted.rawValue, moment)
    }

    private func copies(of content: PrintJob.Content, _ check: CheckID?) throws -> Int {
        let gone = "state in ('queued', 'sending', 'printed', 'uncertain')"
        let row =
            switch content {
            case .receipt where check != nil:
                // A provisional bill is no receipt: what came out before the check was paid is not counted.
                try first(
                    """
                    select count(*) as count from print_job where check_id = $1 and kind = 'receipt' and \(gone)
                        and created_at >= (select coalesce(closed_at, 0) from guest_check where id = $1)
                    """, check)
            case .voucher(let posting): try first("select count(*) as count from print_job where posting_id = $1 and \(gone)", posting)
            case .receipt, .kitchen, .drawer, .test: nil as SQLRow?
            }
        return min(try row?.int("count") ?? 0, 9999)
    }

    private static func columns(of content: PrintJob.Content) throws -> (posting: PostingID?, kitchen: String?) {
        switch content {
        case .voucher(let posting): (posting, nil)
        case .kitchen(let changes): (nil, String(decoding: try JSONEncoder().encode(changes), as: UTF8.self))
        case .receipt, .drawer, .test: (nil, nil)
        }
    }

    private func printJobs(where condition: String, _ values: any SQLBindable...) throws -> [PrintJob] {
        try query(
            "select j.*, c.number as check_number from print_job j left join guest_check c on c.id = j.check_id where \(condition)",
            values: values.map { $0.sqlValue }
        ).map(Self.printJob)
    }

    private static func printJob(_ row: SQLRow) throws -> PrintJob {
        PrintJob(
            id: try row.id("id"), printerID: try row.id("printer_id"), content: try content(row), checkID: try row.optionalID("check_id"),
            checkNumber: try row.optionalInt("check_number"), copy: try row.int("copy"), state: try row.state("state"),
            attempts: try row.int("attempts"), fault: try row.optionalText("fault").flatMap { PrinterFault(rawValue: $0) },
            createdAt: try row.moment("created_at"), createdBy: try row.optionalID("created_by"), notBefore: try row.moment("not_before"),
            updatedAt: try row.moment("updated_at"))
    }

    private static func content(_ row: SQLRow) throws -> PrintJob.Content {
        switch try row.text("kind") {
        case "receipt": return .receipt
        case "voucher": return .voucher(try row.id("posting_id"))
        case "kitchen":
            let changes = try row.read("kitchen", as: "changes for the kitchen") {
                try? JSONDecoder().decode([PrintJob.KitchenChange].self, from: Data($0.utf8))
            }
            return .kitchen(changes)
        case "drawer": return .drawer
        default: return .test
        }
    }
}
