import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// JSON, written by hand.
    static func json(_ status: HTTPResponse.Status = .ok, _ write: (inout JSONWriter) -> Void) -> Response {
        bytes(status, JSONWriter.object(write), type: "application/json; charset=utf-8")
    }

    /// A page.
    static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// Bytes of a type.
    static func bytes(_ status: HTTPResponse.Status, _ bytes: [UInt8], type: String) -> Response {
        Response(status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// Go and look there: after every form, so that a reload sends nothing twice.
    static func seeOther(_ path: String) -> Response { Response(status: .seeOther, headers: [.location: path]) }
}

extension Problem {
    /// As `application/problem+json` (RFC 9457).
    func json(_ words: Words, requestID: String) -> Response {
        let bytes = JSONWriter.object { json in
            json.field("type", "urn:ardoise:problem:\(code)")
            json.field("title", title(words))
            json.field("status", status.code)
            json.field("code", code)
            json.field("detail", detail(words))
            json.field("field", field)
            json.field("requestId", requestID)
        }
        return .bytes(status, bytes, type: "application/problem+json; charset=utf-8")
    }
}
