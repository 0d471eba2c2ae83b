/// What reception can do to a stay or to the house, whether a page or a program asks for it.
enum DeskAction: Sendable, Equatable {
    case checkIn(String)
    case checkOut(String)
    case move(String, to: String)
    case setNoPost(String, Bool)
    case setCreditLimit(String, Int?)
    /// An amount in minor units on a bill, with a text of its own or none.
    case postByHand(FolioOwner, Int, text: String)
    /// Another till charges the stay, the last amount again when none is given.
    case postAsOtherTill(String, Int?)
    case transferLine(Int, from: FolioOwner, to: FolioOwner)
    case route(String, to: FolioOwner?)
    case startNightAudit, finishNightAudit
    /// RoomRaccoon: a whole ticket to another reservation.
    case transferTicket(Int, to: String)
    /// RoomRaccoon: the invoice of a stay.
    case invoice(String)

    /// Does it. Throws `Problem` when reception cannot.
    func perform(on hotel: SimulatedHotel) throws(Problem) {
        do {
            try hotel.change { (hotel, atMs) throws(DeskRefusal) in try perform(on: &hotel, atMs: atMs) }
        } catch {
            throw Problem(error)
        }
    }

    private func perform(on hotel: inout Hotel, atMs: Int64) throws(DeskRefusal) {
        switch self {
        case .checkIn(let number): try hotel.checkIn(number, atMs: atMs)
        case .checkOut(let number): try hotel.checkOut(number, atMs: atMs)
        case .move(let number, let room): try hotel.move(number, to: room, atMs: atMs)
        case .setNoPost(let number, let noPost): try hotel.setNoPost(noPost, on: number, atMs: atMs)
        case .setCreditLimit(let number, let limit): try hotel.setCreditLimit(limit, on: number, atMs: atMs)
        case .postByHand(let owner, let amount, let text): try hotel.postByHand(amount, text: text, on: owner, atMs: atMs)
        case .postAsOtherTill(let number, let amount): try hotel.postAsOtherTill(amount, to: number, atMs: atMs)
        case .transferLine(let line, let owner, let target): try hotel.transferLine(line, from: owner, to: target, atMs: atMs)
        case .route(let number, let target): try hotel.route(number, to: target, atMs: atMs)
        case .transferTicket(let ticket, let target): try hotel.transferTicket(ticket, to: target, atMs: atMs)
        case .invoice(let number): try hotel.invoice(number)
        case .startNightAudit: try hotel.startNightAudit(atMs: atMs)
        case .finishNightAudit: try hotel.finishNightAudit(atMs: atMs)
        }
    }
}

extension FaultPlan {
    /// Does what the plan says. Throws `Problem` when no more faults can be armed.
    func perform(on hotel: SimulatedHotel) throws(Problem) {
        switch effect {
        case .armed(let fault): guard hotel.arm(fault, on: on, count: count) else { throw .faultQueueFull }
        case .atOnce(let disturbance): hotel.disturb(disturbance)
        case .slow(let ms): hotel.change { hotel, _ in hotel.settings.answerDelayMs = ms }
        }
    }
}
