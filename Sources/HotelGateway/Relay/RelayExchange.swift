import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// One request to the gateway and its answer, and, when it fails, whether the gateway can have read what it carried.
struct RelayExchange: Sendable {
    /// The longest answer, bytes: a list of guests.
    static let answerBytesMax = 200_000
    /// The client's own end of a request, far behind ours: a net under the net, ms.
    private static let lifeMs: Int64 = 3_600_000

    typealias Trouble = RoomRaccoonExchange.Trouble

    /// How it ended.
    enum Ending: Sendable {
        case answered(HTTPAnswer)
        /// The body never began to leave: the gateway has read nothing.
        case notSent(Trouble)
        case unknown(Trouble)
    }

    let client: HTTPClient
    let settings: RelaySettings
    let clock: GatewayClock

    /// Asks and waits for the answer, so long and no longer.
    func send(_ method: HTTPMethod, _ path: String, _ body: String? = nil, atMostMs: Int64) async -> Ending {
        let gate = body.map { BodyGate(ByteBuffer(string: $0)) }
        return await withTaskGroup(of: Ending.self) { group in
            group.addTask { await request(method, path, gate, bytes: body?.utf8.count ?? 0) }
            group.addTask {
                do {
                    try await clock.pause(atMostMs)
                    return Self.failed(.timedOut, gate)
                } catch {
                    return Self.failed(.stopped, gate)
                }
            }
            let ending = await group.next() ?? .unknown(.stopped)
            group.cancelAll()
            return ending
        }
    }

    private func request(_ method: HTTPMethod, _ path: String, _ gate: BodyGate?, bytes: Int) async -> Ending {
        var request = HTTPClientRequest(url: settings.address + path)
        request.method = method
        request.headers = ["Accept": "application/json", "User-Agent": "Ardoise", "Authorization": "Bearer \(settings.key)"]
        if let gate {
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .stream(gate, length: .known(Int64(bytes)))
        }
        var received: [UInt8] = []
        do {
            let response = try await client.execute(request, timeout: .milliseconds(Self.lifeMs))
            for try await part in response.body {
                received += part.readableBytesView.prefix(Self.answerBytesMax + 1 - received.count)
                if received.count > Self.answerBytesMax { return .unknown(.tooLong) }
            }
            return .answered(HTTPAnswer(status: Int(response.status.code), retryAfterMs: nil, body: received))
        } catch {
            let trouble = Task.isCancelled ? Trouble.stopped : Trouble(error)
            let isHandshake = trouble == .cut && settings.address.hasPrefix("https:") && gate?.shut() ?? false
            return Self.failed(isHandshake ? .tlsFailed : trouble, gate)
        }
    }

    /// Shuts the gate: what has not left by now never will.
    private static func failed(_ trouble: Trouble, _ gate: BodyGate?) -> Ending {
        gate?.shut() ?? false ? .notSent(trouble) : .unknown(trouble)
    }
}
