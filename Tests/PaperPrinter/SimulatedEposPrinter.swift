import NIOCore
import NIOPosix
import Synchronization

/// An ePOS printer's web service, as much of one as a till meets: it reads a request, keeps it, and gives one answer.
package final class SimulatedEposPrinter: Sendable {
    private struct State {
        var requests: [String] = []
        var answer = #"<response success="true" code="" status="251658262"/>"#
    }

    private let state = Mutex(State())
    private let portNumber = Mutex(0)

    /// Where it listens.
    package var port: Int { portNumber.withLock { $0 } }
    /// What it was asked, heads and bodies.
    package var requests: [String] { state.withLock { $0.requests } }

    /// Switches it on, runs `body`, switches it off.
    package static func on<T>(_ body: (SimulatedEposPrinter) async throws -> T) async throws -> T {
        let printer = SimulatedEposPrinter()
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(EposEnd(printer: printer)) }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        printer.portNumber.withLock { $0 = server.localAddress?.port ?? 0 }
        do {
            let value = try await body(printer)
            try await server.close().get()
            return value
        } catch {
            try? await server.close().get()
            throw error
        }
    }

    /// What it says from now on.
    package func answers(_ xml: String) { state.withLock { $0.answer = xml } }

    fileprivate func keep(_ request: String) -> String {
        state.withLock { state in
            state.requests.append(request)
            return state.answer
        }
    }
}

private final class EposEnd: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let printer: SimulatedEposPrinter
    private var bytes: [UInt8] = []

    init(printer: SimulatedEposPrinter) { self.printer = printer }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        bytes += buffer.readBytes(length: buffer.readableBytes) ?? []
        let request = String(decoding: bytes, as: UTF8.self)
        guard request.contains("</s:Envelope>") else { return }
        bytes = []
        let body = "<s:Envelope><s:Body>" + printer.keep(request) + "</s:Body></s:Envelope>"
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n"
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: head + body)), promise: nil)
    }
}
