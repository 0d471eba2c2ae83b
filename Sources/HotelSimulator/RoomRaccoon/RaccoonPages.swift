import HTTPTypes
import Hummingbird

/// RoomRaccoon's back office: every guest's profile with its Reservation module, and what the house has set.
struct RaccoonPages {
    let hotel: SimulatedHotel

    func addRoutes(to router: some RouterMethods<ReceptionContext>) {
        router.get("raccoon") { request, _ in
            let visit = Visit(hotel, request)
            guard let view = RaccoonView(visit) else { return trouble(.notFound, visit) }
            return PageRenderer.page("raccoon", view)
        }
        router.get("raccoon/:number") { request, context in
            let visit = Visit(hotel, request)
            guard let view = RaccoonGuestView(try context.number, visit) else { return trouble(.reservationUnknown, visit) }
            return PageRenderer.page("raccoon-guest", view)
        }
    }

    private func trouble(_ problem: Problem, _ visit: Visit) -> Response {
        PageRenderer.page("trouble", TroubleView(problem, visit), status: problem.status)
    }
}

/// The guests and the settings.
struct RaccoonView: Sendable {
    /// A guest in the list.
    struct Row: Sendable {
        let number, room, name, dates, status, total, address: String
        let count: Int
        let hasTickets: Bool
    }

    /// A shape of answer to choose.
    struct Shape: Sendable {
        let value, label: String
        let isChosen: Bool
    }

    let layout: LayoutView
    let w: Words
    let rows: [Row]
    let hotelID, apiKey, limit: String
    let consolidates, deniesWithStatus: Bool
    let shapes: [Shape]
    let groups: [String]

    /// Nil in a house without RoomRaccoon.
    init?(_ visit: Visit) {
        guard let settings = visit.hotel.raccoon else { return nil }
        w = visit.words
        layout = LayoutView(visit, title: w["navRaccoon"], section: .raccoon)
        let formats = visit.formats
        let tickets = Dictionary(grouping: visit.hotel.posTickets, by: \.reservation)
        let order = Dictionary(uniqueKeysWithValues: visit.hotel.roomNumbers.enumerated().map { ($1, $0) })
        rows = visit.hotel.reservations.values
            .filter { visit.hotel.rooms[$0.room]?.isDummy == false && ($0.status != .due || tickets[$0.number] != nil) }
            .sorted { (order[$0.room] ?? 0, $0.number) < (order[$1.room] ?? 0, $1.number) }
            .map { stay in
                let own = tickets[stay.number] ?? []
                return Row(
                    number: stay.number, room: stay.room, name: stay.guest.fullName,
                    dates: "\(formats.day(stay.arrival)) – \(formats.day(stay.departure))",
                    status: visit.words["stay", stay.status.rawValue],
                    total: formats.money(own.reduce(0) { $0 + $1.totalMinor }), address: "/raccoon/\(stay.number)", count: own.count,
                    hasTickets: !own.isEmpty)
            }
        hotelID = settings.hotelID
        apiKey = settings.apiKey
        limit = settings.requestsPerMinute.map(String.init) ?? ""
        consolidates = settings.consolidatesTickets
        deniesWithStatus = settings.deniesWithStatus
        shapes = RaccoonSettings.AnswerShape.allCases.map {
            Shape(value: $0.rawValue, label: $0.rawValue, isChosen: $0 == settings.answerShape)
        }
        groups = settings.revenueGroups.sorted { $0.key < $1.key }.map { "\($0.key) · \($0.value)" }
    }
}

/// A guest's profile: the Reservation module with all that tills have put on it.
struct RaccoonGuestView: Sendable {
    /// A line of a ticket.
    struct Line: Sendable {
        let description, amount, group: String
        let quantity: Int
        let isNegative: Bool
    }

    /// A ticket.
    struct Ticket: Sendable {
        let number: Int
        let title, when, total, from: String
        let isRefund, isConsolidated, isTransferred: Bool
        let lines: [Line]
        let key: String
    }

    /// A stay that a ticket may go to.
    struct Target: Sendable {
        let number, name: String
    }

    let layout: LayoutView
    let w: Words
    let number, name, room, dates, status, balance, folio: String
    let isInvoiced, noPost, isEmpty, canTransfer: Bool
    let tickets: [Ticket]
    let targets: [Target]

    /// Nil when there is no such reservation, or no RoomRaccoon.
    init?(_ number: String, _ visit: Visit) {
        guard let settings = visit.hotel.raccoon, let stay = visit.hotel.reservations[number] else { return nil }
        let formats = visit.formats
        w = visit.words
        self.number = number
        name = stay.guest.fullName
        room = stay.room
        dates = "\(formats.day(stay.arrival)) – \(formats.day(stay.departure))"
        status = visit.words["stay", stay.status.rawValue]
        balance = formats.money(visit.hotel.folio(of: .reservation(number))?.balanceMinor ?? 0)
        folio = "/folios/\(number)"
        isInvoiced = visit.hotel.isInvoiced(stay)
        noPost = stay.noPost
        tickets = visit.hotel.tickets(of: number).map { ticket in
            let wall = visit.hotel.wallClock(atMs: ticket.atMs)
            return Ticket(
                number: ticket.number, title: "POS Ticket #\(ticket.number)",
                when: "\(formats.day(ticket.businessDate)) \(wall.clockText)", total: formats.money(ticket.totalMinor),
                from: ticket.chargedTo, isRefund: ticket.isRefund, isConsolidated: ticket.isConsolidated,
                isTransferred: ticket.chargedTo != ticket.reservation,
                lines: ticket.lines.map { line in
                    Line(
                        description: line.description, amount: formats.money(line.amountMinor),
                        group: settings.revenueGroups[line.revenueGroup] ?? String(line.revenueGroup), quantity: line.quantity,
                        isNegative: line.amountMinor < 0)
                }, key: "ticket-\(ticket.number)")
        }
        isEmpty = tickets.isEmpty
        targets = visit.hotel.transferTargets(of: stay).map { Target(number: $0.number, name: "\($0.room) · \($0.guest.fullName)") }
        canTransfer = !targets.isEmpty
        layout = LayoutView(visit, title: name, section: .raccoon)
    }
}
