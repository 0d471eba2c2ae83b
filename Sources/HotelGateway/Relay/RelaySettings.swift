package import PointOfSale

/// Where the other Ardoise is that is this till's gateway, and the key that it knows us by (`S1-02`). Descriptions do not hold the key.
package struct RelaySettings: Hashable, Sendable {
    /// How long the gateway may take to name guests, ms: it asks the hotel itself.
    package static let questionMsMax: Int64 = 15_000

    let address: String
    let key: String

    /// Settings as they are kept; nil when there is no key, or one that no request could carry.
    package init?(address: GatewayAddress, key: String) {
        guard !key.isEmpty, key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        self.address = address.text
        self.key = key
    }
}

extension RelaySettings: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "Relay(\(address))" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: ["address": address]) }
}
