import Foundation
import NIOCore

/// The till's JSON API over connections that are kept open, one for each worker.
final class TillClient: Sendable {
    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    struct Session: Decodable {
        let token: String
    }
    struct Outlets: Decodable {
        struct Outlet: Decodable {
            let id: String
        }
        let outlets: [Outlet]
    }
    struct Menu: Decodable {
        struct Item: Decodable {
            let id: String
            let price: Int
        }
        let items: [Item]
    }
    struct PaymentMethods: Decodable {
        struct Method: Decodable {
            let id: String
            let kind: String
        }
        let paymentMethods: [Method]
    }
    struct Check: Decodable {
        let id: String
        let total: Int
    }

    private let connections: [HTTPConnection]
    private let headers: [(String, String)]

    var workers: Int { connections.count }

    static func signedIn(at till: URL, pin: String, workers: Int, group: any EventLoopGroup) async throws -> TillClient {
        guard let host = till.host(), let port = till.port else { throw Refused(description: "no host and port in \(till)") }
        var connections: [HTTPConnection] = []
        for _ in 0..<workers { connections.append(try await HTTPConnection.open(host: host, port: port, group: group)) }
        let visitor = TillClient(connections: connections, headers: [])
        let session: Session = try await visitor.ask("POST", "/sessions", body: #"{"pin":"\#(pin)"}"#)
        return TillClient(connections: connections, headers: [("Authorization", "Bearer " + session.token)])
    }

    private init(connections: [HTTPConnection], headers: [(String, String)]) {
        self.connections = connections
        self.headers = headers
    }

    /// The bytes of a request, for a loop that should not spend its time making them.
    func request(_ method: String, _ path: String, body: String = "", key: String? = nil) -> ByteBuffer {
        HTTPRequest.bytes(method, "/api/v1" + path, headers: headers + (key.map { [("Idempotency-Key", $0)] } ?? []), body: body)
    }

    func send(_ request: ByteBuffer, worker: Int = 0) async throws -> String {
        let answer = try await connections[worker].send(request)
        guard (200..<300).contains(answer.status) else { throw Refused(description: "\(answer.status) \(answer.body)") }
        return answer.body
    }

    func ask<Answer: Decodable>(
        _ method: String, _ path: String, body: String = "", key: String? = nil, worker: Int = 0
    ) async throws -> Answer {
        let text = try await send(request(method, path, body: body, key: key), worker: worker)
        return try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
    }

    func close() async throws {
        for connection in connections { try await connection.close() }
    }
}
