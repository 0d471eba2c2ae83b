import PointOfSale
import Storage

extension ConfigurationSet {
    /// The line to OPERA Cloud over Oracle's REST interface. Its secrets are in no file: those in force stay.
    package struct OperaCloudEntry: Codable, Sendable, Hashable {
        /// True when left out.
        package var isOn: Bool?
        package var version: String?
        package var gateway: String?
        package var clientID: String?
        /// `clientCredentials` or `password`; the first when left out.
        package var login: String?
        package var enterpriseID: String?
        package var userName: String?
        package var hotelID: String?
        package var cashierID: Int?
        package var externalSystem: String?
        /// `get` or `post`; get when left out.
        package var search: String?
        /// True when left out.
        package var authorisedIsLimit: Bool?
        /// False when left out.
        package var usesPackages: Bool?
        /// 60 when left out.
        package var answerSeconds: Int?
        package var houseAccountRoom: String?
        /// The hotel's way of paying for each hotel code of ours.
        package var housePayments: [String: String]?
        /// The hotel's codes; those in force stay when left out.
        package var codes: [CodesEntry]?
    }

    /// The hotel's codes of one place and time.
    package struct CodesEntry: Codable, Sendable, Hashable {
        /// The hotel's number of the outlet; any when left out.
        package var outlet: Int?
        /// Any when left out.
        package var servicePeriod: Int?
        /// `S1` … `S9` for sales, `D1` … `D9` for discounts, `tip`, `serviceCharge`.
        package var codes: [String: String]
    }
}

extension ConfigurationSet.OperaCloudEntry {
    init(_ link: OperaCloudLink, _ rules: [HotelCodeRule.Key: String]) {
        let places = Dictionary(grouping: rules) { [$0.key.outlet ?? 0, $0.key.servicePeriod ?? 0] }
        self.init(
            isOn: link.isOn, version: link.systemVersion, gateway: link.gateway, clientID: link.clientID, login: link.login.rawValue,
            enterpriseID: link.enterpriseID, userName: link.userName, hotelID: link.hotelID, cashierID: link.cashierID,
            externalSystem: link.externalSystem, search: link.search.rawValue, authorisedIsLimit: link.authorisedIsLimit,
            usesPackages: link.usesPackages, answerSeconds: link.answerSeconds, houseAccountRoom: link.houseAccountRoom?.text,
            housePayments: link.housePayments.isEmpty ? nil : link.housePayments,
            codes: places.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { place, rules in
                ConfigurationSet.CodesEntry(
                    outlet: place[0] == 0 ? nil : place[0], servicePeriod: place[1] == 0 ? nil : place[1],
                    codes: Dictionary(uniqueKeysWithValues: rules.map { ($0.key.part.name, $0.value) }))
            })
    }
}

/// The line to OPERA Cloud of a configuration set.
package struct OperaCloudLoad: Sendable {
    /// Without secrets.
    let link: OperaCloudLink
    /// Nil when the set does not say.
    let codes: [HotelCodeRule.Key: String]?

    /// Stores it with the secrets in force.
    /// - Throws: `Refusal.postingsUnderWay` when another hotel still owes answers.
    func load(in tx: any SQLTransaction) throws {
        let before = try tx.operaCloudLink()
        var link = link
        link.appKey = before?.appKey ?? ""
        link.clientSecret = before?.clientSecret ?? ""
        link.userPassword = before?.userPassword ?? ""
        try tx.replaceOperaCloudLink(before, with: link)
        if let codes { try tx.setHotelCodeRules(codes) }
    }
}

extension CatalogueBuilder {
    /// The line to OPERA Cloud, without secrets; nil when the set does not name it.
    mutating func operaCloud() -> OperaCloudLoad? {
        guard let entry = set.operaCloud else { return nil }
        var link = OperaCloudLink()
        link.isOn = entry.isOn ?? link.isOn
        link.systemVersion = entry.version ?? ""
        link.gateway = entry.gateway ?? ""
        link.clientID = entry.clientID ?? ""
        let login = need(
            OperaCloudLink.Login(rawValue: entry.login ?? link.login.rawValue), "operaCloud.login",
            "should be clientCredentials or password")
        link.login = login ?? link.login
        link.enterpriseID = entry.enterpriseID ?? ""
        link.userName = entry.userName ?? ""
        link.hotelID = entry.hotelID ?? ""
        link.cashierID = entry.cashierID
        link.externalSystem = entry.externalSystem ?? ""
        link.search =
            need(OperaCloudLink.Search(rawValue: entry.search ?? link.search.rawValue), "operaCloud.search", "should be get or post")
            ?? link.search
        link.authorisedIsLimit = entry.authorisedIsLimit ?? link.authorisedIsLimit
        link.usesPackages = entry.usesPackages ?? link.usesPackages
        link.answerSeconds = entry.answerSeconds ?? link.answerSeconds
        if let room = entry.houseAccountRoom, !room.isEmpty {
            link.houseAccountRoom = need(RoomNumber(room), "operaCloud.houseAccountRoom", "cannot be used")
        }
        link.housePayments = entry.housePayments ?? [:]
        do throws(Refusal) {
            try link.check()
        } catch {
            let field = if case .settingInvalid(let field) = error { field.rawValue } else { error.caseName }
            complain("operaCloud.\(field)", "cannot be used")
        }
        return OperaCloudLoad(link: link, codes: entry.codes.map { codes($0) })
    }

    private mutating func codes(_ entries: [ConfigurationSet.CodesEntry]) -> [HotelCodeRule.Key: String] {
        var rules: [HotelCodeRule.Key: String] = [:]
        for (index, entry) in entries.enumerated() {
            let place = "operaCloud.codes[\(index)]"
            if entry.outlet.map({ !RevenueMapping.hotelOutlets.contains($0) }) == true { complain("\(place).outlet", "cannot be used") }
            if entry.servicePeriod.map({ !HotelCodeRule.servicePeriods.contains($0) }) == true {
                complain("\(place).servicePeriod", "cannot be used")
            }
            for (name, code) in entry.codes {
                guard let part = HotelCodeRule.Part(name: name), HotelCode.isCode(code) else {
                    complain("\(place).codes.\(name)", "cannot be used")
                    continue
                }
                rules[HotelCodeRule.Key(part, outlet: entry.outlet, servicePeriod: entry.servicePeriod)] = code
            }
        }
        return rules
    }
}
