import Hummingbird
import Operations
import PointOfSale

/// The back office: one page of all sections, and for each a list and a form (`S1-01`).
enum ConfigurationPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let groups: [GroupCard]
    }

    private struct GroupCard: Sendable {
        let title: String
        let entries: [Entry]
    }

    private struct Entry: Sendable {
        let path: String
        let title: String
        let lead: String
    }

    private struct ListModel: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let isSaved: Bool
        let group: String
        let slug: String
        let list: SettingsList
    }

    private struct FormModel: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let isSaved: Bool
        let group: String
        let section: String
        let backPath: String
        let backWords: String
        /// Whether it is one of several, with a list to go back to.
        let isInList: Bool
        let title: String
        let path: String
        let slug: String
        let form: SettingsForm
        let test: TestBox?
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let property = try await visit.till.property()
        let words = visit.words
        let catalogue = Entry(path: "/configuration/integrations", title: words["setIntegrations"], lead: words["setIntegrationsLead"])
        let groups = SettingsSection.Group.allCases.map { group in
            GroupCard(
                title: words["setGroup.\(group.rawValue)"],
                entries: (group == .integrations ? [catalogue] : [])
                    + SettingsSection.all.filter { $0.group == group && $0.slug != "tables" }.map { section in
                        Entry(path: section.entry, title: words[section.title], lead: words["\(section.title)Lead"])
                    })
        }
        let model = Model(
            chrome: Chrome(visit, property, cashier: try visit.cashier, section: .configuration, path: "/configuration"),
            words: words.all, problem: nil, groups: groups)
        return .html(visit.till.templates.render("configuration", model))
    }

    static let list: @Sendable (Visit) async throws -> Response = { visit in
        let section = try section(of: visit)
        if section.isSingle || section.slug == "tables" { return .seeOther(section.isSingle ? section.entry : "/configuration") }
        let look = try await look(visit, setting: nil)
        let model = ListModel(
            chrome: try await chrome(visit, section.path), words: visit.words.all, problem: nil,
            isSaved: visit.request.uri.queryParameters["saved"] != nil, group: visit.words["setGroup.\(section.group.rawValue)"],
            slug: section.slug, list: try section.list(look))
        return .html(visit.till.templates.render("settings-list", model))
    }

    static let form: @Sendable (Visit) async throws -> Response = { visit in try await formPage(visit) }

    static let save: @Sendable (Visit) async throws -> Response = { visit in
        let section = try section(of: visit)
        var fields = try await visit.form()
        let typed = fields.all
        do {
            let look = try await look(visit, setting: try setting(of: visit))
            let path = try await section.save(look, &fields)
            visit.till.house.forget()
            visit.till.live.announce(.floor)
            return .seeOther(path + (path.contains("?") ? "&" : "?") + "saved=1")
        } catch let refusal as Refusal where refusal.kind != .notFound && refusal.kind != .forbidden {
            return try await formPage(visit, typed: typed, problem: Problem(refusal))
        } catch let problem as Problem where problem.field != nil {
            return try await formPage(visit, typed: typed, problem: problem)
        }
    }

    /// Tries the line to the hotel and shows what came of it (`S1-03`).
    static let test: @Sendable (Visit) async throws -> Response = { visit in
        let test = try await visit.till.restaurant.testHotelLink(by: try visit.cashier)
        return try await formPage(visit, section: .gateway, setting: "gateway", test: TestBox(test, visit.words))
    }

    /// Tries the way to the gateway that is elsewhere, and its line to the hotel (`S1-02`).
    static let testRelay: @Sendable (Visit) async throws -> Response = { visit in
        let cashier = try visit.cashier
        let methods = try await visit.till.restaurant.settings(by: cashier).methods
        guard let method = methods.first(where: { $0.isActive && $0.isGatewayElsewhere }) else { throw Refusal.gatewayMissing }
        let test = try await visit.till.restaurant.testHotelLink(by: cashier)
        return try await formPage(visit, section: .paymentMethods, setting: method.id.text, test: TestBox(test, visit.words))
    }

    /// Asks RoomRaccoon something and shows what came of it (`S2-02`).
    static let testRoomRaccoon: @Sendable (Visit) async throws -> Response = { visit in
        let test = try await visit.till.restaurant.testRoomRaccoon(by: try visit.cashier)
        return try await formPage(visit, section: .roomRaccoon, setting: "edit", test: TestBox(test, of: .roomRaccoon, visit.words))
    }

    /// Tries the line to OPERA Cloud step by step and shows what came of it.
    static let testOperaCloud: @Sendable (Visit) async throws -> Response = { visit in
        let test = try await visit.till.restaurant.testOperaCloud(by: try visit.cashier)
        return try await formPage(visit, section: .operaCloud, setting: "edit", test: TestBox(test, visit))
    }

    private static func formPage(
        _ visit: Visit, section given: SettingsSection? = nil, setting givenSetting: String? = nil, typed: [String: String]? = nil,
        problem: Problem? = nil, test: TestBox? = nil
    ) async throws -> Response {
        let section = try given ?? section(of: visit)
        let setting = try givenSetting ?? setting(of: visit)
        let look = try await look(visit, setting: setting)
        let words = visit.words
        var form = try section.form(look)
        if let typed { form = form.refilled(with: typed) }
        let title = section.isSingle ? words[section.title] : words[setting == nil ? "setAdd" : "setChange"]
        let path = "\(section.path)/\(setting ?? "add")"
        let model = FormModel(
            chrome: try await chrome(visit, path), words: words.all, problem: problem.map { ProblemBox($0, words) },
            isSaved: visit.request.uri.queryParameters["saved"] != nil && problem == nil,
            group: words["setGroup.\(section.group.rawValue)"], section: words[section.title],
            backPath: section.isSingle ? "/configuration" : section.path,
            backWords: section.isSingle ? words["configuration"] : words[section.title], isInList: !section.isSingle, title: title,
            path: path, slug: section.slug,
            form: form, test: test)
        return .html(visit.till.templates.render("settings-form", model), status: problem?.status ?? .ok)
    }

    private static func section(of visit: Visit) throws -> SettingsSection {
        guard let section = SettingsSection.all.first(where: { $0.slug == visit.parameters.get("section") }) else { throw Problem.notFound }
        return section
    }

    private static func setting(of visit: Visit) throws -> String? {
        let setting = visit.parameters.get("setting")
        return setting == "add" ? nil : setting
    }

    private static func look(_ visit: Visit, setting: String?) async throws -> SettingsVisit {
        SettingsVisit(visit: visit, settings: try await visit.till.restaurant.settings(by: try visit.cashier), setting: setting)
    }

    private static func chrome(_ visit: Visit, _ path: String) async throws -> Chrome {
        Chrome(visit, try await visit.till.property(), cashier: try visit.cashier, section: .configuration, path: path)
    }
}
