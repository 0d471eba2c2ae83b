import FIAS
import HotelSimulator
import PointOfSale

/// What happens in the hotel beside the charges: restarts, the night audit, guests who leave and move, other people's bookings.
extension World {
    private static let restartMs: ClosedRange<Int64> = 500...40_000
    private static let auditMs: ClosedRange<Int64> = 5_000...60_000

    private var hotelMs: Int64 { HouseImage.beginsAt.milliseconds + time.uptimeMs }

    func restartHotel() {
        guard hotel.isUp else { return }
        count(.restart)
        for id in hotel.restart() {
            network[id]?.hasHotelClosed = true
            plan(.closeReachesTill(connection: id), inMs: dice.ms(0...5))
        }
        plan(.hotelIsBack, inMs: dice.ms(Self.restartMs))
    }

    func hotelIsBack() {
        hotel.isUp = true
        tell("hotel", "is back")
    }

    func nightAuditBegins() {
        guard (try? hotel.books.startNightAudit(atMs: hotelMs)) != nil else { return }
        count(.nightAudit)
        sayToAll(.ns)
        plan(.nightAuditEnds, inMs: dice.ms(Self.auditMs))
    }

    func nightAuditEnds() {
        guard (try? hotel.books.finishNightAudit(atMs: hotelMs)) != nil else { return }
        tell("hotel", "ends its night audit")
        sayToAll(.ne)
    }

    func disturbLink(_ kind: FaultKind) {
        count(kind)
        for id in hotel.links.keys.sorted() where hotel.links[id]?.isGone == false {
            switch kind {
            case .linkEnd: perform(hotel.links[id]?.machine.end(nowMs: time.uptimeMs) ?? [], on: id)
            case .linkStartAgain: perform(hotel.links[id]?.machine.startAgain() ?? [], on: id)
            default:
                guard hotel.links[id]?.machine.stage == .alive else { continue }
                hotelSays(stamped(.ds), on: id)
                plan(.resyncEnds(connection: id), inMs: dice.ms(500...20_000))
            }
        }
    }

    func resyncEnds(_ id: Int) {
        if hotel.links[id]?.isGone == false { hotelSays(stamped(.de), on: id) }
    }

    private func sayToAll(_ record: RecordID) {
        for id in hotel.links.keys.sorted() where hotel.links[id]?.machine.stage == .alive { hotelSays(stamped(record), on: id) }
    }

    private func stamped(_ id: RecordID) -> FIASRecord {
        let stamp = RecordStamp(wallMs: hotelMs, secondsFromGMT: 3_600)
        return FIASRecord(id, [.init(.date, stamp.date), .init(.time, stamp.time)])
    }

    // MARK: The front desk

    func receptionActs() { strike(dice.one(of: [.checkOut, .move, .noPosting])) }

    func receptionDoes(_ kind: FaultKind) {
        let reservation = dice.one(of: SmallHotel.guests).reservation
        let done: Void? =
            switch kind {
            case .checkOut: try? hotel.books.checkOut(reservation, atMs: hotelMs)
            case .move: try? hotel.books.move(reservation, to: dice.one(of: SmallHotel.emptyRooms), atMs: hotelMs)
            default: try? hotel.books.setNoPost(dice.happens(700), on: reservation, atMs: hotelMs)
            }
        if done != nil { count(kind, "reservation \(reservation)") }
    }

    /// Another till books the same amount on the same folio at the same moment.
    func othersBook(like record: FIASRecord) {
        guard let room = record[.roomNumber], let reservation = record[.reservationNumber],
            let total = record[.totalAmount].flatMap(Int.init)
        else { return }
        var details = ChargeDetails()
        details.workstation = Watchman.otherWorkstation
        details.checkNumber = "7"
        let charge = Charge(
            target: .guest(room: room, reservation: reservation), totalMinor: total, parts: [Charge.Part(.subtotal(1), total)],
            details: details)
        guard (try? hotel.books.book(charge, atMs: hotelMs)) != nil else { return }
        count(.sameAmountByOthers, "\(total) on \(room)")
    }
}
