import Hummingbird
import Operations
import PointOfSale

extension SettingsSection {
    /// Configuration › Settings › Floor plans.
    static let floorPlans = SettingsSection(
        slug: "floor-plans", group: .settings, title: "setFloorPlans",
        list: { look in
            let words = look.words
            let outlets = Dictionary(uniqueKeysWithValues: look.settings.outlets.map { ($0.id, $0.name) })
            return SettingsList(
                title: words["setFloorPlans"], lead: words["setFloorPlansLead"],
                rows: look.settings.floorPlans.map { plan in
                    let tables = look.settings.tables.filter { $0.floorPlanID == plan.id }.count
                    return SettingsList.Row(
                        path: "/configuration/settings/floor-plans/\(plan.id)", name: plan.name,
                        facts: "\(outlets[plan.outletID] ?? "") · \(words.counted("setTables", tables))")
                }, addPath: "/configuration/settings/floor-plans/add", empty: words["setNothingYet"])
        },
        form: { look in
            let words = look.words
            let plan = try look.named(look.settings.floorPlans)
            let outlet = plan.flatMap { plan in look.settings.outlets.first { $0.id == plan.outletID } }
            return SettingsForm(
                fields: [
                    outlet.map { .fixed(words["setOutlet"], $0.name) } ?? .choice("outlet", words["setOutlet"], nil, look.outletChoices),
                    .text("name", words["setName"], plan?.name ?? ""),
                    .number("position", words["setPosition"], plan?.position ?? look.settings.floorPlans.count),
                    look.inUse(true),
                ], sublist: plan.map { tableList(of: $0, look) })
        },
        save: { look, fields in
            let before = try look.named(look.settings.floorPlans)
            guard let outlet = try before?.outletID ?? OutletID(text: fields.text("outlet")) else { throw Refusal.settingInvalid(.outlet) }
            let name = try fields.text("name")
            let position = try fields.number("position", .position)
            let isActive = try fields.flag("active")
            try fields.nothingElse()
            let plan = try await look.restaurant.saveFloorPlan(
                id: before?.id, outlet: outlet, name: name, position: position, isActive: isActive, by: look.visit.cashier)
            return before == nil ? "/configuration/settings/floor-plans/\(plan.id)" : "/configuration/settings/floor-plans"
        })

    private static func tableList(of plan: FloorPlan, _ look: SettingsVisit) -> SettingsList {
        let words = look.words
        let tables = look.settings.tables.filter { $0.floorPlanID == plan.id }
        return SettingsList(
            title: words["setTablesTitle"], lead: words["setTablesLead"],
            rows: tables.map { table in
                SettingsList.Row(
                    path: "/configuration/settings/tables/\(table.id)", name: "\(words["setTable"]) \(table.number)",
                    facts: "\(words.counted("setSeats", table.seats)) · \(words["setPlace"]) \(table.x), \(table.y)")
            }, addPath: "/configuration/settings/tables/add?plan=\(plan.id)", empty: words["setNothingYet"])
    }

    /// The tables of a floor plan: reached from the plan.
    static let tables = SettingsSection(
        slug: "tables", group: .settings, title: "setTablesTitle",
        list: { _ in SettingsList(title: "", lead: "", rows: [], addPath: nil, empty: "") },
        form: { look in
            let words = look.words
            let table = try look.named(look.settings.tables)
            let asked = look.visit.request.uri.queryParameters["plan"].map(String.init)
            let plan = look.settings.floorPlans.first { $0.id == table?.floorPlanID || $0.id.text == asked }
            return SettingsForm(
                fields: [
                    plan.map { .fixed(words["setFloorPlan"], $0.name) }
                        ?? .choice(
                            "plan", words["setFloorPlan"], nil,
                            look.settings.floorPlans.map { SettingsField.Choice(value: $0.id.text, name: $0.name) }),
                    table == nil ? plan.map { .hidden("plan", $0.id.text) } : nil,
                    table.map { .fixed(words["setNumber"], String($0.number)) } ?? .number("number", words["setNumber"], nil),
                    .number("seats", words["setSeatsField"], table?.seats ?? 2),
                    .number("x", words["setColumn"], table?.x ?? 0, hint: words["setPlaceHint"]),
                    .number("y", words["setRow"], table?.y ?? 0, hint: words["setPlaceHint"]),
                    look.inUse(true),
                ].compactMap { $0 })
        },
        save: { look, fields in
            let before = try look.named(look.settings.tables)
            guard let plan = try before?.floorPlanID ?? FloorPlanID(text: fields.text("plan")) else {
                throw Refusal.settingInvalid(.floorPlan)
            }
            let number = try before?.number ?? fields.number("number", .number)
            let seats = try fields.number("seats", .seats)
            let (x, y) = (try fields.number("x", .place), try fields.number("y", .place))
            let isActive = try fields.flag("active")
            try fields.nothingElse()
            _ = try await look.restaurant.saveTable(
                id: before?.id, plan: plan, number: number, seats: seats, x: x, y: y, isActive: isActive, by: look.visit.cashier)
            return "/configuration/settings/floor-plans/\(plan)"
        })
}
