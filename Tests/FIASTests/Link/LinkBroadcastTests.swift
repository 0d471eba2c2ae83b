import Synchronization
import Testing

@testable import FIAS

@Suite struct LinkBroadcastTests {
    private func publish(_ phase: LinkState.Phase, session: Int = 0, to broadcast: LinkBroadcast, at nowMs: Int64 = 5) -> LinkState? {
        broadcast.publish(phase: phase, session: session, lastFault: nil, roomPaymentMethods: [], nowMs: { nowMs })
    }

    @Test func `a listener begins with the state of now, and a slow one misses what is past`() async {
        let broadcast = LinkBroadcast(sinceMs: 1, observer: nil)
        var states = broadcast.states().makeAsyncIterator()
        #expect(await states.next() == LinkState(phase: .disconnected, sinceMs: 1))
        _ = publish(.connecting, to: broadcast)
        _ = publish(.alive, session: 1, to: broadcast, at: 9)
        #expect(await states.next() == LinkState(phase: .alive, sinceMs: 9, session: 1))
        var late = broadcast.states().makeAsyncIterator()
        #expect(await late.next()?.phase == .alive)
    }

    @Test func `what is no news is told to nobody`() {
        let told = Mutex(0)
        let broadcast = LinkBroadcast(sinceMs: 1) { _ in told.withLock { $0 += 1 } }
        #expect(publish(.disconnected, to: broadcast) == nil)
        #expect(publish(.alive, to: broadcast)?.sinceMs == 5)
        #expect(publish(.alive, to: broadcast) == nil)
        #expect(publish(.alive, session: 1, to: broadcast, at: 9)?.sinceMs == 5, "a session is no phase")
        #expect(told.withLock(\.self) == 2)
    }

    @Test func `every listener hears every late answer, up to a limit`() async {
        let broadcast = LinkBroadcast(sinceMs: 1, observer: nil)
        let first = broadcast.lateAnswers(), second = broadcast.lateAnswers()
        for number in 1...LinkBroadcast.lateAnswersMax + 10 { broadcast.late(posting(number)) }
        for stream in [first, second] {
            var heard = 0
            for await record in stream {
                heard += 1
                #expect(record[.postingNumber] == String(heard))
                if heard == LinkBroadcast.lateAnswersMax { break }
            }
            #expect(heard == LinkBroadcast.lateAnswersMax)
        }
    }
}
