import Operations
import PointOfSale
import Storage

extension SettingsSection {
    /// Configuration › Integrations › OPERA Cloud codes: place and service period, then each part of a charge.
    static let hotelCodes = SettingsSection(
        slug: "opera-cloud-codes", group: .integrations, title: "setCloudCodes",
        list: { look in
            let words = look.words
            guard look.settings.operaCloud != nil else {
                return SettingsList(
                    title: words["setCloudCodes"], lead: words["setCloudCodesLead"], rows: [], addPath: nil,
                    empty: words["setCloudCodesNoLink"])
            }
            let rows = look.codePlaces.map { place in
                let codes = look.settings.hotelCodeRules.filter { place.holds($0.key) }
                let isIncomplete = place.isWholeHouse && look.codeParts.contains { look.code(of: $0, at: place) == nil }
                return SettingsList.Row(
                    path: "/configuration/settings/opera-cloud-codes/\(place.address)", name: place.name,
                    facts: codes.isEmpty
                        ? words[place.isWholeHouse ? "setCloudFallbackNone" : "setCloudNoneHere"]
                        : codes.map { "\($0.key.part.name) \($0.value)" }.sorted().joined(separator: " · "),
                    chip: isIncomplete ? words["setCloudMissing"] : nil, tone: "wait")
            }
            return SettingsList(
                title: words["setCloudCodes"], lead: look.codesLead, rows: rows, addPath: nil, empty: words["setNothingYet"])
        },
        form: { look in
            guard look.settings.operaCloud != nil else { throw Refusal.integrationMissing }
            let place = try look.codePlace()
            return SettingsForm(
                fields: [.fixed(look.words["setCloudPlace"], place.name)] + look.codeParts.map { look.codeField(of: $0, at: place) },
                notice: "\(look.codesLead) \(look.words["setCloudCodesTax"])")
        },
        save: { look, fields in
            let place = try look.codePlace()
            var codes: [HotelCodeRule.Part: String] = [:]
            for part in look.codeParts {
                codes[part] = try fields.optionalText(part.name, lengthMax: HotelCode.charactersMax)
            }
            try fields.nothingElse()
            try await look.restaurant.saveHotelCodes(
                outlet: place.outlet, servicePeriod: place.servicePeriod, codes, by: look.visit.cashier)
            return "/configuration/settings/opera-cloud-codes"
        })
}

/// Where and when codes hold.
private struct CodePlace {
    /// The hotel's number; nil is any.
    let outlet: Int?
    let servicePeriod: Int?
    let name: String

    var isWholeHouse: Bool { outlet == nil && servicePeriod == nil }
    /// In the address: `house`, `o11`, `p2`, `o11-p2`.
    var address: String {
        let parts = [outlet.map { "o\($0)" }, servicePeriod.map { "p\($0)" }].compactMap(\.self)
        return parts.isEmpty ? "house" : parts.joined(separator: "-")
    }

    func key(_ part: HotelCodeRule.Part) -> HotelCodeRule.Key { .init(part, outlet: outlet, servicePeriod: servicePeriod) }
    func holds(_ key: HotelCodeRule.Key) -> Bool { key.outlet == outlet && key.servicePeriod == servicePeriod }
}

extension SettingsVisit {
    /// How many codes the hotel has, and when they were read.
    fileprivate var codesLead: String {
        guard let list = settings.hotelCodes else { return words["setCloudCodesUnread"] }
        let time = TimeText(language, settings.property.calendar)
        return words(
            "setCloudCodesRead",
            ["count": String(list.codes.count), "time": time.recent(list.readAt, now: visit.till.now)])
    }

    /// The whole house, its service periods, then each of the hotel's outlets that ours go to, with theirs.
    fileprivate var codePlaces: [CodePlace] {
        let outlets = settings.outlets.filter(\.isActive)
        var periods: [Int: String] = [:]
        var names: [Int: [String]] = [:]
        var periodsOfOutlets: [Int: Set<Int>] = [:]
        for outlet in outlets {
            for period in outlet.servicePeriods.all where periods[period.number] == nil {
                periods[period.number] = period.name.text(in: language)
            }
            for (number, name) in hotelOutlets(of: outlet) {
                names[number, default: []].append(name)
                periodsOfOutlets[number, default: []].formUnion(outlet.servicePeriods.all.map(\.number))
            }
        }
        func periodName(_ number: Int) -> String {
            words("setCloudPeriod", ["number": String(number), "name": periods[number] ?? ""])
        }
        let whole = words["setCloudWholeHouse"]
        let house =
            [CodePlace(outlet: nil, servicePeriod: nil, name: whole)]
            + periods.keys.sorted().map { CodePlace(outlet: nil, servicePeriod: $0, name: "\(whole) · \(periodName($0))") }
        return house
            + names.keys.sorted().flatMap { number in
                let name = words(
                    "setCloudOutlet", ["number": String(number), "name": (names[number] ?? []).joined(separator: ", ")])
                return [CodePlace(outlet: number, servicePeriod: nil, name: name)]
                    + (periodsOfOutlets[number] ?? []).sorted().map {
                        CodePlace(outlet: number, servicePeriod: $0, name: "\(name) · \(periodName($0))")
                    }
            }
    }

