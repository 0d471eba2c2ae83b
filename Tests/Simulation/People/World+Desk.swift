import HotelSimulator
import Operations
import PointOfSale

/// The manager: looks at the folio of every charge in doubt that no machine settles, and says truly what stands there.
extension World {
    private static let deskEveryMs: ClosedRange<Int64> = 30_000...60_000
    /// How long the manager leaves a doubt to the machine, ms.
    private static let patienceMs: Int64 = 90_000
    private static let doubtsMax = 100

    func deskActs() {
        plan(.deskActs, inMs: dice.ms(Self.deskEveryMs))
        guard let program = machine.program, program.hasStarted else { return }
        let (replies, manager) = (replies, house.manager)
        let withdraws = faultHappens(plan.withdraws)
        program.call { restaurant in
            guard let postings = try? await restaurant.postings(in: [.inDoubt], limit: Self.doubtsMax) else { return }
            var doubts: [Reply.Doubt] = []
            for posting in postings {
                guard let story = try? await restaurant.posting(posting.id) else { continue }
                doubts.append(Reply.Doubt(posting: posting, numbers: story.attempts.filter { $0.isUnknown }.map(\.number)))
            }
            replies.put(Reply(program: program.number, diner: nil, content: .doubts(doubts)))
            guard withdraws, let waiting = try? await restaurant.postings(in: [.queued], limit: 1).first else { return }
            _ = try? await restaurant.withdraw(waiting.id, by: manager)
        }
    }

    func deskHears(_ content: Reply.Content) {
        guard case .doubts(let doubts) = content, let program = machine.program else { return }
        for doubt in doubts where isForPerson(doubt) {
            let (id, manager) = (doubt.posting.id, house.manager)
            let isOnFolio = doubt.numbers.contains { number in hotel.bookings(under: number) > 0 }
            tell("desk", "\(doubt.posting.checkNumber) is \(isOnFolio ? "" : "not ")on the folio")
            tally.doubtsSettledByPerson += 1
            program.call { restaurant in
                _ = try? await restaurant.settleDoubt(of: id, isOnFolio: isOnFolio, note: "looked at the folio", by: manager)
            }
        }
    }

    /// Whether nothing can change any more at the hotel, and no machine can tell, or has had its time.
    private func isForPerson(_ doubt: Reply.Doubt) -> Bool {
        guard plan.hasDesk else { return false }
        let isDecided = doubt.numbers.allSatisfy { number in
            watchman.sent[number].map { !hotel.isWorking(on: number) && (watchman.heard.contains(number) || !canStillArrive($0)) } ?? true
        }
        guard isDecided, doubt.posting.updatedAt.ms(since: time.now) <= -Self.patienceMs || phase == .settling else { return false }
        return !machineCanTell(doubt.posting) || time.uptimeMs > settlingSinceMs + Self.settlingMsMax / 2
    }

    private func canStillArrive(_ sent: Watchman.Sent) -> Bool {
        guard let connection = network[sent.connection] else { return false }
        return !connection.hasHotelClosed && !connection.isTorn
    }

    /// Whether the bill of this guest shows the till's references, the guest is still where he was, and there is a booking of ours from
    /// which the till can learn that this hotel's bills show them.
    func machineCanTell(_ posting: FolioPosting) -> Bool {
        plan.showsReferences && posting.guest.map { isThere($0.reservationNumber, in: $0.roomNumber.text) } ?? false
            && HotelLedger(hotel.books).entries.contains { isThere($0.reservation, in: $0.room) }
    }

    private func isThere(_ reservation: String, in room: String) -> Bool {
        hotel.books.reservations[reservation].map { $0.room == room && $0.status == .inHouse } ?? false
    }
}
