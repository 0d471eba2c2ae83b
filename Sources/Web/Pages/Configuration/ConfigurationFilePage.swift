import Hummingbird
import Operations
import PointOfSale

/// The whole configuration as one file, out and in; and the journal of what was changed.
enum ConfigurationFilePage {
    /// Changes listed.
    static let changesMax = 200

    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let isSaved: Bool
    }

    private struct ChangesModel: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let changes: [Change]
        let hasChanges: Bool
    }

    private struct Change: Sendable {
        let time: String
        let name: String
        let text: String
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let model = Model(
            chrome: try await chrome(visit, "/configuration/file"), words: visit.words.all, problem: nil,
            isSaved: visit.request.uri.queryParameters["saved"] != nil)
        return .html(visit.till.templates.render("configuration-file", model))
    }

    static let export: @Sendable (Visit) async throws -> Response = { visit in
        let json = try await visit.till.restaurant.exportConfiguration(by: try visit.cashier)
        var response = Response.bytes(.ok, Array(json), type: "application/json; charset=utf-8")
        response.headers[.contentDisposition] = "attachment; filename=\"ardoise-configuration.json\""
        return response
    }

    static let changes: @Sendable (Visit) async throws -> Response = { visit in
        let property = try await visit.till.property()
        let time = TimeText(visit.language, property.calendar)
        let words = visit.words
        let changes = try await visit.till.restaurant.settingChanges(limit: changesMax, by: try visit.cashier).map { change in
            Change(
                time: time.full(change.at), name: change.cashierName ?? words["setCommandLine"],
                text: change.isWhole
                    ? words["setChangedWhole"] : change.isPIN ? words("setChangedPIN", ["name": change.ofCashier ?? ""]) : change.note)
        }
        let model = ChangesModel(
            chrome: try await chrome(visit, "/configuration/changes"), words: words.all, problem: nil, changes: changes,
            hasChanges: !changes.isEmpty)
        return .html(visit.till.templates.render("configuration-changes", model))
    }

    private static func chrome(_ visit: Visit, _ path: String) async throws -> Chrome {
        Chrome(visit, try await visit.till.property(), cashier: try visit.cashier, section: .configuration, path: path)
    }
}
