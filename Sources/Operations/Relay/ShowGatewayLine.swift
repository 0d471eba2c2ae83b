package import PointOfSale
import Storage

/// What a till is told of its gateway (`S1-02`).
package struct GatewayLine: Hashable, Sendable {
    /// By which the gateway is known again.
    package let mark: String
    package let state: HotelLinkState
    package let capabilities: HotelCapabilities
    package let currency: Currency
}

extension Restaurant {
    /// How this till's line to the hotel stands, for the tills that it is the gateway of.
    /// - Throws: `Refusal.gatewayNotHere`.
    package func gatewayLine() async throws -> GatewayLine {
        let known = try await database.read { tx in
            try tx.mustBeGateway()
            return (mark: try tx.gatewayMark(), currency: try tx.property().currency)
        }
        let mark: String
        if let found = known.mark {
            mark = found
        } else {
            let fresh = Identifier<GatewayLine>.make(at: now()).text
            mark = try await database.write { tx in
                try tx.setGatewayMark(fresh)
                return try tx.gatewayMark() ?? fresh
            }
        }
        return GatewayLine(mark: mark, state: hotel.linkState, capabilities: hotel.capabilities, currency: known.currency)
    }

    /// Asks the hotel for guests on behalf of another till.
    /// - Throws: `Refusal` — this till is no gateway, nothing to search for, hotel unavailable.
    package func findGuests(forAnotherTill text: String) async throws -> [GuestAccount] {
        try await database.read { tx in try tx.mustBeGateway() }
        do {
            return try await ask(try GuestInquiry(searching: text, capabilities: hotel.capabilities), in: .opera)
        } catch Refusal.guestNotFound {
            return []
        }
    }
}
