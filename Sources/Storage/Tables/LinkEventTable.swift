package import PointOfSale

extension SQLTransaction {
    /// How many changes of the line to the hotel are kept.
    package static var linkEventsKeptMax: Int { 500 }

    /// Notes that the line to the hotel now stands so; forgets the oldest such note when there are too many.
    package func noteLink(_ state: HotelLinkState, of integration: Integration) throws {
        try execute(
            """
            insert into link_event (id, property_id, noted_at, phase, fault, integration)
            values ($1, (select id from property), $2, $3, $4, $5)
            """,
            Identifier<HotelLinkState>.make(at: state.since), state.since, state.phase.rawValue, state.fault?.rawValue,
            integration.rawValue)
        try execute(
            "delete from link_event where id <= (select id from link_event order by id desc limit 1 offset $1)", Self.linkEventsKeptMax)
    }

    /// How the line stood, newest first.
    package func linkEvents(of integration: Integration, limit: Int) throws -> [HotelLinkState] {
        try query(
            "select * from link_event where integration = $1 order by id desc limit $2", integration.rawValue, limit
        ).map { row in
            HotelLinkState(
                phase: try row.state("phase"), since: try row.moment("noted_at"),
                fault: try row.optionalText("fault").flatMap { HotelLinkState.Fault(rawValue: $0) })
        }
    }
}
