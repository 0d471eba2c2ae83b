import Operations
import PointOfSale

extension SettingsSection {
    /// Configuration › Devices › Connected tills: the keys of the tills that this one is the gateway of (`S1-02`).
    static let gatewayKeys = SettingsSection(
        slug: "gateway-keys", group: .devices, title: "setGatewayKeys",
        list: { look in
            let words = look.words
            return SettingsList(
                title: words["setGatewayKeys"], lead: words["setGatewayKeysLead"],
                rows: look.settings.gatewayKeys.map { key in
                    SettingsList.Row(
                        path: "/configuration/settings/gateway-keys/\(key.id)", name: key.name,
                        facts: key.workstations.isEmpty ? words["setGatewayKeyAllTills"] : key.workstations.joined(separator: ", "),
                        isOff: !key.isActive, chip: key.isActive ? nil : words["setGatewayKeyRevoked"])
                }, addPath: "/configuration/settings/gateway-keys/add", empty: words["setGatewayKeysEmpty"])
        },
        form: { look in
            let words = look.words
            guard let key = try look.named(look.settings.gatewayKeys) else {
                return SettingsForm(
                    fields: [
                        .text("name", words["setName"], ""),
                        .text(
                            "secret", words["setGatewayKeySecret"], GatewaySecret.make().text, hint: words["setGatewayKeySecretHint"],
                            lengthMax: GatewaySecret.charactersMax),
                        .text("workstations", words["setGatewayKeyTills"], "", hint: words["setGatewayKeyTillsHint"], lengthMax: 800),
                    ], notice: words["setGatewayKeyNext"])
            }
            let tills = key.workstations.isEmpty ? words["setGatewayKeyAllTills"] : key.workstations.joined(separator: ", ")
            let end: SettingsField =
                key.isActive
                ? .check("revoke", words["setGatewayKeyRevoke"], false, hint: words["setGatewayKeyRevokeHint"])
                : .fixed(words["setGatewayKeySecret"], words["setGatewayKeyRevoked"])
            return SettingsForm(fields: [
                .fixed(words["setName"], key.name), .fixed(words["setGatewayKeyTills"], tills), end,
            ])
        },
        save: { look, fields in
            let cashier = try look.visit.cashier
            if let key = try look.named(look.settings.gatewayKeys) {
                let isRevoked = try fields.flag("revoke")
                try fields.nothingElse()
                if isRevoked { try await look.restaurant.revokeGatewayKey(key.id, by: cashier) }
                return "/configuration/settings/gateway-keys"
            }
            let name = try fields.text("name")
            let typed = try fields.text("secret", lengthMax: GatewaySecret.charactersMax)
            let tills = try fields.optionalText("workstations", lengthMax: 800) ?? ""
            try fields.nothingElse()
            guard let secret = GatewaySecret(typed) else { throw Refusal.settingInvalid(.gatewayKey) }
            _ = try await look.restaurant.makeGatewayKey(
                name, secret: secret, workstations: tills.split(separator: ",").map(String.init), by: cashier)
            return "/configuration/settings/gateway-keys"
        })
}
