package import PointOfSale
import Storage

/// A printer as somebody typed it into the back office.
package struct PrinterDraft: Hashable, Sendable {
    package var name: String
    package var kind: Printer.Kind
    package var host: String
    /// Nil for the kind's own.
    package var port: Int?
    package var device = Printer.deviceDefault
    package var width = Printer.Width.columns48
    package var codePage = PaperCodePage.windows1252
    /// Nil for all outlets.
    package var outletID: OutletID?
    package var receipts = Printer.Receipts.ask
    package var kitchenGroups: Set<RevenueGroupID> = []
    package var hasDrawer = false
    package var isActive = true

    /// A draft; what is not given is as a new printer has it.
    package init(name: String, kind: Printer.Kind, host: String, port: Int? = nil) {
        self.name = name
        self.kind = kind
        self.host = host
        self.port = port
    }

    /// The longest address.
    package static let hostCharactersMax = 255
}

extension Restaurant {
    /// Adds a printer, or changes one.
    /// - Parameter id: the one to change; nil adds one.
    /// - Throws: `Refusal` — not permitted, unknown, a field that is wrong, a name that is taken.
    package func savePrinter(_ draft: PrinterDraft, id: PrinterID? = nil, by cashier: Cashier) async throws -> Printer {
        try cashier.mustBeAllowed(.configure)
        let moment = now()
        return try await database.write { tx in
            let printers = try tx.printers()
            let before = printers.first { $0.id == id }
            if id != nil, before == nil { throw Refusal.unknownSetting }
            let printer = try draft.checked(id: before?.id ?? .make(at: moment))
            if printers.contains(where: { $0.id != printer.id && $0.name == printer.name }) { throw Refusal.settingTaken(.name) }
            if let outlet = printer.outletID, try tx.outlet(outlet) == nil { throw Refusal.settingInvalid(.outlet) }
            try tx.upsert(printer)
            try tx.journalChange(of: printer.id.text, from: before?.facts, to: printer.facts, by: cashier.id, at: moment)
            return printer
        }
    }

    /// What the whole house goes by on paper.
    package func paperSettings() async throws -> PaperSettings { try await database.read { tx in try tx.paperSettings() } }

    /// Sets what the whole house goes by on paper.
    /// - Throws: `Refusal` — not permitted, an address that is none, days out of range.
    package func savePaperSettings(_ settings: PaperSettings, by cashier: Cashier) async throws {
        try cashier.mustBeAllowed(.configure)
        let address = SettingRules.trimmed(settings.publicAddress)
        guard PaperSettings.isAddress(address) else { throw Refusal.settingInvalid(.publicAddress) }
        let days = try SettingRules.number(settings.signatureDays, in: PaperSettings.signatureDaysRange, .days)
        let checked = PaperSettings(publicAddress: address, signatureDays: days)
        let moment = now()
        try await database.write { tx in
            let before = try tx.paperSettings()
            try tx.setPaperSettings(checked)
            try tx.journalChange(of: tx.property().id.text, from: before.facts, to: checked.facts, by: cashier.id, at: moment)
        }
    }
}

extension PrinterDraft {
    fileprivate func checked(id: PrinterID) throws(Refusal) -> Printer {
        let address = SettingRules.trimmed(host)
        guard (1...Self.hostCharactersMax).contains(address.count), Self.isAddress(address) else { throw .settingInvalid(.host) }
        let device = SettingRules.trimmed(device)
        let deviceName = device.isEmpty ? Printer.deviceDefault : device
        return Printer(
            id: id, name: try SettingRules.name(name), kind: kind, host: address,
            port: try SettingRules.number(port ?? kind.portDefault, in: 1...65535, .port),
            device: try SettingRules.name(deviceName), width: width, codePage: codePage, outletID: outletID, receipts: receipts,
            kitchenGroups: kitchenGroups, hasDrawer: hasDrawer, isActive: isActive)
    }

    /// A name or an IP address, without anything that would make an address elsewhere of it.
    static func isAddress(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }
}

extension Printer {
    var facts: SettingFacts {
        SettingFacts(
            subject: "printer \(name)",
            values: [
                "kind": kind.rawValue, "host": host, "port": String(port), "device": kind == .epos ? device : "",
                "width": String(width.rawValue), "codePage": codePage.rawValue, "outlet": outletID?.text ?? "",
                "receipts": receipts.rawValue,
                "kitchen": String(kitchenGroups.count), "drawer": String(hasDrawer), "active": String(isActive),
            ])
    }
}

extension PaperSettings {
    /// Whether that can stand before the rest of a link: `https://`, a name, perhaps a port. Nothing at all is right too.
    static func isAddress(_ text: String) -> Bool {
        text.isEmpty
            || text.count <= addressCharactersMax && text.wholeMatch(of: /https?:\/\/[A-Za-z0-9.\-]+(?::[0-9]{1,5})?/) != nil
    }

    var facts: SettingFacts {
        SettingFacts(subject: "paper", values: ["publicAddress": publicAddress, "signatureDays": String(signatureDays)])
    }
}
