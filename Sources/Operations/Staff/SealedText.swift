import Crypto
import Foundation

extension PINPepper {
    /// Closes a text that the database keeps but must not betray, such as the key of the hotel's interface: AES-256-GCM under a key derived
    /// from the pepper.
    package func seal(_ text: String) throws -> String {
        let box = try AES.GCM.seal(Data(text.utf8), using: sealingKey)
        // The default nonce length always gives a combined form.
        return box.combined!.base64EncodedString()
    }

    /// Opens a sealed text; nil when it was sealed with another pepper or has been changed.
    package func open(_ sealed: String) -> String? {
        guard let data = Data(base64Encoded: sealed), let box = try? AES.GCM.SealedBox(combined: data),
            let plain = try? AES.GCM.open(box, using: sealingKey)
        else { return nil }
        return String(decoding: plain, as: UTF8.self)
    }

    private var sealingKey: SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: SymmetricKey(data: data), info: Data("sealed texts".utf8), outputByteCount: 32)
    }
}
