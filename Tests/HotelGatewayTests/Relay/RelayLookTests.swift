import PointOfSale
import Storage
import TestSupport
import Testing

@testable import HotelGateway

/// What the gateway's answers mean to the till that asks.
@Suite struct RelayLookTests {
    private static func http(_ status: Int, _ body: String) -> HTTPAnswer {
        HTTPAnswer(status: status, retryAfterMs: nil, body: Array(body.utf8))
    }

    private static func line(phase: String = "alive", currency: String = "EUR") -> String {
        """
        {"mark":"m","phase":"\(phase)","currency":"\(currency)","hotel":"OPERA","findsByName":true,"takesOutsideRevenue":true,\
        "takesCheckDiscounts":false}
        """
    }

    @Test func `the line is up only while the gateway's own line is`() {
        let stands = { (body: String) in RelayLook(Self.http(200, body), currency: .eur).standing }
        #expect(stands(Self.line()) == (.alive, nil))
        #expect(stands(Self.line(phase: "nightAudit")) == (.nightAudit, nil))
        #expect(stands(Self.line(phase: "resyncing")) == (.resyncing, nil))
        #expect(stands(Self.line(phase: "connecting")) == (.down, .gatewayDown))
        #expect(stands(Self.line(phase: "down")) == (.down, .gatewayDown))
        #expect(stands(Self.line(currency: "CHF")) == (.down, .otherCurrency))
    }

    @Test(arguments: [
        (200, "<html>", HotelLinkState.Fault.notArdoise), (200, "{}", .notArdoise), (404, "{\"code\":\"NOT_FOUND\"}", .notArdoise),
        (409, "{\"code\":\"GATEWAY_NOT_HERE\"}", .notArdoise), (401, "no", .notArdoise),
        (401, "{\"code\":\"NOT_SIGNED_IN\"}", .notAuthentic),
        (503, "", .noAnswer), (429, "", .noAnswer), (302, "", .notArdoise),
    ])
    func `what is no gateway of ours is told apart`(status: Int, body: String, fault: HotelLinkState.Fault) {
        #expect(RelayLook(Self.http(status, body), currency: .eur).standing == (.down, fault))
    }

    @Test func `each state of the gateway's posting is an outcome here, or none yet`() throws {
        func outcome(_ state: String, _ code: String = "") throws -> PostingOutcome? {
            let code = code.isEmpty ? "" : "\"code\":\"\(code)\","
            let body = "{\"state\":\"\(state)\",\(code)\"transactionNumbers\":[\"7\"]}"
            return try #require(RelayAnswer(Self.http(200, body))).outcome
        }
        #expect(try outcome("accepted") == .accepted(transactionNumbers: ["7"]))
        #expect(try outcome("queued") == nil && outcome("sending") == nil)
        #expect(try outcome("refused", "noPosting") == .refused(.noPosting))
        #expect(try outcome("refused", "linkDown") == .notSent(.linkDown))
        #expect(try outcome("refused", "nightAudit") == .notSent(.nightAudit))
        #expect(try outcome("refused", "something") == .refused(.unprocessable))
        #expect(try outcome("withdrawn") == .notSent(.linkDown))
        #expect(try outcome("inDoubt", "timedOut") == .inDoubt(.timedOut))
        #expect(try outcome("inDoubt") == .inDoubt(.unknownAnswer))
        #expect(RelayAnswer(Self.http(200, "{\"state\":\"booked\",\"transactionNumbers\":[]}")) == nil)
        #expect(RelayAnswer(Self.http(500, "{\"state\":\"accepted\",\"transactionNumbers\":[]}")) == nil)
    }

    @Test func `what the gateway proves of a doubt moves the posting; what it does not know proves nothing`() throws {
        func verdict(_ state: String, _ code: String = "x", attempts: Int = 1) throws -> AttemptVerdict? {
            let body = "{\"state\":\"\(state)\",\"code\":\"\(code)\",\"transactionNumbers\":[]}"
            let posting = Sample.posting(state: .inDoubt, attempts: attempts)
            return try #require(RelayAnswer(Self.http(200, body))).verdict(on: Sample.attempt(), of: posting, at: Sample.evening)
        }
        #expect(try verdict("accepted")?.fate == .booked)
        #expect(try verdict("refused", "creditLimit")?.otherwise.state == .refused)
        #expect(try verdict("withdrawn")?.otherwise.state == .queued)
        #expect(try verdict("withdrawn", attempts: PostingDelivery.triesMax)?.otherwise.state == .refused)
        #expect(try verdict("notBooked")?.otherwise.state == .notBooked)
        #expect(try verdict("withdrawn")?.fate == .notBooked)
        for state in ["queued", "sending", "inDoubt"] { #expect(try verdict(state) == nil, "\(state)") }
    }

    @Test func `what is handed over names the gateway that is meant, and nobody else's attempts are asked about`() {
        let body = RelayedBody(Sample.posting(), mark: "m-1").json.text
        #expect(RelayedBody.mark(in: body) == "m-1")
        #expect(RelayedBody.mark(in: "PR|P#42|RN204|") == nil)
        #expect(RelayedBody.mark(in: RelayedBody(Sample.posting(), mark: "").json.text) == nil)
        #expect(body.contains("\"date\":\"2026-11-22\"") && body.contains("\"time\":\"20:15:30\"") && body.contains("\"total\":4250"))
        #expect(!RelayedBody(Sample.revenue(), mark: "m").json.text.contains("guest"))
    }

    @Test func `the key stands in no description`() throws {
        let address = try #require(GatewayAddress("https://a.example"))
        let settings = try #require(RelaySettings(address: address, key: "ardoise-gateway-x"))
        #expect(!"\(settings) \(String(reflecting: settings))".contains("ardoise-gateway"))
        #expect(RelaySettings(address: address, key: "two words") == nil)
    }
}
