import Operations
import PointOfSale

extension SettingsSection {
    /// Configuration › Settings › Outlets.
    static let outlets = SettingsSection(
        slug: "outlets", group: .settings, title: "setOutlets",
        list: { look in
            let words = look.words
            return SettingsList(
                title: words["setOutlets"], lead: words["setOutletsLead"],
                rows: look.settings.outlets.map { outlet in
                    SettingsList.Row(
                        path: "/configuration/settings/outlets/\(outlet.id)", name: outlet.name,
                        facts: "\(words["setNumber"]) \(outlet.number) · \(words["setWhileDown.\(outlet.whileHotelIsDown.rawValue)"])",
                        isOff: !outlet.isActive, chip: look.chip(isActive: outlet.isActive))
                }, addPath: "/configuration/settings/outlets/add", empty: words["setNothingYet"])
        },
        form: { look in
            let words = look.words
            let outlet = try look.named(look.settings.outlets)
            let waits = [Outlet.WhileHotelIsDown.refuse, .queue].map {
                SettingsField.Choice(value: $0.rawValue, name: words["setWhileDown.\($0.rawValue)"])
            }
            let hotels =
                [SettingsField.Choice(value: "", name: words["setOutletAnyHotel"])]
                + Integration.allCases.map { SettingsField.Choice(value: $0.rawValue, name: $0.name) }
            return SettingsForm(fields: [
                outlet.map { .fixed(words["setNumber"], String($0.number), hint: words["setOutletNumberHint"]) }
                    ?? .number("number", words["setNumber"], nil, hint: words["setOutletNumberHint"]),
                .text("name", words["setName"], outlet?.name ?? ""),
                .choice("whileDown", words["setWhileDown"], (outlet?.whileHotelIsDown ?? .refuse).rawValue, waits),
                .choice(
                    "integration", words["setOutletHotel"], outlet?.integration?.rawValue ?? "", hint: words["setOutletHotelHint"], hotels),
                look.inUse(outlet?.isActive ?? true),
            ])
        },
        save: { look, fields in
            let before = try look.named(look.settings.outlets)
            let number = try before?.number ?? fields.number("number", .number)
            let name = try fields.text("name")
            let down = try fields.parsed("whileDown") { Outlet.WhileHotelIsDown(rawValue: $0) }
            let isActive = try fields.flag("active")
            let integration = try fields.optionalText("integration").flatMap { Integration(rawValue: $0) }
            try fields.nothingElse()
            _ = try await look.restaurant.saveOutlet(
                id: before?.id, number: number, name: name, whileHotelIsDown: down, isActive: isActive, integration: integration,
                by: look.visit.cashier)
            return "/configuration/settings/outlets"
        })

    /// Configuration › Settings › Service periods: those of each outlet, with their ends (`S1-14`).
    static let servicePeriods = SettingsSection(
        slug: "service-periods", group: .settings, title: "setServicePeriods",
        list: { look in
            let words = look.words
            return SettingsList(
                title: words["setServicePeriods"], lead: words["setServicePeriodsLead"],
                rows: look.settings.outlets.filter(\.isActive).map { outlet in
                    let periods = outlet.servicePeriods.entries.map {
                        "\($0.name.text(in: look.language)) \(TimeText.minute($0.startMinute))–\(TimeText.minute($0.endMinute))"
                    }
                    return SettingsList.Row(
                        path: "/configuration/settings/service-periods/\(outlet.id)", name: outlet.name,
                        facts: periods.joined(separator: " · "))
                }, addPath: nil, empty: words["setNothingYet"])
        },
        form: { look in
            let words = look.words
            guard let outlet = try look.named(look.settings.outlets) else { throw Refusal.unknownSetting }
            let entries = outlet.servicePeriods.entries
            let closing = look.settings.property.calendar.closingMinuteToCome
            let cut = outlet.servicePeriods.periodCut(atMinute: closing)
            return SettingsForm(
                fields: [.fixed(words["setOutlet"], outlet.name)],
                notice: cut.map {
                    words("setClosingCuts", ["time": TimeText.minute(closing), "period": $0.name.text(in: look.language)])
                },
                grid: SettingsGrid(
                    heads: ["setNumber", "setFrom", "setTo", "setNameFR", "setNameEN"].map { words[$0] },
                    rows: (0..<min(entries.count + periodsBlank, ServicePeriods.countMax)).map { index in
                        periodRow(index, index < entries.count ? entries[index] : nil, words)
                    }))
        },
        save: { look, fields in
            guard let outlet = try look.named(look.settings.outlets) else { throw Refusal.unknownSetting }
            var entries: [ServicePeriods.Entry] = []
            for index in 0..<ServicePeriods.countMax {
                if let entry = try fields.period(index) { entries.append(entry) }
            }
            try fields.nothingElse()
            try await look.restaurant.saveServicePeriods(entries, of: outlet.id, by: look.visit.cashier)
            return "/configuration/settings/service-periods"
        })

