import HotelGateway
import HotelSimulator
import Logging
import PointOfSale
import ServiceLifecycle

/// The simulated hotel of a demo, by the system that it runs: OPERA 5 with its interface on a port of its own, or OPERA Cloud with Oracle's
/// paths beside reception's pages.
enum DemoHotel: Sendable {
    case opera5(HotelSimulation)
    case operaCloud(OperaCloudSimulation)

    /// The shipped hotel; nothing listens yet.
    /// - Throws: `HotelFileError`.
    init(_ system: HotelSystem, _ wanted: HotelSimulationConfiguration, logger: Logger) throws {
        switch system {
        case .opera5: self = .opera5(try HotelSimulation(configuration: wanted, logger: logger))
        case .operaCloud:
            var configuration = OperaCloudSimulation.Configuration()
            configuration.host = wanted.receptionHost
            configuration.port = wanted.receptionPort
            configuration.now = wanted.now
            self = .operaCloud(try OperaCloudSimulation(configuration: configuration, logger: logger))
        }
    }

    /// The house itself.
    var hotel: SimulatedHotel {
        switch self {
        case .opera5(let simulation): simulation.hotel
        case .operaCloud(let simulation): simulation.hotel
        }
    }

    /// What runs.
    var services: [any Service] {
        switch self {
        case .opera5(let simulation): simulation.services
        case .operaCloud(let simulation): simulation.services
        }
    }

    /// Where reception's pages are, and where the till is to call, once both listen. Throws why they cannot.
    func ports() async throws -> (reception: Int, interface: Int) {
        switch self {
        case .opera5(let simulation): return (try await simulation.receptionPort(), try await simulation.fiasPort())
        case .operaCloud(let simulation):
            let port = try await simulation.port()
            return (port, port)
        }
    }

    /// What a till needs to know of the shipped OPERA Cloud house; nil for one that runs OPERA 5.
    func operaCloudSettings(
        host: String, port: Int, codes: TransactionCodeMap? = nil, timeoutMs: Int? = nil
    ) throws(OHIPSettings.Fault) -> OHIPSettings? {
        guard case .operaCloud = self else { return nil }
        let house = OperaCloudSettings.demo
        let login: OHIPSettings.Login =
            switch house.login {
            case .clientCredentials(let enterpriseID): .clientCredentials(enterpriseID: enterpriseID)
            case .password(let name, let password): .password(name: name, password: password)
            }
        return try OHIPSettings(
            gateway: "http://\(host):\(port)", appKey: house.appKey, clientID: house.clientID, clientSecret: house.clientSecret,
            login: login, hotelID: house.hotelID, cashierID: house.cashiers.min() ?? 1, codes: codes ?? Self.codes,
            timeoutMs: timeoutMs.map { Int64($0) } ?? OHIPSettings.timeoutMsDefault)
    }

    /// The shipped hotel's codes: 2010, 2020 … for sales, 2015, 2025 … for discounts, tips and service apart.
    static let codes: TransactionCodeMap = {
        var codes: [TransactionCodeMap.Key: String] = [.init(.tip): "2900", .init(.serviceCharge): "2910"]
        for number in 1...8 {
            guard let itemizer = Itemizer(number) else { continue }
            codes[.init(.sales(itemizer))] = "20\(number)0"
            codes[.init(.discount(itemizer))] = "20\(number)5"
        }
        return TransactionCodeMap(codes)
    }()
}
