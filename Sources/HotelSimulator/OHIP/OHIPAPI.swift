import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// Oracle's REST paths on the network (`ohip.md` §7), and for programs what came: `GET /api/opera-cloud/requests`.
struct OHIPAPI {
    /// The longest body of a request, in bytes (`ohip.md` §0).
    static let bodyBytesMax = 100_000
    /// How long a silent hotel keeps a connection, in milliseconds.
    private static let silenceMs = 120_000

    let desk: OHIPDesk

    func addRoutes(to router: some RouterMethods<ReceptionContext>) {
        let hotel = "hotels/:hotel"
        for (method, path) in [
            (.post, "oauth/v1/tokens"), (.get, "bof/v1/\(hotel)/businessDate"), (.get, "ent/config/v1/\(hotel)/operaContext"),
            (.get, "rsv/v1/\(hotel)/reservations"), (.post, "rsv/v1/\(hotel)/reservations/searches"),
            (.get, "rsv/v1/\(hotel)/reservations/:reservation"), (.get, "rsv/v1/\(hotel)/reservations/:reservation/paymentMethods"),
            (.post, "csh/v1/\(hotel)/reservations/:reservation/charges"), (.get, "csh/v1/\(hotel)/financialPostings"),
            (.get, "csh/v1/\(hotel)/transactionCodes"), (.post, "csh/v1/\(hotel)/reservations/:reservation/chargesAndPayments"),
            (.get, "fof/config/v1/\(hotel)/transactionCodes/:code/chargeSimulations"),
        ] as [(HTTPRequest.Method, String)] {
            router.on(RouterPath(path), method: method) { request, context in
                try await answer(request, over: context.channel)
            }
        }
        router.get("api/opera-cloud/requests") { _, _ in try Response.json(desk.requestLog) }
    }

    private func answer(_ request: Request, over channel: any Channel) async throws -> Response {
        guard let buffer = try? await request.body.collect(upTo: Self.bodyBytesMax) else { return Response(status: .contentTooLarge) }
        var headers: [String: String] = [:]
        for field in request.headers { headers[field.name.canonicalName] = field.value }
        let call = OHIPCall(
            method: request.method.rawValue, path: request.uri.path,
            query: request.uri.queryParameters.map { (name: String($0.key), value: String($0.value)) }, headers: headers,
            body: Data(buffer.readableBytesView))
        switch try await desk.respond(to: call, wait: Self.wait) {
        case .send(let reply): return response(reply)
        case .sendBeginning(let reply, let bytes):
            return response(reply) { writer in
                try await writer.write(ByteBuffer(bytes: reply.body.utf8.prefix(bytes)))
                try? await channel.close()
                throw CancellationError()
            }
        case .cut:
            try? await channel.close()
            throw CancellationError()
        case .silence:
            try await Self.wait(Self.silenceMs)
            throw CancellationError()
        }
    }

    private func response(
        _ reply: OHIPReply, body: (@Sendable @concurrent (inout any ResponseBodyWriter) async throws -> Void)? = nil
    ) -> Response {
        var response = Response(status: .init(code: reply.status))
        if !reply.body.isEmpty { response.headers[.contentType] = reply.body.hasPrefix("<") ? "text/html" : "application/json" }
        response.headers[.location] = reply.location
        if let body {
            response.body = ResponseBody(contentLength: reply.body.utf8.count, body)
        } else {
            response.body = ResponseBody(byteBuffer: ByteBuffer(string: reply.body))
        }
        return response
    }

    /// Waits, but not beyond the server's own end.
    private static func wait(_ ms: Int) async throws {
        try await cancelWhenGracefulShutdown { try await Task.sleep(for: .milliseconds(ms)) }
    }
}
