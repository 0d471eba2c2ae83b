import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Ardoise

/// A real till, a real hotel, a wire between them, and rounds of taps that each end with `kill -9`.
final class KillHouse: Sendable {
    /// Rooms of guests without a limit who may be charged.
    private static let rooms = ["102", "104", "120", "125", "129", "204"]
    /// How many waiters tap at once.
    private static let waiters = 3
    /// The longest after the taps that a kill at any time comes, µs.
    private static let anyTimeUsMax: Int64 = 40_000

    /// What a waiter asked for, and what the till said before it died.
    struct Promise: Sendable {
        let checkNumber: Int
        let room: String
        let total: Int
        /// The posting in the till's answer; nil when none came.
        var answer: PostingBody?
    }

    let folder: String
    private let hotel: Program
    private let wire: KillWire
    private let guests: [GuestBody]
    private let promises = Mutex<[Promise]>([])

    private init(folder: String, hotel: Program, wire: KillWire, guests: [GuestBody]) {
        self.folder = folder
        self.hotel = hotel
        self.wire = wire
        self.guests = guests
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Opens a house and asks the hotel once who is in its rooms: later charges each inquire by themselves.
    static func open() async throws -> KillHouse {
        let hotel = try Program.hotel()
        let wire = try await KillWire.open(toHotel: try hotel.fiasPort)
        let folder = Program.folder()
        try Program.configure(folder, hotelPort: wire.port)
        let till = try Program.till(folder)
        let anna = try await TillClient.signedIn(to: till)
        var guests: [GuestBody] = []
        for room in rooms {
            let found: GuestsBody = try await anna.call(.POST, "/api/v1/guest-searches", SearchBody(text: room))
            guests.append(try #require(found.guests.first { $0.mayBeCharged == true }, "nobody in \(room) may be charged"))
        }
        try #require(try till.stop() == 0)
        return KillHouse(folder: folder, hotel: hotel, wire: wire, guests: guests)
    }

    /// What was asked and told so far.
    var told: [Promise] { promises.withLock { $0 } }

    /// Starts the till, looks at what it says of the last round, lets the waiters tap, and kills it at the moment.
    func round(
        _ point: KillPoint, using generator: inout SeededGenerator, onceOpen look: @Sendable (TillClient) async throws -> Void
    ) async throws {
        let till = try Program.till(folder)
        let anna = try await TillClient.signedIn(to: till)
        try await look(anna)
        var taps: [(CheckBody, GuestBody)] = []
        for _ in 0..<Self.waiters {
            let check = try await anna.coffees(Int.random(in: 1...4, using: &generator), outlet: Int.random(in: 1...2, using: &generator))
            taps.append((check, guests.randomElement(using: &generator) ?? guests[0]))
        }
        let trigger = Trigger { till.kill() }
        if point == .anyTime {
            let us = Int64.random(in: 0...Self.anyTimeUsMax, using: &generator)
            MultiThreadedEventLoopGroup.singleton.next().scheduleTask(in: .microseconds(us)) { trigger.pull() }
        } else {
            wire.kill(at: point) { trigger.pull() }
        }
        await tap(taps, as: anna, killing: point == .tapAnswered ? trigger : nil)
        wire.kill(at: nil)
        trigger.pull()
    }

    /// Lets the till end all that can be ended, then stops it as an operator does. Gives the hotel's ledger.
    func closeDown(onceOpen look: @Sendable (TillClient) async throws -> Void) async throws -> [LedgerBody] {
        let till = try Program.till(folder)
        let anna = try await TillClient.signedIn(to: till)
        try await look(anna)
        try await anna.ask(until: "nothing is on its way") {
            let queued: PostingsBody = try await anna.call(.GET, "/api/v1/postings?state=queued")
            let sending: PostingsBody = try await anna.call(.GET, "/api/v1/postings?state=sending")
            return queued.postings.isEmpty && sending.postings.isEmpty
        }
        try #require(try till.stop() == 0)
        let ledger: [LedgerBody] = try await TillClient(base: try hotel.receptionAddress).call(.GET, "/api/ledger")
        try #require(try hotel.stop() == 0)
        try await wire.close()
        return ledger
    }

    private func tap(_ taps: [(CheckBody, GuestBody)], as anna: TillClient, killing trigger: Trigger?) async {
        await withTaskGroup(of: Void.self) { group in
            for (check, guest) in taps {
                let slot = promises.withLock { promises in
                    promises.append(Promise(checkNumber: check.number, room: guest.roomNumber, total: check.total))
                    return promises.count - 1
                }
                group.addTask {
                    // No answer is what a kill looks like from outside.
                    let answer = try? await anna.charge(check, to: guest)
                    trigger?.pull()
                    guard let answer, answer.status < 300, let body: ChargeAnswer = try? answer.read() else { return }
                    self.promises.withLock { $0[slot].answer = body.posting }
                }
            }
        }
    }
}

/// Does a thing once, whoever asks for it first; whoever asks later waits until it is done.
private final class Trigger: Sendable {
    private let action: @Sendable () -> Void
    private let isDone = Mutex(false)

    init(_ action: @escaping @Sendable () -> Void) { self.action = action }

    func pull() {
        isDone.withLock { isDone in
            if !isDone { action() }
            isDone = true
        }
    }
}
