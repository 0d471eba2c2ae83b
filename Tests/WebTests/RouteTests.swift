import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import PointOfSale
import TestSupport
import Testing

@testable import Web

@Suite struct RouteTests {
    /// A real address for a route, as far as a path without data goes.
    static func address(of route: Route) -> String {
        let id = "01900000-0000-7000-8000-000000000001"
        return ["check", "posting", "outlet", "reconciliation"].reduce(route.path) { $0.replacing("{\($1)}", with: id) }.replacing(
            "{name}", with: "ardoise.css")
    }

    @Test func `only these addresses answer to anybody`() {
        let open = Set(Routes.all.filter { $0.access == .anyone }.map { "\($0.method.rawValue) \($0.path)" })
        #expect(
            open == [
                "GET /", "GET /sign-in", "POST /sign-in", "POST /sign-out", "POST /language", "GET /assets/{name}", "GET /health",
                "GET /ready", "GET /r/{secret}",
                "POST /api/v1/sessions",
            ])
    }

    @Test func `no address is there twice and every API address has a name of its own`() {
        let addresses = Routes.all.map { "\($0.method.rawValue) \($0.path)" }
        #expect(Set(addresses).count == addresses.count)
        let names = Routes.all.compactMap(\.operation)
        #expect(Set(names).count == names.count)
        #expect(Routes.all.allSatisfy { ($0.surface == .api) == ($0.operation != nil) })
    }

    @Test func `nobody signed in is led to the PIN pad, a program is told`() async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            for route in Routes.all where route.access != .anyone {
                let answer = try await browser.send(route.method, Self.address(of: route), headers: [.secFetchSite: "same-origin"])
                switch route.surface {
                case .page:
                    #expect(answer.status == .seeOther && answer.headers[.location] == "/sign-in", "\(route.method) \(route.path)")
                case .api:
                    #expect(answer.status == .unauthorized, "\(route.method) \(route.path)")
                    #expect(try answer.json.text("code") == "NOT_SIGNED_IN")
                }
            }
        }
    }

    @Test(arguments: Cashier.Role.allCases) func `each role meets exactly the addresses that its permissions open`(_ role: Cashier.Role)
        async throws
    {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            for route in Routes.all {
                guard case .may(let permission) = route.access else { continue }
                let token = web.token(web.cashier(role))
                let headers: HTTPFields = [.authorization: "Bearer \(token)"]
                let answer = try await browser.send(route.method, Self.address(of: route), headers: headers)
                let isRefused = answer.status == .forbidden
                #expect(isRefused == !role.permissions.contains(permission), "\(role) \(route.method) \(route.path): \(answer.status)")
                if isRefused { #expect(answer.text.contains(route.surface == .api ? "NOT_PERMITTED" : "Votre rôle ne permet pas ceci")) }
            }
        }
    }

    @Test func `a wrong method on a right address says which are right`() async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            for (path, routes) in Dictionary(grouping: Routes.all, by: \.path) {
                let known = Set(routes.map(\.method))
                for method in [.get, .post, .put, .patch, .delete] as [HTTPRequest.Method] where !known.contains(method) {
                    let answer = try await browser.send(method, Self.address(of: routes[0]))
                    #expect(answer.status == .methodNotAllowed, "\(method) \(path)")
                    for right in known { #expect(answer.headers[.allow]?.contains(right.rawValue) == true, "\(method) \(path)") }
                }
            }
        }
    }

    @Test func `an unknown address is a page for people and a problem for programs`() async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            let page = try await browser.get("/nonsense", headers: [.acceptLanguage: "en"])
            #expect(page.status == .notFound)
            #expect(page.text.contains("There is nothing at this address."))
            let problem = try await browser.send(.get, "/api/v1/nonsense", headers: [.acceptLanguage: "en"])
            #expect(problem.status == .notFound)
            #expect(problem.headers[.contentType] == "application/problem+json; charset=utf-8")
            #expect(try problem.json.text("code") == "NOT_FOUND")
            #expect(try problem.json.text("requestId") == problem.headers[.xRequestID])
        }
    }
}
