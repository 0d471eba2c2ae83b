import FIAS
import NIOPosix
import Testing

@Suite(.timeLimit(.minutes(15)))
struct LinkServerTests {
    /// A hotel that is heard by vendors in bytes; its clock stands at 10 January 2026, 20:15:00.
    private func withHotel(
        _ hotel: ScriptedHotel = ScriptedHotel(answering: friendlyAnswer), _ configure: (inout LinkServerConfiguration) -> Void = { _ in },
        _ body: (Int, FIASLinkServer) async throws -> Void
    ) async throws {
        var configuration = LinkServerConfiguration()
        configure(&configuration)
        let clock = LinkClock(nowMs: { 1_768_076_100_000 })
        let server = FIASLinkServer(
            configuration: configuration, handler: hotel, group: MultiThreadedEventLoopGroup.singleton, clock: clock, logger: .silent)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await server.run() }
            try await body(try await server.boundPort(), server)
            tasks.cancelAll()
            try await tasks.waitForAll()
        }
    }

    private let description = "\u{2}LD|DA1|TI2|V#1|IFPO|RT1|\u{3}\u{2}LR|RIPR|FLPIP#WS|\u{3}\u{2}LA|\u{3}"

    @Test func `L1 the whole conversation, byte for byte`() async throws {
        try await withHotel(ScriptedHotel(answering: friendlyAnswer)) {
            $0.roomPaymentMethods = ["16", "ROOM"]
        } _: { port, server in
            let vendor = try await RawVendor.connected(to: port)
            #expect(await vendor.hears(until: "\u{3}") == "\u{2}LS|DA260110|TI201500|\u{3}")
            try await vendor.says(description)
            let answer = "\u{2}LC|RP16,ROOM|PH1|\u{3}\u{2}LA|DA260110|TI201500|\u{3}"
            #expect(await vendor.hears(until: "|TI201500|\u{3}") == answer)
            try await vendor.says("\u{2}PR|PI204|P#41|WS3|PMROOM|\u{3}")
            #expect(await vendor.hears(until: "\u{3}") == "\u{2}PL|P#41|WS3|RN204|G#12345|GNGast, Hr.|\u{3}")
            let connection = try #require(server.connections.first)
            #expect(connection.isAlive && connection.wants(.inquiry, in: .pr) && !connection.describes(.pl))
            #expect(connection.negotiation.description?.interfaceFamily == "PO")
            try await vendor.says("\u{2}LE|\u{3}")
            #expect(await vendor.hearsTheEnd() == "\u{2}LE|DA260110|TI201500|\u{3}")
        }
    }

    @Test func `L7 a second connection drops the first`() async throws {
        try await withHotel { port, _ in
            let first = try await RawVendor.connected(to: port)
            _ = await first.hears(until: "\u{3}")
            let second = try await RawVendor.connected(to: port)
            #expect(await second.hears(until: "\u{3}").hasPrefix("\u{2}LS|"))
            #expect(await first.hearsTheEnd() == "")
        }
    }

    @Test func `L7 protel keeps the first and hangs up on the second`() async throws {
        try await withHotel {
            $0.newestConnectionWins = false
        } _: { port, server in
            let first = try await RawVendor.connected(to: port)
            _ = await first.hears(until: "\u{3}")
            let second = try await RawVendor.connected(to: port)
            #expect(await second.hearsTheEnd() == "")
            #expect(server.connections.count == 1)
            try await first.says(description)
            #expect(await first.hears(until: "TI201500|\u{3}").contains("LA|"))
        }
    }

    @Test func `a newcomer may be left without a word, and the server still ends`() async throws {
        try await withHotel {
            $0.newestConnectionWins = false
            $0.leavesNewcomersUnanswered = true
        } _: { port, server in
            let first = try await RawVendor.connected(to: port)
            _ = await first.hears(until: "\u{3}")
            let second = try await RawVendor.connected(to: port)
            try await second.says(description)
            try await first.says(description)
            #expect(await first.hears(until: "TI201500|\u{3}").contains("LA|"))
            #expect(server.connections.count == 1)
        }
    }

    @Test func `after the first vendor hangs up the next is welcome`() async throws {
        let hotel = ScriptedHotel()
        try await withHotel(hotel) {
            $0.newestConnectionWins = false
        } _: { port, _ in
            let first = try await RawVendor.connected(to: port)
            _ = await first.hears(until: "\u{3}")
            try await first.hangsUp()
            #expect(await hotel.next() == .closed)
            let second = try await RawVendor.connected(to: port)
            #expect(await second.hears(until: "\u{3}").hasPrefix("\u{2}LS|"))
        }
    }

    @Test func `raw bytes, a cut and a reset do what a fault asks for`() async throws {
        let hotel = ScriptedHotel { record, connection in
            await connection.sendBytes(Array("\u{2}PA|AS".utf8))
            record[.inquiry] == "1" ? connection.close() : connection.abort()
        }
        for room in ["1", "2"] {
            try await withHotel(hotel) { port, _ in
                let vendor = try await RawVendor.connected(to: port)
                _ = await vendor.hears(until: "\u{3}")
                try await vendor.says(description + "\u{2}PR|PI\(room)|P#1|\u{3}")
                let heard = await vendor.hearsTheEnd()
                if room == "1" { #expect(heard.hasSuffix("\u{2}PA|AS")) }
                #expect(!heard.contains("PA|ASOK"))
            }
        }
    }

    @Test func `L3 a start in mid-life makes the link describe itself anew`() async throws {
        let hotel = ScriptedHotel(answering: friendlyAnswer)
        try await withLoopback(hotel: hotel) { link, server in
            try await link.isAlive()
            try #require(server.connections.first).sendLinkStart()
            try await link.reaches { $0.session == 2 && $0.phase == .alive }
            guard case .answered = await link.exchange(posting(1)) else { throw Unanswered() }
        }
    }

    @Test func `L10 both ends agree on a key, and part on another`() async throws {
        try await withLoopback(
            hotel: ScriptedHotel(), server: { $0.authenticationKey = LinkAuthenticationTests.key },
            link: { $0.authenticationKey = LinkAuthenticationTests.key }
        ) { link, _ in try await link.isAlive() }
        try await withLoopback(
            hotel: ScriptedHotel(), server: { $0.authenticationKey = LinkAuthenticationTests.key },
            link: { $0.authenticationKey = "AAAAAAAAAAAAAAAAAAAAAA==" }
        ) { link, _ in
            let state = try await link.reaches { $0.lastFault != nil }
            #expect(state.lastFault == .notAuthentic)
        }
    }

    @Test func `a vendor that asks faster than the hotel ever answers is dropped`() async throws {
        let (never, release) = AsyncStream.makeStream(of: Void.self)
        let hotel = ScriptedHotel { _, _ in for await _ in never {} }
        try await withHotel(hotel) {
            $0.recordsWaitingMax = 4
        } _: { port, _ in
            let vendor = try await RawVendor.connected(to: port)
            _ = await vendor.hears(until: "\u{3}")
            try await vendor.says(description + String(repeating: "\u{2}PR|PI1|P#1|\u{3}", count: 20))
            #expect(!(await vendor.hearsTheEnd()).contains("PL|"))
            release.finish()
            #expect(await hotel.next { $0 == .closed } == .closed)
            #expect(hotel.records.count <= 5)
        }
    }

    @Test func `one bad record does not end a connection`() async throws {
        let hotel = ScriptedHotel(answering: friendlyAnswer)
        try await withHotel(hotel) { port, _ in
            let vendor = try await RawVendor.connected(to: port)
            _ = await vendor.hears(until: "\u{3}")
            try await vendor.says("\u{5}\u{2}\u{3}\u{2}|||\u{3}" + description + "\u{2}??garbage\u{3}\u{2}PR|PI7|P#9|\u{3}")
            #expect(await vendor.hears(until: "Hr.|\u{3}").hasSuffix("\u{2}PL|P#9|RN7|G#12345|GNGast, Hr.|\u{3}"))
        }
    }
}
