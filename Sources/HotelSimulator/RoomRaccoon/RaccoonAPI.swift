import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// `POST /api/?type=POS&version=2`, and the same house for programs: settings, tickets, transfers.
struct RaccoonAPI {
    /// The longest body of a request, in bytes.
    static let bodyBytesMax = 100_000
    /// How long a silent hotel keeps a connection, in milliseconds.
    private static let silenceMs = 120_000

    let hotel: SimulatedHotel
    let desk: RaccoonDesk

    init(hotel: SimulatedHotel) {
        self.hotel = hotel
        desk = RaccoonDesk(hotel)
    }

    func addRoutes(to router: some RouterMethods<ReceptionContext>) {
        router.post("/") { request, context in
            let query = request.uri.queryParameters
            guard hotel.snapshot.raccoon != nil, query["type"] == "POS", query["version"] == "2" else { throw Problem.notFound }
            guard let buffer = try? await request.body.collect(upTo: Self.bodyBytesMax) else { throw Problem.malformedBody }
            let delivery = try await desk.respond(to: Data(buffer.readableBytesView), wait: Self.wait)
            return try await deliver(delivery, over: context.channel)
        }
        router.get("raccoon/tickets") { _, _ in
            try Response.json(try house().posTickets.map(TicketResource.init))
        }
        router.get("raccoon/settings") { _, _ in try Response.json(try house().raccoon) }
        router.put("raccoon/settings") { request, _ in
            _ = try house()
            let settings = try await request.decodeJSON(RaccoonSettings.self)
            hotel.change { hotel, _ in hotel.raccoon = settings }
            return try Response.json(settings)
        }
        router.get("raccoon/reservations/:number") { _, context in
            let number = try context.number
            guard try house().reservations[number] != nil else { throw Problem.reservationUnknown }
            return try Response.json(try house().tickets(of: number).map(TicketResource.init))
        }
        router.post("raccoon/reservations/:number/invoice") { _, context in
            try DeskAction.invoice(try context.number).perform(on: hotel)
            return Response(status: .noContent)
        }
        router.post("raccoon/tickets/:number/transfer") { request, context in
            guard let number = Int(try context.number) else { throw Problem.ticketUnknown }
            let body = try await request.decodeJSON(TransferBody.self)
            try DeskAction.transferTicket(number, to: body.to).perform(on: hotel)
            return Response(status: .noContent)
        }
    }

    private struct TransferBody: Decodable { let to: String }

    /// The hotel, if it is a RoomRaccoon house.
    private func house() throws(Problem) -> Hotel {
        let hotel = hotel.snapshot
        guard hotel.raccoon != nil else { throw .notFound }
        return hotel
    }

    private func deliver(_ delivery: RaccoonDesk.Delivery, over channel: any Channel) async throws -> Response {
        switch delivery {
        case .send(let answer): return response(answer)
        case .sendBeginning(let answer, let bytes):
            return response(answer) { writer in
                try await writer.write(ByteBuffer(bytes: answer.body.utf8.prefix(bytes)))
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
        _ answer: RaccoonAnswer, body: (@Sendable @concurrent (inout any ResponseBodyWriter) async throws -> Void)? = nil
    ) -> Response {
        var response = Response(status: .init(code: answer.status))
        response.headers[.contentType] = answer.body.hasPrefix("<") ? "text/html" : "application/json"
        response.headers[.retryAfter] = answer.retryAfterSeconds.map(String.init)
        if let body {
            response.body = ResponseBody(contentLength: answer.body.utf8.count, body)
        } else {
            response.body = ResponseBody(byteBuffer: ByteBuffer(string: answer.body))
        }
        return response
    }

    /// Waits, but not beyond the server's own end.
    private static func wait(_ ms: Int) async throws {
        try await cancelWhenGracefulShutdown { try await Task.sleep(for: .milliseconds(ms)) }
    }
}

/// A ticket for programs. Amounts are minor units, instants milliseconds since 1970.
struct TicketResource: Encodable {
    /// One of its lines.
    struct Line: Encodable {
        let description: String
        let quantity, amountMinor, revenueGroup: Int
    }

    let number, totalMinor: Int
    let reservation, chargedTo, room, businessDate: String
    let atMs: Int64
    let isConsolidated, isRefund: Bool
    let lines: [Line]

    init(_ ticket: POSTicket) {
        number = ticket.number
        totalMinor = ticket.totalMinor
        reservation = ticket.reservation
        chargedTo = ticket.chargedTo
        room = ticket.room
        businessDate = ticket.businessDate.iso
        atMs = ticket.atMs
        isConsolidated = ticket.isConsolidated
        isRefund = ticket.isRefund
        lines = ticket.lines.map {
            Line(description: $0.description, quantity: $0.quantity, amountMinor: $0.amountMinor, revenueGroup: $0.revenueGroup)
        }
    }
}
