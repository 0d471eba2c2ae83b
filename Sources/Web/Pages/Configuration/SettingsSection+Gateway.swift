import Operations
import PointOfSale
import Storage

extension SettingsSection {
    /// Configuration › Devices › PMS gateway (`S1-03`).
    static let gateway = SettingsSection(
        slug: "gateway", group: .devices, title: "setGateway",
        list: { look in
            let words = look.words
            let rows = look.settings.hotelLink.map { link in
                SettingsList.Row(
                    path: "/configuration/settings/gateway/gateway", name: link.name, facts: "\(link.host) · \(link.port)",
                    chip: words["link.\(look.restaurant.hotel.linkState.phase.rawValue)"],
                    tone: LinkChip.tone(of: look.restaurant.hotel.linkState.phase))
            }
            return SettingsList(
                title: words["setGateway"], lead: words["setGatewayLead"], rows: rows.map { [$0] } ?? [],
                addPath: rows == nil ? "/configuration/settings/gateway/add" : nil, empty: words["setGatewayEmpty"])
        },
        form: { look in
            guard look.setting == nil || look.settings.hotelLink != nil else { throw Refusal.unknownSetting }
            return gatewayForm(look)
        },
        save: { look, fields in
            var link = look.settings.hotelLink ?? HotelLinkSettings(host: "", port: HotelLinkSettings.portDefault)
            link.name = try fields.text("name")
            link.host = try fields.text("host", lengthMax: 255)
            link.port = try fields.number("port", .port)
            link.codePage = try fields.text("codePage")
            link.workstation = try fields.text("workstation")
            link.roomPaymentCode = try fields.text("roomPaymentCode")
            link.matchesMax = try fields.number("matchesMax", .matches)
            link.postingNumberDigits = try fields.number("postingNumberDigits", .postingNumberDigits)
            link.postingsInFlightMax = try fields.number("postingsInFlightMax", .postingsInFlight)
            link.quietSeconds = try fields.number("quietSeconds", .quietSeconds)
            link.billIsComplete = try fields.flag("billIsComplete")
            link.balanceSettles = try fields.flag("balanceSettles")
            link.paymasterRooms = (try fields.optionalText("paymasterRooms", lengthMax: 2000) ?? "")
                .split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init)
            link.managerPaymentCode = try fields.optionalText("managerPaymentCode") ?? ""
            link.packageField = try fields.optionalText("packageField").map { text in
                guard let number = Int(text) else { throw Refusal.settingInvalid(.packageField) }
                return number
            }
            link.tlsCertificateFile = try fields.optionalText("tlsCertificateFile", lengthMax: 400)
            let (takesAway, typed) = (try fields.flag("noKey"), try fields.optionalText("key", lengthMax: 400))
            try fields.nothingElse()
            let draft = GatewayDraft(settings: link, newKey: takesAway ? "" : typed)
            try await look.restaurant.saveGateway(draft, by: look.visit.cashier)
            return "/configuration/settings/gateway/gateway"
        })

    private static func gatewayForm(_ look: SettingsVisit) -> SettingsForm {
        let words = look.words
        let link = look.settings.hotelLink ?? HotelLinkSettings(host: "127.0.0.1", port: HotelLinkSettings.portDefault)
        let siteDefined = (0...9).map { SettingsField.Choice(value: String($0), name: "A\($0)") }
        let packageFields = [SettingsField.Choice(value: "", name: words["setPackageFieldNone"])] + siteDefined
        let pages = HotelLinkSettings.codePages.map { SettingsField.Choice(value: $0, name: $0) }
        var fields: [SettingsField] = [
            .text("name", words["setDeviceName"], link.name),
            .text("host", words["setHost"], link.host, hint: words["setHostHint"], lengthMax: 255),
            .number("port", words["setPort"], link.port, hint: words["setPortHint"]),
            .text("workstation", words["setWorkstation"], link.workstation, hint: words["setWorkstationHint"], lengthMax: 16),
            .text("roomPaymentCode", words["setRoomCode"], link.roomPaymentCode, hint: words["setRoomCodeHint"], lengthMax: 5),
            .text(
                "paymasterRooms", words["setPaymasterRooms"], link.paymasterRooms.joined(separator: ", "),
                hint: words["setPaymasterRoomsHint"], lengthMax: 2000),
            .text(
                "managerPaymentCode", words["setManagerCode"], link.managerPaymentCode, hint: words["setManagerCodeHint"], lengthMax: 5),
            .choice("codePage", words["setCodePage"], link.codePage, pages),
            .number("postingNumberDigits", words["setDigits"], link.postingNumberDigits, hint: words["setDigitsHint"]),
            .number("matchesMax", words["setMatches"], link.matchesMax),
            .number("postingsInFlightMax", words["setInFlight"], link.postingsInFlightMax),
            .number("quietSeconds", words["setQuiet"], link.quietSeconds, hint: words["setQuietHint"]),
            .check("billIsComplete", words["setBillComplete"], link.billIsComplete, hint: words["setBillCompleteHint"]),
            .check("balanceSettles", words["setBalanceSettles"], link.balanceSettles, hint: words["setBalanceSettlesHint"]),
            .choice(
                "packageField", words["setPackageField"], link.packageField.map(String.init) ?? "", hint: words["setPackageFieldHint"],
                packageFields),
            .text(
                "tlsCertificateFile", words["setCertificate"], link.tlsCertificateFile ?? "", hint: words["setCertificateHint"],
                lengthMax: 400),
            .text(
                "key", words["setKey"], "", hint: words[link.authenticationKey == nil ? "setKeyNone" : "setKeyThere"], type: "password",
                lengthMax: 400),
        ]
        if link.authenticationKey != nil { fields.append(.check("noKey", words["setKeyTakeAway"], false)) }
        return SettingsForm(
            fields: fields, testPath: look.settings.hotelLink != nil && look.setting != nil ? "/configuration/gateway-test" : nil)
    }

    /// Configuration › Integrations › Oracle OPERA: which system, which version, on or off (`S1-04`).
    static let hotelIntegration = SettingsSection(
        slug: "hotel", group: .integrations, title: "setHotel", isSingle: true,
        list: { _ in SettingsList(title: "", lead: "", rows: [], addPath: nil, empty: "") },
        form: { look in
            let (words, link) = (look.words, look.settings.hotelLink)
            let systems = HotelSystem.allCases.map { SettingsField.Choice(value: $0.rawValue, name: $0.name) }
            return SettingsForm(
                fields: [
                    .choice("system", words["setSystem"], (link?.system ?? .opera5).rawValue, systems),
                    .text("version", words["setVersion"], link?.systemVersion ?? "", hint: words["setVersionHint"], lengthMax: 24),
                    .check("on", words["setIntegrationOn"], link?.isOn ?? true, hint: words["setIntegrationOnHint"]),
                ], notice: link == nil ? words["setNeedsGateway"] : nil)
        },
        save: { look, fields in
            let system = try fields.parsed("system") { HotelSystem(rawValue: $0) }
            let (version, isOn) = (try fields.text("version"), try fields.flag("on"))
            try fields.nothingElse()
            try await look.restaurant.saveHotelIntegration(system, version: version, isOn: isOn, by: look.visit.cashier)
            return "/configuration/settings/hotel/edit"
        })
}
