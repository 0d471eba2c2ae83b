import HTTPTypes
import Hummingbird
import PointOfSale

/// Who may ask.
enum Access: Hashable, Sendable {
    /// Everybody, signed in or not.
    case anyone
    /// Whoever is signed in.
    case signedIn
    /// Whoever is signed in and has this permission.
    case may(Permission)
    /// Another till that shows a gateway key, and no person (`S1-02`).
    case gateway
}

/// One address of the product and what answers there.
struct Route: Sendable {
    /// Who is talked to: problems come as a page or as problem+json.
    enum Surface: Hashable, Sendable { case page, api }

    let method: HTTPRequest.Method
    /// As in `docs/openapi.yaml`: `/api/v1/checks/{check}`.
    let path: String
    let access: Access
    let surface: Surface
    /// The name in `docs/openapi.yaml`; pages have none.
    let operation: String?
    let limit: RateLimits.Kind?
    let handler: @Sendable (Visit) async throws -> Response

    static func page(
        _ method: HTTPRequest.Method, _ path: String, _ access: Access, limit: RateLimits.Kind? = nil,
        _ handler: @escaping @Sendable (Visit) async throws -> Response
    ) -> Route {
        Route(method: method, path: path, access: access, surface: .page, operation: nil, limit: limit, handler: handler)
    }

    static func api(
        _ method: HTTPRequest.Method, _ path: String, _ access: Access, _ operation: String, limit: RateLimits.Kind? = nil,
        _ handler: @escaping @Sendable (Visit) async throws -> Response
    ) -> Route {
        Route(method: method, path: path, access: access, surface: .api, operation: operation, limit: limit, handler: handler)
    }
}
