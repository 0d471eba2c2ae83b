import HTTPTypes
import Hummingbird

/// Puts the headers on every answer that keep a browser from doing more than these pages ask of it.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = ReceptionContext

    private static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'"

    @concurrent func handle(
        _ request: Request, context: ReceptionContext, next: @concurrent (Request, ReceptionContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        if let name = HTTPField.Name("Referrer-Policy") { response.headers[name] = "same-origin" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
