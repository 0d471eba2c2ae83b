import HTTPTypes
import Hummingbird
import Operations
import PointOfSale

/// Charging a check to a room: 201 booked, 202 on its way or in doubt, 422 refused.
enum RoomChargesAPI {
    static let charge: @Sendable (Visit) async throws -> Response = { visit in
        let (id, key) = (try visit.checkID, try visit.idempotencyKey)
        var body = try await visit.json()
        let chosen = try body.optionallyParsed("paymentMethodId") { PaymentMethodID(text: $0) }
        let hotel = try body.optionallyParsed("hotel") { Integration(rawValue: $0) }
        let amount = try body.integer("amount", in: PaymentsAPI.amounts)
        let tip = try body.optionalInteger("tip", in: PaymentsAPI.amountsOrNothing) ?? 0
        let waitMs = try body.optionalInteger("waitMs", in: 0...WebConfiguration.outcomeWaitMsMax) ?? WebConfiguration.outcomeWaitMsMax
        let lines = try LineChoice.read(&body, orElse: [:])
        let approval = try body.optionallyParsed("approvalId") { ApprovalID(text: $0) }
        let guest = try guestChoice(&body)
        let drawn = try body.optionalText("signature", lengthMax: SignatureStrokes.charactersMax)
        try body.nothingElse()
        let signature = try drawn.map { text in
            guard let strokes = SignatureStrokes(text: text) else { throw Refusal.signatureUnreadable }
            return strokes
        }
        let restaurant = visit.till.restaurant
        let currency = try await visit.till.property().currency
        let request = RoomChargeRequest(
            checkID: id, key: key, methodID: chosen, integration: hotel, amount: Money(amount, currency), tip: Money(tip, currency),
            lines: lines,
            guest: guest, approvalID: approval, workstation: Workstation.name(visit), signature: signature)
        let charged = try await restaurant.chargeToRoom(request, by: visit.cashier)
        if !charged.isRepeat { visit.till.live.announce(.floor) }
        let outcome = try await restaurant.awaitOutcome(of: charged.value.posting.id, atMostMs: waitMs)
        var response = try answer(outcome, visit)
        if charged.isRepeat { response.headers[.idempotencyReplayed] = "true" }
        return response
    }

    /// The field `guest`: whom the client chose from the hotel's list.
    static func guestChoice(_ body: inout JSONFields) throws -> GuestChoice {
        var fields = try body.object("guest")
        let room = try fields.parsed("roomNumber") { RoomNumber($0) }
        let reservation = try fields.text("reservationNumber", lengthMax: GuestChoice.reservationNumberCharactersMax)
        let name = try fields.text("name", lengthMax: GuestChoice.nameCharactersMax)
        try fields.nothingElse()
        guard let guest = GuestChoice(roomNumber: room, reservationNumber: reservation, name: name) else { throw Refusal.guestInvalid }
        return guest
    }

    private static func answer(_ charge: RoomCharge, _ visit: Visit) throws -> Response {
        let posting = charge.posting
        let mask = NameMask(try visit.cashier, madeBy: posting.createdBy)
        switch posting.state {
        case .refused, .notBooked, .withdrawn: throw Problem(endedAs: posting)
        case .accepted, .queued, .sending, .inDoubt:
            var response = Response.json(posting.state == .accepted ? .created : .accepted) { json in
                json.object("check") { $0.fields(of: charge.check, visit.language) }
                json.object("tender") { $0.fields(of: charge.tender) }
                json.object("posting") { $0.fields(of: posting, mask) }
            }
            response.headers[.location] = "/api/v1/postings/\(posting.id)"
            return response
        }
    }
}
