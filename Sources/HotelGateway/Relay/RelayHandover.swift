import NIOHTTP1
import PointOfSale

/// One posting on its way to the gateway, from the first request until the gateway says what came of it.
///
/// The key makes it one posting however often it is handed over. What makes it none is only the gateway's own word that nothing under this
/// key will ever be taken: a "no" to one request says nothing of an earlier one that was cut off and may still arrive.
struct RelayHandover: Sendable {
    /// How long an outcome is waited for, ms: longer than the hotel has to answer the gateway (`FIAS 2.20.24 §1.3`, 60 s).
    static let outcomeMsMax: Int64 = 75_000
    /// How long a posting may stand in the gateway's queue before it is taken back, ms: somebody waits at the till.
    static let queuedMsMax: Int64 = 10_000
    /// How long a gateway that cannot be had is tried again, ms.
    static let troubleMsMax: Int64 = 15_000
    /// How long between two tries, ms.
    static let againMs: Int64 = 500
    /// How long one request may take, ms; the gateway holds it for three seconds at most.
    static let requestMsMax: Int64 = 8_000

    let calls: RelayCalls
    let clock: GatewayClock
    let key: PostingAttemptID
    let mark: String

    /// What one request came to.
    enum Step: Sendable {
        case said(RelayAnswer)
        /// The gateway did not take what this request carried.
        case untaken(PostingOutcome)
        case unknown(HTTPTrouble)
    }

    /// Hands the posting over and waits for what comes of it.
    func post(_ body: String) async -> PostingReply {
        let beganMs = clock.uptimeMs()
        var isCertain = true
        var step = await put(body)
        var troubledSinceMs: Int64?
        while true {
            let nowMs = clock.uptimeMs()
            switch step {
            case .said(let answer):
                if let outcome = answer.outcome { return PostingReply(outcome, hotelText: answer.hotelText, answer: answer.text) }
                guard nowMs - beganMs < Self.outcomeMsMax else { return PostingReply(.inDoubt(.timedOut), answer: answer.text) }
                troubledSinceMs = nil
                isCertain = false
                let waits = answer.state == .queued && nowMs - beganMs >= Self.queuedMsMax
                step = waits ? await takeBack() : await look()
            case .untaken(let outcome):
                if isCertain { return PostingReply(outcome) }
                step = await takeBack()
                if case .untaken = step { step = .unknown(.cut) }
            case .unknown(let trouble):
                isCertain = false
                let since = troubledSinceMs ?? nowMs
                troubledSinceMs = since
                guard nowMs - since < Self.troubleMsMax, trouble != .stopped, (try? await clock.pause(Self.againMs)) != nil else {
                    return PostingReply(.inDoubt(PostingOutcome.Doubt(trouble)))
                }
                step = await put(body)
            }
        }
    }

    /// Asks the gateway to take nothing more under this key, and to say what it has; nil when that could not be had.
    func settled() async -> RelayAnswer? {
        guard case .said(let answer) = await takeBack() else { return nil }
        return answer
    }

    private var path: String { "/api/v1/gateway/postings/\(key)" }

    private func put(_ body: String) async -> Step {
        let ending = await calls.send(.PUT, path, body, atMostMs: Self.requestMsMax)
        if case .notSent = ending { return .untaken(.notSent(.linkDown)) }
        return Self.step(ending)
    }

    private func look() async -> Step {
        let step = Self.step(
            await calls.send(.GET, path + "?mark=\(mark)&waitMs=3000", atMostMs: Self.requestMsMax))
        // What it said before stands: no answer to a question takes it back.
        if case .untaken = step { return .unknown(.cut) }
        return step
    }

    private func takeBack() async -> Step {
        Self.step(await calls.send(.DELETE, path + "?mark=\(mark)", atMostMs: Self.requestMsMax))
    }

    private static func step(_ ending: HTTPExchange.Ending) -> Step {
        switch ending {
        case .notSent(let trouble), .unknown(let trouble, _): .unknown(trouble)
        case .answered(let http): step(http)
        }
    }

    /// Only answers that this program gives before it writes anything are believed to mean that nothing was written.
    private static func step(_ http: HTTPAnswer) -> Step {
        if let answer = RelayAnswer(http) { return .said(answer) }
        let code = RelayObject(body: http.body)?.text("code")
        switch (http.status, code) {
        case (_, nil): return .unknown(.cut)
        case (_, "KEY_REUSED"): return .unknown(.cut)
        case (401, _), (409, _): return .untaken(.notSent(.linkDown))
        case (403, _): return .untaken(.refused(.denied))
        case (429, _): return .untaken(.notSent(.busy))
        case (503, "HOTEL_UNAVAILABLE_NIGHT_AUDIT"): return .untaken(.notSent(.nightAudit))
        case (503, let code?) where code.hasPrefix("HOTEL_UNAVAILABLE_"): return .untaken(.notSent(.linkDown))
        case (400, _), (404, _), (413, _), (415, _), (422, _): return .untaken(.refused(.unprocessable))
        default: return .unknown(.cut)
        }
    }
}
