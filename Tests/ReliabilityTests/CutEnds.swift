import Foundation
import NIOCore
import NIOPosix

/// One frame that came down the wire, STX and ETX included.
struct CutFrame {
    let side: Cut.Side
    let bytes: ByteBuffer

    var byteCount: Int { bytes.readableBytes }
    var isPosting: Bool { text.hasPrefix("\u{2}PR|") && text.contains("|TA") }
    var isAnswer: Bool { text.hasPrefix("\u{2}PA|") }
    var postingNumber: String? { text.firstMatch(of: /\|P#(\d+)\|/).map { String($0.1) } }

    /// The record without its frame.
    var record: String { String(text.dropFirst().dropLast()) }

    private var text: String { String(buffer: bytes) }
}

/// Both ends of one connection. Both live on one event loop.
final class CutPair {
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
final class CutEnd: ChannelInboundHandler {
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
        let cut: Cut
        switch wire.passage(of: frame, to: receiver) {
        case .passes:
            receiver.writeAndFlush(frame.bytes, promise: nil)
            return
        case .isKept(let segments):
            for segment in segments { receiver.writeAndFlush(segment, promise: nil) }
            return
        case .isCut(let place): cut = place
        }
        if let beginning = frame.bytes.getSlice(at: frame.bytes.readerIndex, length: min(cut.bytes, frame.byteCount)) {
            receiver.writeAndFlush(beginning, promise: nil)
        }
        pair.end(cut.manner)
    }
}
