import Hummingbird
import Operations
import PointOfSale

/// The cookie by which a device knows which till it is (`S1-12`): chosen once, kept for years, no secret. What it names is looked up anew
/// each time.
enum TillCookie {
    /// How long a device remembers, seconds: 400 days, the longest that browsers keep a cookie (RFC 6265bis §5.6.2).
    static let secondsMax = 400 * 24 * 3600

    /// Its name; out of reach of other hosts where the till is behind TLS.
    static func name(_ configuration: WebConfiguration) -> String { configuration.cookieName + "-till" }

    /// The cookie that names a till, or that forgets it.
    static func make(_ till: TillConfigurationID?, _ configuration: WebConfiguration) -> Cookie {
        Cookie(
            name: name(configuration), value: till?.text ?? "", maxAge: till == nil ? 0 : secondsMax, path: "/",
            secure: configuration.cookiesAreSecure, httpOnly: true, sameSite: .strict)
    }
}

extension Visit {
    /// The till that this device is; nil where nobody has said so, or that till is out of use now.
    func thisTill() async throws -> TillConfiguration? {
        let named = request.cookies[TillCookie.name(till.configuration)].flatMap { TillConfigurationID(text: $0.value) }
        guard let named else { return nil }
        return try await till.restaurant.tills().first { $0.id == named }
    }

    /// The same, where it sells for that outlet.
    func thisTill(selling outlet: OutletID) async throws -> TillConfiguration? {
        try await thisTill().flatMap { $0.outletID == outlet ? $0 : nil }
    }
}
