import AsyncHTTPClient
import HotelSimulator
import Logging
import PointOfSale
import ServiceLifecycle
import Synchronization
import TestSupport

@testable import HotelGateway

/// Settings, postings and a running house for the tests of the OPERA Cloud line.
enum OHIPSample {
    static let appKey = OperaCloudSettings.demo.appKey
    static let secret = OperaCloudSettings.demo.clientSecret
    static let timeoutMs: Int64 = 60_000

    /// The shipped hotel's codes: 2010 and so on for sales, 2015 and so on for discounts.
    static let codes: TransactionCodeMap = {
        var codes: [TransactionCodeMap.Key: String] = [.init(.tip): "2900", .init(.serviceCharge): "2910"]
        for number in 1...8 {
            codes[.init(.sales(Itemizer(number)!))] = "20\(number)0"
            codes[.init(.discount(Itemizer(number)!))] = "20\(number)5"
        }
        return TransactionCodeMap(codes)
    }()

    static func settings(
        port: Int = 1, hotelID: String = "REMPARTS", clientSecret: String = secret,
        login: OHIPSettings.Login = .clientCredentials(enterpriseID: "REMPARTS"), cashierID: Int = 113,
        codes: TransactionCodeMap = codes, search: OHIPSettings.Search = .get, authorisedAmountIsLimit: Bool = true,
        houseAccount: OHIPHouseAccount? = nil
    ) throws -> OHIPSettings {
        try OHIPSettings(
            gateway: "http://127.0.0.1:\(port)", appKey: appKey, clientID: OperaCloudSettings.demo.clientID, clientSecret: clientSecret,
            login: login, hotelID: hotelID, cashierID: cashierID, codes: codes, search: search,
            authorisedAmountIsLimit: authorisedAmountIsLimit, houseAccount: houseAccount, timeoutMs: timeoutMs)
    }

    /// The clock of a test in which nothing runs out of time and nobody has to wait for his turn.
    static var patientClock: GatewayClock {
        var clock = GatewayClock.system(now: { Sample.evening })
        let (pause, uptimeMs) = (clock.pause, clock.uptimeMs)
        let skippedMs = SkippedTime()
        clock.uptimeMs = { uptimeMs() + skippedMs.total.withLock { $0 } }
        clock.pause = { ms in
            guard ms < timeoutMs else { return try await pause(ms * 100) }
            // Whoever waited for his turn has had it: the pacer must not find him early.
            skippedMs.total.withLock { $0 += ms }
        }
        return clock
    }

    /// What nobody waited for, ms.
    private final class SkippedTime: Sendable {
        let total = Mutex<Int64>(0)
    }

    static func connector(
        port: Int, settings: OHIPSettings? = nil, clock: GatewayClock = patientClock,
        onChange: @escaping @Sendable (HotelLinkState) -> Void = { _ in }
    ) throws -> OHIPConnector {
        OHIPConnector(
            settings: try settings ?? Self.settings(port: port), currency: .eur, clock: clock, jitter: { $0.lowerBound }, onChange: onChange
        )
    }

    static let garibaldi = GuestChoice(roomNumber: RoomNumber("204")!, reservationNumber: "20401", name: "Garibaldi, Lucia")!

    /// Check 1007: 28.00 and 12.00, a discount of 4.00, 1.50 service and 2.50 tip.
    static func posting(
        _ subtotals: [Int: Int] = [1: 2800, 2: 1200], discounts: [Int: Int] = [1: -400], tip: Int = 250, service: Int = 150,
        guest: GuestChoice? = garibaldi, outlet: Int = 1, period: Int = 4, reverses: PostingID? = nil, hotelCode: String = "ROOM"
    ) -> FolioPosting {
        func amounts(_ cents: [Int: Int]) -> [Itemizer: Money] {
            Dictionary(uniqueKeysWithValues: cents.map { (Itemizer($0.key)!, Sample.euros($0.value)) })
        }
        return FolioPosting(
            id: Sample.id(1), checkID: guest.map { _ in Sample.id(1) }, tenderID: reverses == nil && guest != nil ? Sample.id(1001) : nil,
            reverses: reverses, checkNumber: 1007, guest: guest,
            breakdown: PostingBreakdown(
                subtotals: amounts(subtotals), discounts: amounts(discounts), tip: Sample.euros(tip), serviceCharge: Sample.euros(service)),
            covers: 2, outletNumber: outlet, servicePeriod: period, tableNumber: 12, cashierName: "Anna", workstation: "TILL1",
            hotelCode: hotelCode,
            stamp: PostingStamp(time: LocalTime(year: 2026, month: 11, day: 22, hour: 20, minute: 15, second: 30)),
            createdAt: Sample.evening, createdBy: Sample.id(99), updatedAt: Sample.evening, notBefore: Sample.evening)
    }
}

/// The shipped hotel behind Oracle's paths.
struct OHIPHouseInTest: Sendable {
    let hotel: SimulatedHotel
    let desk: OHIPDesk
    let port: Int

    static func open(
        _ change: (inout OperaCloudSettings) -> Void = { _ in }, now: @escaping @Sendable () -> Int64 = { Sample.evening.milliseconds },
        _ body: (OHIPHouseInTest) async throws -> Void
    ) async throws {
        var configuration = OperaCloudSimulation.Configuration()
        configuration.now = now
        // A clock that stands still would take all requests for those of one second.
        configuration.settings.requestsPerSecondMax = .max
        change(&configuration.settings)
        let simulation = try OperaCloudSimulation(
            configuration: configuration, logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            for service in simulation.services { tasks.addTask { try await service.run() } }
            try await body(OHIPHouseInTest(hotel: simulation.hotel, desk: simulation.desk, port: try await simulation.port()))
            tasks.cancelAll()
        }
    }

    func connector(
        search: OHIPSettings.Search = .get, cashierID: Int = 113, hotelID: String = "REMPARTS", clientSecret: String = OHIPSample.secret,
        houseAccount: OHIPHouseAccount? = nil
    ) throws -> OHIPConnector {
        try OHIPSample.connector(
            port: port,
            settings: OHIPSample.settings(
                port: port, hotelID: hotelID, clientSecret: clientSecret, cashierID: cashierID, search: search,
                houseAccount: houseAccount))
    }

    func set(_ change: (inout OperaCloudSettings.Traps) -> Void) {
        hotel.change { hotel, _ in
            var settings = hotel.operaCloud ?? .demo
            change(&settings.traps)
            hotel.operaCloud = settings
        }
    }

    /// Code and amount of each line that a check's charges put on bills, in sequence.
    func lines(ofCheck check: String = "A1007") -> [String] {
        hotel.ledger.bookings(ofCheck: check).flatMap(\.lines).map { "\($0.code.code) \($0.amountMinor)" }
    }

    /// The calls that came, without tokens.
    func calls(_ part: String) -> [OHIPLogEntry] { desk.requestLog.filter { $0.target.contains(part) } }
}
