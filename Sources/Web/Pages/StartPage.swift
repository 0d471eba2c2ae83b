import Hummingbird

/// `/` leads to the tables, or to the PIN pad.
enum StartPage {
    static let show: @Sendable (Visit) async throws -> Response = { visit in .seeOther(visit.session == nil ? "/sign-in" : "/floor") }
}
