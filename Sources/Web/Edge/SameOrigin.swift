import HTTPTypes

/// Keeps other sites from acting with a cashier's cookie. Browsers say where a request comes from; a request that says nothing and carries
/// a cookie must carry a header that no foreign form can set.
enum SameOrigin {
    /// The header that our own scripts send.
    static let header = HTTPField.Name("X-Ardoise")!

    /// Lets a request that changes something pass, or refuses it.
    /// - Throws: `Problem.crossSite`.
    static func check(_ headers: HTTPFields, host: String?, hasCookie: Bool) throws(Problem) {
        if let site = headers[.secFetchSite] {
            // `none` is a person's own doing: an address typed, a bookmark; never a POST of another page.
            guard site == "same-origin" || site == "none" else { throw .crossSite }
            return
        }
        if let origin = headers[.origin] {
            guard let host, origin == "http://\(host)" || origin == "https://\(host)" else { throw .crossSite }
            return
        }
        guard !hasCookie || headers[header] != nil else { throw .crossSite }
    }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
}
