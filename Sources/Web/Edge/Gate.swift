import HTTPTypes
import Hummingbird
import Operations
import PointOfSale
import Storage

/// What every request passes before its handler: same origin, session, rate, permission, time.
struct Gate: Sendable {
    let till: Till

    /// Lets a request through to its handler, or refuses it.
    func pass(_ route: Route, _ request: Request, _ context: TillContext) async throws -> Response {
        var visit = visit(request, context)
        if request.method != .get, request.method != .head {
            try SameOrigin.check(
                request.headers, host: request.head.authority, hasCookie: request.cookies[till.configuration.cookieName] != nil)
        }
        if route.access == .gateway {
            visit.gatewayKey = try await gatewayKey(request, device: visit.device)
        } else {
            try await confirm(&visit)
        }
        guard try isAllowed(route.access, visit) else {
            guard route.surface == .page else { throw Refusal.notSignedIn }
            return .seeOther("/sign-in")
        }
        if let kind = route.limit { try till.limits.take(kind, device: visit.device, now: till.now) }
        return try await within(ms: WebConfiguration.requestMsMax) { [visit] in try await route.handler(visit) }
    }

    /// The key of another till. Who shows a wrong one too often waits, so that nobody tries them out.
    private func gatewayKey(_ request: Request, device: String) async throws -> GatewayKey? {
        guard let secret = Self.bearerToken(request.headers) else { return nil }
        if let key = try await till.restaurant.gatewayKey(presenting: secret) { return key }
        try till.limits.take(.gatewayKey, device: device, now: till.now)
        return nil
    }

    /// Who asks, and in which language to answer.
    func visit(_ request: Request, _ context: TillContext) -> Visit {
        let bearer = Self.bearerToken(request.headers)
        let token = bearer ?? request.cookies[till.configuration.cookieName]?.value
        let isByItself = request.headers[.xLive] != nil
        let session = token.flatMap { till.sessions.find($0, now: till.now, touching: !isByItself) }
        let accepted = AcceptLanguage.preferred(request.headers[.acceptLanguage])
        // A program says in each request what it wants to read; a screen keeps to its session.
        let language = (bearer == nil ? session?.language ?? accepted : accepted ?? session?.language) ?? .fr
        return Visit(
            till: till, request: request, parameters: context.parameters, token: session == nil ? nil : token, session: session,
            language: language, device: device(request, context))
    }

    /// Asks the staff list every so often whether the session's cashier still works here, and as what.
    private func confirm(_ visit: inout Visit) async throws {
        guard var session = visit.session, let token = visit.token, till.now.ms(since: session.confirmedAt) >= Sessions.confirmMs else {
            return
        }
        let id = session.cashier.id
        guard let cashier = try await till.restaurant.database.read({ tx in try tx.cashier(id) }), cashier.isActive else {
            till.sessions.end(token)
            visit.session = nil
            return
        }
        till.sessions.confirm(cashier, token, now: till.now)
        session.cashier = cashier
        visit.session = session
    }

    private func isAllowed(_ access: Access, _ visit: Visit) throws(Refusal) -> Bool {
        switch access {
        case .anyone: return true
        case .signedIn: return visit.session != nil
        case .gateway: return visit.gatewayKey != nil
        case .may(let permission):
            guard let session = visit.session else { return false }
            try session.cashier.mustBeAllowed(permission)
            return true
        }
    }

    private func device(_ request: Request, _ context: TillContext) -> String {
        if till.configuration.trustsForwardedFor, let last = request.headers[values: .xForwardedFor].last?.split(separator: ",").last {
            return String(last.filter { $0 != " " }.prefix(64))
        }
        return context.peerAddress ?? "unknown"
    }

    private static func bearerToken(_ headers: HTTPFields) -> String? {
        guard let value = headers[.authorization], value.lowercased().hasPrefix("bearer ") else { return nil }
        return String(value.dropFirst("bearer ".count))
    }
}

/// Runs `work`, but not for longer than `ms`.
/// - Throws: `Problem.timedOut`, and what `work` throws.
func within<Value: Sendable>(ms: Int, _ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await work() }
        group.addTask {
            try await Task.sleep(for: .milliseconds(ms))
            return nil
        }
        defer { group.cancelAll() }
        guard let value = try await group.next() ?? nil else { throw Problem.timedOut }
        return value
    }
}

extension HTTPField.Name {
    /// Set by `live.js`: what a page fetches by itself does not keep a session alive.
    static let xLive = HTTPField.Name("X-Live")!
    static let xForwardedFor = HTTPField.Name("X-Forwarded-For")!
}
