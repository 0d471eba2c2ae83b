import HotelSimulator
import PointOfSale
import Synchronization

/// The simulated hotel's books behind the port, without a wire: it flaps, closes its day and loses answers as a seed says.
final class YearHotel: HotelConnector {
    private struct State {
        var hotel: Hotel
        var random: SeededGenerator
        var phase = HotelLinkState.Phase.alive
        /// What it booked for each posting, reversals taken off, in minor units.
        var booked: [PostingID: Int] = [:]
        var lostAnswers = 0
    }

    /// One answer in so many is lost; the charge is booked every other time.
    private static let lossesOneIn = 400

    let integration = Integration.opera
    let capabilities = HotelCapabilities.opera
    let postingNumberDigits = 8
    private let state: Mutex<State>
    private let now: @Sendable () -> Timestamp

    init(_ hotel: Hotel, seed: UInt64, now: @escaping @Sendable () -> Timestamp) {
        state = Mutex(State(hotel: hotel, random: SeededGenerator(seed: seed)))
        self.now = now
    }

    var linkState: HotelLinkState { HotelLinkState(phase: state.withLock { $0.phase }, since: Sample.evening) }
    /// How many answers were lost.
    var lostAnswers: Int { state.withLock { $0.lostAnswers } }

    func link(is phase: HotelLinkState.Phase) { state.withLock { $0.phase = phase } }

    /// What stands in the books for a posting.
    func booked(_ id: PostingID) -> Int { state.withLock { $0.booked[id] ?? 0 } }

    /// What the books hold of all tills, and what is left on the posting accounts, which must be nothing.
    var totals: (booked: Int, leftOnPostingAccounts: Int) {
        state.withLock { state in
            let masters = Set(state.hotel.postingMasters.values).union([state.hotel.postingMaster].compactMap(\.self))
            let left = masters.reduce(0) { $0 + abs(state.hotel.folio(of: .reservation($1))?.balanceMinor ?? 0) }
            return (state.hotel.ledger.bookings.reduce(0) { $0 + $1.charge.totalMinor }, left)
        }
    }

    /// The hotel closes its own day: what comes meanwhile is put off.
    func audit(_ isRunning: Bool) throws {
        let atMs = now().milliseconds
        try state.withLock { state in
            if isRunning { try state.hotel.startNightAudit(atMs: atMs) } else { try state.hotel.finishNightAudit(atMs: atMs) }
        }
    }

    func findGuests(_ inquiry: GuestInquiry) async throws(HotelUnavailable) -> [GuestAccount] { throw .notConnected }
    func wireText(of posting: FolioPosting, number: Int) -> String { "PR|P#\(number)|TA\(posting.breakdown.total.minorUnits)|" }
    func readAccount(of guest: GuestChoice) async -> AccountReading { AccountReading(.notOffered) }

    func post(_ posting: FolioPosting, as attempt: PostingAttempt) async -> PostingReply {
        let atMs = now().milliseconds
        return state.withLock { state in
            guard state.phase == .alive else { return PostingReply(.notSent(.linkDown)) }
            let isLost = Int.random(in: 1...Self.lossesOneIn, using: &state.random) == 1
            if isLost {
                state.lostAnswers += 1
                guard Bool.random(using: &state.random) else { return PostingReply(.inDoubt(.timedOut)) }
            }
            do throws(BookingRefusal) {
                let booking = try state.hotel.book(Charge(posting), atMs: atMs)
                state.booked[posting.reverses ?? posting.id, default: 0] += posting.breakdown.total.minorUnits
                return PostingReply(
                    isLost ? .inDoubt(.timedOut) : .accepted(transactionNumbers: booking.transactionNumbers.map(String.init)))
            } catch {
                return PostingReply(error == .nightAudit ? .tryAgain(.nightAudit) : .refused(.unprocessable))
            }
        }
    }
}

extension Charge {
    fileprivate init(_ posting: FolioPosting) {
        var parts = posting.breakdown.subtotals.map { Part(.subtotal($0.key.number), $0.value.minorUnits) }
        if !posting.breakdown.tip.isZero { parts.append(Part(.tip, posting.breakdown.tip.minorUnits)) }
        var details = ChargeDetails()
        details.checkNumber = String(posting.checkNumber)
        details.outlet = String(posting.outletNumber)
        details.servingTime = String(posting.servicePeriod)
        self.init(
            target: posting.guest.map { .guest(room: $0.roomNumber.text, reservation: $0.reservationNumber) } ?? .direct,
            totalMinor: posting.breakdown.total.minorUnits, parts: parts, paymentMethod: posting.hotelCode, details: details)
    }
}
