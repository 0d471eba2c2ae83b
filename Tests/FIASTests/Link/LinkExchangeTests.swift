import Testing

@testable import FIAS

@Suite struct LinkExchangeTests {
    @Test func `P9 answers find their requests by number and workstation, in any order`() throws {
        var link = try LinkDialogue.alive()
        _ = link.asks(posting(7, workstation: "A"), as: 1)
        _ = link.asks(posting(7, workstation: "B"), as: 2)
        _ = link.asks(posting(8, workstation: "A"), as: 3)
        #expect(try link.hears("PA|ASOK|P#8|WSA|") == [.ends(3, .answered(try record("PA|ASOK|P#8|WSA|")))])
        #expect(try link.hears("PA|ASOK|P#7|WSB|") == [.ends(2, .answered(try record("PA|ASOK|P#7|WSB|")))])
        #expect(try link.hears("PA|ASOK|P#0007|") == [.ends(1, .answered(try record("PA|ASOK|P#0007|")))])
    }

    @Test func `P9 a number that two workstations use does not answer either of them alone`() throws {
        var link = try LinkDialogue.alive()
        _ = link.asks(posting(7, workstation: "A"), as: 1)
        _ = link.asks(posting(7, workstation: "B"), as: 2)
        #expect(try link.hears("PA|ASOK|P#7|") == [.late(try record("PA|ASOK|P#7|"))])
        #expect(try link.hears("PA|ASOK|P#7|WSC|") == [.late(try record("PA|ASOK|P#7|WSC|"))])
    }

    @Test func `an answer without a number belongs to the only request under way`() throws {
        var link = try LinkDialogue.alive()
        _ = link.asks(posting(7, room: "204"), as: 1)
        #expect(try link.hears("PA|ASOK|RN118|") == [.late(try record("PA|ASOK|RN118|"))], "that is another room's")
        #expect(try link.hears("PA|ASOK|RN204|") == [.ends(1, .answered(try record("PA|ASOK|RN204|")))])
        _ = link.asks(posting(8), as: 2)
        _ = link.asks(posting(9), as: 3)
        #expect(try link.hears("PA|ASOK|") == [.late(try record("PA|ASOK|"))], "two are under way")
    }

    @Test func `an answer without a number is nobody's while an earlier request may still be answered`() throws {
        var link = try LinkDialogue.alive()
        _ = link.asks(posting(7), as: 1)
        #expect(link.waits(60_000) == [.ends(1, .unknown(.timedOut))])
        _ = link.asks(posting(8), as: 2)
        #expect(try link.hears("PA|ASOK|") == [.late(try record("PA|ASOK|"))])
        #expect(try link.hears("PA|ASOK|P#7|") == [.late(try record("PA|ASOK|P#7|"))], "now it was answered")
        #expect(try link.hears("PA|ASOK|") == [.ends(2, .answered(try record("PA|ASOK|")))])
    }

    @Test func `a list answers an inquiry, never a posting`() throws {
        var link = try LinkDialogue.alive()
        _ = link.asks(posting(7), as: 1)
        _ = link.asks(inquiry(8), as: 2)
        #expect(try link.hears("PL|P#7|") == [.late(try record("PL|P#7|"))])
        #expect(try link.hears("PL|RN204|G#1|") == [.ends(2, .answered(try record("PL|RN204|G#1|")))])
        _ = link.asks(inquiry(9), as: 3)
        #expect(try link.hears("PA|ASNG|P#9|") == [.ends(3, .answered(try record("PA|ASNG|P#9|")))])
    }

    @Test func `P15 no answer within sixty seconds is doubt, and the answer after it a late one`() throws {
        var link = try LinkDialogue.alive()
        #expect(link.asks(posting(42), as: 1) == [.send(posting(42))])
        #expect(link.waits(59_999) == [])
        #expect(link.waits(1) == [.ends(1, .unknown(.timedOut))])
        #expect(try link.hears("PA|ASOK|P#42|WSWS1|") == [.late(try record("PA|ASOK|P#42|WSWS1|"))])
        #expect(try link.hears("PA|ASOK|P#42|WSWS1|") == [.late(try record("PA|ASOK|P#42|WSWS1|"))], "double")
        #expect(link.waits(200_000) == [], "nothing is sent again")
    }

