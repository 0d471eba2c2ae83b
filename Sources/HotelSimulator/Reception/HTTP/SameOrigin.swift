import HTTPTypes
import Hummingbird

/// Keeps other sites' pages from acting here through a visitor's browser: a request that changes something must come from our own pages,
/// or from a program that sends no `Origin`. A hotel that listens on loopback answers to loopback names only.
struct SameOrigin: RouterMiddleware {
    typealias Context = ReceptionContext

    private static let safeMethods: Set<HTTPRequest.Method> = [.get, .head, .options]
    private static let loopbackNames: Set<String> = ["localhost", "127.0.0.1", "[::1]"]

    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")

    /// Only loopback names are answered.
    let isLoopback: Bool

    @concurrent func handle(
        _ request: Request, context: ReceptionContext, next: @concurrent (Request, ReceptionContext) async throws -> Response
    ) async throws -> Response {
        let host = request.head.authority ?? ""
        if isLoopback, !host.isEmpty, !Self.loopbackNames.contains(name(of: host)) { throw Problem.strangeHost }
        if !Self.safeMethods.contains(request.method), !isOurs(request, host: host) { throw Problem.otherOrigin }
        return try await next(request, context)
    }

    private func isOurs(_ request: Request, host: String) -> Bool {
        if let field = Self.fetchSite, let site = request.headers[field], site != "same-origin", site != "none" { return false }
        guard let origin = request.headers[.origin] else { return true }
        return origin == "http://\(host)" || origin == "https://\(host)"
    }

    private func name(of host: String) -> String {
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return String(host[...end]) }
        return String(host.prefix { $0 != ":" }).lowercased()
    }
}
