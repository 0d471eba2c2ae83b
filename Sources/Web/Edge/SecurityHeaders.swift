import HTTPTypes

/// What every answer tells the browser not to do.
enum SecurityHeaders {
    /// No inline script, no inline style, nothing from elsewhere, no framing.
    static let contentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'"

    /// Sets the headers; what the handler set itself about caching stays.
    static func apply(to headers: inout HTTPFields, isSecure: Bool) {
        headers[.contentSecurityPolicy] = contentSecurityPolicy
        headers[.xContentTypeOptions] = "nosniff"
        headers[name("X-Frame-Options")] = "DENY"
        // Not `no-referrer`: browsers would then send `Origin: null` with our own forms.
        headers[name("Referrer-Policy")] = "same-origin"
        headers[name("Cross-Origin-Opener-Policy")] = "same-origin"
        headers[name("Cross-Origin-Resource-Policy")] = "same-origin"
        headers[name("Permissions-Policy")] = "camera=(), geolocation=(), microphone=(), payment=()"
        if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
        if isSecure { headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
    }

    private static func name(_ text: String) -> HTTPField.Name { HTTPField.Name(text)! }
}
