import NIOCore

/// The bytes of one request, made before the clock starts.
enum HTTPRequest {
    static func bytes(_ method: String, _ path: String, headers: [(String, String)] = [], body: String = "") -> ByteBuffer {
        var text =
            "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n"
        for (name, value) in headers { text += "\(name): \(value)\r\n" }
        return ByteBuffer(string: text + "\r\n" + body)
    }
}
