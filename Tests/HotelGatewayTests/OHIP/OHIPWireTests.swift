import PointOfSale
import TestSupport
import Testing

@testable import HotelGateway

/// What the line does when the network does what networks do. The judge of "not sent" is the gateway: it must not have a byte of the body.
@Suite struct OHIPWireTests {
    private static let posting = OHIPSample.posting([1: 2800], discounts: [:], tip: 0, service: 0)
    private static let yes =
        #"{"postings":[{"transactionNo":5501,"transactionCode":"2010","#
        + #""postedAmount":{"amount":28.00,"currencyCode":"EUR"},"reference":"A1007.12 "}],"links":[]}"#
    private static let created = GatewayScript.http(yes, status: "201 Created")

    private func connector(_ port: Int, clock: GatewayClock = OHIPSample.patientClock) throws -> OHIPConnector {
        try OHIPSample.connector(
            port: port, settings: OHIPSample.settings(port: port, authorisedAmountIsLimit: false), clock: clock)
    }

    private func charge(_ connector: OHIPConnector) async -> PostingOutcome {
        await connector.post(Self.posting, as: Sample.attempt(number: 12)).outcome
    }

    @Test func `an answer may come in any two pieces`() async throws {
        try await GatewayScript.run { gateway, port in
            let connector = try connector(port)
            for cut in 1..<Self.created.count {
                gateway.play(.answer([String(Self.created.prefix(cut)), String(Self.created.dropFirst(cut))]))
                let outcome = await charge(connector)
                #expect(outcome == .accepted(transactionNumbers: ["5501"]), "cut after \(cut)")
            }
            #expect(connector.linkState.isAlive)
        }
    }

    @Test func `an answer cut short anywhere leaves the charge in doubt, and it is asked for once`() async throws {
        try await GatewayScript.run { gateway, port in
            let connector = try connector(port)
            for cut in 0..<Self.created.count {
                gateway.play(.answer([String(Self.created.prefix(cut))]))
                let outcome = await charge(connector)
                #expect(outcome == .inDoubt(.linkLost), "cut after \(cut)")
                #expect(gateway.heard.filter { $0.hasPrefix("POST /csh/") }.count == 1, "cut after \(cut)")
            }
            #expect(!connector.linkState.isAlive)
        }
    }

    @Test func `a request cut short anywhere is in doubt, or certainly was not read`() async throws {
        try await GatewayScript.run { gateway, port in
            let connector = try connector(port)
            gateway.play(.answer([Self.created]))
            _ = await charge(connector)
            let length = gateway.charge.count
            #expect(length > 500)
            for bytes in stride(from: 11, to: length, by: 7) {
                gateway.play(.hangUpAfter(bytes: bytes))
                switch await charge(connector) {
                case .notSent: #expect(gateway.chargeBodyBytes == 0, "hung up after \(bytes)")
                case .inDoubt: break
                case let outcome: Issue.record("hung up after \(bytes): \(outcome)")
                }
            }
        }
    }

    @Test func `silence is a doubt when the time is up`() async throws {
        try await GatewayScript.run { gateway, port in
            var clock = OHIPSample.patientClock
            let pause = clock.pause
            // The hotel's minute is over once it has the whole charge, and not before.
            clock.pause = { ms in
                if ms == OHIPSample.timeoutMs, gateway.heard.contains(where: { $0.contains("/reservations?") }) {
                    await gateway.chargeIsWhole()
                } else {
                    try await pause(ms)
                }
            }
            gateway.play(.silence)
            let connector = try connector(port, clock: clock)
            #expect(await charge(connector) == .inDoubt(.timedOut))
        }
    }

