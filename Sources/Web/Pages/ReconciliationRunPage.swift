import Hummingbird
import Operations
import PointOfSale

/// What a comparison found: equal to the cent, or each difference with its next step.
enum ReconciliationRunPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let day: String
        let date: String
        let source: String
        let ran: String
        let isEqual: Bool
        let tone: String
        let icon: String
        let title: String
        let text: String
        let ours: SideCard
        let hotels: SideCard
        let gap: String
        let others: String?
        let differences: [DifferenceRow]
        let shownOnly: String?
    }

    private struct SideCard: Sendable {
        let total: String
        let totalMinor: Int
        let count: String
    }

    private struct DifferenceRow: Sendable {
        let kind: String
        let kindWords: String
        let tone: String
        let reference: String
        let posting: String?
        let check: String
        let room: String
        let ours: String
        let hotels: String
        let step: String
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let report = try await visit.till.restaurant.reconciliation(try visit.reconciliationID)
        let property = try await visit.till.property()
        let (run, words, language) = (report.run, visit.words, visit.language)
        let money = MoneyText(language)
        let model = Model(
            chrome: Chrome(
                visit, property, cashier: try visit.cashier, section: .hotel, path: "/hotel/reconciliation/\(run.id)"), words: words.all,
            day: TimeText.date(run.date, language), date: run.date.description, source: words["source.\(run.source.rawValue)"],
            ran: words("ranAt", ["time": TimeText(language, property.calendar).full(run.ranAt), "name": report.cashierName]),
            isEqual: run.isEqual, tone: run.isEqual ? "ok" : "no", icon: run.isEqual ? "check" : "doubt",
            title: run.isEqual ? words["equalTitle"] : words.counted("differences", run.differenceCount),
            text: run.isEqual ? words[run.ours.count == 0 ? "equalNothing" : "equalText"] : "",
            ours: side(run.ours, words, money), hotels: side(run.hotels, words, money), gap: money.text(run.hotels.total - run.ours.total),
            others: run.linesOfOthers == 0 ? nil : words("othersLines", ["count": String(run.linesOfOthers)]),
            differences: report.differences.map { row($0, words, money) },
            shownOnly: run.differenceCount > report.differences.count
                ? words("differencesShown", ["count": String(report.differences.count)]) : nil)
        return .html(visit.till.templates.render("reconciliation-run", model))
    }

    private static func side(_ side: Reconciliation.Side, _ words: Words, _ money: MoneyText) -> SideCard {
        SideCard(total: money.text(side.total), totalMinor: side.total.minorUnits, count: words.counted("bookings", side.count))
    }

    private static func row(_ difference: ReconciliationDifference, _ words: Words, _ money: MoneyText) -> DifferenceRow {
        DifferenceRow(
            kind: difference.kind.rawValue, kindWords: words["difference.\(difference.kind.rawValue)"], tone: tone(of: difference.kind),
            reference: difference.reference, posting: difference.postingID?.text, check: difference.checkNumber.map { String($0) } ?? "",
            room: difference.roomNumber ?? "", ours: money.text(difference.ours), hotels: money.text(difference.hotels),
            step: words.nextStep(for: difference))
    }

    private static func tone(of kind: ReconciliationDifference.Kind) -> String {
        switch kind {
        case .missing, .twice, .otherAmount, .unknownHere, .notExpected: "no"
        case .inDoubt, .notCompared, .otherRoom: "wait"
        case .otherDate: "info"
        }
    }
}

extension Words {
    /// What to do about a difference.
    func nextStep(for difference: ReconciliationDifference) -> String {
        let detail = difference.detail ?? ""
        switch difference.kind {
        case .missing where difference.detail != nil: return self("step.missingSuggestion", ["text": detail])
        case .missing: return self["step.missing"]
        case .twice: return self("step.twice", ["times": detail])
        case .otherAmount: return self["step.otherAmount"]
        case .otherRoom: return self("step.otherRoom", ["room": detail])
        case .unknownHere: return self["step.unknownHere"]
        case .otherDate: return self("step.otherDate", ["date": BusinessDate(iso: detail).map { TimeText.date($0, language) } ?? detail])
        case .inDoubt: return self[difference.hotels.isZero ? "step.inDoubt" : "step.inDoubtShown"]
        case .notExpected: return self["step.notExpected"]
        case .notCompared: return self("step.notCompared", ["reason": all["unread.\(detail)"] ?? self["unread.other"]])
        }
    }
}
