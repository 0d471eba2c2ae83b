import NIOCore
import Synchronization

/// The bytes that a printer says, one by one.
final class StatusBytes: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer

    private struct State {
        var kept: [UInt8] = []
        var waiting: EventLoopPromise<UInt8?>?
        var isOver = false
    }

    /// The most bytes kept: whoever says more without being asked is no printer.
    private static let keptMax = 64

    private let state = Mutex(State())

    /// The next byte, or nil when none comes in time or the line has ended.
    func next(withinMs ms: Int64, on loop: any EventLoop) async -> UInt8? {
        let promise = loop.makePromise(of: UInt8?.self)
        let ready: UInt8?? = state.withLock { state in
            if !state.kept.isEmpty { return .some(state.kept.removeFirst()) }
            if state.isOver { return .some(nil) }
            state.waiting = promise
            return .none
        }
        if let ready {
            promise.succeed(ready)
            return ready
        }
        let timer = loop.scheduleTask(in: .milliseconds(ms)) { self.give(nil) }
        let byte = try? await promise.futureResult.get()
        timer.cancel()
        return byte ?? nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        for byte in buffer.readBytes(length: buffer.readableBytes) ?? [] { give(byte) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        state.withLock { $0.isOver = true }
        give(nil)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func give(_ byte: UInt8?) {
        let waiting = state.withLock { state -> EventLoopPromise<UInt8?>? in
            defer { state.waiting = nil }
            if state.waiting == nil, let byte, state.kept.count < Self.keptMax { state.kept.append(byte) }
            return state.waiting
        }
        waiting?.succeed(byte)
    }
}
