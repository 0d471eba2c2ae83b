/// The token that all calls share (`ohip.md` §1). Token calls are billed, and a wrong password that is sent again and again locks the
/// integration user: so there is one at a time, it is kept until shortly before its end, and a refusal stands for a while.
actor OHIPTokens {
    /// How long before its end a token is renewed, ms.
    static let renewBeforeMs: Int64 = 120_000
    /// How long refused credentials are not sent again, ms.
    static let refusedMs: Int64 = 15 * 60_000
    /// How long after a call that came to nothing the next one may go out, ms.
    static let failedMs: Int64 = 2_000
    /// The lives that are believed, ms: an answer without one gets the longest.
    static let livesMs: ClosedRange<Int64> = 1_000...3_600_000

    /// What a call for a token brought.
    enum Fetched: Sendable {
        case token(String, livesMs: Int64)
        case refused
        case failed
    }

    /// A token, or why there is none.
    enum Answer: Hashable, Sendable {
        case token(String)
        case refused
        case unavailable
    }

    private enum Standing {
        case none
        case token(String, renewAtMs: Int64, endsAtMs: Int64)
        case refused(untilMs: Int64)
        case failed(untilMs: Int64)
    }

    private let clock: GatewayClock
    private let fetch: @Sendable () async -> Fetched
    private var standing = Standing.none
    private var isFetching = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(clock: GatewayClock, fetch: @escaping @Sendable () async -> Fetched) {
        self.clock = clock
        self.fetch = fetch
    }

    /// The token to use now. Whoever comes while one is being fetched waits for that one.
    func token() async -> Answer {
        while true {
            if let answer = answer(atMs: clock.uptimeMs()) { return answer }
            if Task.isCancelled { return .unavailable }
            guard isFetching else { break }
            await withCheckedContinuation { waiting.append($0) }
        }
        isFetching = true
        let beganMs = clock.uptimeMs()
        let fetched = await fetch()
        isFetching = false
        note(fetched, beganMs: beganMs)
        for continuation in waiting { continuation.resume() }
        waiting = []
        return answer(atMs: beganMs) ?? .unavailable
    }

    /// The hotel would not have that token: the next call fetches a new one, unless that has happened already.
    func drop(_ token: String) {
        if case .token(token, _, _) = standing { standing = .none }
    }

    /// Forgets that credentials were refused: a person asks for a new try.
    func forgive() {
        switch standing {
        case .refused, .failed: standing = .none
        case .none, .token: break
        }
    }

    private func note(_ fetched: Fetched, beganMs: Int64) {
        let nowMs = clock.uptimeMs()
        switch fetched {
        case .token(let token, let livesMs):
            let lives = min(max(livesMs, Self.livesMs.lowerBound), Self.livesMs.upperBound)
            // A short life is renewed at its half.
            let renewAtMs = beganMs + lives - min(Self.renewBeforeMs, lives / 2)
            standing = .token(token, renewAtMs: renewAtMs, endsAtMs: beganMs + lives)
        case .refused: standing = .refused(untilMs: nowMs + Self.refusedMs)
        case .failed:
            // An old token that still holds is better than none.
            if case .token(let token, _, let endsAtMs) = standing, nowMs + Self.failedMs < endsAtMs {
                standing = .token(token, renewAtMs: nowMs + Self.failedMs, endsAtMs: endsAtMs)
            } else {
                standing = .failed(untilMs: nowMs + Self.failedMs)
            }
        }
    }

    private func answer(atMs nowMs: Int64) -> Answer? {
        switch standing {
        case .token(let token, let renewAtMs, _) where nowMs < renewAtMs: .token(token)
        case .refused(let untilMs) where nowMs < untilMs: .refused
        case .failed(let untilMs) where nowMs < untilMs: .unavailable
        case .none, .token, .refused, .failed: nil
        }
    }
}
