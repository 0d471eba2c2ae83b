import Crypto
import CryptoExtras
package import Foundation
import PointOfSale

/// The secret beside the database that PINs are hashed with: without this file nobody can sign in, and the database alone betrays no PIN.
package struct PINPepper: Sendable {
    /// How many random bytes it is.
    package static let byteCount = 32

    private let bytes: [UInt8]

    /// A pepper of these bytes; nil when there are not enough.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.byteCount else { return nil }
        self.bytes = bytes
    }

    /// A new one.
    package static func random() -> PINPepper {
        var generator = SystemRandomNumberGenerator()
        return PINPepper((0..<byteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) })!
    }

    /// The bytes, to be written to a file that only the owner reads.
    package var data: Data { Data(bytes) }

    /// scrypt cost: 16 MiB and some tens of ms for one try, so that trying all PINs of a stolen database takes its time.
    private static let rounds = 1 << 14
    private static let blockSize = 8

    /// The digest under which a PIN is kept and found: one slow hash whatever the number of staff, because a PIN names its owner.
    /// - Throws: what the cryptographic library throws when it has no memory.
    package func digest(of pin: PIN) throws -> String {
        let key = try KDF.Scrypt.deriveKey(
            from: Array(pin.digits.utf8), salt: bytes, outputByteCount: 32, rounds: Self.rounds, blockSize: Self.blockSize, parallelism: 1)
        return key.withUnsafeBytes { Data($0).base64EncodedString() }
    }
}

/// Four to six digits that say who acts.
package struct PIN: Sendable, Hashable {
    let digits: String

    /// Takes a PIN as typed; nil when it is not four to six digits.
    package init?(_ text: String) {
        guard (4...6).contains(text.count), text.allSatisfy(\.isASCIIDigit) else { return nil }
        digits = text
    }

    /// Whether anybody would guess it first: one digit repeated, or a run up or down.
    package var isTrivial: Bool {
        let values = digits.compactMap(\.wholeNumberValue)
        let steps = Set(zip(values, values.dropFirst()).map { $1 - $0 })
        return steps == [0] || steps == [1] || steps == [-1]
    }
}
