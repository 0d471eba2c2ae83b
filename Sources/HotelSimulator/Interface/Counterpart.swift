import FIAS

/// Whom the link server talks to: passes each record to the hotel and the hotel's answer back.
struct Counterpart: LinkServerHandler {
    let hotel: SimulatedHotel
    let deliveries: Deliveries
    let profile: HotelProfile

    func linkAlive(_ connection: LinkServerConnection) async {
        hotel.begin(connection: connection.id)
    }

    func received(_ record: FIASRecord, on connection: LinkServerConnection) async {
        let delivery = hotel.respond(to: record, on: connection.id, described: connection.described(by: profile))
        await deliveries.perform(delivery, on: connection)
    }

    func linkClosed(_ connection: LinkServerConnection) async {
        hotel.end(connection: connection.id)
    }
}
