import Crypto
import CryptoExtras
import Foundation

/// The authentication of a link description. FIAS 2.20.24 §3.4: `CG` is `FidCryptAB;`, the base64 of a fresh IV and the base64 of the
/// AES-128-CBC of the date and time of the last `LS`, PKCS7 padded. It proves the key; it does not protect what follows.
package struct LinkAuthentication: Sendable {
    /// Why a key cannot be used. Never holds the key.
    package enum KeyError: Error, Hashable, Sendable {
        /// The text is no base64 of 16 bytes.
        case malformed
    }

    private static let header = "FidCryptAB;"
    private static let keyHeader = "FidCrypt0S|"
    private static let blockBytes = 16
    private static let blockCharacters = 24

    private let key: SymmetricKey

    /// A key in its exchange text, `FidCrypt0S|<base64>`, or as base64 alone. Throws `KeyError` when it is not 128 bits of base64.
    package init(key text: String) throws(KeyError) {
        let base64 = text.hasPrefix(LinkAuthentication.keyHeader) ? String(text.dropFirst(LinkAuthentication.keyHeader.count)) : text
        guard let data = Data(base64Encoded: base64), data.count == LinkAuthentication.blockBytes else { throw .malformed }
        key = SymmetricKey(data: data)
    }

    /// The cryptogram that answers an `LS` of this stamp. The IV is drawn anew unless one of 16 bytes is given, which only tests do.
    package func seal(_ stamp: RecordStamp, iv: [UInt8]? = nil) throws -> String {
        let vector = iv ?? SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
        let plaintext = Data((stamp.date + stamp.time).utf8)
        let sealed = try AES._CBC.encrypt(plaintext, using: key, iv: AES._CBC.IV(ivBytes: vector))
        return LinkAuthentication.header + Data(vector).base64EncodedString() + sealed.base64EncodedString()
    }

    /// Whether a cryptogram was made with this key for an `LS` of this stamp.
    package func verifies(_ cryptogram: String, for stamp: RecordStamp) -> Bool {
        guard cryptogram.hasPrefix(LinkAuthentication.header) else { return false }
        let body = cryptogram.dropFirst(LinkAuthentication.header.count)
        guard
            let vector = Data(base64Encoded: String(body.prefix(LinkAuthentication.blockCharacters))),
            let sealed = Data(base64Encoded: String(body.dropFirst(LinkAuthentication.blockCharacters))),
            vector.count == LinkAuthentication.blockBytes, sealed.count == LinkAuthentication.blockBytes,
            let iv = try? AES._CBC.IV(ivBytes: vector),
            let opened = try? AES._CBC.decrypt(sealed, using: key, iv: iv)
        else { return false }
        return opened == Data((stamp.date + stamp.time).utf8)
    }
}
