package import PointOfSale
import Storage

extension Restaurant {
    /// Says under which of the hotel's codes the parts of a charge go that are sold in one place and service period; those of other places
    /// stay. The line is set up anew.
    /// - Parameters:
    ///   - outlet: the hotel's number of the outlet; nil is any.
    ///   - servicePeriod: nil is any.
    ///   - codes: the codes of that place; a part that is not named has none of its own.
    /// - Throws: `Refusal` — not permitted, no line to OPERA Cloud, a number or a code out of bounds, a code that the hotel does not have.
    package func saveHotelCodes(
        outlet: Int?, servicePeriod: Int?, _ codes: [HotelCodeRule.Part: String], by cashier: Cashier
    ) async throws {
        try cashier.mustBeAllowed(.configure)
        if let outlet { _ = try SettingRules.number(outlet, in: RevenueMapping.hotelOutlets, .number) }
        if let servicePeriod { _ = try SettingRules.number(servicePeriod, in: HotelCodeRule.servicePeriods, .number) }
        let plain = codes.mapValues(SettingRules.trimmed).filter { !$0.value.isEmpty }
        guard plain.values.allSatisfy(HotelCode.isCode) else { throw Refusal.settingInvalid(.transactionCode) }
        let moment = now()
        try await database.write { tx in
            guard try tx.operaCloudLink() != nil else { throw Refusal.integrationMissing }
            let before = try tx.hotelCodeRules()
            let isHere = { (key: HotelCodeRule.Key) in key.outlet == outlet && key.servicePeriod == servicePeriod }
            // A code that the hotel no longer has may stay until somebody changes it: the connection test says so.
            let known = try tx.hotelCodes().map { list in Set(list.codes.map(\.code)).union(before.values) }
            if let known, !plain.values.allSatisfy(known.contains) { throw Refusal.settingInvalid(.transactionCode) }
            var rules = before.filter { !isHere($0.key) }
            for (part, code) in plain { rules[HotelCodeRule.Key(part, outlet: outlet, servicePeriod: servicePeriod)] = code }
            try tx.setHotelCodeRules(rules)
            try tx.journalChange(
                of: tx.property().id.text, from: before.filter { isHere($0.key) }.facts(outlet, servicePeriod),
                to: rules.filter { isHere($0.key) }.facts(outlet, servicePeriod), by: cashier.id, at: moment)
        }
        hotelLinkChanges.announce()
    }
}

extension HotelCode {
    /// Whether a line of a charge can bear it.
    static func isCode(_ text: String) -> Bool { (1...charactersMax).contains(text.count) && !SettingRules.hasControls(text) }
}

extension [HotelCodeRule.Key: String] {
    fileprivate func facts(_ outlet: Int?, _ servicePeriod: Int?) -> SettingFacts {
        let place = [outlet.map { "outlet \($0)" }, servicePeriod.map { "period \($0)" }].compactMap(\.self).joined(separator: " ")
        let codes = map { "\($0.key.part.name) \($0.value)" }.sorted().joined(separator: ", ")
        return SettingFacts(subject: "transactionCodes \(place.isEmpty ? "of the house" : place)", values: ["codes": codes])
    }
}

extension HotelCodeRule.Part {
    /// As the journal and the configuration file write it: `S1`, `D1`, `tip`, `serviceCharge`.
    package var name: String {
        switch self {
        case .sales(let itemizer): "S\(itemizer.number)"
        case .discount(let itemizer): "D\(itemizer.number)"
        case .tip: "tip"
        case .serviceCharge: "serviceCharge"
        }
    }

    /// The part of that name.
    package init?(name: String) {
        switch name {
        case "tip": self = .tip
        case "serviceCharge": self = .serviceCharge
        default:
            guard let itemizer = Int(name.dropFirst()).flatMap({ Itemizer($0) }) else { return nil }
            switch name.first {
            case "S": self = .sales(itemizer)
            case "D": self = .discount(itemizer)
            default: return nil
            }
        }
    }
}
