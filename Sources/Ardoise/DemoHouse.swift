import Foundation
import HotelGateway
import HotelSimulator
import Logging
import Operations
import PointOfSale
import ServiceLifecycle
import Storage

/// A till and a simulated hotel in one process, for `ardoise demo` and for tests.
struct DemoHouse {
    /// The ports wanted; 0 is any free one.
    struct Ports {
        var till = 0
        var reception = 0
        var interface = 0
        var raccoon = 0

        static let anyFree = Ports()
    }

    /// The demo prints its PINs, so hashing them hard would only delay its start.
    static let pinRounds = 1 << 4

    let data: DataFolder
    var host = "127.0.0.1"
    var ports = Ports.anyFree
    /// What the hotel runs.
    var system = HotelSystem.opera5
    var profile = HotelProfile.ifc8Strict
    /// What the hotel's codes are for over OPERA Cloud; nil is as the shipped hotel has them.
    var codes: TransactionCodeMap?
    var postingTimeoutMs: Int?
    /// How long the line must have been quiet before a charge that is missing on the bill counts as not booked, ms; nil is what the
    /// configuration says.
    var quietMs: Int64?
    /// The clock on the wall, of the till and of the hotel.
    var now: @Sendable () -> Timestamp = SystemClock.now
    /// Who signs for charges to rooms; nil is as each hotel's system is set up.
    var signaturePolicy: SignaturePolicy?
    let logger: Logger

    /// Starts the hotel, then the till; runs `body` while both are up; then stops the till, then the hotel.
    func run(_ body: @escaping @Sendable (RunningHouse) async throws -> Void) async throws {
        var hotelConfiguration = HotelSimulationConfiguration()
        hotelConfiguration.fiasHost = host
        hotelConfiguration.receptionHost = host
        hotelConfiguration.fiasPort = ports.interface
        hotelConfiguration.receptionPort = ports.reception
        hotelConfiguration.profile = profile
        hotelConfiguration.now = { [now] in now().milliseconds }
        let hotel = try DemoHotel(system, hotelConfiguration, logger: logger)
        let raccoon = try RaccoonHouse.load(host: host, port: ports.raccoon, logger: logger)
        try await ServiceGroup.whileRunning(hotel.services + raccoon.services, until: [], logger: logger) {
            let (receptionPort, fiasPort) = try await hotel.ports()
            let roomRaccoon = try await RaccoonHouse(raccoon, host: host)
            let cloud = try hotel.operaCloudSettings(host: host, port: fiasPort, codes: codes, timeoutMs: postingTimeoutMs)
            try await openTill(hotelPort: fiasPort, operaCloud: cloud) { till, staff, conversation in
                let house = RunningHouse(
                    till: "http://\(host):\(try await till.boundPort())", reception: "http://\(host):\(receptionPort)", fiasPort: fiasPort,
                    staff: staff,
                    conversation: conversation, restaurant: till.restaurant, hotel: hotel.hotel, roomRaccoon: roomRaccoon,
                    hostel: raccoon.hotel)
                try await house.linkComesUp()
                try await body(house)
            }
        }
    }

    private func openTill(
        hotelPort: Int, operaCloud: OHIPSettings?,
        _ body: @escaping @Sendable (Till, [RunningHouse.Person], WireConversation) async throws -> Void
    ) async throws {
        let storage = try TillStorage.open(data, pinRounds: Self.pinRounds)
        var set = try ConfigurationSet(json: DemoFiles.brasserie)
        set.hotel.host = host
        set.hotel.port = hotelPort
        _ = try await storage.load(set, at: now())
        let staff = set.staff.map { RunningHouse.Person(name: $0.name, role: $0.role, pin: $0.pin ?? "") }
        let conversation = WireConversation()
        let till = try await Till.assemble(
            TillConfiguration(
                host: host, port: ports.till, isDemo: true, postingTimeoutMs: postingTimeoutMs, quietMs: quietMs,
                signaturePolicy: signaturePolicy, operaCloud: operaCloud, linkObserver: conversation.overhear, now: now),
            on: storage, logger: logger)
        try await ServiceGroup.whileRunning(till.services, logger: logger) { try await body(till, staff, conversation) }
        try await storage.database.close()
    }
}

/// The files that the program carries for its demo.
enum DemoFiles {
    /// The brasserie, as an installer would write it.
    static var brasserie: Data { Data(PackageResources.brasserie_json) }
}
