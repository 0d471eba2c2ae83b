import PointOfSale

extension ConfigurationSet {
    /// The columns of a menu from a spreadsheet.
    package static let itemColumns = ["plu", "name_fr", "name_en", "category", "price", "tax", "revenue", "look"]
    /// The columns of a staff list from a spreadsheet. There is none for PINs: they do not belong in a spreadsheet.
    package static let staffColumns = ["number", "name", "role", "language"]

    /// Puts the articles of a spreadsheet in the place of the set's.
    /// - Throws: `ConfigurationRejected` with the line of each mistake.
    package mutating func replaceItems(csv bytes: some Collection<UInt8>) throws(ConfigurationRejected) {
        let table = try CSVTable(bytes, columns: Self.itemColumns)
        items = try table.records.converted { record in
            guard let plu = Int(record["plu"]) else { return .failure(record.problem("plu", "should be a whole number")) }
            return .success(
                ItemEntry(
                    plu: plu, name: NameEntry(fr: record["name_fr"], en: record.optional("name_en")), category: record["category"],
                    price: record["price"], tax: record["tax"], revenue: record["revenue"], look: record.optional("look")))
        }
    }

    /// Puts the staff of a spreadsheet in the place of the set's. PINs in force stay in force.
    /// - Throws: `ConfigurationRejected` with the line of each mistake.
    package mutating func replaceStaff(csv bytes: some Collection<UInt8>) throws(ConfigurationRejected) {
        let table = try CSVTable(bytes, columns: Self.staffColumns)
        staff = try table.records.converted { record in
            guard let number = Int(record["number"]) else { return .failure(record.problem("number", "should be a whole number")) }
            return .success(StaffEntry(number: number, name: record["name"], role: record["role"], language: record["language"]))
        }
    }
}

extension [CSVTable.Record] {
    /// Every record as an entry, or every mistake.
    fileprivate func converted<Entry>(
        _ convert: (CSVTable.Record) -> Result<Entry, ConfigurationProblem>
    ) throws(ConfigurationRejected) -> [Entry] {
        var entries: [Entry] = []
        var problems: [ConfigurationProblem] = []
        for record in self {
            switch convert(record) {
            case .success(let entry): entries.append(entry)
            case .failure(let problem): problems.append(problem)
            }
        }
        guard problems.isEmpty else { throw ConfigurationRejected(problems) }
        return entries
    }
}

extension CSVTable.Record {
    fileprivate func problem(_ column: String, _ fault: ConfigurationFault) -> ConfigurationProblem {
        ConfigurationProblem("line \(line), \(column)", fault)
    }

    fileprivate func optional(_ column: String) -> String? { self[column].isEmpty ? nil : self[column] }
}
