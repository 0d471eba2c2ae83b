import Logging
import Operations
import PointOfSale
import Storage
import Synchronization
import TestSupport
import Testing

@testable import HotelGateway

/// A disk that refuses so many writes, then takes them.
private final class FullDisk: Database {
    private let database: SQLiteDatabase
    private let refusals = Mutex(0)

    init(_ database: SQLiteDatabase) { self.database = database }

    func refuses(_ count: Int) { refusals.withLock { $0 = count } }

    func write<T: Sendable>(_ body: @Sendable @escaping (any SQLTransaction) throws -> T) async throws -> T {
        let isFull = refusals.withLock { left in
            guard left > 0 else { return false }
            left -= 1
            return true
        }
        if isFull { throw StorageFault.diskFull }
        return try await database.write(body)
    }

    func read<T: Sendable>(_ body: @Sendable @escaping (any SQLTransaction) throws -> T) async throws -> T {
        try await database.read(body)
    }
}

@Suite struct FullDiskTests {
    private func queuedCharge(in house: TestHouse) async throws -> FolioPosting {
        let lucia = GuestAccount(roomNumber: RoomNumber("204")!, reservationNumber: "12345", name: "Garibaldi, Lucia")
        house.hotel.has(lucia)
        let check = try await house.check(outlet: 2)
        let request = RoomChargeRequest(
            checkID: check.id, key: Sample.key(900), methodID: try await house.method("IKPMS").id, amount: check.totals.total,
            tip: Sample.euros(0), guest: GuestChoice(lucia), workstation: "TILL1")
        return try await house.restaurant.chargeToRoom(request, by: house.anna).value.posting
    }

    @Test func `an outcome is written down once the disk takes it`() async throws {
        let house = try await TestHouse.open()
        let posting = try await queuedCharge(in: house)
        let disk = FullDisk(house.database)
        let pauses = Mutex(0)
        let delivery = PostingDelivery(
            database: disk, hotel: house.hotel, signals: PostingSignals(), logger: Logger(label: "test"),
            clock: GatewayClock(now: { house.clock.now }, uptimeMs: { 0 }, pause: { _ in pauses.withLock { $0 += 1 } }))
        let claimed = try #require(await delivery.claim(atMost: 1).postings.first)
        disk.refuses(3)
        await delivery.deliver(claimed)
        #expect(pauses.withLock { $0 } == 3)
        let story = try await house.restaurant.posting(posting.id)
        #expect(story.posting.state == .queued, "the scripted hotel says that nothing was sent")
        #expect(story.attempts.map(\.outcome) == ["linkDown"])
    }

    @Test func `nothing is claimed, and so nothing sent, while the disk takes no attempt`() async throws {
        let house = try await TestHouse.open()
        let posting = try await queuedCharge(in: house)
        let disk = FullDisk(house.database)
        let delivery = PostingDelivery(
            database: disk, hotel: house.hotel, signals: PostingSignals(), logger: Logger(label: "test"),
            clock: .system(now: { house.clock.now }))
        disk.refuses(1)
        #expect(await delivery.claim(atMost: 8).postings.isEmpty)
        let waiting = try await house.restaurant.posting(posting.id)
        #expect(waiting.posting.state == .queued && waiting.attempts.isEmpty)
        #expect(await delivery.claim(atMost: 8).postings.map(\.posting.id) == [posting.id])
    }
}
