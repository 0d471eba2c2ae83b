import Foundation
import NIOHTTP1
import TestSupport
import Testing

@testable import Ardoise

/// The real binary, real sockets, real kills.
@Suite(.serialized) struct ProcessTests {
    @Test func `demo --once does the main job and exits with 0`() throws {
        let demo = try Program.start(["demo", "--once"])
        #expect(try demo.end() == 0)
        #expect(demo.output.contains("→ PR|RN204|"))
        #expect(demo.output.contains("← PA|ASOK|"))
        #expect(demo.output.contains("The folio shows exactly that charge."))
    }

    @Test func `killed between send and answer, no bill to read: in doubt at the next start, visible, and never sent again`() async throws {
        let hotel = try Program.hotel()
        let folder = Program.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Program.configure(folder, hotelPort: try hotel.fiasPort)
        let reception = try hotel.reception
        #expect(try await reception.send(.PUT, "/api/settings", ["allowsBillView": false]).status == 200)

        var till = try Program.till(folder)
        var waiter = try await TillClient.anna(till)
        try await waiter.linkIs("alive")
        let check = try await waiter.smallCheck()
        let lucia = try await waiter.lucia()
        #expect(try await reception.send(.POST, "/api/faults", LostAnswer()).status < 300)
        let answer = try await waiter.charge(check, to: lucia)
        #expect(answer.status == 202)
        try await reception.hotelHasBooked(check.number, on: lucia)
        till.kill()

        till = try Program.till(folder)
        waiter = try await TillClient.anna(till)
        try await waiter.linkIs("alive")
        let found: PostingsBody = try await waiter.call(.GET, "/api/v1/postings?state=inDoubt")
        #expect(found.postings.map(\.checkNumber) == [check.number])
        // Another charge passes on the new link; the one in doubt has not moved, and the hotel has it once.
        let other = try await waiter.smallCheck()
        #expect(try await waiter.charge(other, to: lucia).status == 201)
        let folio: FolioBody = try await reception.call(.GET, "/api/folios/\(lucia.reservationNumber)")
        #expect(folio.postings(ofCheck: check.number).count == 1)
        let still: PostingsBody = try await waiter.call(.GET, "/api/v1/postings?state=inDoubt")
        #expect(still.postings.count == 1)
        #expect(try till.stop() == 0)
        #expect(try hotel.stop() == 0)
    }

    @Test func `killed between send and answer: the bill proves it at the next start, and nothing is sent again`() async throws {
        let hotel = try Program.hotel()
        let folder = Program.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Program.configure(folder, hotelPort: try hotel.fiasPort)
        let reception = try hotel.reception
        var till = try Program.till(folder)
        var waiter = try await TillClient.anna(till)
        try await waiter.linkIs("alive")
        let check = try await waiter.smallCheck()
        let lucia = try await waiter.lucia()
        #expect(try await reception.send(.POST, "/api/faults", LostAnswer()).status < 300)
        #expect(try await waiter.charge(check, to: lucia).status == 202)
        try await reception.hotelHasBooked(check.number, on: lucia)
        till.kill()

        till = try Program.till(folder)
        waiter = try await TillClient.anna(till)
        try await waiter.hasPosted(check: check.number)
        let folio: FolioBody = try await reception.call(.GET, "/api/folios/\(lucia.reservationNumber)")
        #expect(folio.postings(ofCheck: check.number).count == 1)
        #expect(try till.stop() == 0)
        #expect(try hotel.stop() == 0)
    }

    @Test func `while the hotel is away a charge is refused or waits as the outlet is set, and what waited is sent once`() async throws {
        var hotel = try Program.hotel()
        let fiasPort = try hotel.fiasPort
        let folder = Program.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Program.configure(folder, hotelPort: fiasPort)
        let till = try Program.till(folder)
        let waiter = try await TillClient.anna(till)
        try await waiter.linkIs("alive")
        let (brasserie, bar) = (try await waiter.smallCheck(outlet: 1), try await waiter.smallCheck(outlet: 2))
        let lucia = try await waiter.lucia()
        hotel.kill()
        try await waiter.linkIs("down")
        #expect(try await waiter.charge(brasserie, to: lucia).status == 503)
        let waiting = try await waiter.charge(bar, to: lucia)
        #expect(waiting.status == 202)

        hotel = try Program.hotel(fiasPort: fiasPort)
        try await waiter.hasPosted(check: bar.number)
        let folio: FolioBody = try await hotel.reception.call(.GET, "/api/folios/\(lucia.reservationNumber)")
        #expect(folio.lines.filter { $0.details?.checkNumber == String(bar.number) }.map(\.amountMinor).reduce(0, +) == bar.total)
        #expect(folio.postings(ofCheck: bar.number).count == 1)
        #expect(folio.postings(ofCheck: brasserie.number).isEmpty)
        #expect(try till.stop() == 0)
        #expect(try hotel.stop() == 0)
    }

    @Test func `a stop ends in time with an event stream open`() async throws {
        let hotel = try Program.hotel()
        let folder = Program.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Program.configure(folder, hotelPort: try hotel.fiasPort)
        let till = try Program.till(folder)
        let waiter = try await TillClient.anna(till)
        async let listening: Void = waiter.listen("/events")
        try await waiter.linkIs("alive")
        #expect(try till.stop() == 0)
        try? await listening
        #expect(try hotel.stop() == 0)
    }

    @Test func `mistakes on the command line are told in words`() throws {
        let folder = Program.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let bare = try Program.start(["serve", "--data", folder, "--port", "0"])
        #expect(try bare.end() != 0)
        #expect(bare.output.contains("ardoise configure"))

        try Program.configure(folder, hotelPort: 1)
        let first = try Program.till(folder)
        let second = try Program.start(["serve", "--data", folder, "--port", "0"])
        #expect(try second.end() != 0)
        #expect(second.output.contains("in use by another running server"))

        let elsewhere = Program.folder()
        defer { try? FileManager.default.removeItem(atPath: elsewhere) }
        try Program.configure(elsewhere, hotelPort: 1)
        let port = try #require(URL(string: first.till)?.port)
        let third = try Program.start(["serve", "--data", elsewhere, "--port", String(port)])
        #expect(try third.end() != 0)
        #expect(third.output.contains("port is in use"))

        let wrong = try Program.start(["configure", "--data", elsewhere, "/etc/hostname"])
        #expect(try wrong.end() != 0)
        #expect(wrong.output.contains("not readable JSON"))
        for output in [bare, second, third, wrong].map(\.output) { #expect(!output.contains("Fatal error")) }
        #expect(try first.stop() == 0)
    }

    private struct LostAnswer: Encodable, Sendable {
        let kind = "loseAnswer"
        let booked = true
    }
}

struct PostingsBody: Decodable {
    let postings: [Posting]
    struct Posting: Decodable {
        let checkNumber: Int
        let state: String
    }
}

extension FolioBody {
    /// The numbers of the postings that the hotel booked for a check.
    func postings(ofCheck number: Int) -> Set<String> {
        Set(lines.compactMap { $0.details?.checkNumber == String(number) ? $0.details?.postingNumber : nil })
    }
}

extension TillClient {
    /// Asks reception until the charge of a check is on the folio.
    func hotelHasBooked(_ check: Int, on guest: GuestBody) async throws {
        let limit = ContinuousClock.now + .seconds(60)
        while true {
            let folio: FolioBody = try await call(.GET, "/api/folios/\(guest.reservationNumber)")
            if !folio.postings(ofCheck: check).isEmpty { return }
            try #require(ContinuousClock.now < limit, "the hotel never booked check \(check)")
        }
    }
}
