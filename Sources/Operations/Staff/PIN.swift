import Crypto
import CryptoExtras
package import Foundation
import PointOfSale

/// The secret beside the database that PINs are hashed with: without this file nobody can sign in, and the database alone betrays no PIN.
package struct PINPepper: Sendable {
    /// How many random bytes it is.
    package static let byteCount = 32

    private let bytes: [UInt8]
    private let rounds: Int

    /// A pepper of these bytes; nil when there are not enough.
    /// - Parameter rounds: the work of one hash, a power of two; a PIN set under one number is found under no other.
    package init?(_ bytes: [UInt8], rounds: Int = roundsDefault) {
        guard bytes.count >= Self.byteCount else { return nil }
        self.bytes = bytes
        self.rounds = rounds
    }

    /// A new one.
    package static func random() -> PINPepper {
        var generator = SystemRandomNumberGenerator()
        return PINPepper((0..<byteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) })!
    }

    /// The bytes, to be written to a file that only the owner reads.
    package var data: Data { Data(bytes) }

    /// scrypt cost: 8 MiB and some 20 ms for one try, so that trying all PINs of a stolen database takes its time.
    package static let roundsDefault = 1 << 13
    private static let blockSize = 8

    /// The digest under which a PIN is kept and found: one slow hash whatever the number of staff, because a PIN names its owner.
    /// - Throws: what the cryptographic library throws when it has no memory.
    package func digest(of pin: PIN) throws -> String {
        let key = try KDF.Scrypt.deriveKey(
            from: Array(pin.digits.utf8), salt: bytes, outputByteCount: 32, rounds: rounds, blockSize: Self.blockSize, parallelism: 1)
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

    /// Whether anybody would guess it first: one digit repeated, a run up or down (also over 9 to 0), a pair or a half twice, a year.
    package var isTrivial: Bool {
        let values = digits.compactMap(\.wholeNumberValue)
        let steps = Set(zip(values, values.dropFirst()).map { ($1 - $0 + 10) % 10 })
        if [[0], [1], [9]].contains(steps) { return true }
        let repeats = [2, 3].contains { length in
            values.count.isMultiple(of: length) && values.count > length && values.indices.allSatisfy { values[$0] == values[$0 % length] }
        }
        return repeats || (values.count == 4 && (1900...2099).contains(values.reduce(0) { $0 * 10 + $1 }))
    }
}

/// Why a PIN cannot be set. For whoever sets it; whoever signs in only hears that it is wrong.
package enum PINRefused: Error, Hashable, Sendable, CustomStringConvertible {
    case tooEasy
    case taken

    package var description: String {
        switch self {
        case .tooEasy: "this PIN is among the first that anybody would try"
        case .taken: "somebody else has this PIN"
        }
    }
}
