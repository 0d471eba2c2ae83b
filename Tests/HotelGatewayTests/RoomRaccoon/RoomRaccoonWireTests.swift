import PointOfSale
import TestSupport
import Testing

@testable import HotelGateway

/// What the line does when the network does what networks do. The judge of "not sent" is the server: it must not have a whole request.
@Suite struct RoomRaccoonWireTests {
    private static let posting = RaccoonSample.posting([RaccoonSample.line("Moules-frites", cents: 1800)])
    private static let yes = #"{"Success":true,"ErrorInfo":"","TicketNumber":17}"#

    private static func http(_ body: String, status: String = "200 OK", headers: String = "") -> String {
        "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)"
    }

    @Test func `an answer may come in any two pieces`() async throws {
        try await ScriptedServer.run { server, port in
            let connector = try RaccoonSample.connector(port: port)
            let answer = Self.http(Self.yes)
            for cut in 1..<answer.count {
                server.play(.answer([String(answer.prefix(cut)), String(answer.dropFirst(cut))]))
                let reply = await connector.post(Self.posting, as: Sample.attempt(number: 12))
                #expect(reply.outcome == .accepted(transactionNumbers: ["17"]), "cut after \(cut)")
            }
            #expect(connector.linkState.isAlive)
        }
    }

    @Test func `an answer cut short anywhere leaves the charge in doubt`() async throws {
        try await ScriptedServer.run { server, port in
            let connector = try RaccoonSample.connector(port: port)
            let answer = Self.http(Self.yes)
            for cut in 0..<answer.count {
                server.play(.answer([String(answer.prefix(cut))]))
                let reply = await connector.post(Self.posting, as: Sample.attempt(number: 12))
                #expect(reply.outcome == .inDoubt(.linkLost), "cut after \(cut)")
                #expect(!connector.linkState.isAlive)
            }
        }
    }

    @Test func `an answer without a length that is cut short is no answer`() async throws {
        try await ScriptedServer.run { server, port in
            let connector = try RaccoonSample.connector(port: port)
            for cut in 1..<Self.yes.count {
                server.play(.answer(["HTTP/1.1 200 OK\r\n\r\n" + Self.yes.prefix(cut)]))
                let reply = await connector.post(Self.posting, as: Sample.attempt(number: 12))
                // Hanging up may overtake the last bytes; either way nobody knows.
                #expect([.inDoubt(.unknownAnswer), .inDoubt(.linkLost)].contains(reply.outcome), "cut after \(cut)")
            }
        }
    }

    @Test func `a request cut short anywhere is in doubt, or certainly was not read`() async throws {
        try await ScriptedServer.run { server, port in
            let connector = try RaccoonSample.connector(port: port)
            server.play(.answer([Self.http(Self.yes)]))
            _ = await connector.post(Self.posting, as: Sample.attempt(number: 12))
            let length = server.heard.bytes.count
            for bytes in stride(from: 1, to: length, by: 7) {
                server.play(.hangUpAfter(bytes: bytes))
                let reply = await connector.post(Self.posting, as: Sample.attempt(number: 12))
                switch reply.outcome {
                case .notSent: #expect(server.heard.bodyBytes == 0, "hung up after \(bytes)")
                case .inDoubt: break
                default: Issue.record("hung up after \(bytes): \(reply.outcome)")
                }
            }
        }
    }

    @Test func `one charge is one request, whatever the server does with it`() async throws {
        try await ScriptedServer.run { server, port in
            let connector = try RaccoonSample.connector(port: port)
            let endings = [
                Self.http("", status: "307 Temporary Redirect", headers: "Location: http://127.0.0.1:\(port)/other\r\n"),
                Self.http("", status: "503 Service Unavailable", headers: "Retry-After: 0\r\n"), "", Self.http(Self.yes),
            ]
            for (count, ending) in endings.enumerated() {
                server.play(.answer([ending]))
                _ = await connector.post(Self.posting, as: Sample.attempt(number: 12))
                #expect(server.heard.requests == count + 1)
            }
        }
    }

