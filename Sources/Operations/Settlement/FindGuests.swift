package import PointOfSale
import Storage

extension Restaurant {
    /// Asks the hotel who is in that room, or who is called that. Nothing is stored but, for a while and in memory, whom the hotel named.
    /// - Parameter integration: which hotel's system is asked.
    /// - Throws: `Refusal` — not permitted, nothing to search for, guest not found, hotel unavailable.
    package func findGuests(
        _ text: String, in integration: Integration = .opera, by cashier: Cashier
    ) async throws -> [GuestAccount] {
        try cashier.mustBeAllowed(.settleChecks)
        return try await ask(
            try GuestInquiry(searching: text, capabilities: hotels.line(integration).capabilities), in: integration)
    }

    /// The account as the hotel last named it: asked anew when it named nobody like that lately.
    ///
    /// What the client sends is never taken for the hotel's word: name and right to be charged come from the hotel.
    /// - Throws: `Refusal` — guest not found, hotel unavailable.
    func accountOffered(_ choice: GuestChoice, in integration: Integration) async throws -> ChargedAccount {
        if let known = recentGuests.guest(choice, in: integration, at: now()) {
            return ChargedAccount(known.guest, in: integration, at: known.seen)
        }
        return try await accountAsked(choice, in: integration)
    }

    /// The account as the hotel names it now.
    /// - Throws: `Refusal` — guest not found, hotel unavailable.
    func accountAsked(_ choice: GuestChoice, in integration: Integration) async throws -> ChargedAccount {
        let moment = now()
        guard let guest = try await ask(.room(choice.roomNumber), in: integration).first(where: choice.matches) else {
            throw Refusal.guestNotFound
        }
        return ChargedAccount(guest, in: integration, at: moment)
    }

    /// What was accepted between the question and the answer counts twice rather than not at all: the moment is that of the question.
    func ask(_ inquiry: GuestInquiry, in integration: Integration) async throws -> [GuestAccount] {
        let moment = now()
        let line = try hotels.line(integration)
        let named: [GuestAccount]
        do {
            named = try await line.findGuests(inquiry)
        } catch {
            throw Refusal.hotelUnavailable(error)
        }
        guard !named.isEmpty else { throw Refusal.guestNotFound }
        let link = integration == .opera ? try await database.read { tx in try tx.hotelLink() } : nil
        let guests = named.map { link?.isPaymaster($0.roomNumber) == true ? $0.asPaymaster : $0 }
        recentGuests.remember(guests, in: integration, at: moment)
        return guests
    }
}
