import HotelGateway
import HotelSimulator
import Synchronization
import TestSupport

/// What lies between the till and OPERA Cloud in one history, with everything that goes wrong there.
final class CloudNetwork: Sendable {
    /// What can become of a request.
    enum Mishap: String, CaseIterable {
        case unreachable, cutBefore, cutAfter, cutInAnswer, unauthorised, tooMany, brokenBefore, badGatewayAfter, unavailable
        case slow, bookedLate, duplicateKeys, maintenancePage, emptyYes
    }

    /// Mishaps after which nobody knows whether a charge was booked, or whose answer is not the hotel's.
    private static let silenceMs: ClosedRange<Int64> = 61_000...100_000

    private struct State {
        var draws: SeededGenerator
        var isCalm = false
        var mishaps: [String: Int] = [:]
        /// When the last request that went wrong was over, ms.
        var lastMishapMs: Int64 = 0
    }

    let desk: OHIPDesk
    private let time: VirtualTime
    private let state: Mutex<State>
    /// How often a request meets a mishap, in thousandths.
    private let rate: Int
    /// What the hotel takes up when nobody waits for it any more.
    let late: AsyncStream<OHIPCall>
    private let lateEntry: AsyncStream<OHIPCall>.Continuation

    init(desk: OHIPDesk, time: VirtualTime, rate: Int, seed: UInt64) {
        self.desk = desk
        self.time = time
        self.rate = rate
        state = Mutex(State(draws: SeededGenerator(seed: seed)))
        (late, lateEntry) = AsyncStream.makeStream(of: OHIPCall.self)
    }

    var mishaps: [String: Int] { state.withLock { $0.mishaps } }
    var lastMishapMs: Int64 { state.withLock { $0.lastMishapMs } }

    /// From now on everything works.
    func calmDown() { state.withLock { $0.isCalm = true } }
    func endLate() { lateEntry.finish() }

    var wire: OHIPWire { OHIPWire { await self.carry($0) } }

    private func carry(_ request: OHIPWire.Request) async -> OHIPWire.Ending {
        let call = OHIPCall(method: request.method, target: request.target, headers: request.headers, body: request.body)
        let mishap = mishap(of: call)
        defer { if mishap != nil { noteMishapIsOver() } }
        guard await passes(draw(2...60)) else { return .timedOut }
        switch mishap {
        case nil: return await answered(call)
        case .unreachable: return .notConnected
        case .cutBefore: return .cut([])
        case .unauthorised:
            desk.endTokens()
            return await answered(call)
        case .tooMany: return .answered(status: 429, body: [])
        case .brokenBefore: return .answered(status: 500, body: Array(#"{"title":"System Error"}"#.utf8))
        case .unavailable: return .answered(status: 503, body: [])
        case .slow: return await passes(draw(1_000...50_000)) ? await answered(call) : .timedOut
        case .bookedLate: return await bookedLate(call, atMostMs: request.atMostMs)
        case .cutAfter, .cutInAnswer, .badGatewayAfter, .duplicateKeys, .maintenancePage, .emptyYes:
            return spoilt(await answered(call), by: mishap)
        }
    }

    /// The hotel is at it for longer than anybody waits.
    private func bookedLate(_ call: OHIPCall, atMostMs: Int64) async -> OHIPWire.Ending {
        let ms = draw(Self.silenceMs)
        _ = time.at(time.uptimeMs + ms) { [lateEntry] in lateEntry.yield(call) }
        _ = await passes(atMostMs)
        return .timedOut
    }

    private func answered(_ call: OHIPCall) async -> OHIPWire.Ending {
        guard case .send(let reply)? = try? await desk.respond(to: call, wait: { _ in }) else { return .timedOut }
        return await passes(draw(1...40)) ? .answered(status: reply.status, body: Array(reply.body.utf8)) : .timedOut
    }

    private func spoilt(_ ending: OHIPWire.Ending, by mishap: Mishap?) -> OHIPWire.Ending {
        guard case .answered(let status, let body) = ending else { return ending }
        return switch mishap {
        case .cutInAnswer: .cut(Array(body.prefix(body.count / 2)))
        case .badGatewayAfter: .answered(status: 502, body: Array("<html><h1>502 Bad Gateway</h1></html>".utf8))
        case .maintenancePage: .answered(status: 200, body: Array("<html>Maintenance</html>".utf8))
        case .emptyYes: .answered(status: 200, body: [])
        case .duplicateKeys:
            .answered(
                status: status,
                body: Array(
                    String(decoding: body, as: UTF8.self).replacing(#""reference":"#, with: #""reference":"A1.1","reference":"#).utf8))
        default: .cut([])
        }
    }

    private func noteMishapIsOver() {
        let nowMs = time.uptimeMs
        state.withLock { $0.lastMishapMs = max($0.lastMishapMs, nowMs) }
    }

    private func passes(_ ms: Int64) async -> Bool { (try? await time.pause(ms: ms)) != nil }

    private func draw(_ range: ClosedRange<Int64>) -> Int64 { state.withLock { Int64.random(in: range, using: &$0.draws) } }

    /// Questions meet only what questions may meet: an answer that is not the hotel's tells a lie that no till could see through.
    private func mishap(of call: OHIPCall) -> Mishap? {
        let isCharge = call.method == "POST" && call.path.hasPrefix("/csh")
        let isToken = call.path.hasPrefix("/oauth")
        return state.withLock { state in
            guard !state.isCalm, Int.random(in: 1...1000, using: &state.draws) <= (isToken ? rate / 4 : rate) else { return nil }
            let kinds = Mishap.allCases.filter { isCharge || !Self.onlyCharges.contains($0) }
            let mishap = kinds[Int.random(in: 0..<kinds.count, using: &state.draws)]
            state.mishaps[mishap.rawValue, default: 0] += 1
            return mishap
        }
    }

    private static let onlyCharges: Set<Mishap> = [.bookedLate, .duplicateKeys, .maintenancePage, .emptyYes]
}
