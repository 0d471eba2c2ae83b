import Foundation

/// What a till asked of RoomRaccoon, read apart from the till's own code so that the two do not share a mistake.
enum RaccoonRequest: Sendable, Equatable {
    case verify(room: String)
    case charge(reservation: String, room: String, lines: [POSTicket.Line])

    /// Who asks.
    struct Credentials: Sendable, Equatable {
        let apiKey, hotelID: String
    }

    /// The kind of request that a fault waits for.
    var kind: InterfaceRequest {
        switch self {
        case .verify: .inquiry
        case .charge: .posting
        }
    }

    /// Reads a body. Amounts are exact decimals of the hotel's currency.
    /// - Throws: what is wrong with it.
    static func read(_ body: Data, minorDigits: Int) throws(RaccoonRefusal) -> (Credentials, RaccoonRequest) {
        let wire: Body
        do {
            wire = try JSONDecoder().decode(Body.self, from: body)
        } catch {
            throw .unreadable("JSON")
        }
        let credentials = Credentials(apiKey: wire.apiKey, hotelID: wire.hotelId)
        switch (wire.VerifyRoomRequest, wire.ChargeRoomRequest) {
        case (let verify?, nil):
            guard verify.VerifyType == "RoomNumber" else { throw .unreadable("VerifyType") }
            return (credentials, .verify(room: verify.VerifyValue))
        case (nil, let charge?):
            var lines: [POSTicket.Line] = []
            for detail in charge.TicketDetails {
                guard let minor = minorUnits(detail.Amount, minorDigits) else { throw .unreadable("Amount") }
                guard detail.Quantity > 0 else { throw .unreadable("Quantity") }
                guard !detail.Description.isEmpty else { throw .unreadable("Description") }
                lines.append(
                    POSTicket.Line(
                        description: detail.Description, quantity: detail.Quantity, amountMinor: minor, revenueGroup: detail.RevenueGroup))
            }
            return (credentials, .charge(reservation: charge.ReservationNumber, room: charge.RoomNumber, lines: lines))
        default: throw .unreadable("one request is needed")
        }
    }

    /// Whole minor units, or nil when the amount is finer than the currency or too large for any bill.
    private static func minorUnits(_ amount: Decimal, _ minorDigits: Int) -> Int? {
        var scaled = amount
        for _ in 0..<minorDigits { scaled *= 10 }
        var (rounded, value) = (Decimal(), scaled)
        NSDecimalRound(&rounded, &value, 0, .plain)
        guard rounded == scaled, abs(scaled) <= Decimal(Hotel.creditLimitMinorMax) else { return nil }
        return Int("\(rounded)")
    }

    /// Names as they stand on the wire.
    private struct Body: Decodable {
        let apiKey, hotelId: String
        let VerifyRoomRequest: Verify?
        let ChargeRoomRequest: ChargeRoom?
    }
    private struct Verify: Decodable {
        let VerifyType, VerifyValue: String
    }
    private struct ChargeRoom: Decodable {
        let ReservationNumber, RoomNumber: String
        let TicketDetails: [Detail]
    }
    private struct Detail: Decodable {
        let Description: String
        let Amount: Decimal
        let Quantity, RevenueGroup: Int
    }
}
