import HTTPTypes
import Hummingbird
import Operations
import Storage

/// Whether the program works, for whoever watches it.
enum HealthAPI {
    /// 200 when the database takes a write, 503 when not.
    static let health: @Sendable (Visit) async throws -> Response = { visit in
        do {
            try await visit.till.restaurant.database.write { _ in }
            return state("ok", .ok, visit)
        } catch {
            return state("storage cannot be written", .serviceUnavailable, visit)
        }
    }

    /// 200 when the house can be read, so that pages can be shown.
    static let ready: @Sendable (Visit) async throws -> Response = { visit in
        do {
            _ = try await visit.till.restaurant.property()
            return state("ready", .ok, visit)
        } catch {
            return state("not configured", .serviceUnavailable, visit)
        }
    }

    private static func state(_ text: String, _ status: HTTPResponse.Status, _ visit: Visit) -> Response {
        .json(status) { json in
            json.field("status", text)
            json.field("version", visit.till.configuration.version)
        }
    }
}
