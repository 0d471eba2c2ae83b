package import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Synchronization

/// One request and its answer over HTTP, with the one thing that matters when it fails: whether the hotel can have read it.
struct RoomRaccoonExchange: Sendable {
    /// The longest body of a request or of an answer, in bytes.
    static let bodyBytesMax = 100_000
    /// How long setting a connection up may take, ms.
    static let connectTimeoutMs: Int64 = 5_000
    /// The client's own end of a request, far behind ours: a net under the net.
    private static let lifeMs: Int64 = 3_600_000

    /// How it ended.
    enum Ending: Sendable {
        case answered(HTTPAnswer)
        /// The body never began to leave: the hotel has read nothing.
        case notSent(Trouble)
        /// It left, or began to; what came back, if anything did.
        case unknown(Trouble, [UInt8])
    }

    /// What went wrong between here and RoomRaccoon.
    enum Trouble: Hashable, Sendable, CaseIterable {
        case nameUnknown, unreachable, tlsFailed, timedOut, cut, tooLong, stopped
    }

    let client: HTTPClient
    let settings: RoomRaccoonSettings
    let clock: GatewayClock

    /// Sends a body and waits for its answer, no longer than the settings say.
    func send(_ body: String) async -> Ending {
        let gate = BodyGate(ByteBuffer(string: body))
        return await withTaskGroup(of: Ending.self) { group in
            group.addTask { await request(gate, bytes: body.utf8.count) }
            group.addTask {
                do {
                    try await clock.pause(settings.timeoutMs)
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

    private func request(_ gate: BodyGate, bytes: Int) async -> Ending {
        var request = HTTPClientRequest(url: settings.url)
        request.method = .POST
        request.headers = ["Content-Type": "application/json; charset=utf-8", "Accept": "application/json", "User-Agent": "Ardoise"]
        request.body = .stream(gate, length: .known(Int64(bytes)))
        var received: [UInt8] = []
        do {
            let response = try await client.execute(request, timeout: .milliseconds(Self.lifeMs))
            for try await part in response.body {
                received += part.readableBytesView.prefix(Self.bodyBytesMax + 1 - received.count)
                if received.count > Self.bodyBytesMax { return .unknown(.tooLong, received) }
            }
            return .answered(
                HTTPAnswer(
                    status: Int(response.status.code), retryAfterMs: Self.retryAfterMs(response.headers.first(name: "Retry-After")),
                    body: received))
        } catch {
            return Self.failed(Task.isCancelled ? .stopped : trouble(error, gate), gate, received)
        }
    }

    /// What ends a secure connection before the request has begun, and is none of the network's own, is its handshake.
    private func trouble(_ error: any Error, _ gate: BodyGate) -> Trouble {
        let trouble = Trouble(error)
        return trouble == .cut && gate.shut() && settings.url.hasPrefix("https:") ? .tlsFailed : trouble
    }

    /// Shuts the gate: what has not left by now never will.
    private static func failed(_ trouble: Trouble, _ gate: BodyGate, _ received: [UInt8] = []) -> Ending {
        gate.shut() ? .notSent(trouble) : .unknown(trouble, received)
    }

    /// Whole seconds only (RFC 9110 §10.2.3); a date would need two clocks that agree.
    static func retryAfterMs(_ text: String?) -> Int64? {
        guard let text = text?.trimmed, (1...6).contains(text.utf8.count), let seconds = Int64(text), seconds >= 0 else { return nil }
        return seconds * 1000
    }
}

/// The connections to hotels on the web. One for the life of the program: it never follows a redirect, which would carry a key to a
/// stranger, and never uses a connection twice, so that a request cannot meet one that the other side has just let go of.
package enum HotelWebClient {
    /// The client.
    package static let shared = HTTPClient(
        eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup.singleton), configuration: configuration)

    private static var configuration: HTTPClient.Configuration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls, redirectConfiguration: .disallow,
            timeout: .init(connect: .milliseconds(RoomRaccoonExchange.connectTimeoutMs)), decompression: .disabled)
        configuration.httpVersion = .http1Only
        configuration.maximumUsesPerConnection = 1
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }
}

/// A request's body that leaves once, or never: whoever shuts the gate first knows that nothing has passed it. The head alone asks nothing
/// of the hotel, for it promises a body.
final class BodyGate: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    private enum State { case waiting, passed, shut }
    private struct IsShut: Error {}

    private let body: ByteBuffer
    private let state = Mutex(State.waiting)

    init(_ body: ByteBuffer) { self.body = body }

    /// Lets nothing through from now on. True when nothing has passed.
    func shut() -> Bool {
        state.withLock { state in
            if state == .waiting { state = .shut }
            return state == .shut
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(gate: self) }

    struct Iterator: AsyncIteratorProtocol {
        let gate: BodyGate

        mutating func next() async throws -> ByteBuffer? {
            try gate.state.withLock { state in
                switch state {
                case .waiting:
                    state = .passed
                    return gate.body
                case .passed: return nil
                case .shut: throw IsShut()
                }
            }
        }
    }
}

extension RoomRaccoonExchange.Trouble {
    /// What an error of the client's comes to.
    init(_ error: any Error) {
        switch error {
        case let error as NIOConnectionError:
            let named = error.connectionErrors.isEmpty && (error.dnsAError != nil || error.dnsAAAAError != nil)
            self = named ? .nameUnknown : .unreachable
        case let error as HTTPClientError where error == .tlsHandshakeTimeout: self = .tlsFailed
        case let error as HTTPClientError where error == .connectTimeout: self = .unreachable
        case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError: self = .tlsFailed
        case is SocketAddressError: self = .nameUnknown
        case let error as IOError:
            let nobodyThere = [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EHOSTDOWN, ENETDOWN, ETIMEDOUT].contains(error.errnoCode)
            self = nobodyThere ? .unreachable : .cut
        case let error as ChannelError:
            if case .connectTimeout = error { self = .unreachable } else { self = .cut }
        default: self = .cut
        }
    }
}
