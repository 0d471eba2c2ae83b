import HTTPTypes
import Hummingbird
import HummingbirdTesting
import PointOfSale
import TestSupport
import Testing

@testable import Web

@Suite struct SecurityHeaderTests {
    @Test(arguments: ["/sign-in", "/floor", "/nonsense", "/api/v1/menu", "/health", "/assets/common.js"])
    func `every answer carries the same shield`(_ path: String) async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            let headers = try await browser.get(path).headers
            #expect(
                headers[.contentSecurityPolicy]
                    == "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'")
            #expect(headers[.xContentTypeOptions] == "nosniff")
            #expect(headers[HTTPField.Name("X-Frame-Options")!] == "DENY")
            #expect(headers[HTTPField.Name("Referrer-Policy")!] == "same-origin")
            #expect(headers[HTTPField.Name("Cross-Origin-Opener-Policy")!] == "same-origin")
            #expect(headers[.cacheControl] == (path.hasPrefix("/assets") ? "no-cache" : "no-store"))
            #expect(headers[.xRequestID]?.isEmpty == false)
            #expect(headers[.strictTransportSecurity] == nil)
            #expect(headers[.server] == nil)
        }
    }

    @Test func `behind TLS the cookie is bound to the host and to TLS`() async throws {
        let web = try await WebHouse.open(WebConfiguration(cookiesAreSecure: true, version: "test"))
        try await web.visit { browser in
            let answer = try await browser.post("/sign-in", form: ["pin": "2580"])
            let cookie = try #require(answer.headers[.setCookie])
            #expect(cookie.hasPrefix("__Host-ardoise="))
            for part in ["Secure", "HttpOnly", "SameSite=Strict", "Path=/"] { #expect(cookie.contains(part)) }
            #expect(!cookie.contains("Domain"))
            #expect(answer.headers[.strictTransportSecurity] == "max-age=31536000; includeSubDomains")
        }
    }

    @Test func `without TLS the cookie is still out of reach of scripts and sites`() async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            let cookie = try #require(try await browser.post("/sign-in", form: ["pin": "2580"]).headers[.setCookie])
            #expect(cookie.hasPrefix("ardoise="))
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && !cookie.contains("Secure"))
        }
    }

    @Test func `assets are asked about, not sent again`() async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            for name in Assets.files.keys {
                let first = try await browser.get("/assets/\(name)")
                #expect(first.status == .ok && first.body.readableBytes > 0)
                let tag = try #require(first.headers[.eTag])
                #expect(try await browser.get("/assets/\(name)", headers: [.ifNoneMatch: tag]).status == .notModified)
            }
            #expect(try await browser.get("/assets/passwd").status == .notFound)
        }
    }
}
