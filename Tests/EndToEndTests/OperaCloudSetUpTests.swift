import HotelSimulator
import Logging
import NIOHTTP1
import Operations
import PointOfSale
import ServiceLifecycle
import Storage
import Testing

@testable import Ardoise

/// OPERA Cloud as an administrator sets it up in the back office, and as a waiter then finds it, without a restart.
@Suite(.serialized) struct OperaCloudSetUpTests {
    @Test func `S1-04: OPERA Cloud is set up, tested step by step, given its codes, and charged at once`() async throws {
        var logger = Logger(label: "e2e")
        logger.logLevel = .critical
        let quiet = logger
        let cloud = try OperaCloudSimulation(logger: quiet)
        try await ServiceGroup.whileRunning(cloud.services, until: [], logger: quiet) {
            let port = try await cloud.port()
            try await House.open { house in
                let admin = try await house.administrator()
                let old = Self.form(port: port, ["version": "1.19"])
                #expect(try await admin.form("/configuration/settings/opera-cloud/edit", old).status == 422)
                let wakes = house.running.restaurant.signals.wakes()
                let wrong = Self.form(port: port, ["clientSecret": "not-it"])
                try #require(try await admin.form("/configuration/settings/opera-cloud/edit", wrong).status == 303)
                let refused = try await admin.form("/configuration/opera-cloud-test", [:]).text
                #expect(refused.contains("data-step=\"failed\"") && !refused.contains("data-step=\"passed\""))

                try #require(try await admin.form("/configuration/settings/opera-cloud/edit", Self.form(port: port)).status == 303)
                for (place, codes) in [("house", Self.codes(sales: "10")), ("o1", Self.codes(sales: "20"))] {
                    let saved = try await admin.form("/configuration/settings/opera-cloud-codes/\(place)", codes)
                    try #require(saved.status == 303, "\(saved.text)")
                }
                let good = try await admin.form("/configuration/opera-cloud-test", [:]).text
                #expect(good.ranges(of: "data-step=\"passed\"").count == 4, "\(good)")
                #expect(
                    try await admin.page("/configuration/settings/opera-cloud-codes/house").contains("<option value=\"2010\" selected>"))
                let hotel = house.running.restaurant.hotel
                if !(hotel.capabilities.systemName == "OPERA Cloud" && hotel.linkState.isAlive) {
                    for await _ in wakes where hotel.capabilities.systemName == "OPERA Cloud" && hotel.linkState.isAlive { break }
                }
                let check = try await house.check()
                #expect(try await house.charge(check, to: try await house.guest("204")).status == 201)
                let lines = cloud.hotel.ledger.bookings.flatMap(\.lines)
                #expect(!lines.isEmpty && lines.allSatisfy { $0.code.code == "2020" }, "the codes of outlet 1")
                #expect(house.running.hotel.ledger.bookings.isEmpty, "the line over FIAS rests")
            }
        }
    }

    private static func form(port: Int, _ changes: [String: String] = [:]) -> [(String, String)] {
        let house = OperaCloudSettings.demo
        return [
            "on": "on", "version": "26.1.0.0", "gateway": "http://127.0.0.1:\(port)", "appKey": house.appKey,
            "clientID": house.clientID, "clientSecret": house.clientSecret, "login": "clientCredentials", "enterpriseID": "REMPARTS",
            "userName": "", "userPassword": "", "hotelID": house.hotelID, "cashierID": "113", "externalSystem": "", "search": "get",
            "authorisedIsLimit": "on", "answerSeconds": "60",
        ].merging(changes) { $1 }.map { ($0.key, $0.value) }
    }

    /// All sales under one code, discounts under none of their own.
    private static func codes(sales code: String) -> [(String, String)] {
        [1, 2, 3, 5].flatMap { [("S\($0)", "20\(code)"), ("D\($0)", "")] } + [("tip", "2900"), ("serviceCharge", "")]
    }
}
