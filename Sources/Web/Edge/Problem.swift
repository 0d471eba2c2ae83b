import HTTPTypes
import PointOfSale

/// Why the edge did not do what it was asked: an answer of RFC 9457 for programs, a page for people.
struct Problem: Error, Hashable, Sendable {
    let status: HTTPResponse.Status
    /// Stable; the words are in `Words.problems` under it, unless `refusal` or `words` says otherwise.
    let code: String
    /// Values for the blanks in the words.
    var values: [String: String] = [:]
    /// The field that is wrong, as a path: `guest.roomNumber`.
    var field: String?
    /// When a new try may help.
    var retryAfterSeconds: Int64?
    /// The methods that the address takes.
    var allow: String?
    /// What the operations said no to, if it was them.
    var refusal: Refusal?
    /// The key of the words, where it is not the code.
    var words: String?

    /// What to say, in a language.
    func detail(_ words: Words) -> String {
        if let refusal { return words.text(of: refusal) }
        return values.reduce(words.all[self.words ?? code] ?? words["outcome.other"]) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    /// The kind of problem, in a language.
    func title(_ words: Words) -> String { words["title.\(status.code)"] }
}

extension Problem {
    static func malformedJSON(_ fault: JSONFault) -> Problem {
        Problem(status: .badRequest, code: "MALFORMED_JSON", values: ["offset": String(fault.offset)])
    }
    static let malformedForm = Problem(status: .badRequest, code: "MALFORMED_FORM")
    static func fieldIsUnknown(_ field: String) -> Problem { about(field, .badRequest, "FIELD_UNKNOWN") }
    static func fieldIsMissing(_ field: String) -> Problem { about(field, .badRequest, "FIELD_MISSING") }
    static func fieldHasWrongType(_ field: String) -> Problem { about(field, .badRequest, "FIELD_WRONG_TYPE") }
    static func fieldIsOutOfRange(_ field: String) -> Problem { about(field, .unprocessableContent, "OUT_OF_RANGE") }
    static func amountUnreadable(_ field: String) -> Problem { about(field, .unprocessableContent, "AMOUNT_UNREADABLE") }
    static let keyMissing = Problem(status: .badRequest, code: "KEY_MISSING")
    static let notFound = Problem(status: .notFound, code: "NOT_FOUND")
    static let crossSite = Problem(status: .forbidden, code: "CROSS_SITE")
    static let timedOut = Problem(status: .serviceUnavailable, code: "TIMED_OUT", retryAfterSeconds: 1)
    static let overloaded = Problem(status: .serviceUnavailable, code: "OVERLOADED", retryAfterSeconds: 1)
    static let storageFull = Problem(status: .serviceUnavailable, code: "STORAGE_FULL")
    static let fault = Problem(status: .internalServerError, code: "FAULT")

    static func methodNotAllowed(allow: String) -> Problem {
        Problem(status: .methodNotAllowed, code: "METHOD_NOT_ALLOWED", allow: allow)
    }
    static func tooLarge(bytesMax: Int) -> Problem {
        Problem(status: .contentTooLarge, code: "TOO_LARGE", values: ["kilobytes": String(bytesMax / 1024)])
    }
    static func unsupportedMediaType(wanted: String) -> Problem {
        Problem(status: .unsupportedMediaType, code: "UNSUPPORTED_MEDIA_TYPE", values: ["type": wanted])
    }
    static func tooManyRequests(retryAfterSeconds: Int64) -> Problem {
        Problem(
            status: .tooManyRequests, code: "TOO_MANY_REQUESTS", values: ["seconds": String(retryAfterSeconds)],
            retryAfterSeconds: retryAfterSeconds)
    }

    private static func about(_ field: String, _ status: HTTPResponse.Status, _ code: String) -> Problem {
        Problem(status: status, code: code, values: ["field": field], field: field)
    }

    /// A refusal of the operations, with the status that its kind asks for.
    init(_ refusal: Refusal) {
        let status: HTTPResponse.Status =
            switch refusal.kind {
            case .unauthenticated: .unauthorized
            case .forbidden: .forbidden
            case .notFound: .notFound
            case .conflict: .conflict
            case .unprocessable: .unprocessableContent
            case .tooMany: .tooManyRequests
            case .unavailable: .serviceUnavailable
            }
        self.init(status: status, code: refusal.code, retryAfterSeconds: Self.wait(of: refusal), refusal: refusal)
    }

    private static func wait(of refusal: Refusal) -> Int64? {
        switch refusal {
        case .signInSlowed(let waitMs), .wrongPIN(let waitMs): waitMs > 0 ? (waitMs + 999) / 1000 : nil
        case .hotelUnavailable: 5
        default: nil
        }
    }
}

extension Problem {
    /// A charge that the hotel refused, or that was taken back: nothing is on the folio. The code is the outcome's: `POSTING_NO_POSTING`.
    init(endedAs posting: FolioPosting) {
        let outcome = posting.outcomeCode ?? posting.state.rawValue
        self.init(status: .unprocessableContent, code: "POSTING_" + Self.snake(outcome))
        words = posting.outcomeCode.map { "outcome.\($0)" } ?? "resultText.\(posting.state.rawValue)"
    }

    private static func snake(_ camel: String) -> String {
        camel.reduce(into: "") { text, character in text += (character.isUppercase ? "_" : "") + character.uppercased() }
    }
}
