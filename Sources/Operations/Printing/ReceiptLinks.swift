import Crypto
package import PointOfSale
import Storage

/// The secret in the address of a guest's receipt: whoever has it may read that receipt and nothing else.
package struct ReceiptSecret: Hashable, Sendable {
    /// 26 letters and digits: 130 random bits, nothing that can be mistaken for something else.
    package let text: String

    private static let letters = Array("abcdefghijkmnpqrstuvwxyz23456789".utf8)
    private static let count = 26

    /// A new one.
    static func make() -> ReceiptSecret {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] }
        return ReceiptSecret(trusted: String(decoding: bytes, as: UTF8.self))
    }

    /// One that somebody sent; nil when it cannot be one.
    package init?(_ text: String) {
        guard text.utf8.count == Self.count, text.utf8.allSatisfy(Self.letters.contains) else { return nil }
        self.text = text
    }

    private init(trusted: String) { text = trusted }

    /// What is kept of it, 64 hexadecimal digits.
    var digest: String { SHA256.hash(data: Array(text.utf8)).hexadecimal }
}

extension Restaurant {
    /// Makes an address under which a guest may read the receipt of a check. Only its digest is kept, so each is shown once.
    /// - Throws: `Refusal.unknownCheck`.
    package func makeReceiptLink(for checkID: CheckID) async throws -> String {
        let secret = ReceiptSecret.make()
        let moment = now()
        let address = try await database.write { tx in
            _ = try tx.existingCheck(checkID)
            try tx.insertReceiptLink(digest: secret.digest, check: checkID, at: moment)
            return try tx.paperSettings().publicAddress
        }
        return "\(address)/r/\(secret.text)"
    }

    /// The receipt that a secret opens.
    /// - Throws: `Refusal.unknownCheck`, whatever is wrong: nothing is told to whoever guesses.
    package func receipt(under secret: String) async throws -> Receipt {
        guard let secret = ReceiptSecret(secret) else { throw Refusal.unknownCheck }
        return try await database.read { tx in
            guard let check = try tx.checkOfReceiptLink(digest: secret.digest) else { throw Refusal.unknownCheck }
            return try tx.receipt(of: check)
        }
    }
}

extension Digest {
    /// Two lower-case digits a byte.
    var hexadecimal: String {
        map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }
}
