import Synchronization
import TestSupport
import Testing

@testable import HotelGateway

/// One token for all calls, fetched as seldom as can be.
@Suite struct OHIPTokenTests {
    /// A gateway that hands out tokens as a script says, and a clock that a test moves.
    private final class Gateway: Sendable {
        private let state = Mutex((nowMs: Int64(1_000_000), calls: 0, script: [OHIPTokens.Fetched]()))

        var calls: Int { state.withLock { $0.calls } }

        func advance(ms: Int64) { state.withLock { $0.nowMs += ms } }
        /// What the next calls bring; then tokens of an hour.
        func play(_ script: OHIPTokens.Fetched...) { state.withLock { $0.script = script } }

        func tokens() -> OHIPTokens {
            OHIPTokens(
                clock: GatewayClock(now: { Sample.evening }, uptimeMs: { self.state.withLock { $0.nowMs } }, pause: { _ in }),
                fetch: {
                    await Task.yield()
                    return self.state.withLock { state in
                        state.calls += 1
                        if state.script.isEmpty { return .token("t\(state.calls)", livesMs: 3_600_000) }
                        return state.script.removeFirst()
                    }
                })
        }
    }

    @Test func `a hundred callers share one token`() async {
        let gateway = Gateway()
        let tokens = gateway.tokens()
        let answers = await withTaskGroup(of: OHIPTokens.Answer.self) { group in
            for _ in 0..<100 { group.addTask { await tokens.token() } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.allSatisfy { $0 == .token("t1") } && gateway.calls == 1)
    }

    @Test func `a token is renewed two minutes before its end, and not before`() async {
        let gateway = Gateway()
        let tokens = gateway.tokens()
        #expect(await tokens.token() == .token("t1"))
        gateway.advance(ms: 3_600_000 - 120_001)
        #expect(await tokens.token() == .token("t1"))
        gateway.advance(ms: 1)
        #expect(await tokens.token() == .token("t2"))
    }

    @Test func `a token with a short life is renewed at its half`() async {
        let gateway = Gateway()
        gateway.play(.token("short", livesMs: 60_000))
        let tokens = gateway.tokens()
        #expect(await tokens.token() == .token("short"))
        gateway.advance(ms: 29_999)
        #expect(await tokens.token() == .token("short"))
        gateway.advance(ms: 1)
        #expect(await tokens.token() == .token("t2"))
    }

    @Test func `refused credentials are not sent again for a quarter of an hour, unless a person asks`() async {
        let gateway = Gateway()
        gateway.play(.refused, .refused)
        let tokens = gateway.tokens()
        for _ in 0..<50 {
            #expect(await tokens.token() == .refused)
            gateway.advance(ms: 17_000)
        }
        #expect(gateway.calls == 1)
        gateway.advance(ms: 50_000)
        #expect(await tokens.token() == .refused && gateway.calls == 2)
        await tokens.forgive()
        #expect(await tokens.token() == .token("t3"))
    }

    @Test func `a renewal that fails leaves the old token in use for as long as it holds`() async {
        let gateway = Gateway()
        let tokens = gateway.tokens()
        #expect(await tokens.token() == .token("t1"))
        gateway.play(.failed, .failed)
        gateway.advance(ms: 3_600_000 - 60_000)
        #expect(await tokens.token() == .token("t1") && gateway.calls == 2)
        #expect(await tokens.token() == .token("t1") && gateway.calls == 2, "the gateway gets a moment")
        gateway.advance(ms: 60_000)
        #expect(await tokens.token() == .unavailable && gateway.calls == 3)
        gateway.advance(ms: 2_000)
        #expect(await tokens.token() == .token("t4"))
    }

    @Test func `a token that was dropped twice is fetched anew once`() async {
        let gateway = Gateway()
        let tokens = gateway.tokens()
        #expect(await tokens.token() == .token("t1"))
        await tokens.drop("t1")
        #expect(await tokens.token() == .token("t2"))
        await tokens.drop("t1")
        #expect(await tokens.token() == .token("t2") && gateway.calls == 2)
    }
}
