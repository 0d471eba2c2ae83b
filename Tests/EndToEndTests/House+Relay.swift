import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import NIOFoundationCompat
import NIOHTTP1
import Operations
import PointOfSale
import ServiceLifecycle
import Storage
import TestSupport
import Testing

@testable import Ardoise

/// A till without a hotel of its own: the house beside it is its gateway.
struct SecondTill: Sendable {
    let restaurant: Restaurant
    let waiter: TillClient
    let admin: TillClient
    let address: String
    private let administrator: Cashier

    /// Puts such a till together in that folder, runs the test, stops it. It is told its gateway while it runs, as a person would tell it.
    static func run(
        in folder: String, gateway: String, key: String, quietStart: Bool = false,
        _ test: @escaping @Sendable (SecondTill) async throws -> Void
    ) async throws {
        var logger = Logger(label: "second")
        logger.logLevel = .critical
        let storage = try TillStorage.open(DataFolder(path: folder), pinRounds: DemoHouse.pinRounds)
        var set = try ConfigurationSet(json: DemoFiles.brasserie)
        // Nobody listens there: what goes to the hotel goes by the gateway, or not at all.
        set.hotel.host = "127.0.0.1"
        set.hotel.port = 1
        let loaded = set
        _ = try await storage.load(loaded, at: SystemClock.now())
        let till = try await Till.assemble(TillConfiguration(host: "127.0.0.1", port: 0), on: storage, logger: logger)
        try await ServiceGroup.whileRunning(till.services, until: [], logger: logger) {
            let base = "http://127.0.0.1:\(try await till.boundPort())"
            let administrator = try #require(
                try await till.restaurant.database.read { tx in try tx.cashiers() }.first { $0.role == .administrator })
            let second = SecondTill(
                restaurant: till.restaurant, waiter: try await client(base, loaded, "waiter"),
                admin: try await client(base, loaded, "administrator"), address: base, administrator: administrator)
            try await second.uses(gateway, key: key)
            if !quietStart { try await second.link(is: .alive) }
            try await test(second)
        }
        try await storage.database.close()
    }

    private static func client(_ base: String, _ set: ConfigurationSet, _ role: String) async throws -> TillClient {
        let pin = try #require(set.staff.first { $0.role == role }?.pin)
        var client = TillClient(base: base)
        client.token = try await client.call(.POST, "/api/v1/sessions", PINBody(pin: pin), as: SessionBody.self).token
        return client
    }

    /// Names the gateway in the charge to a room, as the back office does.
    func uses(_ gateway: String, key: String) async throws {
        let method = try #require(try await restaurant.paymentMethods().first { $0.code == PaymentMethod.roomCode })
        var draft = PaymentMethodDraft(
            kind: .room, code: method.code, nameFR: method.name.fr, nameEN: method.name.en, hotelCode: method.hotelCode)
        draft.serverAddress = gateway
        draft.newGatewayKey = key
        _ = try await restaurant.savePaymentMethod(draft, id: method.id, by: administrator)
    }

    /// Listens until the line stands so, and for that reason.
    func link(is phase: HotelLinkState.Phase, because fault: HotelLinkState.Fault? = nil) async throws {
        let wakes = restaurant.signals.wakes()
        let stands = { restaurant.hotel.linkState.phase == phase && (fault == nil || restaurant.hotel.linkState.fault == fault) }
        if stands() { return }
        for await _ in wakes where stands() { return }
        throw CancellationError()
    }

    /// A check at the counter with one coffee; outlet 1 refuses while the hotel is away, outlet 2 lets charges wait.
    func check(outlet number: Int = 1) async throws -> CheckBody { try await waiter.smallCheck(outlet: number) }

    /// The posting of a check.
    func posting(_ answer: TillClient.Answer) throws -> PostingID {
        try #require(PostingID(text: try answer.read(ChargeAnswer.self).posting.id))
    }

    /// Listens until a posting has ended.
    func settles(_ id: PostingID) async throws -> FolioPosting {
        let changes = restaurant.signals.changes(of: id)
        let now = try await restaurant.posting(id).posting
        if now.state.isFinal { return now }
        for await change in changes where change.state.isFinal { break }
        return try await restaurant.posting(id).posting
    }

    /// Listens until a posting is in doubt.
    func doubts(_ id: PostingID) async throws {
        let changes = restaurant.signals.changes(of: id)
        if try await restaurant.posting(id).posting.state == .inDoubt { return }
        for await change in changes where change.state == .inDoubt { return }
    }
}

extension House {
    /// A gateway key for another till, as the back office makes one.
    func gatewayKey(for tills: [String] = []) async throws -> (key: GatewayKey, secret: GatewaySecret) {
        let staff = try await running.restaurant.database.read { tx in try tx.cashiers() }
        let administrator = try #require(staff.first { $0.role == .administrator })
        let secret = GatewaySecret.make()
        let key = try await running.restaurant.makeGatewayKey("Bar de la plage", secret: secret, workstations: tills, by: administrator)
        return (key, secret)
    }

    /// Opens a second till beside this house, with a wire between them, and runs the test.
    static func withSecondTill(
        _ system: HotelSystem = .opera5, quietMs: Int64? = nil, showsBills: Bool = true,
        _ test: @escaping @Sendable (House, SecondTill, RelayWire) async throws -> Void
    ) async throws {
        try await House.open(system, quietMs: quietMs, showsBills: showsBills) { house in
            let port = try #require(house.running.till.split(separator: ":").last.flatMap { Int($0) })
            let secret = try await house.gatewayKey().secret.text
            let folder = FileManager.default.temporaryDirectory.appending(path: "ardoise-second-\(UUID().uuidString)").path
            defer { try? FileManager.default.removeItem(atPath: folder) }
            try await RelayWire.run(to: port) { wire, begin in
                try await SecondTill.run(in: folder, gateway: "http://127.0.0.1:\(begin)", key: secret) { till in
                    try await test(house, till, wire)
                }
            }
        }
    }
}

extension TillClient {
    /// Puts a body as it stands, whatever the answer.
    func putText(_ path: String, _ json: String) async throws -> Answer {
        var request = HTTPClientRequest(url: base + path)
        request.method = .PUT
        if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        request.headers.add(name: "Content-Type", value: "application/json")
        request.body = .bytes(ByteBuffer(string: json))
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(Self.timeoutSeconds))
        let bytes = try await response.body.collect(upTo: Self.answerBytesMax)
        return Answer(status: Int(response.status.code), headers: response.headers, body: Data(buffer: bytes))
    }
}
