package import PointOfSale
package import Storage

/// The PMS gateway as somebody typed it into the back office.
package struct GatewayDraft: Hashable, Sendable {
    /// Everything but the key.
    package var settings: HotelLinkSettings
    /// A new key of the hotel's interface; nil leaves the one in force, empty takes it away.
    package var newKey: String?

    /// A draft.
    package init(settings: HotelLinkSettings, newKey: String? = nil) {
        self.settings = settings
        self.newKey = newKey
    }
}

extension Restaurant {
    /// Creates the PMS gateway, or changes it; the line is set up anew with what was saved (`S1-03`).
    ///
    /// Which hotel system it is and whether it is switched on stays: that is `saveHotelIntegration`.
    /// - Throws: `Refusal` — not permitted, a field that is wrong.
    package func saveGateway(_ draft: GatewayDraft, by cashier: Cashier) async throws {
        try cashier.mustBeAllowed(.configure)
        var link = draft.settings
        try link.check()
        if let key = draft.newKey.map(SettingRules.trimmed) {
            guard key.count <= Self.gatewayKeyCharactersMax, !SettingRules.hasControls(key) else {
                throw Refusal.settingInvalid(.authenticationKey)
            }
            link.authenticationKey = key.isEmpty ? nil : try pepper.seal(key)
        }
        let (moment, checked) = (now(), link)
        try await database.write { tx in
            let before = try tx.hotelLink()
            var link = checked
            if draft.newKey == nil { link.authenticationKey = before?.authenticationKey }
            link.system = before?.system ?? link.system
            link.systemVersion = before?.systemVersion ?? ""
            link.isOn = before?.isOn ?? true
            try tx.setHotelLink(link)
            try tx.journalChange(
                of: tx.property().id.text, from: before?.facts(keyIsNew: false), to: link.facts(keyIsNew: draft.newKey != nil),
                by: cashier.id, at: moment)
        }
        hotelLinkChanges.announce()
    }

    /// Says which hotel system it is and switches the line to it on or off (`S1-04`).
    /// - Throws: `Refusal` — not permitted, no gateway yet, a version that cannot be read or, when switching on, is too old.
    package func saveHotelIntegration(_ system: HotelSystem, version: String, isOn: Bool, by cashier: Cashier) async throws {
        try cashier.mustBeAllowed(.configure)
        let version = SettingRules.trimmed(version)
        if isOn { try system.mustServe(version: version) }
        guard version.isEmpty || HotelSystemVersion(version) != nil else { throw Refusal.hotelVersionUnreadable }
        let moment = now()
        try await database.write { tx in
            guard let before = try tx.hotelLink() else { throw Refusal.gatewayMissing }
            var link = before
            link.system = system
            link.systemVersion = version
            link.isOn = isOn
            try tx.setHotelLink(link)
            try tx.journalChange(
                of: tx.property().id.text, from: before.facts(keyIsNew: false), to: link.facts(keyIsNew: false), by: cashier.id, at: moment)
        }
        hotelLinkChanges.announce()
    }

    /// The longest key taken.
    package static let gatewayKeyCharactersMax = 400
}

extension HotelLinkSettings {
    /// Tidies what was typed and refuses what no line could be made with.
    fileprivate mutating func check() throws(Refusal) {
        name = try SettingRules.name(name)
        host = SettingRules.trimmed(host)
        guard (1...255).contains(host.count), !host.contains(where: \.isWhitespace), !SettingRules.hasControls(host) else {
            throw .settingInvalid(.host)
        }
        _ = try SettingRules.number(port, in: 1...65_535, .port)
        guard Self.codePages.contains(codePage) else { throw .settingInvalid(.codePage) }
        workstation = SettingRules.trimmed(workstation)
        guard (1...FolioPosting.workstationCharactersMax).contains(workstation.count), workstation.utf8.allSatisfy({ $0.isWireText })
        else { throw .settingInvalid(.workstation) }
        roomPaymentCode = SettingRules.trimmed(roomPaymentCode)
        guard (1...PaymentMethod.hotelCodeCharactersMax).contains(roomPaymentCode.count),
            roomPaymentCode.utf8.allSatisfy({ $0.isWireText })
        else { throw .settingInvalid(.hotelCode) }
        managerPaymentCode = SettingRules.trimmed(managerPaymentCode)
        guard managerPaymentCode.count <= PaymentMethod.hotelCodeCharactersMax, managerPaymentCode.utf8.allSatisfy({ $0.isWireText })
        else { throw .settingInvalid(.hotelCode) }
        guard paymasterRooms.count <= Self.paymasterRoomsMax, paymasterRooms.allSatisfy({ RoomNumber($0)?.text == $0 }) else {
            throw .settingInvalid(.paymasterRooms)
        }
        _ = try SettingRules.number(packageField ?? 0, in: 0...9, .packageField)
        _ = try SettingRules.number(matchesMax, in: 1...9, .matches)
        _ = try SettingRules.number(postingNumberDigits, in: 4...8, .postingNumberDigits)
        _ = try SettingRules.number(postingsInFlightMax, in: 1...16, .postingsInFlight)
        _ = try SettingRules.number(quietSeconds, in: 60...3600, .quietSeconds)
        guard (tlsCertificateFile?.count ?? 0) <= 400, !SettingRules.hasControls(tlsCertificateFile ?? "") else {
            throw .settingInvalid(.certificateFile)
        }
    }

    func facts(keyIsNew: Bool) -> SettingFacts {
        SettingFacts(
            subject: "gateway \(name)",
            values: [
                "name": name, "system": system.rawValue, "version": systemVersion, "on": String(isOn), "host": host, "port": String(port),
                "codePage": codePage, "workstation": workstation, "roomPaymentCode": roomPaymentCode, "matches": String(matchesMax),
                "postingNumberDigits": String(postingNumberDigits), "inFlight": String(postingsInFlightMax),
                "quietSeconds": String(quietSeconds), "billIsComplete": String(billIsComplete), "balanceSettles": String(balanceSettles),
                "key": keyIsNew ? (authenticationKey == nil ? "taken away" : "a new one") : "",
                "paymasterRooms": paymasterRooms.joined(separator: " "), "managerPaymentCode": managerPaymentCode,
                "packageField": packageField.map { "A\($0)" } ?? "",
                "certificate": tlsCertificateFile ?? "",
            ])
    }
}

extension UInt8 {
    /// Printable, and not the mark between fields.
    fileprivate var isWireText: Bool { (0x21...0x7E).contains(self) && self != UInt8(ascii: "|") }
}
