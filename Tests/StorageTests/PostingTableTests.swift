import PointOfSale
import Storage
import TestSupport
import Testing

struct PostingTableTests {
    let house: House

    init() async throws { house = try await .inMemory() }

    @Test func `a queued posting comes back as it was written, and its tender points at it`() async throws {
        let posting = try await house.queuedCharge()
        #expect(try await house.read { try $0.posting(posting.id) } == posting)
        let tender = try await house.read { try $0.check(posting.checkID!)?.tenders.first }
        #expect(tender?.postingID == posting.id)
        #expect(tender?.state == .pending)
    }

    @Test func `the posting that has been due longest is claimed first, each once, none before its time`() async throws {
        let late = try await house.queuedCharge(3, due: House.moment.advanced(byMs: 5_000))
        let second = try await house.queuedCharge(1, due: House.moment.advanced(byMs: 10))
        let first = try await house.queuedCharge(2, due: House.moment)
        let claimed = try await house.write { tx in
            let now = House.moment.advanced(byMs: 1_000)
            return try [tx.claimNextPosting(at: now), tx.claimNextPosting(at: now), tx.claimNextPosting(at: now)]
        }
        #expect(claimed.map { $0?.id } == [first.id, second.id, nil])
        #expect(claimed[0]?.state == .sending)
        #expect(claimed[0]?.attempts == 1)
        #expect(claimed[0]?.updatedAt == House.moment.advanced(byMs: 1_000))
        #expect(try await house.write { try $0.claimNextPosting(at: House.moment.advanced(byMs: 5_000)) }?.id == late.id)
    }

    @Test func `a posting put off before the clock was set back does not wait for as long as it was set back by`() async throws {
        let stranded = try await house.queuedCharge(1, due: House.moment.advanced(byMs: 3_600_000))
        _ = try await house.queuedCharge(2, due: House.moment.advanced(byMs: PostingWait.msMax))
        #expect(try await house.write { try $0.claimNextPosting(at: House.moment) }?.id == stranded.id)
        #expect(try await house.write { try $0.claimNextPosting(at: House.moment) } == nil)
    }

    @Test func `while the hotel is away only what an outlet refuses is claimed, the rest keeps its place`() async throws {
        let posting = try await house.queuedCharge(1, due: House.moment)
        let waits = Outlet(id: house.outlet.id, number: house.outlet.number, name: house.outlet.name, whileHotelIsDown: .queue)
        try await house.write { [property = house.property.id] tx in _ = try tx.upsert(waits, property: property) }
        #expect(try await house.write { try $0.claimNextPosting(at: House.moment, refusableOnly: true) } == nil)
        let still = try await house.read { try $0.posting(posting.id) }
        #expect(still?.state == .queued && still?.attempts == 0)
        try await house.write { [outlet = house.outlet, property = house.property.id] tx in _ = try tx.upsert(outlet, property: property) }
        #expect(try await house.write { try $0.claimNextPosting(at: House.moment, refusableOnly: true) }?.id == posting.id)
    }

    @Test func `an accepted posting settles its tender and closes the check that it pays in full`() async throws {
        let posting = try await claimedCharge()
        try await house.write { tx in
            try tx.conclude(
                posting, as: PostingConclusion(.accepted, hotelText: "ok", transactionNumbers: ["12", "a,\"b"]), at: House.moment)
        }
        let check = try await house.read { try $0.check(posting.checkID!) }
        #expect(check?.state == .closed)
        #expect(check?.tenders.map(\.state) == [.settled])
        let accepted = try await house.read { try $0.posting(posting.id) }
        #expect(accepted?.state == .accepted)
        #expect(accepted?.transactionNumbers == ["12", "a,\"b"])
        #expect(accepted?.hotelText == "ok")
    }

    @Test func `an accepted posting leaves a check open that still has something to pay`() async throws {
        let posting = try await claimedCharge()
        try await house.write { tx in
            try tx.insertLine(house.line(77), check: posting.checkID!)
            try tx.conclude(posting, as: PostingConclusion(.accepted), at: House.moment)
        }
        #expect(try await house.read { try $0.check(posting.checkID!) }?.state == .open)
    }

    @Test(arguments: [PostingState.refused, .inDoubt, .queued])
    func `any other answer leaves the check open`(state: PostingState) async throws {
        let posting = try await claimedCharge()
        let later = House.moment.advanced(byMs: 1_000)
        try await house.write { tx in
            try tx.conclude(posting, as: PostingConclusion(state, code: "why", notBefore: later), at: House.moment)
        }
        let check = try await house.read { try $0.check(posting.checkID!) }
        #expect(check?.state == .open)
        #expect(check?.tenders.map(\.state) == [state == .refused ? .refused : .pending])
        let now = try await house.read { try $0.posting(posting.id) }
        #expect(now?.state == state)
        #expect(now?.outcomeCode == "why")
        #expect(now?.notBefore == later)
    }

