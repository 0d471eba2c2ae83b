import AsyncHTTPClient
import Foundation
import HotelSimulator
import NIOCore
import NIOFoundationCompat
import NIOHTTP1
import Operations
import PointOfSale
import Storage
import Testing

@testable import Ardoise

/// The back office of a running till, and what the hotel then sees of it.
@Suite(.serialized) struct BackOfficeTests {
    @Test func `S1-01: payment methods are added under Configuration, Settings, Payment methods, Add`() async throws {
        try await House.open { house in
            let admin = try await house.administrator()
            #expect(try await admin.page("/configuration").contains("/configuration/settings/payment-methods"))
            #expect(try await admin.page("/configuration/settings/payment-methods").contains("/configuration/settings/payment-methods/add"))
            let answer = try await admin.form(
                "/configuration/settings/payment-methods/add",
                ["kind": "voucher", "code": "MEAL", "nameFR": "Titre-restaurant", "hotelCode": "VOUCH", "active": "on"])
            #expect(answer.status == 303)
            let methods = try await house.waiter.send(.GET, "/api/v1/payment-methods")
            #expect(String(decoding: methods.body, as: UTF8.self).contains("Titre-restaurant"), "the till has it at once")
        }
    }

    @Test func `S1-02: a charge to room is IKPMS and Opera, and another code is refused`() async throws {
        try await House.open { house in
            let admin = try await house.administrator()
            let form = try await admin.page("/configuration/settings/payment-methods/add")
            #expect(form.contains("value=\"IKPMS\"") && form.contains("value=\"Opera\"") && form.contains("name=\"transmitsReceipts\""))
            let other = try await admin.form(
                "/configuration/settings/payment-methods/add", ["kind": "room", "code": "ROOM", "nameFR": "Opera", "hotelCode": "ROOM"])
            #expect(other.status == 422 && other.text.contains("IKPMS"))
            let id = try await house.paymentMethod("IKPMS")
            let saved = try await admin.form(
                "/configuration/settings/payment-methods/\(id)",
                ["nameFR": "Opera", "hotelCode": "ROOM", "transmitsReceipts": "on", "serverAddress": "", "active": "on", "position": "2"])
            #expect(saved.status == 303)
            let method = try #require(try await house.running.restaurant.paymentMethods().first { $0.code == "IKPMS" })
            #expect(method.transmitsReceipts && method.serverAddress.isEmpty)
            // The charge still goes through what was saved.
            let check = try await house.check()
            #expect(try await house.charge(check, to: try await house.guest("204")).status == 201)
            #expect(house.booked(check).count == 1)
        }
    }

    @Test func `S1-03: the gateway is created in two clicks, and its test names the fault`() async throws {
        try await House.open { house in
            let admin = try await house.administrator()
            let good: LinkTestBody = try await admin.call(.POST, "/api/v1/hotel-link/tests")
            #expect(good.isGood && good.phase == "alive")
            // A port where nobody listens: the line falls at once, without a restart, and the test says why.
            let moved = try await admin.form("/configuration/settings/gateway/gateway", house.gateway(port: 1))
            #expect(moved.status == 303)
            let bad: LinkTestBody = try await admin.call(.POST, "/api/v1/hotel-link/tests")
            #expect(!bad.isGood && bad.fault == "unreachable")
            let page = try await admin.form("/configuration/gateway-test", [:])
            #expect(page.status == 200 && page.text.contains("id=\"link-test\""))
            let back = try await admin.form("/configuration/settings/gateway/gateway", house.gateway(port: house.running.fiasPort))
            #expect(back.status == 303)
            let again: LinkTestBody = try await admin.call(.POST, "/api/v1/hotel-link/tests")
            #expect(again.isGood)
            let check = try await house.check()
            #expect(try await house.charge(check, to: try await house.guest("204")).status == 201)
            #expect(house.booked(check).count == 1, "charged once, over the new line")
        }
    }

