import Operations
import PointOfSale

/// One kind of thing that the back office configures: its list, its form, and what the form does.
struct SettingsSection: Sendable {
    /// Where it stands on the Configuration page.
    enum Group: String, Sendable, CaseIterable { case settings, devices, integrations }

    /// In the address: `payment-methods`.
    let slug: String
    let group: Group
    /// The key of its title; the lead is under the same key with `Lead` behind it.
    let title: String
    /// Whether there is one thing only, so that a list would be a detour.
    var isSingle = false
    let list: @Sendable (SettingsVisit) throws -> SettingsList
    /// The form for a setting, or for a new one.
    /// - Throws: `Refusal.unknownSetting`.
    let form: @Sendable (SettingsVisit) throws -> SettingsForm
    /// Does what the form says, and gives the page to show next.
    let save: @Sendable (SettingsVisit, inout FormFields) async throws -> String

    /// The whole back office, in the sequence of its pages.
    static let all: [SettingsSection] = [
        .paymentMethods, .outlets, .servicePeriods, .closingTime, .tills, .floorPlans, .tables, .menuItems, .taxClasses, .tipLimit,
        .discounts,
        .revenueGroups, .revenueMapping,
        .staff, .paper, .gateway, .gatewayKeys, .printers,
        .hotelIntegration, .operaCloud, .hotelCodes, .roomRaccoon,
    ]

    var path: String { "/configuration/settings/\(slug)" }
    /// Where the Configuration page leads.
    var entry: String { isSingle ? "\(path)/edit" : path }
}

/// One look at a section: who asks, what is configured, and which setting is meant.
struct SettingsVisit: Sendable {
    let visit: Visit
    let settings: HouseSettings
    /// What stands in the address behind the section; nil for a new one.
    let setting: String?

    var words: Words { visit.words }
    var restaurant: Restaurant { visit.till.restaurant }
    var language: Language { visit.language }

    /// The identity in the address; nil for a new setting.
    /// - Throws: `Refusal.unknownSetting`.
    func id<Subject>() throws(Refusal) -> Identifier<Subject>? {
        guard let setting else { return nil }
        guard let id = Identifier<Subject>(text: setting) else { throw .unknownSetting }
        return id
    }

    /// The thing of that identity, or nothing for a new setting.
    /// - Throws: `Refusal.unknownSetting` when the address names one that is not there.
    func named<Value: Identifiable, Subject>(_ values: [Value]) throws(Refusal) -> Value? where Value.ID == Identifier<Subject> {
        guard let id: Identifier<Subject> = try id() else { return nil }
        guard let value = values.first(where: { $0.id == id }) else { throw .unknownSetting }
        return value
    }

    /// Outlets that sell, for a choice.
    var outletChoices: [SettingsField.Choice] {
        settings.outlets.filter(\.isActive).map { SettingsField.Choice(value: $0.id.text, name: "\($0.number) · \($0.name)") }
    }

    /// A switch for "in use".
    func inUse(_ isActive: Bool) -> SettingsField { .check("active", words["setActive"], isActive) }

    /// How a row says that it is out of use.
    func chip(isActive: Bool) -> String? { isActive ? nil : words["setOff"] }
}

extension FormFields {
    /// A box that is ticked or not.
    mutating func flag(_ name: String) throws(Problem) -> Bool { try optionalText(name) != nil }

    /// A whole number.
    /// - Throws: `Refusal.settingInvalid` about the field when it is none.
    mutating func number(_ name: String, _ field: SettingField) throws -> Int {
        guard let number = Int(try text(name).filter { !$0.isWhitespace }) else { throw Refusal.settingInvalid(field) }
        return number
    }

    /// A time of day as minutes after midnight.
    /// - Throws: `Refusal.settingInvalid(.time)` when it is none.
    mutating func minute(_ name: String) throws -> Int {
        guard let minute = TimeText.minuteOfDay(try text(name)) else { throw Refusal.settingInvalid(.time) }
        return minute
    }
}