    @Test func `the request on the wire is what was written down, with who asks`() async throws {
        try await ScriptedServer.run { server, port in
            let connector = try RaccoonSample.connector(port: port)
            server.play(.answer([Self.http(Self.yes)]))
            _ = await connector.post(Self.posting, as: Sample.attempt(number: 12))
            let sent = server.heard.bytes
            let head = String(decoding: sent.prefix(sent.count - server.heard.bodyBytes), as: UTF8.self)
            #expect(head.hasPrefix("POST /api/?type=POS&version=2 HTTP/1.1\r\n"))
            #expect(!head.contains(RaccoonSample.apiKey))
            let body = String(decoding: sent.suffix(server.heard.bodyBytes), as: UTF8.self)
            let written = connector.wireText(of: Self.posting, number: 12)
            #expect(body == written.dropLast() + #","apiKey":"\#(RaccoonSample.apiKey)","hotelId":"\#(RaccoonSample.hotelID)"}"#)
        }
    }

    @Test func `silence is in doubt once the time is up, and the line counts as down for a while`() async throws {
        try await ScriptedServer.run { server, port in
            let uptime = TestClock()
            var clock = GatewayClock.system(now: { Sample.evening })
            clock.uptimeMs = { uptime.now.milliseconds }
            clock.pause = { _ in await server.requestIsWhole() }
            let connector = try RaccoonSample.connector(port: port, clock: clock)
            server.play(.silence)
            let reply = await connector.post(Self.posting, as: Sample.attempt(number: 12))
            #expect(reply.outcome == .inDoubt(.timedOut))
            #expect(connector.linkState.phase == .down && connector.linkState.fault == .noAnswer)
            uptime.advance(ms: RoomRaccoonLine.downMs)
            #expect(connector.linkState.isAlive)
        }
    }

    @Test func `nobody listening means that nothing was sent`() async throws {
        var port = 0
        try await ScriptedServer.run { _, free in port = free }
        let connector = try RaccoonSample.connector(port: port)
        #expect(await connector.post(Self.posting, as: Sample.attempt()).outcome == .notSent(.linkDown))
        #expect(connector.linkState.fault == .unreachable)
        await #expect(throws: HotelUnavailable.notConnected) { try await connector.findGuests(.room(RoomNumber("204")!)) }
        #expect(await connector.test(room: RoomNumber("1")!).finding == .unreachable)
    }

    @Test func `a server that speaks no TLS is told from one that is not there, and nothing was sent`() async throws {
        try await ScriptedServer.run { server, port in
            server.play(.hangUpAfter(bytes: 1))
            let settings = try RoomRaccoonSettings(
                serviceAddress: "https://127.0.0.1:\(port)/", apiKey: "k", hotelID: "1", revenueGroups: [Itemizer(1)!: 1])
            let connector = try RaccoonSample.connector(port: port, settings: settings)
            #expect(await connector.post(Self.posting, as: Sample.attempt()).outcome == .notSent(.linkDown))
            server.play(.hangUpAfter(bytes: 1))
            #expect(await connector.test(room: RoomNumber("1")!).finding == .tlsFailed)
        }
    }

    @Test func `a question answered with nonsense leaves the line up, a charge does not`() async throws {
        try await ScriptedServer.run { server, port in
            let connector = try RaccoonSample.connector(port: port)
            server.play(.answer([Self.http("<html>")]))
            await #expect(throws: HotelUnavailable.nonsense) { try await connector.findGuests(.room(RoomNumber("204")!)) }
            #expect(connector.linkState.isAlive)
            server.play(.answer([Self.http("<html>")]))
            #expect(await connector.post(Self.posting, as: Sample.attempt()).outcome == .inDoubt(.unknownAnswer))
            #expect(connector.linkState.fault == .noAnswer)
            server.play(.answer([Self.http("", status: "401 Unauthorized")]))
            #expect(await connector.post(Self.posting, as: Sample.attempt()).outcome == .refused(.denied))
            #expect(connector.linkState.fault == .notAuthentic)
            server.play(.answer([Self.http(Self.yes)]))
            _ = await connector.post(Self.posting, as: Sample.attempt())
            #expect(connector.linkState.isAlive)
        }
    }

    @Test func `a name that nobody knows is said so`() async throws {
        let settings = try RoomRaccoonSettings(
            serviceAddress: "https://nothing.invalid/", apiKey: "k", hotelID: "1", revenueGroups: [Itemizer(1)!: 1])
        let connector = try RaccoonSample.connector(port: 1, settings: settings)
        #expect(await connector.test(room: RoomNumber("1")!).finding == .nameUnknown)
        #expect(connector.linkState.fault == .nameUnknown)
    }

