import Testing

@testable import FIAS

@Suite struct LinkReconnectTests {
    @Test func `attempts go on for ever, at growing distances up to a limit`() {
        var link = LinkDialogue()
        _ = link.machine.start()
        var waits: [Int64] = []
        for _ in 0..<9 {
            #expect(link.machine.connectFailed(.refused, chance: 0, nowMs: link.nowMs) == [])
            let before = link.nowMs
            while link.machine.stage != .connecting { #expect(link.waits(1).count <= 1) }
            waits.append(link.nowMs - before)
        }
        #expect(waits == [250, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 30_000, 30_000])
        #expect(link.machine.lastFault == .refused)
    }

    @Test func `chance takes a quarter off at most`() {
        var link = LinkDialogue { $0.reconnectDelaysMs = [1_000] }
        _ = link.machine.start()
        _ = link.machine.connectFailed(.refused, chance: 0.999, nowMs: link.nowMs)
        #expect(link.waits(749) == [])
        #expect(link.waits(2) == [.connect])
    }

    @Test(arguments: [(Int64(4_999), Int64(500)), (5_000, 250)])
    func `a connection that lived begins the waits anew, one that died at once does not`(livedMs: Int64, waitMs: Int64) throws {
        var link = LinkDialogue()
        _ = link.machine.start()
        _ = link.machine.connectFailed(.refused, chance: 0, nowMs: link.nowMs)
        try link.comesAlive()
        _ = link.waits(livedMs)
        _ = link.isCutOff()
        #expect(link.waits(waitMs - 1) == [])
        #expect(link.waits(1) == [.connect])
    }

    @Test func `P16 a request under way when the link is lost is in doubt, one that waited was not sent`() throws {
        var link = try LinkDialogue.alive { $0.requestsInFlightMax = 1 }
        #expect(link.asks(posting(1), as: 1) == [.send(posting(1))])
        #expect(link.asks(posting(2), as: 2) == [])
        #expect(link.isCutOff() == [.ends(1, .unknown(.linkLost)), .ends(2, .notSent(.notAlive))])
        #expect(link.machine.lastFault == .closedByHotel)
        try link.comesAlive()
        #expect(link.machine.session == 2, "guests found before must be looked up again")
        #expect(link.machine.deadlineMs == link.nowMs + 300_000, "nothing is left to send again")
    }

    @Test func `a posting meant for an earlier session is not sent`() throws {
        var link = try LinkDialogue.alive()
        #expect(link.asks(posting(1), as: 1, session: 1) == [.send(posting(1))])
        _ = try link.hears("LS|")
        _ = try link.hears("LA|")
        #expect(link.asks(posting(2), as: 2, session: 1) == [.ends(2, .notSent(.notAlive))])
        #expect(link.asks(posting(2), as: 3, session: 2) == [.send(posting(2))])
    }

    @Test func `an answer that comes over the next connection is a late one`() throws {
        var link = try LinkDialogue.alive()
        _ = link.asks(posting(1), as: 1)
        _ = link.isCutOff()
        try link.comesAlive()
        #expect(try link.hears("PA|ASOK|P#1|") == [.late(try record("PA|ASOK|P#1|"))])
    }

    @Test func `a fault is forgotten when the link is alive again`() throws {
        var link = try LinkDialogue.alive()
        _ = link.isCutOff()
        #expect(link.machine.lastFault == .closedByHotel)
        try link.comesAlive()
        #expect(link.machine.lastFault == nil)
    }

    @Test func `shut down while waiting, connecting or silent ends at once`() throws {
        var waiting = LinkDialogue()
        _ = waiting.machine.start()
        #expect(waiting.machine.shutdown(isUrgent: false, nowMs: 0) == [.finish])
        #expect(waiting.machine.connected(nowMs: 0) == [.close], "a connection that comes too late is closed")
        var silent = LinkDialogue()
        _ = silent.machine.start()
        _ = silent.machine.connected(nowMs: silent.nowMs)
        #expect(silent.machine.shutdown(isUrgent: false, nowMs: silent.nowMs) == [.close])
        #expect(silent.isCutOff() == [.finish])
        var backingOff = LinkDialogue()
        _ = backingOff.machine.start()
        _ = backingOff.machine.connectFailed(.refused, chance: 0, nowMs: 0)
        #expect(backingOff.machine.shutdown(isUrgent: true, nowMs: 0) == [.finish])
        #expect(backingOff.waits(60_000) == [])
    }

    @Test func `a hurry does not wait for the hotel's LE`() throws {
        var link = try LinkDialogue.alive()
        _ = link.asks(posting(1), as: 1)
        #expect(link.machine.shutdown(isUrgent: true, nowMs: link.nowMs) == [.sendEnd, .close])
        #expect(link.isCutOff() == [.ends(1, .unknown(.linkLost)), .finish])
    }

    @Test func `an answer still counts between our LE and the hotel's`() throws {
        var link = try LinkDialogue.alive()
        _ = link.asks(posting(1), as: 1)
        _ = link.machine.shutdown(isUrgent: false, nowMs: link.nowMs)
        #expect(link.asks(posting(2), as: 2) == [.ends(2, .notSent(.notAlive))])
        #expect(try link.hears("PA|ASOK|P#1|") == [.ends(1, .answered(try record("PA|ASOK|P#1|")))])
        #expect(try link.hears("LE|") == [.close])
    }
}
