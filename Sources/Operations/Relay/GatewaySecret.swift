import Crypto

/// What a till shows to its gateway (`S1-02`): `ardoise-gateway-` and 43 letters and digits.
package struct GatewaySecret: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// As it is written down once, by whoever carries it to the other till.
    package let text: String

    private static let prefix = "ardoise-gateway-"
    private static let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789".utf8)
    /// 43 of 56 letters: 249 random bits.
    private static let count = 43
    /// The longest text that is looked at.
    package static let charactersMax = prefix.utf8.count + count

    /// A new one.
    package static func make() -> GatewaySecret {
        var generator = SystemRandomNumberGenerator()
        let chosen = (0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] }
        return GatewaySecret(trusted: prefix + String(decoding: chosen, as: UTF8.self))
    }

    /// One that somebody sent or typed; nil when it cannot be one.
    package init?(_ text: String) {
        guard text.utf8.count == Self.charactersMax, text.hasPrefix(Self.prefix),
            text.utf8.dropFirst(Self.prefix.utf8.count).allSatisfy(Self.letters.contains)
        else { return nil }
        self.text = text
    }

    private init(trusted: String) { text = trusted }

    /// What is kept of it, 64 hexadecimal digits. So much chance needs no slow hash.
    var digest: String { SHA256.hash(data: Array(text.utf8)).hexadecimal }

    /// Never the secret: descriptions end up in logs.
    package var description: String { Self.prefix + "…" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