    @Test func `after "too many requests" the hotel is left alone for as long as it says, and no longer than half a minute`() async throws {
        try await ScriptedServer.run { server, port in
            let uptime = TestClock()
            let waited = TestClock(Timestamp(milliseconds: 0))
            var clock = GatewayClock.system(now: { Sample.evening })
            clock.uptimeMs = { uptime.now.milliseconds }
            let settings = try RaccoonSample.settings(port: port, timeoutMs: 12_000)
            clock.pause = { ms in
                // The time that an answer has never passes here; what is waited for before asking passes at once.
                if ms == settings.timeoutMs {
                    let (never, end) = AsyncStream<Void>.makeStream()
                    defer { end.finish() }
                    for await _ in never {}
                    throw CancellationError()
                }
                waited.advance(ms: ms)
                uptime.advance(ms: ms)
            }
            let connector = try RaccoonSample.connector(port: port, settings: settings, clock: clock)
            for (header, ms) in [("Retry-After: 7\r\n", Int64(7_000)), ("", RoomRaccoonLine.paceMs), ("Retry-After: 86400\r\n", 30_000)] {
                server.play(.answer([Self.http("", status: "429 Too Many Requests", headers: header)]))
                let before = waited.now.milliseconds
                #expect(await connector.post(Self.posting, as: Sample.attempt()).outcome == .tryAgain(.retry))
                await #expect(throws: HotelUnavailable.busy) { try await connector.findGuests(.room(RoomNumber("204")!)) }
                server.play(.answer([Self.http(Self.yes)]))
                #expect(await connector.post(Self.posting, as: Sample.attempt()).outcome == .accepted(transactionNumbers: ["17"]))
                #expect(waited.now.milliseconds - before == ms)
            }
        }
    }

    @Test func `more searches at once than the settings allow are turned away`() async throws {
        try await ScriptedServer.run { server, port in
            var clock = GatewayClock.system(now: { Sample.evening })
            let (stopped, stop) = AsyncStream<Void>.makeStream()
            clock.pause = { _ in for await _ in stopped { return } }
            let settings = try RoomRaccoonSettings(
                serviceAddress: "http://127.0.0.1:\(port)/", apiKey: "k", hotelID: "1", revenueGroups: [:], searchesMax: 1)
            let connector = try RaccoonSample.connector(port: port, settings: settings, clock: clock)
            server.play(.silence)
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask {
                    await #expect(throws: HotelUnavailable.timedOut) { try await connector.findGuests(.room(RoomNumber("1")!)) }
                }
                await server.requestIsWhole()
                await #expect(throws: HotelUnavailable.busy) { try await connector.findGuests(.room(RoomNumber("2")!)) }
                stop.yield()
                try await tasks.waitForAll()
            }
            #expect(server.heard.requests == 1)
        }
    }

    @Test func `an answer without end is not read to its end`() async throws {
        try await ScriptedServer.run { server, port in
            let connector = try RaccoonSample.connector(port: port)
            server.play(.answer([Self.http(String(repeating: " ", count: 300_000) + Self.yes)]))
            let reply = await connector.post(Self.posting, as: Sample.attempt())
            #expect(reply.outcome == .inDoubt(.unknownAnswer))
            #expect((reply.answer?.count ?? 0) <= 4_000)
        }
    }

    @Test(arguments: [
        (#"{"Success":false,"ErrorInfo":"Invalid API key"}"#, "200 OK", HotelLinkDiagnosis.Finding.keyRefused),
        (#"{"Success":false,"ErrorInfo":"Unknown hotel id: not found"}"#, "200 OK", .hotelIDRefused),
        (#"{"Success":false,"ErrorInfo":"Invalid API key or hotel ID"}"#, "200 OK", .credentialsRefused),
        ("", "401 Unauthorized", .credentialsRefused), ("<html>", "200 OK", .notRoomRaccoon),
        (#"{"hello":1}"#, "404 Not Found", .notRoomRaccoon),
        ("", "429 Too Many", .busy), (#"{"Success":false,"ErrorInfo":"Room 1 not found"}"#, "200 OK", .goodNobodyThere),
        (#"{"Success":true,"ReservationNumber":"9","GuestName":"A"}"#, "200 OK", .good), (#"{"Success":"perhaps"}"#, "200 OK", .unclear),
    ]) func `a try of the line names what is wrong`(body: String, status: String, finding: HotelLinkDiagnosis.Finding) async throws {
        try await ScriptedServer.run { server, port in
            server.play(.answer([Self.http(body, status: status)]))
            let test = await (try RaccoonSample.connector(port: port)).test(room: RoomNumber("1")!)
            #expect(test.finding == finding)
            #expect(test.isGood == (finding == .good || finding == .goodNobodyThere))
        }
    }
}