    @Test func `only the moves of the state machine can be written`() async throws {
        var number = 100
        for from in PostingState.allCases {
            for to in PostingState.allCases where !from.successors.contains(to) {
                number += 1
                let posting = try await chargeInState(from, number)
                await #expect(throws: StorageFault.self, "\(from) → \(to)") {
                    try await house.write { try $0.conclude(posting, as: PostingConclusion(to), at: House.moment) }
                }
                #expect(try await house.read { try $0.posting(posting.id) }?.state == from)
            }
        }
    }

    @Test func `of two who conclude at once, the second is told that it came late`() async throws {
        let posting = try await claimedCharge()
        try await house.write { try $0.conclude(posting, as: PostingConclusion(.refused), at: House.moment) }
        await #expect(throws: StorageFault.illegalMove("posting", id: posting.id.text, from: "refused", to: "accepted")) {
            try await house.write { try $0.conclude(posting, as: PostingConclusion(.accepted), at: House.moment) }
        }
        #expect(try await house.read { try $0.check(posting.checkID!) }?.tenders.map(\.state) == [.refused])
    }

    @Test func `postings are listed newest first, by state, page by page`() async throws {
        var ids: [PostingID] = []
        for number in 1...12 { ids.append(try await chargeInState(number % 3 == 0 ? .accepted : .queued, number).id) }
        let newestFirst = Array(ids.reversed())
        let all = try await house.read { try $0.postings(in: [], before: nil, limit: 100) }
        #expect(all.map(\.id) == newestFirst)
        let both = try await house.read { try $0.postings(in: [.queued, .accepted], before: nil, limit: 5) }
        #expect(both.map(\.id) == Array(newestFirst.prefix(5)))
        let next = try await house.read { try $0.postings(in: [.queued, .accepted], before: both.last!.id, limit: 100) }
        #expect(next.map(\.id) == Array(newestFirst.dropFirst(5)))
        #expect(try await house.read { try $0.postings(in: [.accepted], before: nil, limit: .max) }.count == 4)
        #expect(try await house.read { try $0.openPostingCounts() } == [.queued: 8])
    }

    @Test func `an attempt is on disk before it is sent and closes once`() async throws {
        let posting = try await claimedCharge()
        let attempt = PostingAttempt(
            id: Sample.id(700), postingID: posting.id, number: 42, startedAt: House.moment, request: "PR|P#42|GNGaribaldi|")
        try await house.write { try $0.insertAttempt(attempt) }
        #expect(try await house.read { try $0.liveAttempts() } == [attempt])
        try await house.write { try $0.closeAttempt(attempt.id, answer: "PA|ASOK|", outcome: "accepted", fate: .booked, at: House.moment) }
        #expect(try await house.read { try $0.liveAttempts() }.isEmpty)
        let closed = try await house.read { try $0.attempts(of: posting.id) }
        #expect(closed.map(\.answer) == ["PA|ASOK|"])
        #expect(closed.map(\.outcome) == ["accepted"])
        await #expect(throws: StorageFault.self) {
            try await house.write { try $0.closeAttempt(attempt.id, answer: nil, outcome: "timedOut", fate: nil, at: House.moment) }
        }
    }

    @Test func `a posting has one live attempt, a number one live attempt, and only what is claimed is attempted`() async throws {
        let posting = try await claimedCharge(2000)
        let other = try await claimedCharge(2001)
        let queued = try await house.queuedCharge(2002)
        func attempt(_ id: UInt64, of posting: FolioPosting, number: Int) -> PostingAttempt {
            PostingAttempt(id: Sample.id(id), postingID: posting.id, number: number, startedAt: House.moment, request: "PR|")
        }
        let (first, again, sameNumber) = (
            attempt(1, of: posting, number: 42), attempt(2, of: posting, number: 43), attempt(3, of: other, number: 42)
        )
        let unclaimed = attempt(4, of: queued, number: 44)
        try await house.write { try $0.insertAttempt(first) }
        await expectConstraint(.unique) { try await house.write { try $0.insertAttempt(again) } }
        await expectConstraint(.unique) { try await house.write { try $0.insertAttempt(sameNumber) } }
        await #expect(throws: StorageFault.missing("posting being sent", id: queued.id.text)) {
            try await house.write { try $0.insertAttempt(unclaimed) }
        }
        try await house.write { tx in
            try tx.closeAttempt(first.id, answer: nil, outcome: "timedOut", fate: nil, at: House.moment)
            try tx.insertAttempt(sameNumber)
        }
    }

    @Test func `an answer under a number that has come round again is believed of the newer attempt only, and not for ever`() async throws {
        let (old, new) = (try await claimedCharge(1), try await claimedCharge(2))
        try await house.write { tx in
            let doubted = PostingAttempt(
                id: .make(at: House.moment), postingID: old.id, number: 42, startedAt: House.moment, request: "PR|")
            try tx.insertAttempt(doubted)
            try tx.closeAttempt(doubted.id, answer: nil, outcome: "timedOut", fate: nil, at: House.moment)
            #expect(try tx.lastAttempt(number: 42, since: House.moment)?.id == doubted.id)
            #expect(try tx.lastAttempt(number: 42, since: House.moment.advanced(byMs: 1)) == nil)
            #expect(try tx.lastAttempt(number: 43, since: House.moment) == nil)
            let later = House.moment.advanced(byMs: 60_000)
            let again = PostingAttempt(id: .make(at: later), postingID: new.id, number: 42, startedAt: later, request: "PR|")
            try tx.insertAttempt(again)
            #expect(try tx.lastAttempt(number: 42, since: House.moment)?.id == again.id)
        }
    }

    @Test func `numbers on the wire come one after the other, skip none, and begin again at 1`() async throws {
        let numbers = try await house.write { tx in
            let single = try (1...3).map { _ in try tx.nextPostingNumber(digits: 4) }
            let block = try tx.reservePostingNumbers(9_990, digits: 4)
            let round = try tx.reservePostingNumbers(10, digits: 4)
            return (single, block, round, try tx.nextPostingNumber(digits: 4), try tx.nextCheckNumber())
        }
        #expect(numbers.0 == [1, 2, 3])
        #expect(numbers.1 == Array(4...9_993))
        #expect(numbers.2 == [9_994, 9_995, 9_996, 9_997, 9_998, 9_999, 1, 2, 3, 4])
        #expect(numbers.3 == 5)
        #expect(numbers.4 == 1)
    }

    @Test func `in a backup nothing is left to be sent, and nothing else is changed`() async throws {
        let folder = try TemporaryFolder()
        let queued = try await house.queuedCharge(1)
        let sending = try await chargeInState(.sending, 2)
        let accepted = try await chargeInState(.accepted, 3)
        try await house.write { tx in
            try tx.insertAttempt(
                PostingAttempt(id: Sample.id(1), postingID: sending.id, number: 1, startedAt: House.moment, request: "PR|"))
        }
        try await house.database.backup(to: folder.file("backup"))
        #expect(try await house.read { try $0.posting(queued.id) } == queued, "the original goes on")
        let copy = try SQLiteDatabase.open(at: folder.file("backup"))
        try await copy.checkIntegrity()
        #expect(try await copy.write { try $0.claimNextPosting(at: House.moment.advanced(byMs: 1_000_000)) } == nil)
        #expect(try await copy.read { try $0.openPostingCounts() } == [.inDoubt: 2])
        #expect(try await copy.read { try $0.liveAttempts() }.isEmpty)
        #expect(try await copy.read { try $0.posting(accepted.id) } == accepted)
        #expect(try await copy.read { try $0.check(queued.checkID!) }?.tenders.map(\.state) == [.pending], "a person decides")
    }

    @Test func `numbers stay on disk`() async throws {
        let folder = try TemporaryFolder()
        let first = try await House(SQLiteDatabase.open(at: folder.file("db")))
        _ = try await first.write { try $0.reservePostingNumbers(100, digits: 8) }
        try await first.database.close()
        let second = try SQLiteDatabase.open(at: folder.file("db"))
        #expect(try await second.write { try $0.nextPostingNumber(digits: 8) } == 101)
    }

    private func claimedCharge(_ number: Int = 2000) async throws -> FolioPosting {
        _ = try await house.queuedCharge(number)
        return try #require(try await house.write { try $0.claimNextPosting(at: House.moment) })
    }

    /// Leads a new posting to a state by moves that exist.
    private func chargeInState(_ state: PostingState, _ number: Int) async throws -> FolioPosting {
        let queued = try await house.queuedCharge(number)
        let path: [PostingState] =
            switch state {
            case .queued: []
            case .withdrawn: [.withdrawn]
            case .sending: [.sending]
            case .notBooked: [.sending, .inDoubt, .notBooked]
            case .accepted, .refused, .inDoubt: [.sending, state]
            }
        return try await house.write { tx in
            var posting = queued
            for next in path {
                if next == .sending {
                    // Of those that are queued, this one is made the one that is due longest.
                    try tx.execute("update folio_posting set not_before = 0 where id = $1", posting.id)
                    posting = try #require(try tx.claimNextPosting(at: House.moment))
                } else {
                    try tx.conclude(posting, as: PostingConclusion(next), at: House.moment)
                    posting = try #require(try tx.posting(posting.id))
                }
            }
            return posting
        }
    }
}
