import Foundation
import HTTPTypes
import Hummingbird

/// The hotel for programs: tests and the demo. Amounts are minor units, instants milliseconds since 1970.
struct ReceptionAPI {
    let hotel: SimulatedHotel

    func addRoutes(to router: some RouterMethods<ReceptionContext>) {
        router.get("hotel") { _, _ in try Response.json(HotelResource(hotel)) }
        router.get("rooms") { _, _ in
            let hotel = hotel.snapshot
            return try Response.json(hotel.roomNumbers.map { RoomResource($0, in: hotel) })
        }
        router.get("reservations") { _, _ in
            let hotel = hotel.snapshot
            return try Response.json(hotel.reservations.values.sorted { $0.number < $1.number }.map { StayResource($0, in: hotel) })
        }
        router.get("folios/:number") { _, context in try folio(.reservation(try context.number)) }
        router.get("accounts/:number/folio") { _, context in try folio(.account(try context.number)) }
        router.get("ledger") { _, _ in try Response.json(hotel.ledger.entries.map(LedgerResource.init)) }
        router.get("ledger.csv") { request, _ in try dayList(request) }
        router.get("wire") { _, _ in try Response.json(hotel.wire.map(WireResource.init)) }
        router.get("faults") { _, _ in try Response.json(hotel.armedFaults.map(FaultResource.init)) }
        addActions(to: router)
        addBillActions(to: router)
    }

    private func addActions(to router: some RouterMethods<ReceptionContext>) {
        router.post("reservations/:number/check-in") { _, context in try act(.checkIn(try context.number)) }
        router.post("reservations/:number/check-out") { _, context in try act(.checkOut(try context.number)) }
        router.post("reservations/:number/move") { request, context in
            let body = try await request.decodeJSON(MoveBody.self)
            return try act(.move(try context.number, to: body.room))
        }
        router.post("reservations/:number/no-post") { request, context in
            let body = try await request.decodeJSON(NoPostBody.self)
            return try act(.setNoPost(try context.number, body.noPost))
        }
        router.post("reservations/:number/limit") { request, context in
            let body = try await request.decodeJSON(LimitBody.self)
            return try act(.setCreditLimit(try context.number, body.limitMinor))
        }
        router.post("night-audit") { _, _ in
            try DeskAction.startNightAudit.perform(on: hotel)
            return try act(.finishNightAudit)
        }
        router.post("night-audit/start") { _, _ in try act(.startNightAudit) }
        router.post("night-audit/finish") { _, _ in try act(.finishNightAudit) }
        router.post("faults") { request, _ in
            try await request.decodeJSON(FaultPlan.self, orThrow: .malformedPlan).perform(on: hotel)
            return Response(status: .noContent)
        }
        router.delete("faults") { _, _ in
            hotel.disarmFaults()
            return Response(status: .noContent)
        }
        router.put("settings") { request, _ in
            let settings = try await request.decodeJSON(HotelSettings.self)
            hotel.change { hotel, _ in hotel.settings = settings }
            return try Response.json(settings)
        }
    }

    private func addBillActions(to router: some RouterMethods<ReceptionContext>) {
        router.post("reservations/:number/lines") { request, context in
            let body = try await request.decodeJSON(LineBody.self)
            return try act(.postByHand(.reservation(try context.number), body.amountMinor, text: body.text ?? ""))
        }
        router.post("reservations/:number/other-till") { request, context in
            let body = try await request.decodeJSON(OtherTillBody.self)
            return try act(.postAsOtherTill(try context.number, body.amountMinor))
        }
        router.post("reservations/:number/transfer") { request, context in
            let body = try await request.decodeJSON(TransferBody.self)
            let target = try owner(numbered: body.to)
            return try act(.transferLine(body.transactionNumber, from: .reservation(try context.number), to: target))
        }
        router.post("reservations/:number/route") { request, context in
            let body = try await request.decodeJSON(RouteBody.self)
            return try act(.route(try context.number, to: try body.to.map { try owner(numbered: $0) }))
        }
    }

    private func owner(numbered number: String) throws(Problem) -> FolioOwner {
        guard let owner = hotel.snapshot.folioOwner(numbered: number) else { throw .reservationUnknown }
        return owner
    }

    /// Today's list unless a date is asked for.
    private func dayList(_ request: Request) throws(Problem) -> Response {
        let hotel = hotel.snapshot
        guard let text = request.uri.queryParameters["date"] else {
            return DayList(businessDate: hotel.businessDate, hotel: hotel).response
        }
        guard let date = CivilDate(iso: String(text)) else { throw .malformedDate }
        return DayList(businessDate: date, hotel: hotel).response
    }

    private func act(_ action: DeskAction) throws -> Response {
        try action.perform(on: hotel)
        return Response(status: .noContent)
    }

    private func folio(_ owner: FolioOwner) throws -> Response {
        guard let folio = hotel.snapshot.folio(of: owner) else { throw Problem.notFound }
        return try Response.json(FolioResource(folio))
    }
}

private struct MoveBody: Decodable { let room: String }
private struct NoPostBody: Decodable { let noPost: Bool }
private struct LimitBody: Decodable { let limitMinor: Int? }
private struct OtherTillBody: Decodable { let amountMinor: Int? }
private struct RouteBody: Decodable { let to: String? }
private struct LineBody: Decodable {
    let amountMinor: Int
    let text: String?
}
private struct TransferBody: Decodable {
    let transactionNumber: Int
    let to: String
}
