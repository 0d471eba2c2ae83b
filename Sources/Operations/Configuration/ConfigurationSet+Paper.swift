import PointOfSale
import Storage

extension ConfigurationSet {
    /// A printer.
    package struct PrinterEntry: Codable, Sendable, Hashable {
        package var name: String
        /// `escpos` or `epos`.
        package var kind: String
        package var host: String
        /// 9100 or 80 when left out.
        package var port: Int?
        /// An ePOS printer's own name; `local_printer` when left out.
        package var device: String?
        /// Characters across: 32, 42 or 48; 48 when left out.
        package var width: Int?
        /// `windows1252`, `pc858`, `pc850`, `pc437` or `latin9`; windows1252 when left out.
        package var codePage: String?
        /// Number of the outlet that it serves; all of them when left out.
        package var outlet: Int?
        /// `none`, `never`, `ask` or `always`; ask when left out (`S2-08`).
        package var receipts: String?
        /// Codes of the revenue groups that it announces in the kitchen.
        package var kitchen: [String]?
        package var drawer: Bool?
    }

    /// What the whole house goes by on paper.
    package struct PaperEntry: Codable, Sendable, Hashable {
        /// Where guests reach the till, `https://…`.
        package var publicAddress: String?
        /// How long signatures are kept.
        package var signatureDays: Int?
    }
}

extension ConfigurationSet.PrinterEntry {
    /// Those in use.
    static func all(_ settings: HouseSettings) -> [Self] {
        settings.printers.filter(\.isActive).map { printer in
            Self(
                name: printer.name, kind: printer.kind.rawValue, host: printer.host, port: printer.port, device: printer.device,
                width: printer.width.rawValue, codePage: printer.codePage.rawValue,
                outlet: settings.outlets.first { $0.id == printer.outletID }?.number, receipts: printer.receipts.rawValue,
                kitchen: settings.revenueGroups.filter { printer.kitchenGroups.contains($0.group.id) }.map(\.code),
                drawer: printer.hasDrawer)
        }
    }
}

extension ConfigurationSet.PaperEntry {
    init(_ paper: PaperSettings) { self.init(publicAddress: paper.publicAddress, signatureDays: paper.signatureDays) }
}

extension CatalogueBuilder {
    /// Printers and what goes for all paper. After outlets and revenue groups: printers point at them.
    mutating func addPaper(to catalogue: inout Catalogue) {
        if let entry = set.paper {
            let days = entry.signatureDays ?? PaperSettings.signatureDaysDefault
            if !PaperSettings.signatureDaysRange.contains(days) { complain("paper.signatureDays", "should be 1 to 4000") }
            let address = entry.publicAddress ?? ""
            if !PaperSettings.isAddress(address) { complain("paper.publicAddress", "should be written like https://receipt.example.com") }
            catalogue.paper = PaperSettings(publicAddress: address, signatureDays: days)
        }
        guard let entries = set.printers else { return }
        checkDistinct(entries.map(\.name), { "printers[\($0)].name" }, .name)
        catalogue.printers = entries.enumerated().compactMap { index, entry in printer(entry, "printers[\(index)]", catalogue) }
    }

    private mutating func printer(_ entry: ConfigurationSet.PrinterEntry, _ place: String, _ catalogue: Catalogue) -> Printer? {
        check(entry.name, "\(place).name")
        let kind = need(Printer.Kind(rawValue: entry.kind), "\(place).kind", "should be escpos or epos")
        let width = need(Printer.Width(rawValue: entry.width ?? 48), "\(place).width", "should be 32, 42 or 48")
        let page = need(
            PaperCodePage(rawValue: entry.codePage ?? PaperCodePage.windows1252.rawValue), "\(place).codePage",
            "should be one of \(PaperCodePage.allCases.map(\.rawValue).joined(separator: ", "))")
        let receipts = need(
            Printer.Receipts(rawValue: entry.receipts ?? Printer.Receipts.ask.rawValue), "\(place).receipts",
            "should be none, never, ask or always")
        if entry.host.isEmpty || entry.host.count > PrinterDraft.hostCharactersMax || !PrinterDraft.isAddress(entry.host) {
            complain("\(place).host", "should be a name or an address")
        }
        let outlet = entry.outlet.flatMap { number in
            need(catalogue.outlets.first { $0.number == number }?.id, "\(place).outlet", "there is no outlet \(number)")
        }
        let groups = (entry.kitchen ?? []).compactMap { code in
            need(catalogue.revenueGroups.first { $0.code == code }?.value.id, "\(place).kitchen", "there is no revenue group \(code)")
        }
        guard let kind, let width, let page, let receipts else { return nil }
        let port = entry.port ?? kind.portDefault
        if !(1...65535).contains(port) { complain("\(place).port", "should be 1 to 65535") }
        return Printer(
            id: .catalogue("printer", entry.name), name: entry.name, kind: kind, host: entry.host, port: port,
            device: entry.device ?? Printer.deviceDefault, width: width, codePage: page, outletID: outlet, receipts: receipts,
            kitchenGroups: Set(groups), hasDrawer: entry.drawer ?? false)
    }
}

extension Catalogue {
    /// Writes what goes for paper, where the set says anything of it. A printer that is named as before keeps its identity.
    func loadPaper(in tx: any SQLTransaction) throws {
        if let paper { try tx.setPaperSettings(paper) }
        guard let printers else { return }
        let before = Dictionary(uniqueKeysWithValues: try tx.printers().map { ($0.name, $0.id) })
        try tx.switchOffPrinters()
        for printer in printers {
            try tx.upsert(
                Printer(
                    id: before[printer.name] ?? printer.id, name: printer.name, kind: printer.kind, host: printer.host, port: printer.port,
                    device: printer.device, width: printer.width, codePage: printer.codePage, outletID: printer.outletID,
                    receipts: printer.receipts, kitchenGroups: printer.kitchenGroups, hasDrawer: printer.hasDrawer))
        }
    }
}
