import Hummingbird
import Operations
import PointOfSale
import Storage

/// Configuration › Integrations: what is added and how it stands; a catalogue to add from (`S2-02`).
enum IntegrationsPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let rows: [Row]
        let hasRows: Bool
        let isCatalogue: Bool
        let searched: String
        let nothing: String?
    }

    /// One integration.
    private struct Row: Sendable {
        let slug: String
        let name: String
        let text: String
        let version: String
        let path: String
        let button: String
        let status: String?
        let tone: String
    }

    /// Those that were added.
    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let settings = try await visit.till.restaurant.settings(by: try visit.cashier)
        let rows = all(settings, visit).filter { $0.status != nil }
        return try await page(visit, rows, searched: nil)
    }

    /// The catalogue. The query: `q`, a part of a name.
    static let add: @Sendable (Visit) async throws -> Response = { visit in
        let settings = try await visit.till.restaurant.settings(by: try visit.cashier)
        let searched = String((visit.request.uri.queryParameters["q"].map { String($0) } ?? "").prefix(searchCharactersMax))
        let wanted = searched.lowercased().filter { !$0.isWhitespace }
        let rows = all(settings, visit).filter { row in
            wanted.isEmpty || (row.name + row.text).lowercased().filter { !$0.isWhitespace }.contains(wanted)
        }
        return try await page(visit, rows, searched: searched)
    }

    /// The longest search.
    private static let searchCharactersMax = 40

    private static func page(_ visit: Visit, _ rows: [Row], searched: String?) async throws -> Response {
        let words = visit.words
        let path = searched == nil ? "/configuration/integrations" : "/configuration/integrations/add"
        let nothing = searched == nil ? words["setNoIntegrations"] : words("setNoSuchIntegration", ["text": searched ?? ""])
        let model = Model(
            chrome: Chrome(visit, try await visit.till.property(), cashier: try visit.cashier, section: .configuration, path: path),
            words: words.all, problem: nil, rows: rows, hasRows: !rows.isEmpty, isCatalogue: searched != nil, searched: searched ?? "",
            nothing: rows.isEmpty ? nothing : nil)
        return .html(visit.till.templates.render("integrations", model))
    }

    /// OPERA over FIAS, OPERA Cloud over REST, RoomRaccoon.
    private static func all(_ settings: HouseSettings, _ visit: Visit) -> [Row] {
        let rows = Integration.allCases.compactMap { row(of: $0, settings, visit) }
        return rows.prefix(1) + [operaCloud(settings, visit)] + rows.dropFirst()
    }

    private static func operaCloud(_ settings: HouseSettings, _ visit: Visit) -> Row {
        let words = visit.words
        let state = visit.till.restaurant.hotel.linkState
        let works = state.fault == nil || state.isAlive
        let standing = settings.operaCloud.map { link -> Standing in !link.isOn ? .disabled : works ? .enabled : .error }
        return Row(
            slug: "opera-cloud", name: words["setOperaCloud"], text: words["integration.operaCloud"],
            version: words["integrationVersion.operaCloud"], path: "/configuration/settings/opera-cloud/edit",
            button: words[standing == nil ? "setAdd" : "setChange"], status: standing.map { words["integrationStatus.\($0.rawValue)"] },
            tone: standing?.tone ?? "plain")
    }

    private static func row(of integration: Integration, _ settings: HouseSettings, _ visit: Visit) -> Row? {
        let words = visit.words
        let status = status(of: integration, settings, visit)
        let (slug, path) =
            switch integration {
            case .opera: ("opera", settings.hotelLink == nil ? "/configuration/settings/gateway/add" : "/configuration/settings/hotel/edit")
            case .roomRaccoon: ("room-raccoon", "/configuration/settings/room-raccoon/edit")
            }
        return Row(
            slug: slug, name: integration.name, text: words["integration.\(integration.rawValue)"],
            version: words["integrationVersion.\(integration.rawValue)"], path: path,
            button: words[status == nil ? "setAdd" : "setChange"], status: status.map { words["integrationStatus.\($0.rawValue)"] },
            tone: status?.tone ?? "plain")
    }

    /// How an integration stands.
    private enum Standing: String {
        case enabled, disabled, test, error

        var tone: String {
            switch self {
            case .enabled: "ok"
            case .disabled: "plain"
            case .test: "wait"
            case .error: "no"
            }
        }
    }

    private static func status(of integration: Integration, _ settings: HouseSettings, _ visit: Visit) -> Standing? {
        let state = try? visit.till.restaurant.hotels.line(integration).linkState
        let works = state.map { $0.fault == nil || $0.isAlive } ?? false
        switch integration {
        case .opera:
            // The line over REST takes its place.
            return settings.hotelLink.map { !$0.isOn || settings.operaCloud?.isOn == true ? .disabled : works ? .enabled : .error }
        case .roomRaccoon:
            return settings.roomRaccoon.map { !$0.isOn ? .disabled : !works ? .error : $0.isTest ? .test : .enabled }
        }
    }
}
