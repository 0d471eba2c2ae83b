/// A JSON value as a client sent it. Numbers are kept whole: money comes in minor units, so a fraction is never money.
enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    /// A number with a fraction or an exponent, or too large for an integer: kept only to say that it is the wrong type.
    case fraction
    case text(String)
    case array([JSONValue])
    case object([String: JSONValue])
}

/// Why a text is not JSON that we take, and where.
struct JSONFault: Error, Hashable {
    /// What was wrong, for the developer of the client; never contains what was sent.
    let reason: String
    /// The byte at which it was seen, from 0.
    let offset: Int
}
