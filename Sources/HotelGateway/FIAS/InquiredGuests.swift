import PointOfSale
import Synchronization

/// Whom an inquiry found on the link as it now stands. A posting without one is silently ignored by the hotel, and a new link has
/// forgotten all of them (`FIAS 2.20.24 §6.2`).
final class InquiredGuests: Sendable {
    /// How many are remembered before starting anew.
    static let countMax = 5000

    struct Found {
        let mayBeCharged: Bool
        /// What stood on the folio then; nil when the hotel did not say, or something of ours went there since.
        var balance: Money?
        let at: Timestamp

        init(_ guest: GuestAccount, at moment: Timestamp) {
            mayBeCharged = guest.mayBeCharged
            balance = guest.balance
            at = moment
        }
    }

    private struct Register {
        var session = -1
        var guests: [String: Found] = [:]
    }

    private let keptMs: Int64
    private let register = Mutex(Register())

    /// A register that forgets after `keptMs`.
    init(keptMs: Int64) { self.keptMs = keptMs }

    /// Notes what an inquiry on that session brought.
    func note(_ guests: [GuestAccount], session: Int, at moment: Timestamp) {
        register.withLock { register in
            if register.session != session { register = Register(session: session) }
            if register.guests.count + guests.count > Self.countMax { register.guests.removeAll() }
            for guest in guests {
                register.guests[Self.key(guest.roomNumber, guest.reservationNumber)] = Found(guest, at: moment)
            }
        }
    }

    /// What was found of the guest on that session; nil when it must be asked again.
    func found(_ guest: GuestChoice, session: Int, at moment: Timestamp) -> Found? {
        register.withLock { register in
            guard register.session == session, let found = register.guests[Self.key(guest.roomNumber, guest.reservationNumber)],
                (0...keptMs).contains(moment.ms(since: found.at))
            else { return nil }
            return found
        }
    }

    /// A posting went to the guest: what stood on the folio before no longer does.
    func forgetBalance(of guest: GuestChoice) {
        register.withLock { $0.guests[Self.key(guest.roomNumber, guest.reservationNumber)]?.balance = nil }
    }

    private static func key(_ room: RoomNumber, _ reservation: String) -> String { room.text + "|" + reservation }
}
