import Operations
import PointOfSale

extension SettingsSection {
    /// Configuration › Settings › Payment methods › Add (`S1-01`, `S1-02`).
    static let paymentMethods = SettingsSection(
        slug: "payment-methods", group: .settings, title: "setPaymentMethods",
        list: { look in
            let words = look.words
            return SettingsList(
                title: words["setPaymentMethods"], lead: words["setPaymentMethodsLead"],
                rows: look.settings.methods.map { method in
                    let facts = [
                        words["setKind.\(method.kind.rawValue)"], method.code,
                        method.hotelCode.isEmpty ? words["setNotForHotel"] : "PM \(method.hotelCode)",
                        method.transmitsReceipts ? words["setTransmitsShort"] : nil,
                    ]
                    return SettingsList.Row(
                        path: "/configuration/settings/payment-methods/\(method.id)", name: method.name.text(in: look.language),
                        facts: facts.compactMap { $0 }.joined(separator: " · "), isOff: !method.isActive,
                        chip: look.chip(isActive: method.isActive))
                }, addPath: "/configuration/settings/payment-methods/add", empty: words["setNothingYet"])
        },
        form: { look in try paymentForm(look) },
        save: { look, fields in
            let before = try chosen(look)
            let kind = try before?.kind ?? fields.parsed("kind") { PaymentMethod.Kind(rawValue: $0) }
            var draft = PaymentMethodDraft(
                kind: kind, code: try before?.code ?? fields.text("code"), nameFR: try fields.text("nameFR"),
                nameEN: try fields.optionalText("nameEN"), hotelCode: try fields.text("hotelCode"))
            draft.givesChange = try fields.flag("givesChange")
            draft.opensDrawer = try fields.flag("opensDrawer")
            draft.takesTips = try fields.flag("takesTips")
            draft.transmitsReceipts = try fields.flag("transmitsReceipts")
            draft.serverAddress = try fields.optionalText("serverAddress", lengthMax: 255) ?? ""
            draft.newGatewayKey = try fields.optionalText("gatewayKey", lengthMax: GatewaySecret.charactersMax * 2)
            draft.position = try fields.optionalText("position").map { text in
                guard let position = Int(text) else { throw Refusal.settingInvalid(.position) }
                return position
            }
            draft.isActive = try fields.flag("active")
            draft.countsInFloat = try fields.flag("countsInFloat")
            draft.integration = try fields.optionalText("integration").flatMap { Integration(rawValue: $0) } ?? .opera
            try fields.nothingElse()
            _ = try await look.restaurant.savePaymentMethod(draft, id: before?.id, by: look.visit.cashier)
            return "/configuration/settings/payment-methods"
        })

    /// The method that the address names; RoomRaccoon's by its own name, whether it is there already or not.
    private static func chosen(_ look: SettingsVisit) throws -> PaymentMethod? {
        guard look.setting == roomRaccoonMethodSetting else { return try look.named(look.settings.methods) }
        return look.settings.methods.first { $0.integration == .roomRaccoon }
    }

    private static func paymentForm(_ look: SettingsVisit) throws -> SettingsForm {
        let words = look.words
        let method = try chosen(look)
        if look.setting == roomRaccoonMethodSetting || method?.integration == .roomRaccoon { return roomRaccoonMethodForm(look, method) }
        let kinds = PaymentMethod.Kind.allCases.map {
            SettingsField.Choice(value: $0.rawValue, name: words["setKind.\($0.rawValue)"])
        }
        let changeKinds = PaymentMethod.Kind.allCases.filter(\.mayGiveChange).map(\.rawValue).joined(separator: " ")
        let isRoom = method?.kind == .room
        let head: [SettingsField] =
            if let method {
                [
                    .fixed(words["setType"], words["setKind.\(method.kind.rawValue)"]),
                    .fixed(words["setCode"], method.code, hint: isRoom ? words["setCodeRoomHint"] : nil),
                ]
            } else {
                [
                    .choice("kind", words["setType"], PaymentMethod.Kind.room.rawValue, hint: words["setTypeHint"], kinds),
                    .text(
                        "code", words["setCode"], PaymentMethod.roomCode, hint: words["setCodeHint"],
                        lengthMax: PaymentMethod.codeCharactersMax),
                ]
            }
        let room: [SettingsField] = [
            .check(
                "transmitsReceipts", words["setTransmits"], method?.transmitsReceipts ?? false, hint: words["setTransmitsHint"],
                kinds: "room"),
            .text(
                "serverAddress", words["setServerAddress"], method?.serverAddress ?? "", hint: words["setServerAddressHint"],
                lengthMax: 255, kinds: "room"),
            .text(
                "gatewayKey", words["setRelayKey"], "", hint: words["setRelayKeyHint"], type: "password",
                lengthMax: GatewaySecret.charactersMax * 2, kinds: "room"),
        ]
        let change = SettingsField.check("givesChange", words["setGivesChange"], method?.givesChange ?? false, kinds: changeKinds)
        let counted = PaymentMethod.Kind.allCases.filter(\.isCounted).map(\.rawValue).joined(separator: " ")
        let float = SettingsField.check("countsInFloat", words["setCountsInFloat"], method?.countsInFloat ?? true, kinds: counted)
        let shown = { (field: SettingsField) in
            method.map { field.kinds?.split(separator: " ").contains(Substring($0.kind.rawValue)) ?? true } ?? true
        }
        var fields = head
        fields += [
            .text("nameFR", words["setNameFR"], method?.name.fr ?? PaymentMethod.roomName),
            .text("nameEN", words["setNameEN"], method?.name.en ?? "", hint: words["setNameENHint"]),
        ]
        fields += room.filter(shown)
        fields += [
            .text(
                "hotelCode", words["setHotelCode"], method?.hotelCode ?? "", hint: words["setHotelCodeHint"],
                lengthMax: PaymentMethod.hotelCodeCharactersMax),
            .check("takesTips", words["setTakesTips"], method?.takesTips ?? true),
        ]
        fields += [change, float].filter(shown)
        fields += [
            .check("opensDrawer", words["setOpensDrawer"], method?.opensDrawer ?? false),
            .number("position", words["setPosition"], method?.position ?? look.settings.methods.count, hint: words["setPositionHint"]),
            look.inUse(method?.isActive ?? true),
        ]
        let isElsewhere = look.settings.methods.contains { $0.isActive && $0.isGatewayElsewhere }
        let needsGateway = look.settings.hotelLink == nil && !isElsewhere && (method?.kind.isHotelAccount ?? true)
        var form = SettingsForm(fields: fields, notice: needsGateway ? words["setNeedsGateway"] : nil)
        if method?.isGatewayElsewhere == true { form.testPath = "/configuration/relay-test" }
        return form
    }
}
