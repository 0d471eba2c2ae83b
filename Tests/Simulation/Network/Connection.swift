import NIOCore
import NIOEmbedded

/// One TCP connection: two streams of bytes that arrive in sequence or not at all.
final class Connection {
    enum End { case till, hotel }

    let id: Int
    let channel: EmbeddedChannel
    private var travelling: [End: [[UInt8]]] = [:]
    private var lastArrivalMs: [End: Int64] = [:]
    /// Nothing gets through before this moment.
    var silentUntilMs: Int64 = 0
    /// Torn: what travels is lost.
    var isTorn = false
    var hasTillClosed = false
    var hasHotelClosed = false

    init(id: Int, channel: EmbeddedChannel) {
        self.id = id
        self.channel = channel
    }

    /// What the till has written since the last look.
    func takeWritten() -> [UInt8] {
        var bytes: [UInt8] = []
        while let buffer = try? channel.readOutbound(as: ByteBuffer.self) { bytes += buffer.readableBytesView }
        return bytes
    }

    /// Puts bytes on the way; returns when they arrive.
    func send(_ bytes: [UInt8], to end: End, nowMs: Int64, delayMs: Int64) -> Int64 {
        travelling[end, default: []].append(bytes)
        let arrival = max(nowMs + delayMs, lastArrivalMs[end] ?? 0, silentUntilMs)
        lastArrivalMs[end] = arrival
        return arrival
    }

    /// When something that follows the bytes on their way arrives.
    func arrivalAfterAll(at end: End, nowMs: Int64, delayMs: Int64) -> Int64 {
        max(nowMs + delayMs, lastArrivalMs[end] ?? 0, silentUntilMs)
    }

    /// The bytes that arrive now, nil when they were lost on the way.
    func arrive(at end: End) -> [UInt8]? {
        guard travelling[end]?.isEmpty == false, let bytes = travelling[end]?.removeFirst() else { return nil }
        return isTorn ? nil : bytes
    }

    /// Gives bytes to the till's channel.
    func deliverToTill(_ bytes: [UInt8]) {
        guard channel.isActive else { return }
        _ = try? channel.writeInbound(ByteBuffer(bytes: bytes))
        channel.embeddedEventLoop.run()
    }

    /// The till's end learns that the connection is gone.
    func closeAtTill() {
        guard channel.isActive else { return }
        channel.close(promise: nil)
        channel.embeddedEventLoop.run()
    }

    /// What the till has closed itself takes effect.
    func settle() { channel.embeddedEventLoop.run() }
}
