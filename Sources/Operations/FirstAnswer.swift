import Crypto
import PointOfSale
import Storage

extension SQLTransaction {
    /// What the action answered the first time it was asked with this key; nil when this is the first time.
    ///
    /// A key belongs to one action and one request: the request's digest is kept beside it.
    /// - Throws: `Refusal.keyReused` when the key came with another request before.
    func firstAnswer(to key: ClientKey, of action: KeyedAction, request: String) throws -> String? {
        guard let kept = try keyResult(key, action: action.rawValue) else { return nil }
        guard kept.inputHash == digest(request) else { throw Refusal.keyReused }
        return kept.resultID
    }

    /// Keeps the answer under the key, in the same transaction as what was done.
    func remember(_ key: ClientKey, of action: KeyedAction, request: String, answer: String, at moment: Timestamp) throws {
        try rememberKey(key, action: action.rawValue, inputHash: digest(request), resultID: answer, at: moment)
    }

    private func digest(_ request: String) -> String {
        SHA256.hash(data: Array(request.utf8)).map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }
}

/// The actions that a client may repeat with its key.
enum KeyedAction: String {
    case openCheck
    case takePayment
    case chargeToRoom
    case voidCheck
    case voidPayment
    case refundCheck
    case giveBack
}
