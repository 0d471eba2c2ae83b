import PointOfSale
import Synchronization

/// Whom the hotel named lately, in memory only: bounded in number and in time, gone with the process.
final class RecentGuests: Sendable {
    /// How long a guest stays chargeable without asking the hotel again.
    static let keptMs: Int64 = 10 * 60 * 1000
    /// How many guests are remembered.
    static let countMax = 2000

    private struct Key: Hashable {
        let integration: Integration
        let room: RoomNumber
        let reservation: String
    }

    private let guests = Mutex<[Key: (guest: GuestAccount, seen: Timestamp)]>([:])

    /// Remembers what the hotel just said of these guests.
    func remember(_ named: [GuestAccount], in integration: Integration, at moment: Timestamp) {
        guests.withLock { guests in
            for guest in named {
                guests[Key(integration: integration, room: guest.roomNumber, reservation: guest.reservationNumber)] = (guest, moment)
            }
            guard guests.count > Self.countMax else { return }
            guests = guests.filter { moment.ms(since: $0.value.seen) <= Self.keptMs }
            if guests.count > Self.countMax { guests.removeAll() }
        }
    }

    /// The guest that was chosen, if the hotel named it lately, and when.
    func guest(_ choice: GuestChoice, in integration: Integration, at moment: Timestamp) -> (guest: GuestAccount, seen: Timestamp)? {
        guests.withLock { guests in
            let key = Key(integration: integration, room: choice.roomNumber, reservation: choice.reservationNumber)
            guard let known = guests[key], moment.ms(since: known.seen) <= Self.keptMs
            else { return nil }
            return known
        }
    }
}
