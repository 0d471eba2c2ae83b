import AsyncHTTPClient
import Foundation
import NIOCore
import NIOFoundationCompat
import NIOHTTP1

/// The till's JSON API from outside, as any client speaks it (`docs/openapi.yaml`).
struct TillClient: Sendable {
    /// The longest answer taken, bytes.
    static let answerBytesMax = 4 << 20
    /// How long one call may take, seconds: longer than the till ever holds one.
    static let timeoutSeconds: Int64 = 30

    let base: String
    var token: String?

    /// An answer as it came.
    struct Answer: Sendable {
        let status: Int
        let headers: HTTPHeaders
        let body: Data

        /// The body read as `Value`. Throws what the decoder throws.
        func read<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
            let decoder = JSONDecoder()
            return try decoder.decode(type, from: body)
        }
    }

    /// An answer other than the one hoped for.
    struct Unexpected: Error, CustomStringConvertible {
        let call: String
        let answer: Answer
        var description: String { "\(call) answered \(answer.status): \(String(decoding: answer.body.prefix(500), as: UTF8.self))" }
    }

    /// Makes a call whatever the answer. Throws when there is none.
    func send(_ method: HTTPMethod, _ path: String, _ body: (any Encodable & Sendable)? = nil, key: String? = nil) async throws -> Answer {
        var request = HTTPClientRequest(url: base + path)
        request.method = method
        if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        if let key { request.headers.add(name: "Idempotency-Key", value: key) }
        if let body {
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(ByteBuffer(data: try JSONEncoder().encode(body)))
        }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(Self.timeoutSeconds))
        let bytes = try await response.body.collect(upTo: Self.answerBytesMax)
        return Answer(status: Int(response.status.code), headers: response.headers, body: Data(buffer: bytes))
    }

    /// Makes a call and reads its answer. Throws `Unexpected` for any status but those of success.
    func call<Value: Decodable>(
        _ method: HTTPMethod, _ path: String, _ body: (any Encodable & Sendable)? = nil, key: String? = nil, as: Value.Type = Value.self
    ) async throws -> Value {
        let answer = try await send(method, path, body, key: key)
        guard (200..<300).contains(answer.status) else { throw Unexpected(call: "\(method) \(path)", answer: answer) }
        return try answer.read()
    }
}