    @Test(arguments: [
        ("400 Bad Request", #"{"title":"x","o:errorCode":"FOF00066"}"#, PostingOutcome.refused(.guestNotFound)),
        ("400 Bad Request", #"{"title":"x","o:errorCode":"FOF00094"}"#, .refused(.denied)),
        ("400 Bad Request", "not JSON", .refused(.unprocessable)), ("403 Forbidden", "", .refused(.denied)),
        ("404 Not Found", "", .refused(.guestNotFound)), ("413 Content Too Large", "", .refused(.unprocessable)),
        ("408 Request Timeout", "", .inDoubt(.unknownAnswer)), ("429 Too Many Requests", "", .tryAgain(.retry)),
        ("500 Internal Server Error", "{}", .inDoubt(.unknownAnswer)), ("502 Bad Gateway", "<html>", .inDoubt(.unknownAnswer)),
        ("503 Service Unavailable", "", .inDoubt(.unknownAnswer)), ("504 Gateway Timeout", "", .inDoubt(.unknownAnswer)),
        ("307 Temporary Redirect", "", .inDoubt(.unknownAnswer)), ("201 Created", "{}", .accepted(transactionNumbers: [])),
        ("201 Created", "", .accepted(transactionNumbers: [])), ("200 OK", "", .inDoubt(.unknownAnswer)),
        ("200 OK", "<html>Maintenance</html>", .inDoubt(.unknownAnswer)), ("201 Created", "[]", .inDoubt(.unknownAnswer)),
        ("200 OK", yes, .accepted(transactionNumbers: ["5501"])),
        ("201 Created", yes.replacing("28.00", with: #""28.0""#), .accepted(transactionNumbers: ["5501"])),
        ("201 Created", yes.replacing("28.00", with: "14"), .inDoubt(.mismatchedAnswer)),
        ("201 Created", yes.replacing("A1007.12", with: "A1007.13"), .accepted(transactionNumbers: [])),
    ]) func `every answer is a yes, a no, a later or a doubt`(status: String, body: String, outcome: PostingOutcome) async throws {
        try await GatewayScript.run { gateway, port in
            gateway.play(.answer([GatewayScript.http(body, status: status, headers: "Location: http://127.0.0.1:\(port)/x\r\n")]))
            let reply = await (try connector(port)).post(Self.posting, as: Sample.attempt(number: 12))
            #expect(reply.outcome == outcome)
            #expect(gateway.heard.filter { $0.hasPrefix("POST /csh/") }.count == 1)
            #expect(reply.answer?.hasPrefix("HTTP \(status.prefix(3))") == true)
        }
    }

    @Test func `a hotel that refuses two tokens is not asked a third time`() async throws {
        try await GatewayScript.run { gateway, port in
            gateway.play(.answer([GatewayScript.http("", status: "401 Unauthorized")]))
            let connector = try connector(port)
            #expect(await charge(connector) == .refused(.denied))
            #expect(gateway.heard.filter { $0.hasPrefix("POST /csh/") }.count == 2)
            #expect(gateway.heard.filter { $0.contains("/oauth/") }.count == 2)
            #expect(connector.linkState.fault == .notAuthentic)
        }
    }

    @Test func `the read-back tells a charge's own lines from those that only look like them`() async throws {
        func row(_ reference: String, _ check: String, _ amount: String = "28.00") -> String {
            #"{"transactionCode":"2010","reference":"\#(reference)","checkNo":"\#(check)","postedAmount":{"amount":"\#(amount)"}}"#
        }
        let cases: [([String], FolioReading?)] = [
            ([row("A1007.12 ", "A1007 ")], nil), ([row("A1007.120", "A1007")], .lines([])), ([row("A1007.12", "A10071")], .lines([])),
            ([row("A1007.1", "A1007")], .lines([])), ([row("A1007.12", "A1007", "8")], .part(Sample.euros(800))),
            ([row("A1007.12", "A1007", "8"), row("A1007.12", "A1007", "20.00")], nil), ([], .lines([])),
            ([row("A1007.12", "A1007", "a lot")], .unavailable(.nonsense)), ([row("", "", "a lot")], .unavailable(.nonsense)),
            ([row("A1008", "", "a lot")], .lines([])),
        ]
        try await GatewayScript.run { gateway, port in
            let connector = try connector(port)
            for (rows, expected) in cases {
                gateway.finds(GatewayScript.http(#"{"journalPostings":{"postings":[\#(rows.joined(separator: ","))]},"hasMore":false}"#))
                let reading = await connector.findBooking(of: Self.posting, as: Sample.attempt(number: 12))
                if let expected {
                    #expect(reading.folio == expected, "\(rows)")
                } else if case .lines(let lines) = reading.folio {
                    #expect(
                        lines.allSatisfy { $0.references == [PostingReference(checkNumber: 1007, number: 12)] } && reading.isOfWholeHouse)
                } else {
                    Issue.record("\(rows): \(reading.folio)")
                }
            }
            for (answer, reason) in [
                (GatewayScript.http("", status: "500 Internal Server Error"), HotelUnavailable.notConnected),
                (GatewayScript.http("<html>"), .nonsense), (GatewayScript.http("", status: "403 Forbidden"), .denied), ("", .notConnected),
            ] {
                gateway.finds(answer)
                let reading = await connector.findBooking(of: Self.posting, as: Sample.attempt(number: 12))
                #expect(reading.folio == .unavailable(reason) && !reading.isOfWholeHouse)
            }
        }
    }

    @Test func `nothing secret and nobody's name is kept`() async throws {
        try await GatewayScript.run { gateway, port in
            let echo = #"{"title":"\#(OHIPSample.secret) is wrong","guestName":"Garibaldi","detail":"key \#(OHIPSample.appKey)"}"#
            gateway.play(.answer([GatewayScript.http(echo, status: "400 Bad Request")]))
            let connector = try connector(port)
            let reply = await connector.post(Self.posting, as: Sample.attempt(number: 12))
            let kept = [
                reply.answer ?? "", reply.hotelText ?? "", connector.wireText(of: Self.posting, number: 12), "\(connector.linkState)",
            ]
            for text in kept {
                for secret in [OHIPSample.secret, OHIPSample.appKey, "Garibaldi", "Bearer"] { #expect(!text.contains(secret), "\(text)") }
                #expect(text.unicodeScalars.count <= 4_000)
            }
            #expect(kept[2].hasPrefix("POST /csh/v1/hotels/REMPARTS/reservations/20401/charges {"))
        }
    }

    @Test func `headers longer than the gateway takes are never sent`() async throws {
        let exchange = HTTPExchange(client: HotelWebClient.shared, address: "http://127.0.0.1:1", clock: OHIPSample.patientClock)
        let token = String(repeating: "x", count: exchange.limits.headerBytesMax)
        let ending = await exchange.send(.init(target: "/x", headers: [("Authorization", token)], body: "{}"), atMostMs: 60_000)
        guard case .notSent(.tooLong) = ending else {
            Issue.record("\(ending)")
            return
        }
    }
}
