import PointOfSale

/// Articles of a check that a client picks: the field `lines`, each with `lineId` and `quantity`.
enum LineChoice {
    /// The articles picked; `otherwise` when the field is missing. A line named twice is counted once with both quantities.
    static func read(_ body: inout JSONFields, orElse otherwise: [ClientKey: Int]) throws(Problem) -> [ClientKey: Int] {
        try readIfGiven(&body) ?? otherwise
    }

    /// The articles picked; nil when the field is missing.
    static func readIfGiven(_ body: inout JSONFields) throws(Problem) -> [ClientKey: Int]? {
        guard let entries = try body.optionalObjects("lines", countMax: Check.linesMax) else { return nil }
        var lines: [ClientKey: Int] = [:]
        for var entry in entries {
            let line = try entry.parsed("lineId", lengthMax: ClientKey.lengthMax * 2) { ClientKey($0) }
            lines[line, default: 0] += try entry.integer("quantity", in: 1...CheckLine.quantityMax)
            try entry.nothingElse()
        }
        return lines
    }

    /// The articles in the form that a page carries them in: `key:2,key:1`. Nil when it is not of that form.
    static func parse(_ text: String) -> [ClientKey: Int]? {
        var lines: [ClientKey: Int] = [:]
        for entry in text.split(separator: ",", omittingEmptySubsequences: true) {
            let parts = entry.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, lines.count < Check.linesMax, let line = ClientKey(String(parts[0])), let quantity = Int(parts[1]),
                (1...CheckLine.quantityMax).contains(quantity), lines.updateValue(quantity, forKey: line) == nil
            else { return nil }
        }
        return lines
    }

    /// The articles as a page carries them.
    static func text(_ lines: [ClientKey: Int]) -> String {
        lines.sorted { $0.key.text < $1.key.text }.map { "\($0.key):\($0.value)" }.joined(separator: ",")
    }
}