    @Test(arguments: [("PS|RN1|PTC|TA100|P#1|", Int64(30_000)), ("XR|RN1|G#1|", 30_000), ("DR|", 30_000), ("PR|PI1|P#1|WS1|", 60_000)])
    func `each kind of request has its own time`(text: String, timeoutMs: Int64) throws {
        var link = try LinkDialogue.alive()
        _ = link.asks(try record(text), as: 1)
        #expect(link.waits(timeoutMs - 1) == [])
        #expect(link.waits(1) == [.ends(1, .unknown(.timedOut))])
        _ = link.asks(posting(5), as: 2, timeoutMs: 70)
        #expect(link.waits(70) == [.ends(2, .unknown(.timedOut))])
    }

    @Test func `a number may not be used again while its answer may come`() throws {
        var link = try LinkDialogue.alive()
        _ = link.asks(posting(42), as: 1)
        #expect(link.asks(posting(42), as: 2) == [.ends(2, .notSent(.numberInUse))])
        _ = link.waits(60_000)
        #expect(link.asks(posting(42), as: 3) == [.ends(3, .notSent(.numberInUse))])
        _ = try link.hears("LA|")
        _ = link.waits(299_999)
        _ = try link.hears("LA|")
        _ = link.waits(1)
        #expect(link.asks(posting(42), as: 4) == [.send(posting(42))])
    }

    @Test func `P22 one PS is under way at a time, the next waits its turn`() throws {
        var link = try LinkDialogue.alive()
        let first = try record("PS|RN1|PTC|TA100|P#1|"), second = try record("PS|RN2|PTC|TA200|P#2|"), third = try record("PS|RN3|TA1|P#3|")
        #expect(link.asks(first, as: 1) == [.send(first)])
        #expect(link.asks(second, as: 2) == [])
        #expect(link.asks(third, as: 3) == [])
        #expect(link.asks(posting(4), as: 4) == [.send(posting(4))], "PR do not wait for PS")
        #expect(try link.hears("PA|RN1|ASOK|P#1|") == [.ends(1, .answered(try record("PA|RN1|ASOK|P#1|"))), .send(second)])
        #expect(link.waits(30_000).filter { $0 != .ends(3, .notSent(.queueFull)) } == [.ends(2, .unknown(.timedOut))])
    }

    @Test func `as many PR as allowed are under way, and no more wait than allowed`() throws {
        var link = try LinkDialogue.alive {
            $0.requestsInFlightMax = 2
            $0.requestsWaitingMax = 1
        }
        #expect(link.asks(posting(1), as: 1) == [.send(posting(1))])
        #expect(link.asks(posting(2), as: 2) == [.send(posting(2))])
        #expect(link.asks(posting(3), as: 3) == [])
        #expect(link.asks(posting(4), as: 4) == [.ends(4, .notSent(.queueFull))])
        #expect(try link.hears("PA|P#2|AS|") == [.ends(2, .answered(try record("PA|P#2|AS|"))), .send(posting(3))])
    }

    @Test func `a caller that gives up leaves doubt if it was sent, and none if it waited`() throws {
        var link = try LinkDialogue.alive { $0.requestsInFlightMax = 1 }
        _ = link.asks(posting(1), as: 1)
        _ = link.asks(posting(2), as: 2)
        _ = link.asks(posting(3), as: 3)
        #expect(link.machine.cancel(2, nowMs: link.nowMs) == [.ends(2, .notSent(.cancelled))])
        #expect(link.machine.cancel(1, nowMs: link.nowMs) == [.ends(1, .unknown(.cancelled)), .send(posting(3))])
        #expect(link.machine.cancel(1, nowMs: link.nowMs) == [])
        #expect(try link.hears("PA|ASOK|P#1|") == [.late(try record("PA|ASOK|P#1|"))])
        #expect(try link.hears("PA|ASOK|P#3|") == [.ends(3, .answered(try record("PA|ASOK|P#3|")))])
    }

    @Test func `a bill gathers its items, and belongs to its reservation`() throws {
        var link = try LinkDialogue.alive()
        _ = link.asks(try record("XR|RN1|G#5|"), as: 1)
        #expect(try link.hears("XI|RN1|G#5|BI100|") == [])
        #expect(try link.hears("XI|RN1|G#6|BI999|") == [.late(try record("XI|RN1|G#6|BI999|"))])
        #expect(try link.hears("XI|RN1|G#5|BI200|") == [])
        let parts = [try record("XI|RN1|G#5|BI100|"), try record("XI|RN1|G#5|BI200|")]
        #expect(try link.hears("XB|RN1|G#5|BA300|") == [.ends(1, .answered(try record("XB|RN1|G#5|BA300|")), parts: parts)])
    }

    @Test func `a record that FIAS gives no answer is not sent`() throws {
        var link = try LinkDialogue.alive()
        #expect(link.asks(try record("RE|RN1|CS3|"), as: 1) == [.ends(1, .notSent(.notARequest))])
    }
}
