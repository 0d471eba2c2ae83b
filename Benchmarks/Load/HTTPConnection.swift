import NIOCore
import NIOPosix

/// A keep-alive HTTP/1.1 connection that costs as little as possible, because the client shares two cores with the server under test.
///
/// One request at a time. It understands what Hummingbird sends: a status line, headers with `Content-Length`, a body.
final class HTTPConnection: Sendable {
    struct Answer: Sendable {
        let status: Int
        let body: String
    }

    struct Broken: Error, CustomStringConvertible {
        let description: String
    }

    private let channel: any Channel

    private init(channel: any Channel) {
        self.channel = channel
    }

    static func open(host: String, port: Int, group: any EventLoopGroup) async throws -> HTTPConnection {
        let channel = try await ClientBootstrap(group: group)
            .channelOption(.socketOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(AnswerHandler()) }
            }
            .connect(host: host, port: port).get()
        return HTTPConnection(channel: channel)
    }

    func send(_ request: ByteBuffer) async throws -> Answer {
        let promise = channel.eventLoop.makePromise(of: Answer.self)
        channel.writeAndFlush(Exchange(request: request, promise: promise), promise: nil)
        return try await promise.futureResult.get()
    }

    func close() async throws {
        try await channel.close().get()
    }
}

private struct Exchange: Sendable {
    let request: ByteBuffer
    let promise: EventLoopPromise<HTTPConnection.Answer>
}

private final class AnswerHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = Exchange
    typealias OutboundOut = ByteBuffer

    private var waiting: EventLoopPromise<HTTPConnection.Answer>?
    private var received = ByteBuffer()

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let exchange = unwrapOutboundIn(data)
        guard waiting == nil, context.channel.isActive else {
            return exchange.promise.fail(HTTPConnection.Broken(description: "the connection is closed or busy"))
        }
        waiting = exchange.promise
        context.write(wrapOutboundOut(exchange.request), promise: promise)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        received.writeBuffer(&bytes)
        guard let answer = AnswerParser.take(from: &received) else { return }
        received.discardReadBytes()
        waiting?.succeed(answer)
        waiting = nil
    }

    func channelInactive(context: ChannelHandlerContext) {
        waiting?.fail(HTTPConnection.Broken(description: "the server closed the connection"))
        waiting = nil
        context.fireChannelInactive()
    }
}

/// Cuts one answer off the front of the bytes received so far.
enum AnswerParser {
    static func take(from buffer: inout ByteBuffer) -> HTTPConnection.Answer? {
        let bytes = buffer.readableBytesView
        guard let headEnd = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let head = String(decoding: bytes[bytes.startIndex..<headEnd.lowerBound], as: UTF8.self)
        let lines = head.split(separator: "\r\n")
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
        let length =
            lines.dropFirst().first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.drop { $0 != ":" }.dropFirst().drop { $0 == " " }) } ?? 0
        let total = headEnd.upperBound - bytes.startIndex + length
        guard buffer.readableBytes >= total, var answer = buffer.readSlice(length: total) else { return nil }
        answer.moveReaderIndex(forwardBy: total - length)
        return HTTPConnection.Answer(status: status, body: String(buffer: answer))
    }
}
