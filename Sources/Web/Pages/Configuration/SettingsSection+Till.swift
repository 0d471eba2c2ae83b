import Operations
import PointOfSale

extension SettingsSection {
    /// Configuration › Settings › Till configurations.
    static let tills = SettingsSection(
        slug: "tills", group: .settings, title: "setTills",
        list: { look in
            let words = look.words
            let outlets = Dictionary(uniqueKeysWithValues: look.settings.outlets.map { ($0.id, $0.name) })
            return SettingsList(
                title: words["setTills"], lead: words["setTillsLead"],
                rows: look.settings.tills.map { till in
                    let methods =
                        till.methodIDs.isEmpty
                        ? words["setAllMethods"]
                        : look.settings.methods.filter { till.methodIDs.contains($0.id) }.map { $0.name.text(in: look.language) }
                            .joined(separator: ", ")
                    return SettingsList.Row(
                        path: "/configuration/settings/tills/\(till.id)", name: "\(till.number) · \(till.name)",
                        facts: "\(outlets[till.outletID] ?? "") · \(methods)", isOff: !till.isActive,
                        chip: look.chip(isActive: till.isActive))
                }, addPath: "/configuration/settings/tills/add", empty: words["setTillsEmpty"])
        },
        form: { look in
            let words = look.words
            let till = try look.named(look.settings.tills)
            let outlets = Dictionary(uniqueKeysWithValues: look.settings.outlets.map { ($0.id, $0.name) })
            let plans =
                [SettingsField.Choice(value: "", name: words["setFirstPlan"])]
                + look.settings.floorPlans.map {
                    SettingsField.Choice(value: $0.id.text, name: "\(outlets[$0.outletID] ?? "") · \($0.name)")
                }
            let methods = look.settings.methods.filter { $0.isActive || (till?.methodIDs.contains($0.id) ?? false) }.map { method in
                SettingsField.check(
                    "method-\(method.id)", method.name.text(in: look.language), till?.allows(method.id) ?? true,
                    hint: words["setKind.\(method.kind.rawValue)"])
            }
            return SettingsForm(
                fields: [
                    till.map { .fixed(words["setNumber"], String($0.number)) } ?? .number("number", words["setNumber"], nil),
                    .text("name", words["setName"], till?.name ?? ""),
                    .choice("outlet", words["setOutlet"], till?.outletID.text, look.outletChoices),
                    .choice("plan", words["setOpensOn"], till?.floorPlanID?.text ?? "", plans),
                ] + methods + [look.inUse(till?.isActive ?? true)], notice: words["setTillMethodsHint"])
        },
        save: { look, fields in
            let before = try look.named(look.settings.tills)
            let number = try before?.number ?? fields.number("number", .number)
            let name = try fields.text("name")
            guard let outlet = try fields.optionalText("outlet").flatMap({ OutletID(text: $0) }) else {
                throw Refusal.settingInvalid(.outlet)
            }
            let plan = try fields.optionalText("plan").map { text in
                guard let id = FloorPlanID(text: text) else { throw Refusal.settingInvalid(.floorPlan) }
                return id
            }
            var chosen: Set<PaymentMethodID> = []
            let offered = look.settings.methods.filter { $0.isActive || (before?.methodIDs.contains($0.id) ?? false) }
            for method in offered where try fields.flag("method-\(method.id)") { chosen.insert(method.id) }
            let isActive = try fields.flag("active")
            try fields.nothingElse()
            guard !chosen.isEmpty else { throw Refusal.settingInvalid(.paymentMethods) }
            let allowsAll = chosen == Set(look.settings.methods.filter(\.isActive).map(\.id))
            let draft = TillDraft(
                number: number, name: name, outletID: outlet, floorPlanID: plan, methodIDs: allowsAll ? [] : chosen, isActive: isActive)
            _ = try await look.restaurant.saveTillConfiguration(draft, id: before?.id, by: look.visit.cashier)
            return "/configuration/settings/tills"
        })
}
