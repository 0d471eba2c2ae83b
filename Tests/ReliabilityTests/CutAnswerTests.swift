import HotelSimulator
import NIOCore
import Operations
import PointOfSale
import Storage
import Synchronization
import TestSupport
import Testing

/// T5: answers come twice, in any order, late, under dead numbers, to another till, in pieces, in heaps, in rubbish and without an end.
/// Whatever comes, the ledger holds every charge once and the till knows it.
@Suite(.serialized, .timeLimit(.minutes(15))) struct CutAnswerTests {
    /// How many postings are under way at once, and so how far an answer can be overtaken.
    private static let window = 16
    private static let housesCount = 8
    private static let windowsPerHouse = 7

    @Test func `five thousand answers, spoiled in every way, settle every charge once`() async throws {
        let total = Tally()
        try await withThrowingTaskGroup(of: Void.self) { houses in
            for index in 0..<Self.housesCount {
                houses.addTask {
                    try await CutHouse.open(.billView, aliveTimeoutMs: 60_000) { house in
                        let spoiler = SharedSpoiler(seed: UInt64(4711 + index))
                        var old: [Int] = []
                        for number in 0..<Self.windowsPerHouse {
                            let numbers = old
                            house.wire.keepAnswers(Self.window) { spoiler.spoil($0, oldNumbers: numbers) }
                            let postings = try await house.window(of: Self.window, guest: number)
                            old += try await house.isSettledOnce(postings)
                        }
                        total.add(spoiler.value.counts)
                    }
                }
            }
            try await houses.waitForAll()
        }
        let counts = total.counts
        let spoiled = counts.values.reduce(0, +)
        #expect(Set(counts.keys) == Set(Spoil.allCases))
        #expect(spoiled >= 5_000)
        print("spoiled answers: \(spoiled) (\(counts.map { "\($0.value) \($0.key.rawValue)" }.sorted().joined(separator: ", ")))")
    }

    @Test func `answers that come after everybody has stopped waiting settle every charge once, twice told or not`() async throws {
        try await CutHouse.open(.nothing, postingTimeoutMs: 300, aliveTimeoutMs: 60_000) { house in
            let spoiler = SharedSpoiler(seed: 815)
            for number in 0..<4 {
                house.wire.keepAnswers(.max) { spoiler.spoil($0, oldNumbers: []) }
                let postings = try await house.window(of: Self.window, guest: number)
                for posting in postings { _ = try await house.becomes([.inDoubt], posting.id) }
                #expect(house.wire.keptCount == Self.window)
                house.wire.release()
                _ = try await house.isSettledOnce(postings)
            }
        }
    }

    @Test func `answers that never end are as good as none: the bill settles the charges, and nothing is sent twice`() async throws {
        try await CutHouse.open(.billView, postingTimeoutMs: 300, aliveTimeoutMs: 60_000) { house in
            for number in 0..<4 {
                house.wire.keepAnswers(Self.window) { answers in answers.map { ByteBuffer(bytes: [0x02] + $0.utf8) } }
                let postings = try await house.window(of: Self.window, guest: number)
                _ = try await house.isSettledOnce(postings)
            }
        }
    }

    /// What all houses together have been sent.
    private final class Tally: Sendable {
        private let state = Mutex<[Spoil: Int]>([:])

        var counts: [Spoil: Int] { state.withLock { $0 } }
        func add(_ counts: [Spoil: Int]) { state.withLock { $0.merge(counts) { $0 + $1 } } }
    }

    /// A spoiler that the wire's thread and the test share.
    private final class SharedSpoiler: Sendable {
        private let state: Mutex<CutSpoiler>

        init(seed: UInt64) { state = Mutex(CutSpoiler(seed: seed)) }

        var value: CutSpoiler { state.withLock { $0 } }

        func spoil(_ answers: [String], oldNumbers: [Int]) -> [ByteBuffer] {
            state.withLock { $0.spoil(answers, oldNumbers: oldNumbers) }
        }
    }
}

extension CutHouse {
    /// So many charges of one check at once, no two of the same amount.
    fileprivate func window(of count: Int, guest: Int) async throws -> [FolioPosting] {
        let check = try await check(plus: Array(repeating: 20, count: count))
        return try await withThrowingTaskGroup(of: FolioPosting.self) { charges in
            for index in 0..<count {
                charges.addTask { try await self.charge(check, amount: Money(500 + index, .eur), to: guest) }
            }
            return try await charges.reduce(into: []) { $0.append($1) }
        }
    }

    /// Expects that each of the charges is accepted, was sent once, and stands in the hotel's ledger once, with its amount, under the
    /// reference of its attempt; the numbers that they went under.
    fileprivate func isSettledOnce(_ postings: [FolioPosting]) async throws -> [Int] {
        var numbers: [Int] = []
        for posting in postings {
            let state = try await becomes([.accepted, .refused, .notBooked, .withdrawn], posting.id)
            #expect(state == .accepted)
            let story = try await restaurant.posting(posting.id)
            #expect(story.attempts.map(\.fate) == [.booked] && story.reversals.isEmpty)
            let reference = story.reference
            let booked = hotel.ledger.bookings.filter { $0.charge.details.clearText == reference }
            #expect(booked.map(\.charge.totalMinor) == [posting.breakdown.total.minorUnits], "\(reference)")
            numbers += story.attempts.map(\.number)
        }
        return numbers
    }
}
