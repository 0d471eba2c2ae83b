import Operations
import PointOfSale

extension SettingsSection {
    /// Configuration › Devices › Printers.
    static let printers = SettingsSection(
        slug: "printers", group: .devices, title: "setPrinters",
        list: { look in
            let words = look.words
            let outlets = Dictionary(uniqueKeysWithValues: look.settings.outlets.map { ($0.id, $0.name) })
            return SettingsList(
                title: words["setPrinters"], lead: words["setPrintersLead"],
                rows: look.settings.printers.map { printer in
                    let facts = [
                        "\(printer.host):\(printer.port)", words["setPrinterKind.\(printer.kind.rawValue)"],
                        printer.outletID.flatMap { outlets[$0] } ?? words["setPrinterAllOutlets"],
                        words["setPrinterReceipts.\(printer.receipts.rawValue)"],
                        printer.kitchenGroups.isEmpty ? nil : words["setPrinterKitchenShort"],
                    ]
                    return SettingsList.Row(
                        path: "/configuration/settings/printers/\(printer.id)", name: printer.name,
                        facts: facts.compactMap { $0 }.joined(separator: " · "), isOff: !printer.isActive,
                        chip: look.chip(isActive: printer.isActive))
                }, addPath: "/configuration/settings/printers/add", empty: words["setPrintersEmpty"])
        },
        form: { look in try printerForm(look) },
        save: { look, fields in
            let before = try look.named(look.settings.printers)
            let draft = try printerDraft(look, &fields)
            let wantsTest = try fields.flag("test")
            try fields.nothingElse()
            let printer = try await look.restaurant.savePrinter(draft, id: before?.id, by: look.visit.cashier)
            if wantsTest, printer.isActive { _ = try await look.restaurant.printTestPage(on: printer.id, by: look.visit.cashier) }
            return "/configuration/settings/printers"
        })

    /// Configuration › Settings › Receipts and signatures.
    static let paper = SettingsSection(
        slug: "paper", group: .settings, title: "setPaper", isSingle: true,
        list: { look in SettingsList(title: look.words["setPaper"], lead: look.words["setPaperLead"], rows: [], addPath: nil, empty: "") },
        form: { look in
            let (words, paper) = (look.words, look.settings.paper)
            return SettingsForm(fields: [
                .text(
                    "publicAddress", words["setPublicAddress"], paper.publicAddress, hint: words["setPublicAddressHint"],
                    lengthMax: PaperSettings.addressCharactersMax),
                .number("days", words["setSignatureDays"], paper.signatureDays, hint: words["setSignatureDaysHint"]),
            ])
        },
        save: { look, fields in
            let address = try fields.text("publicAddress", lengthMax: PaperSettings.addressCharactersMax)
            let days = try fields.number("days", .days)
            try fields.nothingElse()
            try await look.restaurant.savePaperSettings(
                PaperSettings(publicAddress: address, signatureDays: days), by: look.visit.cashier)
            return "/configuration/settings/paper/edit"
        })

    private static func printerForm(_ look: SettingsVisit) throws -> SettingsForm {
        let words = look.words
        let printer = try look.named(look.settings.printers)
        let choices = { (key: String, values: [String]) in
            values.map { SettingsField.Choice(value: $0, name: words["\(key).\($0)"]) }
        }
        let outlets = [SettingsField.Choice(value: "", name: words["setPrinterAllOutlets"])] + look.outletChoices
        let kitchen = look.settings.revenueGroups.filter(\.isActive).map { group in
            SettingsField.check(
                "kitchen-\(group.group.id)", words("setPrinterKitchen", ["group": group.group.name.text(in: look.language)]),
                printer?.kitchenGroups.contains(group.group.id) ?? false)
        }
        let head: [SettingsField] = [
            .text("name", words["setName"], printer?.name ?? ""),
            .choice(
                "language", words["setPrinterKind"], (printer?.kind ?? .escpos).rawValue,
                choices("setPrinterKind", Printer.Kind.allCases.map(\.rawValue))),
            .text("host", words["setHost"], printer?.host ?? "", lengthMax: PrinterDraft.hostCharactersMax),
            .text(
                "port", words["setPrinterPort"], printer.map { String($0.port) } ?? "", hint: words["setPrinterPortHint"], type: "number",
                lengthMax: 5),
            .text("device", words["setPrinterDevice"], printer?.device ?? Printer.deviceDefault, hint: words["setPrinterDeviceHint"]),
            .choice(
                "width", words["setPrinterWidth"], String((printer?.width ?? .columns48).rawValue),
                choices("setPrinterWidth", Printer.Width.allCases.map { String($0.rawValue) })),
            .choice(
                "codePage", words["setPrinterCodePage"], (printer?.codePage ?? .windows1252).rawValue,
                PaperCodePage.allCases.map { SettingsField.Choice(value: $0.rawValue, name: $0.rawValue) }),
            .choice("outlet", words["setPrinterOutlet"], printer?.outletID?.text ?? "", outlets),
            .choice(
                "receipts", words["setPrinterReceipts"], (printer?.receipts ?? .ask).rawValue,
                choices("setPrinterReceipts", Printer.Receipts.allCases.map(\.rawValue))),
        ]
        let tail: [SettingsField] = [
            .check("drawer", words["setPrinterDrawer"], printer?.hasDrawer ?? false),
            look.inUse(printer?.isActive ?? true),
            .check("test", words["setPrinterTest"], false),
        ]
        return SettingsForm(fields: head + kitchen + tail)
    }

    private static func printerDraft(_ look: SettingsVisit, _ fields: inout FormFields) throws -> PrinterDraft {
        var draft = PrinterDraft(
            name: try fields.text("name"), kind: try fields.parsed("language") { Printer.Kind(rawValue: $0) },
            host: try fields.text("host", lengthMax: PrinterDraft.hostCharactersMax))
        draft.port = try fields.optionalText("port").map { text in
            guard let port = Int(text) else { throw Refusal.settingInvalid(.port) }
            return port
        }
        draft.device = try fields.optionalText("device") ?? Printer.deviceDefault
        draft.width = try fields.parsed("width") { Int($0).flatMap(Printer.Width.init) }
        draft.codePage = try fields.parsed("codePage") { PaperCodePage(rawValue: $0) }
        draft.outletID = try fields.optionalText("outlet").map { text in
            guard let id = OutletID(text: text) else { throw Refusal.settingInvalid(.outlet) }
            return id
        }
        draft.receipts = try fields.parsed("receipts") { Printer.Receipts(rawValue: $0) }
        for group in look.settings.revenueGroups where try fields.flag("kitchen-\(group.group.id)") {
            draft.kitchenGroups.insert(group.group.id)
        }
        draft.hasDrawer = try fields.flag("drawer")
        draft.isActive = try fields.flag("active")
        return draft
    }
}
