package import PointOfSale

extension SQLTransaction {
    /// All printers by name, those out of use included.
    package func printers() throws -> [Printer] {
        let groups = try query("select printer_id, revenue_group_id from printer_kitchen_group").map {
            (try $0.text("printer_id"), try $0.id("revenue_group_id") as RevenueGroupID)
        }
        let byPrinter = Dictionary(grouping: groups) { $0.0 }.mapValues { Set($0.map(\.1)) }
        return try query("select * from printer order by name, id").map { row in
            try Self.printer(row, groups: byPrinter[try row.text("id")] ?? [])
        }
    }

    /// One printer, or nil.
    package func printer(_ id: PrinterID) throws -> Printer? {
        guard let row = try first("select * from printer where id = $1", id) else { return nil }
        let groups: [RevenueGroupID] = try query("select revenue_group_id from printer_kitchen_group where printer_id = $1", id).map {
            try $0.id("revenue_group_id")
        }
        return try Self.printer(row, groups: Set(groups))
    }

    /// Writes a printer: new, or changed where its id is known.
    package func upsert(_ printer: Printer) throws {
        try execute(
            """
            insert into printer
                (id, property_id, name, kind, host, port, device, width, code_page, outlet_id, receipts, has_drawer, is_active)
            values ($1, (select id from property), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            on conflict (id) do update set name = $2, kind = $3, host = $4, port = $5, device = $6, width = $7, code_page = $8,
                outlet_id = $9, receipts = $10, has_drawer = $11, is_active = $12
            """,
            printer.id, printer.name, printer.kind.rawValue, printer.host, printer.port, printer.device, printer.width.rawValue,
            printer.codePage.rawValue, printer.outletID, printer.receipts.rawValue, printer.hasDrawer, printer.isActive)
        try execute("delete from printer_kitchen_group where printer_id = $1", printer.id)
        for group in printer.kitchenGroups.sorted(by: { $0.text < $1.text }) {
            try execute("insert into printer_kitchen_group (printer_id, revenue_group_id) values ($1, $2)", printer.id, group)
        }
    }

    /// Takes every printer out of use, before a configuration that names some is loaded.
    package func switchOffPrinters() throws { try execute("update printer set is_active = 0 where is_active = 1") }

    /// What the whole house goes by on paper.
    package func paperSettings() throws -> PaperSettings {
        guard let row = try first("select * from paper_setting") else { return PaperSettings() }
        return PaperSettings(publicAddress: try row.text("public_address"), signatureDays: try row.int("signature_days"))
    }

    /// Sets what the whole house goes by on paper.
    package func setPaperSettings(_ settings: PaperSettings) throws {
        try execute(
            """
            insert into paper_setting (property_id, public_address, signature_days) values ((select id from property), $1, $2)
            on conflict (property_id) do update set public_address = $1, signature_days = $2
            """,
            settings.publicAddress, settings.signatureDays)
    }

    private static func printer(_ row: SQLRow, groups: Set<RevenueGroupID>) throws -> Printer {
        guard let width = Printer.Width(rawValue: try row.int("width")) else {
            throw StorageFault.unreadableColumn(name: "width", wanted: "32, 42 or 48")
        }
        return Printer(
            id: try row.id("id"), name: try row.text("name"), kind: try row.state("kind"), host: try row.text("host"),
            port: try row.int("port"), device: try row.text("device"), width: width, codePage: try row.state("code_page"),
            outletID: try row.optionalID("outlet_id"), receipts: try row.state("receipts"), kitchenGroups: groups,
            hasDrawer: try row.bool("has_drawer"), isActive: try row.bool("is_active"))
    }
}
