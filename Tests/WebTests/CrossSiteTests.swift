import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import PointOfSale
import TestSupport
import Testing

@testable import Web

@Suite struct CrossSiteTests {
    /// What a browser would say of a request from another site, or what a forger would leave out.
    static let foreign: [HTTPFields] = [
        [.secFetchSite: "cross-site"], [.secFetchSite: "same-site"], [.origin: "https://evil.example"], [.origin: "null"],
        [.origin: "http://localhost.evil.example"], [.origin: "http://localhost:81"], [:],
    ]

    static let ours: [HTTPFields] = [[.secFetchSite: "same-origin"], [.origin: "http://localhost"], [SameOrigin.header: "1"]]

    @Test(arguments: foreign) func `nothing changes at the word of another site`(_ headers: HTTPFields) async throws {
        let web = try await WebHouse.open()
        let token = web.token(web.cashier(.administrator))
        try await web.visit { browser in
            for route in Routes.all where route.method != .get {
                var headers = headers
                headers[.cookie] = "ardoise=\(token)"
                let answer = try await browser.send(route.method, RouteTests.address(of: route), headers: headers)
                #expect(answer.status == .forbidden, "\(route.method) \(route.path)")
                #expect(answer.text.contains("autre site"))
            }
        }
    }

    @Test(arguments: ours) func `our own pages may`(_ headers: HTTPFields) async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            for route in Routes.all where route.method != .get {
                var headers = headers
                headers[.cookie] = "ardoise=\(web.token(web.cashier(.administrator)))"
                let answer = try await browser.send(route.method, RouteTests.address(of: route), headers: headers)
                #expect(answer.status != .forbidden, "\(route.method) \(route.path)")
            }
        }
    }

    @Test func `a program with a token of its own needs no such word`() async throws {
        let web = try await WebHouse.open()
        try await web.visit { browser in
            let answer = try await browser.call(.post, "/guest-searches", json: #"{"text":"204"}"#, token: web.token(web.house.anna))
            #expect(answer.status == .ok)
        }
    }

    @Test func `reading is never a change`() async throws {
        let web = try await WebHouse.open()
        let before = try await web.house.restaurant.postings(limit: 10).count
        try await web.visit { browser in
            for route in Routes.all where route.method == .get && route.path != "/events" {
                let answer = try await browser.get(
                    RouteTests.address(of: route), token: web.token(web.cashier(.administrator)), headers: [.secFetchSite: "cross-site"])
                #expect(answer.status != .forbidden, "\(route.path)")
            }
        }
        #expect(try await web.house.restaurant.postings(limit: 10).count == before)
    }
}
