import HotelGateway
import Operations
import PointOfSale
import Storage

extension OHIPSettings {
    /// What the connector needs of what the house configured. The secrets are opened here and nowhere else.
    /// - Throws: `HotelLine.CannotBeSetUp`.
    init(_ link: OperaCloudLink, _ rules: [HotelCodeRule.Key: String], openedWith pepper: PINPepper) throws(HotelLine.CannotBeSetUp) {
        let login: Login =
            switch link.login {
            case .clientCredentials: .clientCredentials(enterpriseID: link.enterpriseID)
            case .password: .password(name: link.userName, password: pepper.open(link.userPassword) ?? "")
            }
        do {
            try self.init(
                gateway: link.gateway, appKey: pepper.open(link.appKey) ?? "", clientID: link.clientID,
                clientSecret: pepper.open(link.clientSecret) ?? "", login: login, hotelID: link.hotelID, cashierID: link.cashierID ?? 0,
                codes: TransactionCodeMap(rules), externalSystem: link.externalSystem, search: Search(link.search),
                authorisedAmountIsLimit: link.authorisedIsLimit, usesPackageAllowance: link.usesPackages,
                timeoutMs: Int64(link.answerSeconds) * 1000)
        } catch .addressUnreadable, .addressNotSecure {
            throw HotelLine.CannotBeSetUp(fault: .nameUnknown)
        } catch {
            throw HotelLine.CannotBeSetUp(fault: .notAuthentic)
        }
    }
}

extension OHIPSettings.Search {
    fileprivate init(_ search: OperaCloudLink.Search) {
        switch search {
        case .get: self = .get
        case .post: self = .post
        }
    }
}

extension TransactionCodeMap {
    /// The table as the back office keeps it.
    init(_ rules: [HotelCodeRule.Key: String]) {
        self.init(
            Dictionary(
                uniqueKeysWithValues: rules.map { key, code in
                    (Key(Part(key.part), outlet: key.outlet, servicePeriod: key.servicePeriod), code)
                }))
    }
}

extension TransactionCodeMap.Part {
    fileprivate init(_ part: HotelCodeRule.Part) {
        switch part {
        case .sales(let itemizer): self = .sales(itemizer)
        case .discount(let itemizer): self = .discount(itemizer)
        case .tip: self = .tip
        case .serviceCharge: self = .serviceCharge
        }
    }
}
