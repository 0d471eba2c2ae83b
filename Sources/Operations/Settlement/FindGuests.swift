package import PointOfSale
import Storage

extension Restaurant {
    /// Asks the hotel who is in that room, or who is called that. Nothing is stored but, for a while and in memory, whom the hotel named.
    /// - Throws: `Refusal` — not permitted, nothing to search for, guest not found, hotel unavailable.
    package func findGuests(_ text: String, by cashier: Cashier) async throws -> [GuestAccount] {
        try cashier.mustBeAllowed(.settleChecks)
        return try await ask(try GuestInquiry(searching: text, capabilities: hotel.capabilities))
    }

    /// The account as the hotel last named it: asked anew when it named nobody like that lately.
    ///
    /// What the client sends is never taken for the hotel's word: name and right to be charged come from the hotel.
    /// - Throws: `Refusal` — guest not found, hotel unavailable.
    func accountOffered(_ choice: GuestChoice) async throws -> ChargedAccount {
        if let known = recentGuests.guest(choice, at: now()) { return ChargedAccount(known.guest, at: known.seen) }
        return try await accountAsked(choice)
    }

    /// The account as the hotel names it now.
    /// - Throws: `Refusal` — guest not found, hotel unavailable.
    func accountAsked(_ choice: GuestChoice) async throws -> ChargedAccount {
        let moment = now()
        guard let guest = try await ask(.room(choice.roomNumber)).first(where: choice.matches) else { throw Refusal.guestNotFound }
        return ChargedAccount(guest, at: moment)
    }

    /// What was accepted between the question and the answer counts twice rather than not at all: the moment is that of the question.
    private func ask(_ inquiry: GuestInquiry) async throws -> [GuestAccount] {
        let moment = now()
        let named: [GuestAccount]
        do {
            named = try await hotel.findGuests(inquiry)
        } catch {
            throw Refusal.hotelUnavailable(error)
        }
        guard !named.isEmpty else { throw Refusal.guestNotFound }
        let link = try await database.read { tx in try tx.hotelLink() }
        let guests = named.map { link?.isPaymaster($0.roomNumber) == true ? $0.asPaymaster : $0 }
        recentGuests.remember(guests, at: moment)
        return guests
    }
}
