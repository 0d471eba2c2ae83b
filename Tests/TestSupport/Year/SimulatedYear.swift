import HotelGateway
import HotelSimulator
import Logging
import Operations
package import PointOfSale
import Storage

/// A year of two outlets in made-up time: guests pay in cash, by card and on rooms, the line to the hotel flaps, the hotel closes its days,
/// the clock is set twice; and every business date must balance to the cent, in our books and in the hotel's.
package struct SimulatedYear: Sendable {
    package let seed: UInt64
    package let first: BusinessDate
    package let dates: Int
    package let checksPerDay: Int

    /// What it came to.
    package struct Outcome: Sendable {
        package var checks = 0
        package var rooms = 0
        package var revenuePostings = 0
        package var doubts = 0
        package var windows: [BusinessDate: Int] = [:]
        /// Dates that did not balance, and by how much; the proof is that there is none.
        package var unbalanced: [String] = []
        package var leftOnPostingAccounts = 0
        /// What our days come to and what the hotel's books hold, minor units.
        package var ours = 0
        package var hotels = 0
    }

    /// A play of so many dates from `first` on.
    package init(seed: UInt64, first: BusinessDate, dates: Int, checksPerDay: Int) {
        self.seed = seed
        self.first = first
        self.dates = dates
        self.checksPerDay = checksPerDay
    }

    /// Plays it. Throws what a till or its storage throws.
    package func play() async throws -> Outcome {
        let house = try await TestHouse.open()
        try await house.transmitsReceipts()
        let clock = house.clock
        let begin = Sample.calendar.start(of: first)
        clock.advance(ms: begin.ms(since: clock.now))
        let hotel = YearHotel(try Self.hotel(at: begin), seed: seed &+ 1, now: { clock.now })
        let dispatcher = PostingDispatcher(
            database: house.database, hotel: hotel, signals: house.restaurant.signals, logger: Logger(label: "year"),
            clock: GatewayClock(now: { clock.now }, uptimeMs: { 0 }, pause: { _ in }))
        var day = YearDay(house: house, hotel: hotel, dispatcher: dispatcher, random: SeededGenerator(seed: seed))
        var date = first
        for _ in 0..<dates {
            try await day.play(date, checks: checksPerDay)
            date = date.next
        }
        // The last date closes, and what waits is sent.
        try await day.play(date, checks: 0)
        day.outcome.ours = day.total
        (day.outcome.hotels, day.outcome.leftOnPostingAccounts) = hotel.totals
        day.outcome.doubts = hotel.lostAnswers
        return day.outcome
    }

    /// The shipped hotel, on that day.
    private static func hotel(at moment: Timestamp) throws -> Hotel {
        var hotel = try HotelLoader.demo(now: moment.milliseconds)
        hotel.settings.takesKnownOutletsOnly = true
        hotel.settings.servingTimes = [1, 2, 3, 4]
        return hotel
    }
}
