import Foundation
import Logging
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import Operations

struct SignInTests {
    /// The brasserie with a clock that the test moves; hashing is cheap here.
    private struct Till: Sendable {
        static let pepper = PINPepper(Array(repeating: 7, count: PINPepper.byteCount), rounds: 16)!
        let database: SQLiteDatabase
        let clock = TestClock()
        let restaurant: Restaurant

        init() async throws {
            database = try SQLiteDatabase.inMemory()
            _ = try await Catalogue(TestHouse.brasserie()).load(into: database, pepper: Self.pepper, at: Sample.evening)
            restaurant = Restaurant(
                database: database, hotels: Hotels(opera: ScriptedHotel()), signals: PostingSignals(), pepper: Self.pepper,
                logger: Logger(label: "test"),
                now: { [clock] in clock.now })
        }

        func signIn(_ pin: String, on device: String = "bar") async throws -> Cashier {
            try await restaurant.signIn(pin: pin, device: device)
        }

        /// Types a PIN and says how it was refused; nil when it was right.
        func refusal(_ pin: String, on device: String = "bar") async throws -> Refusal? {
            do {
                _ = try await signIn(pin, on: device)
                return nil
            } catch let refusal as Refusal {
                return refusal
            }
        }
    }

    @Test func `a PIN signs its owner in`() async throws {
        let till = try await Till()
        for person in try TestHouse.brasserie().staff {
            let cashier = try await till.signIn(person.pin!)
            #expect(cashier.name == person.name)
            #expect(cashier.role.rawValue == person.role)
        }
        let journal = try await till.database.read { try $0.journalEntries(limit: 10) }
        #expect(journal.filter { $0.kind == .signedIn }.count == 6)
    }

    @Test(arguments: ["2581", "", "258", "25800", "2580\n", "٢٥٨٠", "0000", String(repeating: "2", count: 10_000)])
    func `anything else is a wrong PIN, whatever is wrong with it`(pin: String) async throws {
        let till = try await Till()
        #expect(try await till.refusal(pin) == .wrongPIN(waitMs: 0))
    }

    @Test func `wrong PINs slow one device down, more each time, never for ever, and no other device`() async throws {
        let till = try await Till()
        for _ in 1...4 { #expect(try await till.refusal("9998") == .wrongPIN(waitMs: 0)) }
        for waitMs: Int64 in [30_000, 60_000, 120_000, 240_000, 480_000, 900_000, 900_000, 900_000] {
            #expect(try await till.refusal("9998") == .wrongPIN(waitMs: waitMs))
            #expect(try await till.refusal("2580") == .signInSlowed(waitMs: waitMs))
            till.clock.advance(ms: waitMs - 1)
            #expect(try await till.refusal("2580") == .signInSlowed(waitMs: 1))
            #expect(try await till.signIn("2580", on: "terrace").name == "Anna")
            till.clock.advance(ms: 1)
        }
        #expect(try await till.signIn("2580").name == "Anna")
        #expect(try await till.refusal("9998") == .wrongPIN(waitMs: 0), "the right PIN has wiped the slate")
    }

    @Test func `the count is on disk, and is forgotten after an hour without a wrong PIN`() async throws {
        let till = try await Till()
        for _ in 1...5 { _ = try await till.refusal("9998") }
        let kept = try await till.database.read { try $0.signInFailures(device: "bar") }
        #expect(kept?.count == 5)
        till.clock.advance(ms: SignInPace.forgottenAfterMs)
        #expect(try await till.refusal("9998") == .wrongPIN(waitMs: 0))
    }

    @Test func `a clock that is set back does not lock anybody out`() async throws {
        let till = try await Till()
        for _ in 1...5 { _ = try await till.refusal("9998") }
        till.clock.advance(ms: -400 * 24 * 3_600_000)
        #expect(try await till.refusal("2580") == .signInSlowed(waitMs: 30_000))
        till.clock.advance(ms: 30_000)
        #expect(try await till.signIn("2580").name == "Anna")
    }

    @Test func `guesses made at the same moment are all counted`() async throws {
        let till = try await Till()
        let weighed = try await withThrowingTaskGroup(of: Bool.self) { group in
            for guess in 0..<40 {
                group.addTask {
                    if case .wrongPIN = try await till.refusal(String(5_000 + guess)) { true } else { false }
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(weighed == SignInPace.freeFailures + 1)
    }

    @Test func `made-up device names do not pile up, and a long one is no fault`() async throws {
        let till = try await Till()
        for number in 1...20 { _ = try await till.refusal("9998", on: "\(number)" + String(repeating: "x", count: 500)) }
        #expect(try await till.refusal("9998", on: "") == .wrongPIN(waitMs: 0))
        till.clock.advance(ms: SignInPace.forgottenAfterMs + 1)
        _ = try await till.refusal("9998")
        #expect(try await till.database.read { try $0.query("select device from sign_in_throttle").count } == 1)
    }

    @Test func `who has left cannot sign in`() async throws {
        let till = try await Till()
        var set = try TestHouse.brasserie()
        set.staff.removeFirst()
        _ = try await Catalogue(set).load(into: till.database, pepper: Till.pepper, at: Sample.evening)
        #expect(try await till.refusal("2580") == .wrongPIN(waitMs: 0))
    }

    @Test func `a PIN is changed by its owner or by who may configure`() async throws {
        let till = try await Till()
        let anna = try await till.signIn("2580")
        let karim = try await till.signIn("1470")
        let loic = try await till.signIn("864209")
        try await till.restaurant.setPIN(PIN("80135")!, of: anna.id, by: anna)
        #expect(try await till.signIn("80135") == anna)
        #expect(try await till.refusal("2580") == .wrongPIN(waitMs: 0))
        await #expect(throws: Refusal.notPermitted(.configure)) {
            try await till.restaurant.setPIN(PIN("50281")!, of: anna.id, by: karim)
        }
        await #expect(throws: PINRefused.taken) { try await till.restaurant.setPIN(PIN("80135")!, of: karim.id, by: loic) }
        await #expect(throws: PINRefused.tooEasy) { try await till.restaurant.setPIN(PIN("1212")!, of: karim.id, by: loic) }
        try await till.restaurant.setPIN(PIN("50281")!, of: anna.id, by: loic)
        #expect(try await till.signIn("50281") == anna)
    }

    @Test func `no PIN is in the database`() async throws {
        let till = try await Till()
        let kept = try await till.database.read { tx in
            try tx.query("select pin_digest from cashier").map { try $0.text("pin_digest") }
        }
        #expect(Set(kept).count == 6)
        #expect(kept.allSatisfy { $0.count == 44 })
    }
}
