import HotelSimulator
import Operations
import PointOfSale
import Storage
import Synchronization
import Testing

/// T4: the line between till and hotel is cut at every byte of a posting and of its answer, in every manner. The hotel's own ledger
/// decides.
@Suite(.serialized, .timeLimit(.minutes(15))) struct CutMatrixTests {
    /// How many houses work on the matrix at a time.
    private static let housesCount = 24

    @Test func `cut at every byte, where the bill can be read: every charge is booked exactly once, by machine`() async throws {
        try await Self.work(on: .billView) { house, cell in
            let (check, posting) = try await cell.strike(house)
            #expect(try await house.becomes([.accepted, .refused, .notBooked, .withdrawn], posting.id) == .accepted, "\(cell)")
            #expect(house.booked(check).count == 1, "\(cell)")
            let story = try await house.restaurant.posting(posting.id)
            let fates = story.attempts.map(\.fate)
            switch cell.cut.side {
            case .answer: #expect(fates == [.booked], "\(cell)")
            case .request where cell.cut.bytes < house.wire.seen.requestBytes: #expect(fates == [.notBooked, .booked], "\(cell)")
            case .request: #expect(fates.last == .booked && fates.dropLast().allSatisfy { $0 == .notBooked }, "\(cell)")
            }
            #expect(story.evidence.last?.source == .bill, "\(cell)")
        }
    }

    @Test func `cut at every byte, where nothing can be read: every charge is listed, sent once and left to a person`() async throws {
        try await Self.work(on: .nothing) { house, cell in
            let session = house.session
            let (check, posting) = try await cell.strike(house)
            #expect(try await house.becomes([.inDoubt, .accepted, .refused], posting.id) == .inDoubt, "\(cell)")
            try await house.isLinked(after: session)
            let other = try await house.check()
            #expect(
                try await house.becomes([.accepted, .refused, .inDoubt], house.charge(other, to: cell.guest).id) == .accepted, "\(cell)")

            let listed = try await house.restaurant.postings(in: [.inDoubt], limit: 10)
            #expect(listed.map(\.id) == [posting.id], "\(cell)")
            #expect(try await house.restaurant.posting(posting.id).attempts.count == 1, "\(cell)")
            let isBooked = house.booked(check).count
            switch cell.cut.side {
            case .answer: #expect(isBooked == 1, "\(cell)")
            case .request where cell.cut.bytes < house.wire.seen.requestBytes: #expect(isBooked == 0, "\(cell)")
            case .request: #expect(isBooked <= 1, "\(cell)")
            }
            let settled = try await house.restaurant.settleDoubt(
                of: posting.id, isOnFolio: isBooked == 1, note: "vu sur la note", by: house.manager)
            #expect(settled.state == (isBooked == 1 ? .accepted : .notBooked), "\(cell)")
        }
    }

    /// What all houses together have done.
    private final class Tally: Sendable {
        private let counts = Mutex((cells: 0, requestBytes: 0, answerBytes: 0))

        var all: (cells: Int, requestBytes: Int, answerBytes: Int) { counts.withLock { $0 } }

        func note(_ frames: CutWire.Seen) {
            counts.withLock { ($0.requestBytes, $0.answerBytes) = (frames.requestBytes, frames.answerBytes) }
        }

        func countCell() { counts.withLock { $0.cells += 1 } }
    }

    /// One place and manner of a cut, on one guest's charge.
    private struct Cell: Sendable, CustomStringConvertible {
        let cut: Cut
        let guest: Int

        var description: String { "cut: \(cut)" }

        /// Charges a check while the line breaks; the line has broken when this returns.
        func strike(_ house: CutHouse) async throws -> (Check, FolioPosting) {
            let check = try await house.check()
            house.wire.arm(cut)
            return (check, try await house.charge(check, to: guest))
        }
    }

    /// Every cell of the matrix, each in one of several houses. Measures the two frames first, and holds every cell to these lengths.
    private static func work(
        on evidence: CutHotel.Evidence, _ body: @escaping @Sendable (CutHouse, Cell) async throws -> Void
    ) async throws {
        let done = Tally()
        try await withThrowingTaskGroup(of: Void.self) { houses in
            for index in 0..<housesCount {
                houses.addTask {
                    try await CutHouse.open(evidence) { house in
                        let frames = try await measure(house)
                        done.note(frames)
                        let all = cells(frames)
                        for position in stride(from: index, to: all.count, by: housesCount) {
                            let cell = Cell(cut: all[position], guest: 1 + position / housesCount)
                            try await body(house, cell)
                            let seen = house.wire.seen
                            #expect(seen.isCut, "\(cell) did not happen")
                            #expect(seen.requestBytes == frames.requestBytes, "\(cell)")
                            done.countCell()
                        }
                        try await books(of: house)
                    }
                }
            }
            try await houses.waitForAll()
        }
        let (count, requestBytes, answerBytes) = done.all
        #expect(count == 3 * (requestBytes + 1 + answerBytes))
        print("cut at every byte, \(evidence.rawValue): \(count) cells, \(requestBytes) bytes out, \(answerBytes) bytes back")
    }

    /// An ordinary charge: how long a posting and its answer are. It also shows the till that this hotel's bills bear its references.
    private static func measure(_ house: CutHouse) async throws -> CutWire.Seen {
        house.wire.arm(nil)
        let posting = try await house.charge(try await house.check(), to: 0)
        #expect(try await house.becomes([.accepted, .refused, .inDoubt], posting.id) == .accepted)
        let seen = house.wire.seen
        try #require(seen.requestBytes > 100 && seen.answerBytes > 100, "\(seen)")
        return seen
    }

    private static func cells(_ frames: CutWire.Seen) -> [Cut] {
        let places = (0...frames.requestBytes).map { (Cut.Side.request, $0) } + (0..<frames.answerBytes).map { (Cut.Side.answer, $0) }
        return places.flatMap { side, bytes in Cut.Manner.allCases.map { Cut(side: side, bytes: bytes, manner: $0) } }
    }

    /// At the end of the day the two sides' books agree to the cent, attempt by attempt.
    private static func books(of house: CutHouse) async throws {
        let accepted = try await house.restaurant.postings(in: [.accepted], limit: 10_000)
        let ours = accepted.reduce(0) { $0 + $1.breakdown.total.minorUnits }
        #expect(house.hotel.ledger.bookings.reduce(0) { $0 + $1.charge.totalMinor } == ours)
        #expect(house.hotel.ledger.bookings.count == accepted.count)
    }
}
