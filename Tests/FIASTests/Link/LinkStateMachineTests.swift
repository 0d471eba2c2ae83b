import Testing

@testable import FIAS

@Suite struct LinkStateMachineTests {
    private let start = RecordStamp(date: "260110", time: "201500")

    @Test func `L1 the hotel starts, we describe, the hotel is alive`() throws {
        var link = LinkDialogue()
        #expect(link.machine.start() == [.connect])
        #expect(link.machine.phase == .connecting)
        #expect(link.machine.connected(nowMs: 1_000) == [])
        #expect(try link.hears("LS|DA260110|TI201500|") == [.describe(answering: start)])
        #expect(link.machine.phase == .describing)
        #expect(try link.hears("LA|DA260110|TI201501|") == [])
        #expect(link.machine.phase == .alive)
        #expect(link.machine.session == 1)
    }

    @Test func `L2 a silent hotel hears LS after three seconds`() throws {
        var link = LinkDialogue()
        _ = link.machine.start()
        _ = link.machine.connected(nowMs: link.nowMs)
        #expect(link.waits(2_999) == [])
        #expect(link.waits(1) == [.sendStart])
        #expect(try link.hears("LS|") == [.describe(answering: RecordStamp(date: "", time: ""))])
    }

    @Test func `L2 a hotel that knows us answers LA and is described to all the same`() throws {
        var link = LinkDialogue()
        _ = link.machine.start()
        _ = link.machine.connected(nowMs: link.nowMs)
        _ = link.waits(3_000)
        #expect(try link.hears("LA|") == [.describe(answering: nil)])
        #expect(try link.hears("LA|") == [])
        #expect(link.machine.phase == .alive)
    }

    @Test func `L3 LS in mid-life is answered by the description, and requests under way stay`() throws {
        var link = try LinkDialogue.alive()
        #expect(link.asks(posting(42), as: 1) == [.send(posting(42))])
        #expect(try link.hears("LS|DA260110|TI201500|") == [.describe(answering: start)])
        #expect(link.asks(posting(43), as: 2) == [.ends(2, .notSent(.notAlive))])
        #expect(try link.hears("PA|ASOK|P#42|WSWS1|") == [.ends(1, .answered(try record("PA|ASOK|P#42|WSWS1|")))])
        #expect(try link.hears("LA|") == [])
        #expect(link.machine.session == 2)
    }

    @Test func `L4 LC before LA tells the room payment methods`() throws {
        var link = LinkDialogue()
        _ = link.machine.start()
        _ = link.machine.connected(nowMs: link.nowMs)
        _ = try link.hears("LS|")
        #expect(try link.hears("LC|RP16,ROOM|PH1|") == [])
        #expect(link.machine.phase == .describing)
        #expect(link.machine.roomPaymentMethods == ["16", "ROOM"])
    }

    @Test func `L5 LA out of the blue is not answered, except where a hotel wants it`() throws {
        var strict = try LinkDialogue.alive()
        #expect(try strict.hears("LA|") == [])
        var protel = try LinkDialogue.alive { $0.answersAliveWithAlive = true }
        #expect(try protel.hears("LA|") == [.sendAlive])
        #expect(protel.waits(300_000) == [.sendStart])
        #expect(try protel.hears("LA|") == [], "an answer to our own question is no question")
        #expect(strict.machine.session == 1)
    }

    @Test func `L6 the hotel's LE is answered by LE, and closed after two seconds`() throws {
        var link = try LinkDialogue.alive()
        #expect(try link.hears("LE|") == [.sendEnd])
        #expect(link.machine.phase == .ending)
        #expect(link.waits(1_999) == [])
        #expect(link.waits(1) == [.close])
        #expect(link.isCutOff() == [])
        #expect(link.machine.lastFault == .endedByHotel)
        #expect(link.waits(250) == [.connect])
    }

