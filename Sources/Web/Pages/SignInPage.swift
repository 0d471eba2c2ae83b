import HTTPTypes
import Hummingbird
import Operations
import PointOfSale

/// Signing in by PIN, signing out, and the language of the screen.
enum SignInPage {
    private struct Model: Sendable {
        let words: [String: String]
        let language: String
        let isFrench: Bool
        /// Whether somebody chose the language on this screen.
        let chosen: Bool
        let house: String
        let build: String
        let digits = Array(1...9)
        let problem: ProblemBox?
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let chosen = visit.request.uri.queryParameters["language"].flatMap { Language(rawValue: String($0)) }
        return try await page(visit, chosen: chosen)
    }

    /// The form: `pin`, and `language` when it was chosen on this screen.
    static let signIn: @Sendable (Visit) async throws -> Response = { visit in
        var form = try await visit.form()
        let pin = try form.text("pin", lengthMax: 12)
        let chosen = try form.optionalText("language").flatMap { Language(rawValue: $0) }
        try form.nothingElse()
        do {
            let cashier = try await visit.till.restaurant.signIn(pin: pin, device: visit.device)
            if let old = visit.token { visit.till.sessions.end(old) }
            let token = visit.till.sessions.begin(cashier, language: chosen ?? cashier.language, now: visit.till.now)
            var response = Response.seeOther("/floor")
            response.setCookie(SessionCookie.make(token, visit.till.configuration))
            return response
        } catch let refusal as Refusal {
            return try await page(visit, chosen: chosen, problem: Problem(refusal))
        }
    }

    static let signOut: @Sendable (Visit) async throws -> Response = { visit in
        if let token = visit.token { visit.till.sessions.end(token) }
        var response = Response.seeOther("/sign-in")
        response.setCookie(SessionCookie.gone(visit.till.configuration))
        return response
    }

    /// The form: `language`, and `back`, a page of ours.
    static let speak: @Sendable (Visit) async throws -> Response = { visit in
        var form = try await visit.form()
        let language = try form.parsed("language") { Language(rawValue: $0) }
        let back = try form.text("back")
        try form.nothingElse()
        guard let token = visit.token else { return .seeOther("/sign-in?language=\(language.rawValue)") }
        visit.till.sessions.speak(language, token)
        return .seeOther(isOurs(back) ? back : "/floor")
    }

    private static func page(_ visit: Visit, chosen: Language?, problem: Problem? = nil) async throws -> Response {
        let language = chosen ?? visit.language
        let words = Words[language]
        let model = Model(
            words: words.all, language: language.rawValue, isFrench: language == .fr, chosen: chosen != nil,
            house: try await visit.till.property().name, build: visit.till.assets.build,
            problem: problem.map { ProblemBox($0, words) })
        var response = Response.html(visit.till.templates.render("sign-in", model), status: problem?.status ?? .ok)
        if let seconds = problem?.retryAfterSeconds { response.headers[.retryAfter] = String(seconds) }
        return response
    }

    /// A path on this server: one slash first, then nothing that could lead elsewhere.
    private static func isOurs(_ path: String) -> Bool {
        path.hasPrefix("/") && !path.hasPrefix("//")
            && path.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: "="):
                    true
                default: false
                }
            }
    }
}

/// The cookie that carries a session: for this host only, out of reach of scripts and of other sites.
enum SessionCookie {
    static func make(_ token: String, _ configuration: WebConfiguration) -> Cookie {
        Cookie(
            name: configuration.cookieName, value: token, maxAge: Int(Sessions.ageMsMax / 1000), path: "/",
            secure: configuration.cookiesAreSecure,
            httpOnly: true, sameSite: .strict)
    }

    static func gone(_ configuration: WebConfiguration) -> Cookie {
        Cookie(
            name: configuration.cookieName, value: "", maxAge: 0, path: "/", secure: configuration.cookiesAreSecure, httpOnly: true,
            sameSite: .strict)
    }
}
