import FIAS
import HotelSimulator

/// The hotel as the network sees it: its books, its interface, and a link for each connection.
struct HotelSide {
    /// One connection at the hotel's end.
    struct Link {
        var machine: ServerLinkStateMachine
        var scanner = FrameScanner()
        /// Requests that were heard and are not answered yet.
        var requestsPending = 0
        var isGone = false
    }

    /// A request that the hotel is about to work on.
    struct Request {
        let record: FIASRecord
        let connection: Int
        let described: LinkNegotiation
    }

    var books: Hotel
    var interface = PropertyInterface()
    var links: [Int: Link] = [:]
    var isUp = true
    private var requests: [Int: Request] = [:]
    private var deliveries: [Int: (steps: [DeliveryStep], connection: Int)] = [:]
    private var lastID = 0

    let configuration: LinkServerConfiguration

    init(atMs: Int64, plan: HistoryPlan) {
        books = SmallHotel.hotel(atMs: atMs, settings: plan.settings)
        configuration = HotelProfile.ifc8Strict.linkConfiguration(for: books)
    }

    mutating func accept(_ connection: Int) -> [ServerLinkStateMachine.Action] {
        var link = Link(machine: ServerLinkStateMachine(configuration: configuration))
        let actions = link.machine.accepted()
        links[connection] = link
        return actions
    }

    mutating func note(_ request: Request) -> Int {
        lastID += 1
        requests[lastID] = request
        links[request.connection]?.requestsPending += 1
        return lastID
    }

    /// The request, and the connection's conversation with it; nil when the hotel has been restarted since.
    mutating func takeRequest(_ id: Int) -> Request? {
        guard let request = requests.removeValue(forKey: id) else { return nil }
        links[request.connection]?.requestsPending -= 1
        return request
    }

    /// Works on a request: books, then says what is to be delivered.
    mutating func respond(to request: Request, atMs: Int64) -> Delivery {
        let described = DescribedFields { request.described.wants($0, in: $1) }
        return interface.respond(to: request.record, on: request.connection, in: &books, described: described, atMs: atMs)
    }

    mutating func note(_ delivery: Delivery, on connection: Int) -> Int {
        lastID += 1
        deliveries[lastID] = (delivery.steps, connection)
        return lastID
    }

    mutating func takeDelivery(_ id: Int) -> (steps: [DeliveryStep], connection: Int)? { deliveries.removeValue(forKey: id) }

    /// Whether it still has something to do or to say.
    var isBusy: Bool { !requests.isEmpty || deliveries.values.contains { links[$0.connection]?.isGone == false } }

    /// Whether it has booked anything of ours.
    var hasBooked: Bool { !HotelLedger(books).entries.isEmpty }

    /// Whether a posting under this number was heard and is not decided.
    func isWorking(on number: Int) -> Bool {
        requests.values.contains { $0.record[.postingNumber] == String(number) }
    }

    /// A connection is over; what was heard on it is still worked on.
    mutating func lose(_ connection: Int) {
        links[connection]?.isGone = true
        endConversationIfIdle(connection)
    }

    mutating func endConversationIfIdle(_ connection: Int) {
        guard let link = links[connection], link.isGone, link.requestsPending == 0 else { return }
        interface.end(connection: connection)
        links[connection] = nil
    }

    /// The interface is started anew: what it was about to do is forgotten.
    mutating func restart() -> [Int] {
        isUp = false
        requests = [:]
        deliveries = [:]
        let lost = links.filter { !$0.value.isGone }.keys.sorted()
        for connection in links.keys { interface.end(connection: connection) }
        links = [:]
        return lost
    }
}
