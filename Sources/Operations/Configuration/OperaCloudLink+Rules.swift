import Foundation
import PointOfSale
import Storage

extension OperaCloudLink {
    /// Tidies what was given and refuses what no line could be made with. What is left out is asked for only where the line is on.
    mutating func check() throws(Refusal) {
        systemVersion = SettingRules.trimmed(systemVersion)
        if isOn { try HotelSystem.operaCloud.mustServe(version: systemVersion) }
        guard systemVersion.isEmpty || HotelSystemVersion(systemVersion) != nil else { throw .hotelVersionUnreadable }
        gateway = SettingRules.trimmed(gateway)
        if gateway.hasSuffix("/") { gateway.removeLast() }
        guard gateway.isEmpty ? !isOn : gateway.isGateway else { throw .settingInvalid(.cloudGateway) }
        (clientID, userName) = (SettingRules.trimmed(clientID), SettingRules.trimmed(userName))
        guard clientID.isEmpty ? !isOn : clientID.isSecret else { throw .settingInvalid(.cloudClient) }
        enterpriseID = SettingRules.trimmed(enterpriseID)
        let isEnterprise = enterpriseID.utf8.count <= 8 && enterpriseID.utf8.allSatisfy(\.isCapitalOrDigit)
        guard enterpriseID.isEmpty ? !isOn || login != .clientCredentials : isEnterprise else { throw .settingInvalid(.cloudEnterprise) }
        guard userName.isEmpty ? !isOn || login != .password : userName.isSecret else { throw .settingInvalid(.cloudLogin) }
        hotelID = SettingRules.trimmed(hotelID)
        let isHotel = hotelID.utf8.count <= Self.hotelIDCharactersMax && hotelID.utf8.allSatisfy(\.isPlain)
        guard hotelID.isEmpty ? !isOn : isHotel else { throw .settingInvalid(.cloudHotelID) }
        guard cashierID.map(Self.cashiers.contains) ?? !isOn else { throw .settingInvalid(.cloudCashier) }
        externalSystem = SettingRules.trimmed(externalSystem)
        guard externalSystem.utf8.count <= Self.externalSystemCharactersMax, externalSystem.utf8.allSatisfy(\.isPlain) else {
            throw .settingInvalid(.cloudExternalSystem)
        }
        _ = try SettingRules.number(answerSeconds, in: Self.answersSeconds, .cloudAnswerSeconds)
        housePayments = housePayments.filter { !$0.value.isEmpty }
        guard housePayments.allSatisfy({ $0.value.count <= Self.housePaymentCharactersMax && $0.value.isSecret }) else {
            throw .settingInvalid(.cloudHouseAccount)
        }
    }

    /// What no line can do without once it is on.
    func mustHaveSecrets() throws(Refusal) {
        guard isOn else { return }
        guard !appKey.isEmpty else { throw .settingInvalid(.cloudAppKey) }
        guard !clientSecret.isEmpty else { throw .settingInvalid(.cloudClient) }
        guard login != .password || !userPassword.isEmpty else { throw .settingInvalid(.cloudLogin) }
    }

    /// Whether postings sent by the one could not be asked after by the other.
    func leadsElsewhere(than other: OperaCloudLink?) -> Bool {
        guard let other, other.isOn || isOn else { return isOn }
        return other.isOn != isOn || other.gateway != gateway || other.hotelID != hotelID
    }

    func facts(newSecrets: [String] = []) -> SettingFacts {
        SettingFacts(
            subject: "operaCloud \(hotelID)",
            values: [
                "on": String(isOn), "version": systemVersion, "gateway": gateway, "client": clientID, "login": login.rawValue,
                "enterprise": enterpriseID, "user": userName, "hotel": hotelID, "cashier": cashierID.map(String.init) ?? "",
                "externalSystem": externalSystem, "search": search.rawValue, "authorisedIsLimit": String(authorisedIsLimit),
                "packages": String(usesPackages), "answerSeconds": String(answerSeconds),
                "houseAccount": houseAccountRoom?.text ?? "",
                "housePayments": housePayments.sorted { $0.key < $1.key }.map { "\($0.key) as \($0.value)" }.joined(separator: ", "),
                "newSecrets": newSecrets.joined(separator: ", "),
            ])
    }

    /// Whether a text is one of Oracle's application keys: a version 4 UUID.
    static func isApplicationKey(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.utf8.count) == [8, 4, 4, 4, 12] && parts.joined().allSatisfy { $0.isASCII && $0.isHexDigit }
            && parts[2].first == "4" && parts[3].first.map { "89ab".contains($0) } == true
    }
}

extension String {
    /// Whether it can be kept and sent as a key, a name or a password.
    var isSecret: Bool {
        (1...OperaCloudLink.secretCharactersMax).contains(count)
            && unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    }

    /// Scheme, host and port, and what is sent there travels sealed: over TLS, or not beyond this machine.
    fileprivate var isGateway: Bool {
        guard utf8.count <= OperaCloudLink.addressCharactersMax, let parts = URLComponents(string: self), let host = parts.host,
            !host.isEmpty, parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil, parts.path.isEmpty
        else { return false }
        switch parts.scheme?.lowercased() {
        case "https": return true
        case "http": return ["127.0.0.1", "localhost", "::1", "[::1]"].contains(host.lowercased())
        default: return false
        }
    }
}

extension UInt8 {
    fileprivate var isCapitalOrDigit: Bool { (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) }
    fileprivate var isPlain: Bool {
        isCapitalOrDigit || (0x61...0x7A).contains(self) || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
    }
}
