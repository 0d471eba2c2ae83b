import Operations
import PointOfSale

extension SettingsSection {
    /// Configuration › Settings › Staff: names, roles, PINs.
    static let staff = SettingsSection(
        slug: "staff", group: .settings, title: "setStaff",
        list: { look in
            let words = look.words
            return SettingsList(
                title: words["setStaff"], lead: words["setStaffLead"],
                rows: look.settings.staff.map { member in
                    let cashier = member.cashier
                    return SettingsList.Row(
                        path: "/configuration/settings/staff/\(cashier.id)", name: cashier.name,
                        facts: "\(words["setNumber"]) \(cashier.number) · \(Chrome.name(of: cashier.role, words))",
                        isOff: !cashier.isActive,
                        chip: look.chip(isActive: cashier.isActive) ?? (member.hasPIN ? nil : words["setNoPIN"]),
                        tone: cashier.isActive ? "wait" : "plain")
                }, addPath: "/configuration/settings/staff/add", empty: words["setNothingYet"])
        },
        form: { look in
            let words = look.words
            let member = try look.named(look.settings.staff.map(\.cashier))
            let hasPIN = look.settings.staff.contains { $0.cashier.id == member?.id && $0.hasPIN }
            let roles = Cashier.Role.allCases.map { SettingsField.Choice(value: $0.rawValue, name: Chrome.name(of: $0, words)) }
            let languages = [SettingsField.Choice(value: "fr", name: "Français"), SettingsField.Choice(value: "en", name: "English")]
            return SettingsForm(fields: [
                member.map { .fixed(words["setNumber"], String($0.number)) } ?? .number("number", words["setNumber"], nil),
                .text("name", words["setName"], member?.name ?? ""),
                .choice("role", words["setRole"], (member?.role ?? .waiter).rawValue, hint: words["setRoleHint"], roles),
                .choice("language", words["setLanguage"], (member?.language ?? .fr).rawValue, languages),
                .text("pin", words["setPIN"], "", hint: words[hasPIN ? "setPINThere" : "setPINNone"], type: "password", lengthMax: 6),
                look.inUse(member?.isActive ?? true),
            ])
        },
        save: { look, fields in
            let before = try look.named(look.settings.staff.map(\.cashier))
            let draft = CashierDraft(
                number: try before?.number ?? fields.number("number", .number), name: try fields.text("name"),
                role: try fields.parsed("role") { Cashier.Role(rawValue: $0) },
                language: try fields.parsed("language") { Language(rawValue: $0) }, isActive: try fields.flag("active"),
                pin: try fields.optionalText("pin"))
            try fields.nothingElse()
            _ = try await look.restaurant.saveCashier(draft, id: before?.id, by: look.visit.cashier)
            return "/configuration/settings/staff"
        })

    /// Configuration › Settings › Revenue groups.
    static let revenueGroups = SettingsSection(
        slug: "revenue-groups", group: .settings, title: "setRevenueGroups",
        list: { look in
            let words = look.words
            return SettingsList(
                title: words["setRevenueGroups"], lead: words["setRevenueGroupsLead"],
                rows: look.settings.revenueGroups.map { entry in
                    SettingsList.Row(
                        path: "/configuration/settings/revenue-groups/\(entry.group.id)", name: entry.group.name.text(in: look.language),
                        facts: "\(entry.code) · S\(entry.group.itemizer.number)", isOff: !entry.isActive,
                        chip: look.chip(isActive: entry.isActive))
                }, addPath: "/configuration/settings/revenue-groups/add", empty: words["setNothingYet"])
        },
        form: { look in
            let words = look.words
            let group = try look.named(look.settings.revenueGroups.map(\.group))
            let entry = look.settings.revenueGroups.first { $0.group.id == group?.id }
            return SettingsForm(fields: [
                entry.map { .fixed(words["setCode"], $0.code) } ?? .text("code", words["setCode"], "", lengthMax: 16),
                .text("nameFR", words["setNameFR"], group?.name.fr ?? ""),
                .text("nameEN", words["setNameEN"], group?.name.en ?? "", hint: words["setNameENHint"]),
                .number("itemizer", words["setItemizer"], group?.itemizer.number, hint: words["setItemizerHint"]),
                look.inUse(entry?.isActive ?? true),
            ])
        },
        save: { look, fields in
            let before = try look.named(look.settings.revenueGroups.map(\.group))
            let code = try before == nil ? fields.text("code") : ""
            let (fr, en) = (try fields.text("nameFR"), try fields.optionalText("nameEN"))
            let itemizer = try fields.number("itemizer", .itemizer)
            let isActive = try fields.flag("active")
            try fields.nothingElse()
            _ = try await look.restaurant.saveRevenueGroup(
                id: before?.id, code: code, nameFR: fr, nameEN: en, itemizer: itemizer, isActive: isActive, by: look.visit.cashier)
            return "/configuration/settings/revenue-groups"
        })
}
