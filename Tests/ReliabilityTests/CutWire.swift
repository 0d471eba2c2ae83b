import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// Where and how the line between a till and a hotel breaks.
struct Cut: Hashable, Sendable, CustomStringConvertible {
    /// Which of the two frames is not let through.
    enum Side: String, CaseIterable, Sendable { case request, answer }
    /// What the ends notice.
    enum Manner: String, CaseIterable, Sendable {
        /// An orderly end.
        case finished
        /// A reset.
        case reset
        /// Nothing: the line stays open and carries nothing any more.
        case silence
    }

    let side: Side
    /// How many bytes of that frame get through.
    let bytes: Int
    let manner: Manner

    var description: String { "\(manner.rawValue) after \(bytes) bytes of the \(side.rawValue)" }
}

/// The line between a till and a hotel: passes whole frames on, and breaks once where it is told to. Counts the bytes of postings and of
/// their answers.
final class CutWire: Sendable {
    /// What the wire has seen of the last posting.
    struct Seen: Sendable, Hashable {
        var requestBytes = 0
        var answerBytes = 0
        /// Whether the cut that was asked for has happened.
        var isCut = false
    }

    private struct State {
        var cut: Cut?
        /// The number of the posting whose answer is to be cut.
        var awaited: String?
        var seen = Seen()
    }

    private let state = Mutex(State())
    private let hotelPort: Int
    private let group: any EventLoopGroup

    init(to hotelPort: Int, group: any EventLoopGroup) {
        self.hotelPort = hotelPort
        self.group = group
    }

    /// Listens on a free port while the body runs.
    func carries<Value: Sendable>(_ body: (_ port: Int) async throws -> Value) async throws -> Value {
        let listener = try await ServerBootstrap(group: group)
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .childChannelOption(.autoRead, value: false)
            .childChannelInitializer { till in self.connect(till) }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            let value = try await body(listener.localAddress?.port ?? 0)
            try await listener.close()
            return value
        } catch {
            listener.close(promise: nil)
            throw error
        }
    }

    /// Breaks the line at the next posting, once.
    func arm(_ cut: Cut?) {
        state.withLock { state in
            state.cut = cut
            state.awaited = nil
            state.seen = Seen()
        }
    }

    var seen: Seen { state.withLock(\.seen) }

    /// What becomes of a whole frame: the number of bytes that pass, and how the line then ends; nil: all of it, and nothing ends.
    fileprivate func fate(of frame: CutFrame) -> Cut? {
        state.withLock { state in
            switch frame.side {
            case .request:
                guard frame.isPosting else { return nil }
                state.seen.requestBytes = frame.byteCount
                guard let cut = state.cut, !state.seen.isCut else { return nil }
                if cut.side == .answer {
                    state.awaited = frame.postingNumber
                    return nil
                }
            case .answer:
                guard frame.isAnswer else { return nil }
                state.seen.answerBytes = frame.byteCount
                guard state.cut?.side == .answer, !state.seen.isCut, state.awaited == frame.postingNumber else { return nil }
            }
            state.seen.isCut = true
            return state.cut
        }
    }

    private func connect(_ till: any Channel) -> EventLoopFuture<Void> {
        ClientBootstrap(group: till.eventLoop)
            .channelOption(.socketOption(.tcp_nodelay), value: 1)
            .channelOption(.autoRead, value: false)
            .connect(host: "127.0.0.1", port: hotelPort)
            .flatMap { hotel in
                till.eventLoop.makeCompletedFuture {
                    let pair = CutPair(till: till, hotel: hotel)
                    try till.pipeline.syncOperations.addHandler(CutEnd(of: self, pair: pair, side: .request))
                    try hotel.pipeline.syncOperations.addHandler(CutEnd(of: self, pair: pair, side: .answer))
                }
                .flatMap {
                    hotel.setOption(.autoRead, value: true).and(till.setOption(.autoRead, value: true)).map { _ in }
                }
            }
    }
}

/// One frame that came down the wire, STX and ETX included.
struct CutFrame {
    let side: Cut.Side
    let bytes: ByteBuffer

    var byteCount: Int { bytes.readableBytes }
    var isPosting: Bool { text.hasPrefix("\u{2}PR|") && text.contains("|TA") }
    var isAnswer: Bool { text.hasPrefix("\u{2}PA|") }
    var postingNumber: String? { text.firstMatch(of: /\|P#(\d+)\|/).map { String($0.1) } }

    private var text: String { String(buffer: bytes) }
}

/// Both ends of one connection. Both live on one event loop.
private final class CutPair {
    let till: any Channel
    let hotel: any Channel
    /// Nothing passes any more.
    var isSilent = false

    init(till: any Channel, hotel: any Channel) {
        self.till = till
        self.hotel = hotel
    }

    func receiver(of side: Cut.Side) -> any Channel { side == .request ? hotel : till }

    func end(_ manner: Cut.Manner) {
        isSilent = true
        switch manner {
        case .silence: break
        case .finished: for channel in [till, hotel] { channel.close(promise: nil) }
        case .reset:
            for channel in [till, hotel] {
                let linger = (channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0))
                linger?.whenComplete { _ in channel.close(promise: nil) }
            }
        }
    }
}

/// Takes the bytes from one end, frame by frame, and gives them to the other.
private final class CutEnd: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let wire: CutWire
    private let pair: CutPair
    private let side: Cut.Side
    private var waiting = ByteBuffer()

    init(of wire: CutWire, pair: CutPair, side: Cut.Side) {
        self.wire = wire
        self.pair = pair
        self.side = side
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        waiting.writeBuffer(&bytes)
        while !pair.isSilent, let end = waiting.readableBytesView.firstIndex(of: 0x03) {
            guard let frame = waiting.readSlice(length: end - waiting.readerIndex + 1) else { break }
            pass(CutFrame(side: side, bytes: frame))
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        for channel in [pair.till, pair.hotel] where channel.isActive { channel.close(promise: nil) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func pass(_ frame: CutFrame) {
        let receiver = pair.receiver(of: side)
        guard let cut = wire.fate(of: frame) else {
            receiver.writeAndFlush(frame.bytes, promise: nil)
            return
        }
        if let beginning = frame.bytes.getSlice(at: frame.bytes.readerIndex, length: min(cut.bytes, frame.byteCount)) {
            receiver.writeAndFlush(beginning, promise: nil)
        }
        pair.end(cut.manner)
    }
}
