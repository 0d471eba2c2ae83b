package import PointOfSale
import Storage

/// A way of paying as somebody typed it into the back office.
package struct PaymentMethodDraft: Hashable, Sendable {
    package var kind: PaymentMethod.Kind
    /// Empty takes the code of a charge to a room, where it is one.
    package var code: String
    package var nameFR: String
    package var nameEN: String?
    package var hotelCode: String
    package var givesChange = false
    package var opensDrawer = false
    package var takesTips = true
    package var transmitsReceipts = false
    package var serverAddress = ""
    /// A new key of the gateway that is elsewhere; nil or empty leaves the one in force.
    package var newGatewayKey: String?
    /// Where it stands among the others, from 0; the end when nil.
    package var position: Int?
    package var isActive = true
    /// On a charge to an account of a hotel: whose hotel's system (`S2-04`).
    package var integration = Integration.opera
    /// Whether it is counted with the drawer at closing; nil as is usual for its type.
    package var countsInFloat: Bool?

    /// A draft; what is not given is off.
    package init(kind: PaymentMethod.Kind, code: String, nameFR: String, nameEN: String? = nil, hotelCode: String) {
        self.kind = kind
        self.code = code
        self.nameFR = nameFR
        self.nameEN = nameEN
        self.hotelCode = hotelCode
    }
}

extension Restaurant {
    /// Adds a way of paying, or changes one. Code and type stay as they were made: payments point at them (`S1-01`, `S1-02`).
    /// - Parameter id: the one to change; nil adds one.
    /// - Throws: `Refusal` — not permitted, unknown, a field that is wrong, a code that is taken, a charge to a room without the gateway.
    package func savePaymentMethod(
        _ draft: PaymentMethodDraft, id: PaymentMethodID? = nil, by cashier: Cashier
    ) async throws -> PaymentMethod {
        try cashier.mustBeAllowed(.configure)
        let moment = now()
        let sealed = try draft.gatewaySecret().map { try pepper.seal($0.text) }
        let (saved, isRelinked) = try await database.write { tx in
            let relay = try tx.relayLink()
            let methods = try tx.paymentMethods()
            let before = methods.first { $0.id == id }
            if id != nil, before == nil { throw Refusal.unknownSetting }
            let method = try draft.checked(before: before, position: methods.count)
            if before == nil, methods.contains(where: { $0.code.uppercased() == method.code.uppercased() }) {
                throw Refusal.settingTaken(.code)
            }
            if let sealed { try tx.setRelayKey(sealed) }
            if method.isGatewayElsewhere, try tx.relayKey() == nil { throw Refusal.gatewayKeyMissing }
            try tx.upsert(method, property: tx.property().id)
            if method.kind.isHotelAccount, method.isActive { try tx.mustHaveLine(to: method.integration) }
            try tx.journalChange(
                of: method.id.text, from: before?.facts, to: method.facts(gatewayKeyIsNew: sealed != nil), by: cashier.id, at: moment)
            return (method, try tx.relayLink() != relay)
        }
        if isRelinked { hotelLinkChanges.announce() }
        return saved
    }
}

