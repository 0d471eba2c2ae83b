import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// One request to the hotel's gateway and its answer, with the one thing that matters when it fails: whether the hotel can have read it.
struct OHIPExchange: Sendable {
    typealias Ending = RoomRaccoonExchange.Ending

    /// The longest body of a request, in bytes (`ohip.md` §0).
    static let bodyBytesMax = 100_000
    /// The longest that all headers of a request may be together, in bytes (`ohip.md` §0).
    static let headerBytesMax = 8_192
    /// The longest answer that is read, in bytes.
    static let answerBytesMax = 2_000_000
    /// The client's own end of a request, far behind ours: a net under the net.
    private static let lifeMs: Int64 = 3_600_000

    let client: HTTPClient
    let gateway: String
    let timeoutMs: Int64
    let clock: GatewayClock

    /// What goes out.
    struct Message: Sendable {
        let method: OHIPRequest.Method
        let target: String
        var headers: [(String, String)]
        var body: String?
        /// The media type of the body.
        var contentType = "application/json"
    }

    /// Sends a message and waits for its answer, no longer than the settings say. A body leaves through a gate that opens once; of a
    /// message without one it is never said that it was not read: it asks for nothing to be booked.
    func send(_ message: Message) async -> Ending {
        let body = message.body.map { ByteBuffer(string: $0) }
        let gate = body.map { BodyGate($0) }
        guard (body?.readableBytes ?? 0) <= Self.bodyBytesMax, Self.headerBytes(of: message) <= Self.headerBytesMax else {
            return .notSent(.tooLong)
        }
        return await withTaskGroup(of: Ending.self) { group in
            group.addTask { await request(message, gate, bodyBytes: body?.readableBytes) }
            group.addTask {
                do {
                    try await clock.pause(timeoutMs)
                    return Self.failed(.timedOut, gate)
                } catch {
                    return Self.failed(.stopped, gate)
                }
            }
            let ending = await group.next() ?? .notSent(.stopped)
            group.cancelAll()
            return ending
        }
    }

    /// The bytes of the head, near enough: the request's own line, each header, and what the client adds.
    static func headerBytes(of message: Message) -> Int {
        message.headers.reduce(message.target.utf8.count + 256) { $0 + $1.0.utf8.count + $1.1.utf8.count + 4 }
    }

    private func request(_ message: Message, _ gate: BodyGate?, bodyBytes: Int?) async -> Ending {
        var request = HTTPClientRequest(url: gateway + message.target)
        request.method = message.method == .get ? .GET : .POST
        request.headers = HTTPHeaders(message.headers)
        request.headers.replaceOrAdd(name: "Accept", value: "application/json")
        request.headers.replaceOrAdd(name: "User-Agent", value: "Ardoise")
        if let gate, let bodyBytes {
            request.headers.replaceOrAdd(name: "Content-Type", value: message.contentType)
            request.body = .stream(gate, length: .known(Int64(bodyBytes)))
        }
        var received: [UInt8] = []
        do {
            let response = try await client.execute(request, timeout: .milliseconds(Self.lifeMs))
            for try await part in response.body {
                received += part.readableBytesView.prefix(Self.answerBytesMax + 1 - received.count)
                if received.count > Self.answerBytesMax { return .unknown(.tooLong, []) }
            }
            return .answered(
                HTTPAnswer(
                    status: Int(response.status.code),
                    retryAfterMs: RoomRaccoonExchange.retryAfterMs(response.headers.first(name: "Retry-After")), body: received))
        } catch {
            return Self.failed(Task.isCancelled ? .stopped : trouble(error, gate), gate, received)
        }
    }

    /// What ends a secure connection before the request has begun, and is none of the network's own, is its handshake.
    private func trouble(_ error: any Error, _ gate: BodyGate?) -> RoomRaccoonExchange.Trouble {
        let trouble = RoomRaccoonExchange.Trouble(error)
        return trouble == .cut && gate?.shut() == true && gateway.hasPrefix("https:") ? .tlsFailed : trouble
    }

    /// Shuts the gate: what has not left by now never will.
    private static func failed(_ trouble: RoomRaccoonExchange.Trouble, _ gate: BodyGate?, _ received: [UInt8] = []) -> Ending {
        gate?.shut() == true ? .notSent(trouble) : .unknown(trouble, received)
    }
}
