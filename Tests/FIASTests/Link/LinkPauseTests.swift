import Testing

@testable import FIAS

@Suite struct LinkPauseTests {
    @Test func `P19 nothing is sent between NS and NE`() throws {
        var link = try LinkDialogue.alive()
        _ = link.asks(posting(1), as: 1)
        #expect(try link.hears("NS|DA130425|TI030400|") == [])
        #expect(link.machine.phase == .nightAudit)
        #expect(link.asks(posting(2), as: 2) == [.ends(2, .notSent(.nightAudit))])
        #expect(link.asks(inquiry(3), as: 3) == [.ends(3, .notSent(.nightAudit))])
        #expect(try link.hears("PA|ASNA|P#1|") == [.ends(1, .answered(try record("PA|ASNA|P#1|")))], "what was sent before is answered")
        #expect(try link.hears("NE|DA130425|TI032500|") == [])
        #expect(link.asks(posting(2), as: 2) == [.send(posting(2))])
        #expect(link.machine.session == 1)
    }

    @Test func `P19 what waits when the night audit begins is told so`() throws {
        var link = try LinkDialogue.alive { $0.requestsInFlightMax = 1 }
        _ = link.asks(posting(1), as: 1)
        _ = link.asks(posting(2), as: 2)
        #expect(try link.hears("NS|") == [.ends(2, .notSent(.nightAudit))])
    }

    @Test func `P19 a night audit whose end is lost ends after four hours, or with a new start`() throws {
        var link = try LinkDialogue.alive { $0.aliveCheckIdleMs = 100_000_000 }
        _ = try link.hears("NS|")
        #expect(link.waits(4 * 3_600_000 - 1) == [])
        #expect(link.machine.phase == .nightAudit)
        _ = link.waits(1)
        #expect(link.machine.phase == .alive)
        _ = try link.hears("NS|")
        _ = try link.hears("LS|")
        _ = try link.hears("LA|")
        #expect(link.machine.phase == .alive)
    }

    @Test(arguments: ["RY", "NA"])
    func `P19 retry and night audit are answers like others, the link repeats nothing`(code: String) throws {
        var link = try LinkDialogue.alive()
        _ = link.asks(posting(1), as: 1)
        #expect(try link.hears("PA|AS\(code)|P#1|") == [.ends(1, .answered(try record("PA|AS\(code)|P#1|")))])
        #expect(link.waits(299_999) == [])
    }

    @Test func `D1 a resynchronisation runs through, with live records in between`() throws {
        var link = try LinkDialogue.alive()
        #expect(link.asks(try record("DR|"), as: 1) == [.send(try record("DR|"))])
        #expect(try link.hears("DS|DA001005|TI125047|") == [.ends(1, .answered(try record("DS|DA001005|TI125047|")))])
        #expect(link.machine.phase == .resyncing)
        for text in ["GI|RN1001|G#12345|GSN|SF|", "GO|RN1002|GSN|SF|", "GI|RN1003|GSY|G#12329|"] { #expect(try link.hears(text) == []) }
        #expect(try link.hears("DE|DA001005|TI125200|") == [])
        #expect(link.machine.phase == .alive)
    }

    @Test func `D1 a hotel may resynchronise unasked`() throws {
        var link = try LinkDialogue.alive()
        #expect(try link.hears("DS|") == [])
        #expect(link.machine.phase == .resyncing)
    }

    @Test func `D2 a request that the hotel ignores ends after thirty seconds`() throws {
        var link = try LinkDialogue.alive()
        _ = link.asks(try record("DR|"), as: 1)
        #expect(link.waits(29_999) == [])
        #expect(link.waits(1) == [.ends(1, .unknown(.timedOut))])
        #expect(link.machine.phase == .alive)
    }

    @Test func `D3 nothing at all is sent inside, not even the question for a sign of life`() throws {
        var link = try LinkDialogue.alive {
            $0.answersAliveWithAlive = true
            $0.requestsInFlightMax = 1
        }
        _ = link.asks(posting(1), as: 1)
        _ = link.asks(posting(2), as: 2)
        #expect(try link.hears("DS|") == [.ends(2, .notSent(.resyncing))])
        #expect(link.asks(inquiry(3), as: 3) == [.ends(3, .notSent(.resyncing))])
        #expect(try link.hears("LA|") == [])
        #expect(try link.hears("PA|ASOK|P#1|") == [.ends(1, .answered(try record("PA|ASOK|P#1|")))])
        #expect(link.waits(15 * 60_000 - 1) == [])
        #expect(link.waits(1) == [.sendStart], "the end was lost: is anybody there?")
    }
}
