/// The hotels' systems of the house, each behind its own line. OPERA's is always there, set up or not.
package struct Hotels: Sendable {
    /// The line to OPERA.
    package let opera: any HotelConnector
    private let others: [Integration: any HotelConnector]

    /// OPERA's line, and whatever others there are.
    package init(opera: any HotelConnector, others: [any HotelConnector] = []) {
        self.opera = opera
        self.others = Dictionary(uniqueKeysWithValues: others.map { ($0.integration, $0) })
    }

    /// The line of that integration.
    /// - Throws: `Refusal.hotelUnavailable` when this program has none.
    package func line(_ integration: Integration) throws(Refusal) -> any HotelConnector {
        if integration == opera.integration { return opera }
        guard let line = others[integration] else { throw .hotelUnavailable(.notConnected) }
        return line
    }

    /// All lines, OPERA's first.
    package var all: [any HotelConnector] { [opera] + Integration.allCases.compactMap { others[$0] } }
}
