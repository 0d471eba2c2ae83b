import HTTPTypes
import Hummingbird
import Operations
import PointOfSale

/// Comparing a day with the hotel, for programs.
enum ReconciliationsAPI {
    /// Runs in one answer.
    private static let runsMax = 100

    static let list: @Sendable (Visit) async throws -> Response = { visit in
        let reports = try await visit.till.restaurant.reconciliations(limit: runsMax)
        return .json { json in json.array("reconciliations", reports) { $0.fields(of: $1) } }
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in
        answer(try await visit.till.restaurant.reconciliation(try visit.reconciliationID), .ok, visit.words)
    }

    /// Reads the guests' folios and compares.
    static let compare: @Sendable (Visit) async throws -> Response = { visit in
        var body = try await visit.json()
        let date = try body.parsed("businessDate") { BusinessDate(iso: $0) }
        try body.nothingElse()
        let live = visit.till.live
        let report = try await visit.till.restaurant.reconcile(date, by: visit.cashier) { live.announce(.reconciliation) }
        return answer(report, .created, visit.words)
    }

    /// Takes the hotel's own list, a CSV file as the body, and compares. The query: `date`.
    static let importList: @Sendable (Visit) async throws -> Response = { visit in
        guard let date = visit.request.uri.queryParameters["date"].flatMap({ BusinessDate(iso: String($0)) }) else {
            throw Problem.fieldIsOutOfRange("date")
        }
        let csv = try await visit.bytes(type: "text/csv", atMost: HotelLedgerFile.bytesMax)
        do {
            return answer(try await visit.till.restaurant.reconcile(date, csv: csv, by: visit.cashier), .created, visit.words)
        } catch let rejected as HotelLedgerRejected {
            throw Problem(rejected, visit.words)
        }
    }

    private static func answer(_ report: ReconciliationReport, _ status: HTTPResponse.Status, _ words: Words) -> Response {
        .json(status) { json in
            json.fields(of: report)
            json.array("differences", report.differences) { json, difference in
                json.field("kind", difference.kind.rawValue)
                json.field("reference", difference.reference)
                json.field("postingId", difference.postingID?.text)
                json.field("checkNumber", difference.checkNumber)
                json.field("roomNumber", difference.roomNumber)
                json.field("ourAmount", difference.ours.minorUnits)
                json.field("hotelAmount", difference.hotels.minorUnits)
                json.field("detail", difference.detail)
                json.field("nextStep", words.nextStep(for: difference))
            }
        }
    }
}

extension JSONWriter {
    /// A comparison without its differences.
    mutating func fields(of report: ReconciliationReport) {
        let run = report.run
        field("id", run.id.text)
        field("businessDate", run.date.description)
        field("source", run.source.rawValue)
        field("ranAt", TimeText.iso(run.ranAt))
        field("ranBy", report.cashierName)
        field("isEqual", run.isEqual)
        field("ourCount", run.ours.count)
        field("ourTotal", run.ours.total.minorUnits)
        field("hotelCount", run.hotels.count)
        field("hotelTotal", run.hotels.total.minorUnits)
        field("linesOfOthers", run.linesOfOthers)
        field("differenceCount", run.differenceCount)
    }
}

extension Problem {
    /// A list of the hotel's that cannot be read: every fault with its line.
    init(_ rejected: HotelLedgerRejected, _ words: Words) {
        let faults = rejected.faults.map { fault in
            let value = fault.reason == .columnMissing ? fault.value.map { words["column.\($0)"] } : fault.value
            let text = words("ledger.\(fault.reason.rawValue)", ["value": value ?? ""])
            return fault.line.map { words("faultInLine", ["line": String($0), "fault": text]) } ?? text
        }
        self.init(status: .unprocessableContent, code: "LEDGER_UNREADABLE", values: ["faults": faults.joined(separator: "\n")])
    }
}