    /// The hotel's outlets that the sales of one of ours go to (`S1-12`), with what goes there.
    private func hotelOutlets(of outlet: Outlet) -> [(number: Int, name: String)] {
        let mappings = settings.revenueMappings
        let tills = settings.tills.filter { $0.isActive && $0.outletID == outlet.id }.compactMap { till in
            mappings[.tillConfiguration(till.id)].map { ($0.hotelOutlet, "\(outlet.name) · \(till.name)") }
        }
        let plans = settings.floorPlans.filter { $0.outletID == outlet.id }.compactMap { plan in
            mappings[.floorPlan(plan.id)].map { ($0.hotelOutlet, "\(outlet.name) · \(plan.name)") }
        }
        return [(mappings[.outlet(outlet.id)]?.hotelOutlet ?? outlet.number, outlet.name)] + tills + plans
    }

    /// The place in the address.
    /// - Throws: `Refusal.unknownSetting`.
    fileprivate func codePlace() throws(Refusal) -> CodePlace {
        guard let place = codePlaces.first(where: { $0.address == setting }) else { throw .unknownSetting }
        return place
    }

    /// What this house charges: sales and discounts of each of the hotel's itemizers, tips, the service charge.
    fileprivate var codeParts: [HotelCodeRule.Part] {
        let ours = settings.revenueGroups.filter(\.isActive).map(\.group.itemizer)
        let theirs = settings.revenueMappings.values.flatMap { mapping in ours.map { mapping.itemizers[$0] ?? $0 } }
        let itemizers = Set(ours + theirs).sorted()
        return itemizers.map { .sales($0) } + itemizers.map { .discount($0) } + [.tip, .serviceCharge]
    }

    /// The code that a part is booked under there, its own or another's.
    fileprivate func code(of part: HotelCodeRule.Part, at place: CodePlace) -> String? {
        settings.hotelCodeRules[place.key(part)] ?? settings.hotelCodeRules.fallback(of: place.key(part))?.code
    }

    fileprivate func codeField(of part: HotelCodeRule.Part, at place: CodePlace) -> SettingsField {
        let own = settings.hotelCodeRules[place.key(part)] ?? ""
        let fallback = settings.hotelCodeRules.fallback(of: place.key(part))?.code
        let none = fallback.map { words("setCloudFallback", ["code": $0]) } ?? words["setCloudFallbackNone"]
        guard let list = settings.hotelCodes else {
            return .text(part.name, label(of: part), own, hint: none, lengthMax: HotelCode.charactersMax)
        }
        var choices = [SettingsField.Choice(value: "", name: none)]
        if !own.isEmpty, !list.codes.contains(where: { $0.code == own }) {
            choices.append(SettingsField.Choice(value: own, name: words("setCloudNotListed", ["code": own])))
        }
        choices += list.codes.map { SettingsField.Choice(value: $0.code, name: "\($0.code) · \($0.text)") }
        return .choice(part.name, label(of: part), own, choices)
    }

    private func label(of part: HotelCodeRule.Part) -> String {
        switch part {
        case .sales(let itemizer): words("setCloudSales", ["name": name(of: itemizer)])
        case .discount(let itemizer): words("setCloudDiscount", ["name": name(of: itemizer)])
        case .tip: words["setCloudTip"]
        case .serviceCharge: words["setCloudService"]
        }
    }

    private func name(of itemizer: Itemizer) -> String {
        let names = settings.revenueGroups.filter { $0.isActive && $0.group.itemizer == itemizer }
        return ["S\(itemizer.number)"].appending(names.map { $0.group.name.text(in: language) })
    }
}

extension [String] {
    /// `S1 · Food, Drinks`.
    fileprivate func appending(_ names: [String]) -> String {
        (self + (names.isEmpty ? [] : [names.joined(separator: ", ")])).joined(separator: " · ")
    }
}
