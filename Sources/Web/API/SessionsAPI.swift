import HTTPTypes
import Hummingbird
import Operations
import PointOfSale

/// Signing in and out for programs.
enum SessionsAPI {
    static let signIn: @Sendable (Visit) async throws -> Response = { visit in
        var body = try await visit.json()
        let pin = try body.text("pin", lengthMax: 12)
        try body.nothingElse()
        let cashier = try await visit.till.restaurant.signIn(pin: pin, device: visit.device)
        let now = visit.till.now
        let token = visit.till.sessions.begin(cashier, language: cashier.language, now: now)
        return .json(.created) { json in
            json.field("token", token)
            json.field("idleSeconds", Int(Sessions.idleMsMax / 1000))
            json.field("expiresAt", TimeText.iso(now.advanced(byMs: Sessions.ageMsMax)))
            json.object("cashier") { json in
                json.field("id", cashier.id.text)
                json.field("number", cashier.number)
                json.field("name", cashier.name)
                json.field("role", cashier.role.rawValue)
                json.field("language", cashier.language.rawValue)
                json.texts("permissions", cashier.role.permissions.map(\.rawValue).sorted())
            }
        }
    }

    static let signOut: @Sendable (Visit) async throws -> Response = { visit in
        if let token = visit.token { visit.till.sessions.end(token) }
        return Response(status: .noContent)
    }
}
