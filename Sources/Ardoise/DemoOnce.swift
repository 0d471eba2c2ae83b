import Foundation
import NIOHTTP1

/// The main job by itself, through the HTTP API, as a client would do it: then the conversation with the hotel, and the folio.
struct DemoOnce {
    let house: RunningHouse

    /// Five articles by their PLU, as a waiter would type them: food, wine, water, coffee and something to take away.
    private static let articles = [20, 11, 52, 71, 80]
    private static let tableNumber = 12
    private static let room = "204"

    /// What makes the demo fail.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Does the job. Throws `Failure` unless the hotel's folio then shows exactly that charge.
    func run() async throws {
        let waiter = try await house.signedIn(as: "waiter")
        let check = try await openAndOrder(waiter)
        Say.line("Check \(check.number), table \(Self.tableNumber): \(euros(check.total))")
        let guest = try await guest(waiter)
        Say.line("Room \(Self.room): \(guest.name)")
        let before = try await house.folio(of: guest.reservationNumber)
        let charge = try await waiter.call(
            .POST, "/api/v1/checks/\(check.id)/room-charges", ChargeBody(amount: check.total, guest: guest), key: newKey(),
            as: ChargeAnswer.self)
        let after = try await house.folio(of: guest.reservationNumber)
        printConversation()
        printFolio(after, of: guest)
        try verify(check, charge, before: before, after: after)
        Say.line("\nThe folio shows exactly that charge.")
    }

    private func openAndOrder(_ waiter: TillClient) async throws -> CheckBody {
        let outlets: OutletsBody = try await waiter.call(.GET, "/api/v1/outlets")
        let floor: FloorBody = try await waiter.call(.GET, "/api/v1/outlets/\(outlets.outlets[0].id)/floor")
        guard let table = floor.tables.first(where: { $0.number == Self.tableNumber }) else {
            throw Failure(description: "there is no table \(Self.tableNumber)")
        }
        let opened: CheckBody = try await waiter.call(
            .POST, "/api/v1/checks", OpenBody(outletId: outlets.outlets[0].id, tableId: table.id, covers: 2), key: newKey())
        let menu: MenuBody = try await waiter.call(.GET, "/api/v1/menu")
        let items = Self.articles.compactMap { plu in menu.items.first { $0.code == plu } }
        let changes = items.map { ChangeBody(id: newKey(), menuItemId: $0.id, quantity: 1) }
        return try await waiter.call(.POST, "/api/v1/checks/\(opened.id)/lines", LinesBody(changes: changes))
    }

    private func guest(_ waiter: TillClient) async throws -> GuestBody {
        let found: GuestsBody = try await waiter.call(.POST, "/api/v1/guest-searches", SearchBody(text: Self.room))
        guard let guest = found.guests.first(where: { $0.mayBeCharged == true }) else {
            throw Failure(description: "nobody in room \(Self.room) may be charged")
        }
        return guest
    }

    private func printConversation() {
        Say.line("\nThe conversation over FIAS (→ to the hotel, ← from it):")
        for line in house.conversation.lines { Say.line("  \(line)") }
    }

    private func printFolio(_ folio: FolioBody, of guest: GuestBody) {
        Say.line("\nThe folio of \(guest.name), room \(guest.roomNumber), in the hotel:")
        for line in folio.lines {
            Say.line("  \(line.businessDate)  \(line.text.padding(toLength: 34, withPad: " ", startingAt: 0)) \(euros(line.amountMinor))")
        }
        Say.line("  balance \(euros(folio.balanceMinor))")
    }

    /// The hotel's word counts, not ours.
    private func verify(_ check: CheckBody, _ charge: ChargeAnswer, before: FolioBody, after: FolioBody) throws {
        guard charge.posting.state == "accepted" else { throw Failure(description: "the posting is \(charge.posting.state), not accepted") }
        guard charge.check.state == "closed" else { throw Failure(description: "the check is not closed") }
        let ours = after.lines.filter { $0.details?.checkNumber == String(check.number) }
        guard ours.map(\.amountMinor).reduce(0, +) == check.total, after.lines.count == before.lines.count + ours.count, !ours.isEmpty,
            Set(ours.map { $0.details?.postingNumber }).count == 1, after.balanceMinor - before.balanceMinor == check.total
        else { throw Failure(description: "the folio does not show exactly that charge") }
    }

    private func newKey() -> String { UUID().uuidString.lowercased() }

    private func euros(_ cents: Int) -> String {
        let text = String(abs(cents))
        let padded = String(repeating: "0", count: max(0, 3 - text.count)) + text
        return (cents < 0 ? "-" : "") + "\(padded.dropLast(2)).\(padded.suffix(2)) €"
    }
}
