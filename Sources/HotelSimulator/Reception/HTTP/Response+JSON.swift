import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// A JSON answer, keys in alphabetical sequence.
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok, contentType: String = "application/json") throws
        -> Response
    {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data = try encoder.encode(value)
        return Response(status: status, headers: [.contentType: contentType], body: .init(byteBuffer: ByteBuffer(bytes: data)))
    }
}

extension Request {
    /// The JSON body. Throws `Problem.malformedBody` when it is no JSON of this kind or too long.
    func decodeJSON<Value: Decodable>(_ type: Value.Type, orThrow problem: Problem = .malformedBody) async throws -> Value {
        do {
            let buffer = try await body.collect(upTo: ReceptionContext.bodyBytesMax)
            return try JSONDecoder().decode(type, from: Data(buffer.readableBytesView))
        } catch {
            throw problem
        }
    }
}