extension PaymentMethodDraft {
    fileprivate func checked(before: PaymentMethod?, position end: Int) throws(Refusal) -> PaymentMethod {
        let kind = before?.kind ?? kind
        let integration = before?.integration ?? (kind.isHotelAccount ? integration : .opera)
        guard integration == .opera || kind == .room else { throw .settingInvalid(.integrationName) }
        let code = if let before { before.code } else { try newCode() }
        let typedCode = SettingRules.trimmed(hotelCode)
        let hotelCode = integration == .roomRaccoon && typedCode.isEmpty ? Self.roomRaccoonHotelCode : typedCode
        // RoomRaccoon goes by the name, to the letter; a name that is wrong would be silently dead (`S2-04`).
        if integration == .roomRaccoon, [nameFR, nameEN ?? ""].contains(where: { !$0.isEmpty && $0 != integration.name }) {
            throw .settingInvalid(.integrationName)
        }
        let lengths = kind.isHotelAccount ? 1...PaymentMethod.hotelCodeCharactersMax : 0...PaymentMethod.hotelCodeCharactersMax
        guard lengths.contains(hotelCode.count), hotelCode.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "|") })
        else { throw .settingInvalid(.hotelCode) }
        let address = SettingRules.trimmed(serverAddress)
        guard address.isEmpty || kind == .room && integration == .opera else { throw .settingInvalid(.serverAddress) }
        return PaymentMethod(
            id: before?.id ?? .catalogue("paymentMethod", code), code: code, name: try SettingRules.name(fr: nameFR, en: nameEN),
            kind: kind, hotelCode: hotelCode, givesChange: givesChange && kind.mayGiveChange, opensDrawer: opensDrawer,
            position: try SettingRules.number(position ?? before?.position ?? end, in: 0...999, .position), isActive: isActive,
            transmitsReceipts: transmitsReceipts && kind == .room && integration == .opera, serverAddress: try Self.gatewayAddress(address),
            takesTips: takesTips,
            integration: integration, countsInFloat: kind.isCounted ? countsInFloat : false)
    }

    /// What the till writes where OPERA has a payment method of its own; RoomRaccoon has none.
    private static let roomRaccoonHotelCode = "RR"

    /// The address as it is kept: what this server may be called, or `https://…` (`S1-02`).
    private static func gatewayAddress(_ text: String) throws(Refusal) -> String {
        guard !text.isEmpty, !PaymentMethod.ownAddresses.contains(text.lowercased()) else { return text }
        guard let address = GatewayAddress(text) else { throw .settingInvalid(.gatewayAddress) }
        return address.text
    }

    /// The key as it was typed; nil when none was.
    fileprivate func gatewaySecret() throws(Refusal) -> GatewaySecret? {
        let typed = SettingRules.trimmed(newGatewayKey ?? "")
        guard !typed.isEmpty else { return nil }
        guard let secret = GatewaySecret(typed) else { throw .settingInvalid(.gatewayKey) }
        return secret
    }

    /// The code of a new method: fixed for a charge to a room, and kept for it (`S1-02`).
    private func newCode() throws(Refusal) -> String {
        let typed = SettingRules.trimmed(code)
        let isRoomCode = typed.uppercased() == PaymentMethod.roomCode
        if kind == .room, integration == .roomRaccoon {
            guard typed.isEmpty || typed == PaymentMethod.roomRaccoonCode || isRoomCode else { throw .paymentCodeFixed }
            return PaymentMethod.roomRaccoonCode
        }
        if kind == .room {
            guard typed.isEmpty || isRoomCode else { throw .paymentCodeFixed }
            return PaymentMethod.roomCode
        }
        guard !isRoomCode else { throw .paymentCodeFixed }
        return try SettingRules.code(typed)
    }
}

extension SQLTransaction {
    /// Lets a way of charging a hotel's account be in use only when there is a line to it.
    fileprivate func mustHaveLine(to integration: Integration) throws {
        switch integration {
        case .opera: guard try hotelLink() != nil || relayLink() != nil || operaCloudLink() != nil else { throw Refusal.gatewayMissing }
        case .roomRaccoon: guard try roomRaccoonLink() != nil else { throw Refusal.integrationMissing }
        }
    }
}

extension PaymentMethod.Kind {
    /// Whether more than is due may be given in this way.
    package var mayGiveChange: Bool {
        switch self {
        case .cash, .voucher, .other: true
        case .card, .room, .paymaster, .openAccount: false
        }
    }
}

extension PaymentMethod {
    var facts: SettingFacts { facts(gatewayKeyIsNew: false) }

    func facts(gatewayKeyIsNew: Bool) -> SettingFacts {
        SettingFacts(
            subject: "paymentMethod \(code)",
            values: [
                "type": kind.rawValue, "name": name.facts, "hotelCode": hotelCode, "givesChange": String(givesChange),
                "opensDrawer": String(opensDrawer), "tips": String(takesTips), "transmitsReceipts": String(transmitsReceipts),
                "serverAddress": serverAddress, "gatewayKey": gatewayKeyIsNew ? "a new one" : "", "hotelSystem": integration.rawValue,
                "countsInFloat": String(countsInFloat),
                "position": String(position), "active": String(isActive),
            ])
    }
}
