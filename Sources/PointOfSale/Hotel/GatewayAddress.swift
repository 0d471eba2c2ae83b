/// Where another Ardoise is that is this till's gateway (`S1-02`): `https://caisse.example:8443`. `http` is taken only where what is sent
/// leaves neither the machine nor the house's own network.
package struct GatewayAddress: Hashable, Sendable, CustomStringConvertible {
    /// Scheme, host and port, in small letters, without a path.
    package let text: String

    /// The longest address.
    package static let charactersMax = 255

    /// Reads an address as somebody typed it; nil when it is none, or not a safe one.
    package init?(_ typed: String) {
        let plain = typed.trimmingBlanks.lowercased()
        guard plain.count <= Self.charactersMax, let scheme = ["https://", "http://"].first(where: plain.hasPrefix) else { return nil }
        var place = plain.dropFirst(scheme.count)
        if place.hasSuffix("/") { place = place.dropLast() }
        let isNumbered = place.hasPrefix("[")
        let host: Substring
        let port: Substring?
        if isNumbered {
            guard let end = place.firstIndex(of: "]") else { return nil }
            host = place[place.index(after: place.startIndex)..<end]
            let rest = place[place.index(after: end)...]
            guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
            port = rest.isEmpty ? nil : rest.dropFirst()
            guard host.contains(":"), host.utf8.allSatisfy({ Self.isHexadecimal($0) || $0 == UInt8(ascii: ":") }) else { return nil }
        } else {
            let parts = place.split(separator: ":", omittingEmptySubsequences: false)
            guard (1...2).contains(parts.count) else { return nil }
            host = parts[0]
            port = parts.count == 2 ? parts[1] : nil
            guard !host.isEmpty, !host.hasPrefix("."), host.utf8.allSatisfy(Self.isNameSign) else { return nil }
        }
        if let port {
            guard (1...5).contains(port.utf8.count), let number = Int(port), (1...65_535).contains(number) else { return nil }
        }
        guard scheme == "https://" || Self.isOwnNetwork(host) else { return nil }
        text = scheme + place
    }

    package var description: String { text }

    /// Whether nothing that is sent there leaves the machine or the house (RFC 1918, RFC 4193).
    private static func isOwnNetwork(_ host: Substring) -> Bool {
        if ["localhost", "::1"].contains(host) { return true }
        if host.contains(":") { return host.hasPrefix("fd") || host.hasPrefix("fc") }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { UInt8($0) }
        guard parts.count == 4, numbers.count == 4 else { return false }
        switch (numbers[0], numbers[1]) {
        case (127, _), (10, _), (192, 168), (172, 16...31): return true
        default: return false
        }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }

    private static func isNameSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: false
        }
    }
}
