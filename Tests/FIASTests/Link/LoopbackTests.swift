import FIAS
import Testing

@Suite(.timeLimit(.minutes(1)))
struct LoopbackTests {
    @Test func `an inquiry and a posting are answered over a real socket`() async throws {
        try await withLoopback(hotel: ScriptedHotel(answering: friendlyAnswer), server: { $0.roomPaymentMethods = ["16", "ROOM"] }) {
            link, _ in
            let state = try await link.isAlive()
            #expect(state.session == 1)
            #expect(state.roomPaymentMethods == ["16", "ROOM"])
            guard case .answered(let list) = await link.exchange(inquiry(41)) else { throw Unanswered() }
            #expect(try PostingList(list).matches.map(\.guestName) == ["Gast, Hr."])
            guard case .answered(let answer) = await link.exchange(posting(42)) else { throw Unanswered() }
            #expect(try PostingAnswer(answer).status == .ok)
            #expect(try PostingAnswer(answer).transactionNumbers == ["881234"])
        }
    }

    @Test func `sixteen at once and one by one are fast enough`() async throws {
        try await withLoopback(hotel: ScriptedHotel(answering: friendlyAnswer)) { link, _ in
            try await link.isAlive()
            let clock = ContinuousClock()
            let single = await clock.measure { for n in 1...500 { _ = await link.exchange(posting(n)) } }
            let many = await clock.measure {
                await withTaskGroup(of: Void.self) { tasks in
                    for lane in 0..<16 {
                        tasks.addTask { for n in 0..<125 { _ = await link.exchange(posting(1000 + lane * 125 + n)) } }
                    }
                }
            }
            print(
                "one by one:", 500 / (Double(single.components.attoseconds) / 1e18 + Double(single.components.seconds)), "/s; 16 at once:",
                2000 / (Double(many.components.attoseconds) / 1e18 + Double(many.components.seconds)), "/s")
        }
    }
}

struct Unanswered: Error {}