    /// How many empty rows wait for more periods.
    private static let periodsBlank = 2

    private static func periodRow(_ index: Int, _ entry: ServicePeriods.Entry?, _ words: Words) -> SettingsGrid.Row {
        SettingsGrid.Row(cells: [
            .number("number\(index)", words["setNumber"], entry?.number),
            .text("from\(index)", words["setFrom"], entry.map { TimeText.minute($0.startMinute) } ?? "", type: "time", lengthMax: 5),
            .text("to\(index)", words["setTo"], entry.map { TimeText.minute($0.endMinute) } ?? "", type: "time", lengthMax: 5),
            .text("fr\(index)", words["setNameFR"], entry?.name.fr ?? ""),
            .text("en\(index)", words["setNameEN"], entry?.name.en ?? ""),
        ])
    }

    /// Configuration › Settings › Closing time (`S1-13`).
    static let closingTime = SettingsSection(
        slug: "closing-time", group: .settings, title: "setClosingTime", isSingle: true,
        list: { _ in SettingsList(title: "", lead: "", rows: [], addPath: nil, empty: "") },
        form: { look in
            let words = look.words
            let calendar = look.settings.property.calendar
            let today = calendar.businessDate(at: look.visit.till.now)
            let now = calendar.closingMinute(of: today)
            let coming = calendar.change.flatMap { $0.from > today ? $0 : nil }
            let next = calendar.closingMinuteToCome
            // 05:30 is the house's own time, in the middle of a breakfast as it is (`S1-13`).
            let cut =
                next == BusinessCalendar.closingMinuteDefault
                ? nil : look.settings.outlets.filter(\.isActive).lazy.compactMap { $0.servicePeriods.periodCut(atMinute: next) }.first
            let notices = [
                coming.map {
                    words(
                        "setClosingComing",
                        ["time": TimeText.minute($0.closingMinute), "date": TimeText.date($0.from, look.language)])
                }, cut.map { words("setClosingCuts", ["time": TimeText.minute(next), "period": $0.name.text(in: look.language)]) },
            ].compactMap { $0 }
            return SettingsForm(
                fields: [
                    .fixed(words["setClosingNow"], TimeText.minute(now), hint: words["setClosingNowHint"]),
                    .text(
                        "time", words["setClosingNext"], TimeText.minute(coming?.closingMinute ?? now),
                        hint: words("setClosingNextHint", ["date": TimeText.date(today.next, look.language)]), type: "time", lengthMax: 5),
                    .check("meant", words["setMeant"], false, hint: words["setMeantHint"]),
                    .choice(
                        "openChecks", words["setOpenChecks"], look.settings.openChecksAtClosing.rawValue,
                        OpenChecksAtClosing.allCases.map {
                            SettingsField.Choice(value: $0.rawValue, name: words["setOpenChecks.\($0.rawValue)"])
                        }),
                ],
                notice: notices.isEmpty ? nil : notices.joined(separator: " "))
        },
        save: { look, fields in
            let minute = try fields.minute("time")
            let isMeant = try fields.flag("meant")
            let rule = try fields.parsed("openChecks") { OpenChecksAtClosing(rawValue: $0) }
            try fields.nothingElse()
            _ = try await look.restaurant.setClosingTime(minute, isMeant: isMeant, by: look.visit.cashier)
            if rule != look.settings.openChecksAtClosing {
                try await look.restaurant.setOpenChecksAtClosing(rule, by: look.visit.cashier)
            }
            return "/configuration/settings/closing-time/edit"
        })
}

extension FormFields {
    /// One row of the table of service periods; nil when it was left empty.
    fileprivate mutating func period(_ index: Int) throws -> ServicePeriods.Entry? {
        let typed = try ["number", "from", "to", "fr", "en"].map { try optionalText("\($0)\(index)") }
        guard typed.contains(where: { $0 != nil }) else { return nil }
        guard let number = typed[0].flatMap({ Int($0) }) else { throw Refusal.settingInvalid(.number) }
        guard let start = typed[1].flatMap(TimeText.minuteOfDay), let end = typed[2].flatMap(TimeText.minuteOfDay) else {
            throw Refusal.settingInvalid(.time)
        }
        return ServicePeriods.Entry(
            number: number, startMinute: start, endMinute: end, name: LocalizedName(fr: typed[3] ?? "", en: typed[4]))
    }
}
