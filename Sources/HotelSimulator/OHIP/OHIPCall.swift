package import Foundation

/// One request as the simulated gateway hears it, apart from the network.
package struct OHIPCall: Sendable {
    package let method: String
    package let path: String
    /// Names with their values, in sequence: a parameter may stand several times.
    package let query: [(name: String, value: String)]
    /// Names in small letters.
    package let headers: [String: String]
    package let body: Data

    package init(
        method: String, path: String, query: [(name: String, value: String)] = [], headers: [String: String] = [:], body: Data = Data()
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }

    /// A call as it stands on the wire: path and query in one.
    package init(method: String, target: String, headers: [(String, String)], body: String?) {
        let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
        let query = (parts.count > 1 ? parts[1] : "").split(separator: "&").map { pair in
            let sides = pair.split(separator: "=", maxSplits: 1).map { String($0).removingPercentEncoding ?? "" }
            return (name: sides[0], value: sides.count > 1 ? sides[1] : "")
        }
        self.init(
            method: method, path: parts.first ?? "", query: query,
            headers: Dictionary(headers.map { ($0.0.lowercased(), $0.1) }) { _, last in last }, body: Data((body ?? "").utf8))
    }

    func parameter(_ name: String) -> String? { query.first { $0.name == name }?.value }

    var segments: [String] { path.split(separator: "/").map { $0.removingPercentEncoding ?? String($0) } }
}

/// One request that came, for tests and for whoever looks for a fault: when, what, and how it was answered.
package struct OHIPLogEntry: Sendable, Equatable, Codable {
    /// Milliseconds since 1970.
    package let atMs: Int64
    package let method: String
    /// Path and query, as they came.
    package let target: String
    /// The names of its headers, in small letters.
    package let headers: [String]
    /// What it was answered with; 0 when it was not.
    package internal(set) var status: Int
    /// Bodies as they came and went; none of a token call.
    package let request: String
    package internal(set) var answer: String
}

/// What the simulated OPERA Cloud answers.
package struct OHIPReply: Sendable, Equatable {
    package let status: Int
    package let body: String
    var location: String?

    /// No content.
    static let nothing = OHIPReply(status: 204, body: "")

    init(status: Int, body: String) {
        self.status = status
        self.body = body
    }

    init(status: Int = 200, _ object: [String: Any]) {
        guard let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes]) else {
            preconditionFailure("an answer is made of texts, numbers and lists")
        }
        self.init(status: status, body: String(decoding: data, as: UTF8.self))
    }

    /// A refusal in Oracle's form (`exceptionDetailType`).
    init(_ refusal: OHIPRefusal) {
        guard !refusal.title.isEmpty else {
            self.init(status: refusal.status, body: "")
            return
        }
        var body: [String: Any] = [
            "type": refusal.status == 403 ? "Forbidden" : refusal.status >= 500 ? "Internal Server Error" : "Bad Request",
            "title": refusal.title, "status": refusal.status, "detail": refusal.title,
        ]
        body["o:errorCode"] = refusal.code
        self.init(status: refusal.status, body)
    }
}

/// Why the simulated OPERA Cloud does not do what it was asked. One without a title has no body.
struct OHIPRefusal: Error, Sendable, Equatable {
    let status: Int
    var code: String?
    var title = ""

    static let notFound = OHIPRefusal(status: 404)
    static let unauthorised = OHIPRefusal(status: 401)
    static let tooMany = OHIPRefusal(status: 429)
    static let closed = OHIPRefusal(status: 503)
    static let noHotel = OHIPRefusal(
        status: 403, code: "OPERAWS-GEN01244", title: "User is not authorized to access data for resort")
    static let invalidCashier = OHIPRefusal(status: 400, code: "FOF00094", title: "Invalid Cashier")
    static let noReservation = OHIPRefusal(status: 400, code: "FOF00066", title: "Reservation not found")
    static let wrongStatus = OHIPRefusal(status: 400, code: "FOF00109", title: "Invalid reservation status")
    static let query = OHIPRefusal(status: 400, code: "OPERAWS-GEN01346", title: "Invalid value of: Query")
    static let limit = OHIPRefusal(status: 400, code: "OPERAWS-ODE09998", title: "Limit is above the allowed maximum")
    static let member = OHIPRefusal(status: 400, code: "OPERAWS-GEN01242", title: "Unrecognized field")
    static let broken = OHIPRefusal(status: 500, code: "OPERAWS-GEN00001", title: "System Error")

    static func words(_ title: String) -> OHIPRefusal { OHIPRefusal(status: 400, title: title) }
}