    @Test func `S1-04: an old OPERA is refused when the integration is switched on, naming the version needed`() async throws {
        try await House.open { house in
            let admin = try await house.administrator()
            let path = "/configuration/settings/hotel/edit"
            let old = try await admin.form(path, ["system": "opera5", "version": "5.0.04.02 E16", "on": "on"])
            #expect(old.status == 422 && old.text.contains("OPERA 5.0.04.02 E17"))
            let cloud = try await admin.form(path, ["system": "operaCloud", "version": "1.19", "on": "on"])
            #expect(cloud.status == 422 && cloud.text.contains("OPERA Cloud 1.20"))
            // Switched off, nobody is found and nothing is charged; switched on again, all is as before.
            #expect(try await admin.form(path, ["system": "opera5", "version": "5.0.04.02 E16"]).status == 303)
            try await house.link(stands: .switchedOff)
            let search = try await house.waiter.send(.POST, "/api/v1/guest-searches", SearchBody(text: "204"))
            #expect(search.status == 503)
            #expect(try await admin.form(path, ["system": "opera5", "version": "5.0.05.01", "on": "on"]).status == 303)
            try await house.link(is: .alive)
            let check = try await house.check()
            #expect(try await house.charge(check, to: try await house.guest("204")).status == 201)
        }
    }

    @Test func `S1-17: help shows the line, its history and the last records without a name`() async throws {
        try await House.open { house in
            let check = try await house.check()
            _ = try await house.charge(check, to: try await house.guest("204"))
            let page = try await house.manager.page("/hotel/help")
            #expect(page.contains("data-phase=\"alive\"") && page.contains("C#\(check.number)") && !page.contains("Garibaldi"))
            try await house.hotelGoesAway()
            try await house.link(is: .down)
            let fallen = try await house.manager.page("/hotel/help")
            #expect(fallen.contains("data-phase=\"down\"") || fallen.contains("data-phase=\"connecting\""))
            let file = try await house.manager.page("/hotel/help/diagnostics")
            #expect(file.contains("\"history\"") && !file.contains("Garibaldi") && !file.contains("RN204"))
        }
    }

    private struct LinkTestBody: Decodable {
        let isGood: Bool
        let phase: String
        let fault: String?
    }
}

extension House {
    /// A client signed in as the administrator.
    func administrator() async throws -> TillClient { try await running.signedIn(as: "administrator") }

    /// Listens until the line stands for that reason.
    func link(stands fault: HotelLinkState.Fault) async throws {
        let wakes = running.restaurant.signals.wakes()
        if running.restaurant.hotel.linkState.fault == fault { return }
        for await _ in wakes where running.restaurant.hotel.linkState.fault == fault { return }
        throw CancellationError()
    }

    /// The form of the gateway with that port.
    func gateway(port: Int) -> KeyValuePairs<String, String> {
        [
            "name": "PMS", "host": "127.0.0.1", "port": "\(port)", "codePage": "windows1252", "workstation": "ARDOISE",
            "roomPaymentCode": "ROOM", "matchesMax": "9", "postingNumberDigits": "8", "postingsInFlightMax": "8", "quietSeconds": "60",
            "billIsComplete": "on", "key": "",
        ]
    }

    /// The identity of the payment method of that code.
    func paymentMethod(_ code: String) async throws -> PaymentMethodID {
        try #require(try await running.restaurant.paymentMethods().first { $0.code == code }).id
    }
}

extension TillClient.Answer {
    /// The body as text.
    var text: String { String(decoding: body, as: UTF8.self) }
}

extension TillClient {
    /// A page as text.
    func page(_ path: String) async throws -> String { try await send(.GET, path).text }

    /// Sends a form as a browser would, and gives the answer without following it.
    func form(_ path: String, _ fields: KeyValuePairs<String, String>) async throws -> Answer {
        try await form(path, fields.map { ($0.key, $0.value) })
    }

    /// Sends a form in a language.
    func form(_ path: String, _ fields: [(String, String)], language: String = "fr") async throws -> Answer {
        var request = HTTPClientRequest(url: base + path)
        request.method = .POST
        if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        request.headers.add(name: "Accept-Language", value: language)
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        let allowed = CharacterSet.alphanumerics
        let body = fields.map { "\($0.0)=\($0.1.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")" }.joined(separator: "&")
        request.body = .bytes(ByteBuffer(string: body))
        let response = try await Self.plain.execute(request, timeout: .seconds(Self.timeoutSeconds))
        let bytes = try await response.body.collect(upTo: Self.answerBytesMax)
        return Answer(status: Int(response.status.code), headers: response.headers, body: Data(buffer: bytes))
    }

    /// A client that follows no redirect.
    private static let plain: HTTPClient = {
        var configuration = HTTPClient.Configuration.singletonConfiguration
        configuration.redirectConfiguration = .disallow
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()
}
