import NIOCore
import NIOPosix
import Synchronization

/// A gateway that answers tokens, searches and dates as it should, and does to each charge what a script says, byte by byte.
final class GatewayScript: Sendable {
    /// What it does to a charge.
    enum Script: Sendable {
        /// Waits for the whole request, then sends these pieces one after another, and hangs up.
        case answer([String])
        /// Hangs up after so many bytes of the request.
        case hangUpAfter(bytes: Int)
        /// Waits for the whole request and says nothing.
        case silence
    }

    private struct State {
        var script = Script.silence
        /// What the read-back finds.
        var postings = "HTTP/1.1 204 No Content\r\n\r\n"
        var heard: [String] = []
        var charge: [UInt8] = []
    }

    private let state = Mutex(State())
    private let whole: AsyncStream<Void>
    private let wholeContinuation: AsyncStream<Void>.Continuation

    private init() { (whole, wholeContinuation) = AsyncStream.makeStream() }

    /// The first lines of all requests, in sequence.
    var heard: [String] { state.withLock { $0.heard } }
    /// The bytes of the last charge that came.
    var charge: [UInt8] { state.withLock { $0.charge } }
    /// How many bytes of its body came.
    var chargeBodyBytes: Int { Self.headEnd(charge).map { charge.count - $0 } ?? 0 }

    /// The next charges meet this script.
    func play(_ script: Script) { state.withLock { ($0.script, $0.charge, $0.heard) = (script, [], []) } }
    /// What the read-back is answered with.
    func finds(_ postings: String) { state.withLock { $0.postings = postings } }
    /// Returns once a whole charge has come.
    func chargeIsWhole() async { for await _ in whole { return } }

    static func http(_ body: String, status: String = "200 OK", headers: String = "") -> String {
        "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)"
    }

    /// Runs `body` while the gateway listens.
    static func run(_ body: (GatewayScript, Int) async throws -> Void) async throws {
        let gateway = GatewayScript()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 64))
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Handler(gateway))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            try await body(gateway, channel.localAddress?.port ?? 0)
        } catch {
            try await channel.close()
            throw error
        }
        try await channel.close()
    }

    private static let stays =
        #"{"reservations":{"reservationInfo":[{"reservationIdList":[{"id":"20401","type":"Reservation"}],"#
        + #""roomStay":{"roomId":"204"},"reservationGuest":{"surname":"Garibaldi"},"#
        + #""cashiering":{"billingPrivileges":{"postingRestriction":false}}}],"hasMore":false}}"#

    static func headEnd(_ bytes: [UInt8]) -> Int? {
        let mark: [UInt8] = [13, 10, 13, 10]
        return bytes.indices.first { bytes[$0...].starts(with: mark) }.map { $0 + 4 }
    }

    private static func isWhole(_ bytes: [UInt8]) -> Bool {
        guard let end = headEnd(bytes) else { return false }
        let head = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
        let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst("content-length:".count).drop { $0 == " " }) }
        return bytes.count - end >= length ?? 0
    }

    /// What to do now that so much of a request has come; nil: wait for more.
    private func hear(_ bytes: [UInt8]) -> Script? {
        guard let lineEnd = bytes.firstIndex(of: 13) else { return cutEarly(bytes) }
        let line = String(decoding: bytes[..<lineEnd], as: UTF8.self)
        let isCharge = line.hasPrefix("POST /csh/")
        let isWhole = Self.isWhole(bytes)
        return state.withLock { state in
            if isCharge { state.charge = bytes }
            if isCharge, case .hangUpAfter(let limit) = state.script { return bytes.count >= limit ? state.script : nil }
            guard isWhole else { return nil }
            state.heard.append(line)
            if isCharge {
                wholeContinuation.yield()
                return state.script
            }
            switch true {
            case line.contains("/oauth/"): return .answer([Self.http(#"{"access_token":"t","expires_in":"3600"}"#)])
            case line.contains("/businessDate"):
                return .answer([Self.http(#"{"hotels":[{"hotelId":"REMPARTS","businessDate":"2026-11-22"}]}"#)])
            case line.contains("/financialPostings"): return .answer([state.postings])
            default: return .answer([Self.http(Self.stays)])
            }
        }
    }

    /// The script for bytes that do not show yet what they ask.
    private func cutEarly(_ bytes: [UInt8]) -> Script? {
        guard String(decoding: bytes, as: UTF8.self).hasPrefix("POST /csh/") else { return nil }
        return state.withLock { state in
            state.charge = bytes
            if case .hangUpAfter(let limit) = state.script, bytes.count >= limit { return state.script }
            return nil
        }
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let gateway: GatewayScript
        private var bytes: [UInt8] = []
        private var isDone = false

        init(_ gateway: GatewayScript) { self.gateway = gateway }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            guard !isDone else { return }
            bytes += unwrapInboundIn(data).readableBytesView
            switch gateway.hear(bytes) {
            case .answer(let pieces):
                isDone = true
                for piece in pieces { context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: piece)), promise: nil) }
                context.close(promise: nil)
            case .hangUpAfter:
                isDone = true
                context.close(promise: nil)
            case .silence: isDone = true
            case nil: break
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}
