import Foundation
import PointOfSale

/// What the line to an OPERA Cloud house needs to know. Its descriptions hold no secret.
package struct OHIPSettings: Hashable, Sendable {
    /// How this hotel's environment lets programs in (`ohip.md` §1): a fact of the environment, not a choice of ours.
    package enum Login: Hashable, Sendable {
        /// OCIM: the client alone, named with the hotel group's enterprise id.
        case clientCredentials(enterpriseID: String)
        /// SSD: an integration user of the hotel group.
        case password(name: String, password: String)
    }

    /// Which of Oracle's two searches finds guests (`ohip.md` §2.1): 26.2 deprecates the first.
    package enum Search: String, Hashable, Sendable, CaseIterable { case get, post }

    /// The longest gateway address.
    package static let addressCharactersMax = 255
    /// The longest key, name or password.
    package static let secretCharactersMax = 400
    /// The longest hotel code.
    package static let hotelIDCharactersMax = 20
    /// The longest external system code (`x-externalsystem`).
    package static let externalSystemCharactersMax = 40
    /// How long an answer may take, ms: the hotel's gateway cuts after 60 s.
    package static let timeoutMsDefault: Int64 = 60_000
    /// The times that may be set, ms.
    package static let timeoutsMs: ClosedRange<Int64> = 1_000...90_000

    /// Scheme, host and port; no path.
    let gateway: String
    let appKey: String
    let clientID: String
    let clientSecret: String
    let login: Login
    let hotelID: String
    /// The cashier that all charges go under; without one the hotel refuses them (`ohip.md` §3.7, FOF00094).
    let cashierID: Int
    let externalSystem: String?
    let search: Search
    /// Whether what the guest's card is authorised for counts as the credit limit of the stay (`ohip.md` §2.2).
    let authorisedAmountIsLimit: Bool
    /// Whether a package, such as breakfast, may absorb a charge.
    let usesPackageAllowance: Bool
    let codes: TransactionCodeMap
    /// Where revenue goes that no room pays; nil where the hotel is told room charges only.
    let houseAccount: OHIPHouseAccount?
    let timeoutMs: Int64

    /// Settings as a person gave them: blanks around each are dropped.
    /// - Throws: `Fault`, naming what cannot be used.
    package init(
        gateway: String, appKey: String, clientID: String, clientSecret: String, login: Login, hotelID: String, cashierID: Int,
        codes: TransactionCodeMap, externalSystem: String? = nil, search: Search = .get, authorisedAmountIsLimit: Bool = true,
        usesPackageAllowance: Bool = false, houseAccount: OHIPHouseAccount? = nil, timeoutMs: Int64 = timeoutMsDefault
    ) throws(Fault) {
        self.gateway = try Self.gateway(of: gateway.trimmed)
        self.appKey = appKey.trimmed.lowercased()
        guard Self.isApplicationKey(self.appKey) else { throw .appKeyUnreadable }
        self.clientID = try Self.secret(clientID, orThrow: .clientUnreadable)
        self.clientSecret = try Self.secret(clientSecret, orThrow: .clientUnreadable)
        switch login {
        case .clientCredentials(let enterpriseID):
            let plain = enterpriseID.trimmed
            guard (1...8).contains(plain.utf8.count), plain.utf8.allSatisfy(Self.isCapitalOrDigit) else { throw .enterpriseUnreadable }
            self.login = .clientCredentials(enterpriseID: plain)
        case .password(let name, let password):
            self.login = .password(
                name: try Self.secret(name, orThrow: .loginUnreadable), password: try Self.secret(password, orThrow: .loginUnreadable))
        }
        self.hotelID = hotelID.trimmed
        guard (1...Self.hotelIDCharactersMax).contains(self.hotelID.utf8.count), self.hotelID.utf8.allSatisfy(Self.isPlain) else {
            throw .hotelIDUnreadable
        }
        guard (1...Self.cashierIDMax).contains(cashierID) else { throw .cashierOutOfRange }
        self.cashierID = cashierID
        let external = externalSystem?.trimmed ?? ""
        guard external.utf8.count <= Self.externalSystemCharactersMax, external.utf8.allSatisfy(Self.isPlain) else {
            throw .externalSystemUnreadable
        }
        self.externalSystem = external.isEmpty ? nil : external
        guard Self.timeoutsMs.contains(timeoutMs) else { throw .limitOutOfRange }
        self.search = search
        self.authorisedAmountIsLimit = authorisedAmountIsLimit
        self.usesPackageAllowance = usesPackageAllowance
        self.codes = codes
        self.houseAccount = houseAccount
        self.timeoutMs = timeoutMs
    }

    /// Why settings cannot be used.
    package enum Fault: String, Error, Hashable, Sendable, CaseIterable {
        case addressUnreadable
        /// Not `https`; `http` is for the machine itself only.
        case addressNotSecure
        /// Not of the form of Oracle's application keys.
        case appKeyUnreadable
        case clientUnreadable, loginUnreadable, enterpriseUnreadable, hotelIDUnreadable, externalSystemUnreadable
        case cashierOutOfRange, limitOutOfRange
    }

    /// The highest number of a cashier.
    package static let cashierIDMax = 999_999_999

    private static let loopbackNames: Set<String> = ["127.0.0.1", "localhost", "::1", "[::1]"]

    private static func gateway(of address: String) throws(Fault) -> String {
        guard address.utf8.count <= addressCharactersMax, let parts = URLComponents(string: address), let host = parts.host, !host.isEmpty,
            parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil, parts.path.isEmpty || parts.path == "/"
        else { throw .addressUnreadable }
        switch parts.scheme?.lowercased() {
        case "https": break
        case "http": guard loopbackNames.contains(host.lowercased()) else { throw .addressNotSecure }
        default: throw .addressUnreadable
        }
        return address.hasSuffix("/") ? String(address.dropLast()) : address
    }

    private static func secret(_ text: String, orThrow fault: Fault) throws(Fault) -> String {
        let plain = text.trimmed
        guard (1...secretCharactersMax).contains(plain.count),
            plain.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
        else { throw fault }
        return plain
    }

    /// A version 4 UUID, as the specifications have it: `^[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[89ab][a-f0-9]{3}-[a-f0-9]{12}$`.
    private static func isApplicationKey(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.utf8.count) == [8, 4, 4, 4, 12] && parts.joined().allSatisfy { $0.isASCII && $0.isHexDigit }
            && parts[2].first == "4" && parts[3].first.map { "89ab".contains($0) } == true
    }

    private static func isCapitalOrDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) }

    private static func isPlain(_ byte: UInt8) -> Bool {
        isCapitalOrDigit(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
}

extension OHIPSettings: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "OPERA Cloud(\(gateway), \(hotelID))" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: ["gateway": gateway, "hotelID": hotelID]) }
}

extension OHIPSettings {
    /// Everything that must stand in nothing that is kept.
    var secrets: [String] {
        switch login {
        case .clientCredentials: [appKey, clientID, clientSecret]
        case .password(let name, let password): [appKey, clientID, clientSecret, name, password]
        }
    }
}
