import Operations
import PointOfSale
import Storage

extension SettingsSection {
    /// Configuration › Integrations › OPERA Cloud over Oracle's REST interface.
    static let operaCloud = SettingsSection(
        slug: "opera-cloud", group: .integrations, title: "setOperaCloud", isSingle: true,
        list: { _ in SettingsList(title: "", lead: "", rows: [], addPath: nil, empty: "") },
        form: { look in operaCloudForm(look) },
        save: { look, fields in
            var link = look.settings.operaCloud ?? OperaCloudLink()
            link.isOn = try fields.flag("on")
            link.systemVersion = try fields.optionalText("version") ?? ""
            link.gateway = try fields.optionalText("gateway", lengthMax: OperaCloudLink.addressCharactersMax + 1) ?? ""
            let appKey = try fields.optionalText("appKey", lengthMax: OperaCloudLink.secretCharactersMax)
            link.clientID = try fields.optionalText("clientID", lengthMax: OperaCloudLink.secretCharactersMax) ?? ""
            let secret = try fields.optionalText("clientSecret", lengthMax: OperaCloudLink.secretCharactersMax)
            link.login = try fields.parsed("login") { OperaCloudLink.Login(rawValue: $0) }
            link.enterpriseID = try fields.optionalText("enterpriseID") ?? ""
            link.userName = try fields.optionalText("userName", lengthMax: OperaCloudLink.secretCharactersMax) ?? ""
            let password = try fields.optionalText("userPassword", lengthMax: OperaCloudLink.secretCharactersMax)
            link.hotelID = try fields.optionalText("hotelID") ?? ""
            link.cashierID = try fields.optionalText("cashierID").map { text in
                guard let number = Int(text) else { throw Refusal.settingInvalid(.cloudCashier) }
                return number
            }
            link.externalSystem = try fields.optionalText("externalSystem") ?? ""
            link.search = try fields.parsed("search") { OperaCloudLink.Search(rawValue: $0) }
            link.authorisedIsLimit = try fields.flag("authorisedIsLimit")
            link.usesPackages = try fields.flag("usesPackages")
            link.answerSeconds = try fields.number("answerSeconds", .cloudAnswerSeconds)
            try fields.nothingElse()
            let draft = OperaCloudDraft(link: link, newAppKey: appKey, newClientSecret: secret, newPassword: password)
            try await look.restaurant.saveOperaCloud(draft, by: look.visit.cashier)
            return "/configuration/settings/opera-cloud/edit"
        })

    private static func operaCloudForm(_ look: SettingsVisit) -> SettingsForm {
        let link = look.settings.operaCloud ?? OperaCloudLink()
        let words = look.words
        return SettingsForm(
            fields: [
                .check("on", words["setCloudOn"], link.isOn, hint: words["setCloudOnHint"]),
                .text("version", words["setVersion"], link.systemVersion, hint: words["setCloudVersionHint"], lengthMax: 24),
            ] + accessFields(look, link) + hotelFields(look, link),
            notice: look.settings.operaCloud != nil && look.settings.hotelCodeRules.isEmpty ? words["setCloudNoCodes"] : nil,
            testPath: look.settings.operaCloud == nil ? nil : "/configuration/opera-cloud-test")
    }

    private static func accessFields(_ look: SettingsVisit, _ link: OperaCloudLink) -> [SettingsField] {
        let words = look.words
        let secretMax = OperaCloudLink.secretCharactersMax
        let logins = OperaCloudLink.Login.allCases.map {
            SettingsField.Choice(value: $0.rawValue, name: words["setCloudLogin.\($0.rawValue)"])
        }
        func secret(_ name: String, _ label: String, _ sealed: String, none: String = "setCloudSecretNone") -> SettingsField {
            .text(
                name, words[label], "", hint: words[sealed.isEmpty ? none : "setKeyThere"], type: "password", lengthMax: secretMax)
        }
        return [
            .text(
                "gateway", words["setCloudGateway"], link.gateway, hint: words["setCloudGatewayHint"],
                lengthMax: OperaCloudLink.addressCharactersMax),
            secret("appKey", "setCloudAppKey", link.appKey, none: "setCloudAppKeyHint"),
            .text("clientID", words["setCloudClientID"], link.clientID, lengthMax: secretMax),
            secret("clientSecret", "setCloudClientSecret", link.clientSecret),
            .choice("login", words["setCloudLogin"], link.login.rawValue, hint: words["setCloudLoginHint"], logins),
            .text("enterpriseID", words["setCloudEnterprise"], link.enterpriseID, lengthMax: 8),
            .text("userName", words["setCloudUser"], link.userName, lengthMax: secretMax),
            secret("userPassword", "setCloudPassword", link.userPassword),
        ]
    }

    private static func hotelFields(_ look: SettingsVisit, _ link: OperaCloudLink) -> [SettingsField] {
        let words = look.words
        let searches = OperaCloudLink.Search.allCases.map {
            SettingsField.Choice(value: $0.rawValue, name: words["setCloudSearch.\($0.rawValue)"])
        }
        return [
            .text(
                "hotelID", words["setCloudHotelID"], link.hotelID, hint: words["setCloudHotelIDHint"],
                lengthMax: OperaCloudLink.hotelIDCharactersMax),
            .text(
                "cashierID", words["setCloudCashier"], link.cashierID.map(String.init) ?? "", hint: words["setCloudCashierHint"],
                type: "number", lengthMax: 9),
            .text(
                "externalSystem", words["setCloudExternal"], link.externalSystem, hint: words["setCloudExternalHint"],
                lengthMax: OperaCloudLink.externalSystemCharactersMax),
            .choice("search", words["setCloudSearch"], link.search.rawValue, searches),
            .check("authorisedIsLimit", words["setCloudAuthorised"], link.authorisedIsLimit),
            .check("usesPackages", words["setCloudPackages"], link.usesPackages, hint: words["setCloudPackagesHint"]),
            .number("answerSeconds", words["setCloudSeconds"], link.answerSeconds, hint: words["setCloudSecondsHint"]),
        ]
    }
}