    @Test func `L6 a sign of life after LE revives the link`() throws {
        var link = try LinkDialogue.alive()
        _ = try link.hears("LE|")
        #expect(try link.hears("LS|DA260110|TI201500|") == [.describe(answering: start)])
        #expect(try link.hears("LA|") == [])
        #expect(link.machine.phase == .alive)
    }

    @Test(arguments: [true, false])
    func `L6 our LE waits two seconds for the hotel's`(hotelAnswers: Bool) throws {
        var link = try LinkDialogue.alive()
        #expect(link.machine.shutdown(isUrgent: false, nowMs: link.nowMs) == [.sendEnd])
        if hotelAnswers {
            #expect(try link.hears("LE|") == [.close])
        } else {
            #expect(link.waits(1_999) == [])
            #expect(link.waits(1) == [.close])
        }
        #expect(link.isCutOff() == [.finish])
        #expect(link.machine.phase == .disconnected)
    }

    @Test func `L8 a hotel that never says LA is left after thirty seconds`() throws {
        var link = LinkDialogue()
        _ = link.machine.start()
        _ = link.machine.connected(nowMs: link.nowMs)
        _ = try link.hears("LS|")
        #expect(link.waits(29_999) == [])
        #expect(link.waits(1) == [.close])
        #expect(link.isCutOff() == [])
        #expect(link.machine.lastFault == .noAlive)
    }

    @Test func `L9 LS and LA at once is a link that is alive`() throws {
        var link = LinkDialogue()
        _ = link.machine.start()
        _ = link.machine.connected(nowMs: link.nowMs)
        #expect(try link.hears("LS|DA260110|TI201500|") == [.describe(answering: start)])
        #expect(try link.hears("LA|DA260110|TI201500|") == [])
        #expect(link.machine.phase == .alive)
        #expect(try link.hears("LA|") == [], "the answer to our description is no second session")
        #expect(link.machine.session == 1)
    }

    @Test func `L11 what comes before LA is no answer and pauses nothing`() throws {
        var link = LinkDialogue()
        _ = link.machine.start()
        _ = link.machine.connected(nowMs: link.nowMs)
        #expect(try link.hears("NS|") == [])
        #expect(try link.hears("DS|") == [])
        #expect(try link.hears("GI|RN1|G#1|GSN|") == [])
        let answer = try record("PA|ASOK|P#1|")
        #expect(try link.hears("PA|ASOK|P#1|") == [.late(answer)])
        _ = try link.hears("LS|")
        _ = try link.hears("LA|")
        #expect(link.machine.phase == .alive)
    }

    @Test func `L12 a sign of life is asked for after five minutes of silence, not before`() throws {
        var link = try LinkDialogue.alive()
        #expect(link.waits(299_999) == [])
        #expect(link.waits(1) == [.sendStart])
        #expect(try link.hears("LA|") == [])
        #expect(link.machine.session == 1)
        #expect(link.waits(200_000) == [])
        _ = try link.hears("GI|RN1|G#1|GSN|")
        #expect(link.waits(299_999) == [], "any record is a sign of life")
        #expect(link.waits(1) == [.sendStart])
        #expect(link.waits(29_999) == [])
        #expect(link.waits(1) == [.close])
        _ = link.isCutOff()
        #expect(link.machine.lastFault == .timedOut)
    }

    @Test func `a hotel that answers every record by LS is not described to for ever`() throws {
        var link = LinkDialogue()
        _ = link.machine.start()
        _ = link.machine.connected(nowMs: link.nowMs)
        var described = 0
        for _ in 0..<100 where try !link.hears("LS|").isEmpty { described += 1 }
        #expect(described == 5)
        #expect(link.waits(30_000) == [.close])
    }

    @Test func `a wrong key looks like a hang-up after the description`() throws {
        var link = LinkDialogue { $0.authenticationKey = LinkAuthenticationTests.key }
        _ = link.machine.start()
        _ = link.machine.connected(nowMs: link.nowMs)
        _ = try link.hears("LS|")
        _ = link.isCutOff()
        #expect(link.machine.lastFault == .notAuthentic)
    }
}
