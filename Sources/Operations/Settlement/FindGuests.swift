package import PointOfSale
import Storage

extension Restaurant {
    /// Asks the hotel who is in that room, or who is called that. Nothing is stored but, for a while and in memory, whom the hotel named.
    /// - Throws: `Refusal` — not permitted, nothing to search for, guest not found, hotel unavailable.
    package func findGuests(_ text: String, by cashier: Cashier) async throws -> [GuestAccount] {
        try cashier.mustBeAllowed(.settleChecks)
        return try await ask(try GuestInquiry(searching: text, capabilities: hotel.capabilities))
    }

    /// The guest as the hotel last named it: asked anew when it named nobody like that lately.
    ///
    /// What the client sends is never taken for the hotel's word: name and right to be charged come from the hotel.
    /// - Throws: `Refusal` — guest not found, no posting (`S1-15`), hotel unavailable.
    func guestOffered(_ choice: GuestChoice) async throws -> GuestAccount {
        if let guest = recentGuests.guest(choice, at: now()) { return guest }
        let guests = try await ask(.room(choice.roomNumber))
        guard let guest = guests.first(where: choice.matches) else { throw Refusal.guestNotFound }
        return guest
    }

    private func ask(_ inquiry: GuestInquiry) async throws -> [GuestAccount] {
        let guests: [GuestAccount]
        do {
            guests = try await hotel.findGuests(inquiry)
        } catch {
            throw Refusal.hotelUnavailable(error)
        }
        guard !guests.isEmpty else { throw Refusal.guestNotFound }
        recentGuests.remember(guests, at: now())
        return guests
    }
}
