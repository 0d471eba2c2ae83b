import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Requests to one address and their answers, with the one thing that matters when one fails: whether the other side can have read it.
struct HTTPExchange: Sendable {
    /// How much goes over the wire at most.
    struct Limits: Sendable {
        /// The longest body of a request, in bytes.
        var bodyBytesMax = 100_000
        /// The longest that all headers of a request may be together, in bytes.
        var headerBytesMax = 8_192
        /// The longest answer that is read, in bytes.
        var answerBytesMax = 100_000
    }

    /// What goes out.
    struct Message: Sendable {
        var method = HTTPMethod.POST
        /// What stands behind the address; nothing when the address is all of it.
        var target = ""
        var headers: [(String, String)] = []
        var body: String?
        /// The media type of the body.
        var contentType = "application/json"

        /// The bytes of the head, near enough: the request's own line, each header, and what the client adds.
        var headBytes: Int { headers.reduce(target.utf8.count + 256) { $0 + $1.0.utf8.count + $1.1.utf8.count + 4 } }
    }

    /// How it ended.
    enum Ending: Sendable {
        case answered(HTTPAnswer)
        /// The body never began to leave: the other side has read nothing.
        case notSent(HTTPTrouble)
        /// It left, or began to; what came back, if anything did. A message without a body always ends so, never as not sent: it asks for
        /// nothing to be booked.
        case unknown(HTTPTrouble, [UInt8])
    }

    /// The client's own end of a request, far behind ours: a net under the net.
    private static let lifeMs: Int64 = 3_600_000

    let client: HTTPClient
    let address: String
    var limits = Limits()
    let clock: GatewayClock

    /// Sends a message and waits for its answer, so long and no longer. A body leaves through a gate that opens once.
    func send(_ message: Message, atMostMs: Int64) async -> Ending {
        let body = message.body.map { ByteBuffer(string: $0) }
        guard (body?.readableBytes ?? 0) <= limits.bodyBytesMax, message.headBytes <= limits.headerBytesMax else {
            return .notSent(.tooLong)
        }
        let gate = body.map { BodyGate($0) }
        return await withTaskGroup(of: Ending.self) { group in
            group.addTask { await request(message, gate, bodyBytes: body?.readableBytes ?? 0) }
            group.addTask {
                do {
                    try await clock.pause(atMostMs)
                    return Self.failed(.timedOut, gate)
                } catch {
                    return Self.failed(.stopped, gate)
                }
            }
            let ending = await group.next() ?? .unknown(.stopped, [])
            group.cancelAll()
            return ending
        }
    }

    private func request(_ message: Message, _ gate: BodyGate?, bodyBytes: Int) async -> Ending {
        var request = HTTPClientRequest(url: address + message.target)
        request.method = message.method
        request.headers = HTTPHeaders(message.headers)
        request.headers.replaceOrAdd(name: "Accept", value: "application/json")
        request.headers.replaceOrAdd(name: "User-Agent", value: "Ardoise")
        if let gate {
            request.headers.replaceOrAdd(name: "Content-Type", value: message.contentType)
            request.body = .stream(gate, length: .known(Int64(bodyBytes)))
        }
        var head: HTTPClientResponse?
        var received: [UInt8] = []
        do {
            let response = try await client.execute(request, timeout: .milliseconds(Self.lifeMs))
            head = response
            for try await part in response.body {
                received += part.readableBytesView.prefix(limits.answerBytesMax + 1 - received.count)
                if received.count > limits.answerBytesMax { return .unknown(.tooLong, received) }
            }
            return .answered(HTTPAnswer(response, body: received))
        } catch {
            // An answer that is whole is one, even if the other side let go before we had closed our request.
            if let head, head.headers.first(name: "Content-Length").flatMap({ Int($0) }) == received.count {
                return .answered(HTTPAnswer(head, body: received))
            }
            return Self.failed(Task.isCancelled ? .stopped : trouble(error, gate), gate, received)
        }
    }

    /// What ends a secure connection before the request has begun, and is none of the network's own, is its handshake.
    private func trouble(_ error: any Error, _ gate: BodyGate?) -> HTTPTrouble {
        let trouble = HTTPTrouble(error)
        return trouble == .cut && address.hasPrefix("https:") && gate?.shut() == true ? .tlsFailed : trouble
    }

    /// Shuts the gate: what has not left by now never will.
    private static func failed(_ trouble: HTTPTrouble, _ gate: BodyGate?, _ received: [UInt8] = []) -> Ending {
        gate?.shut() == true ? .notSent(trouble) : .unknown(trouble, received)
    }
}
