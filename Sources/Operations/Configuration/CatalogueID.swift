import Crypto
import PointOfSale

extension Identifier {
    /// The identity of something that the configuration names by a code: the same code gives the same identity at every load, so that
    /// checks go on pointing at it. A UUID of version 8 (RFC 9562 §5.8) from the SHA-256 of kind and code.
    static func catalogue(_ kind: String, _ code: String) -> Identifier {
        var bytes = Array(SHA256.hash(data: Array("\(kind)\u{0}\(code)".utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = bytes.map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }
        let parts = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }
        guard let identifier = Identifier(text: parts.joined(separator: "-")) else { preconditionFailure("sixteen bytes are a UUID") }
        return identifier
    }
}
