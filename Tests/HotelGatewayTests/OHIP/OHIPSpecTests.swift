import Foundation
import HotelSimulator
import PointOfSale
import TestSupport
import Testing

@testable import HotelGateway

/// Both ends against Oracle's own specifications, by a validator that is not ours (`Tests/OracleSpecs/validate.py`, `jsonschema`). The
/// specifications are not part of this package: where they or the validator are not there, this says so and is skipped.
@Suite struct OHIPSpecTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..").standardized
    private static let specs = root.appendingPathComponent("../shared/reference/ohip/specs").standardized.path

    /// A Python that has `jsonschema`: that of the browser tests, or the machine's.
    private static let python: String? = [root.appendingPathComponent(".venv/bin/python").path, "/usr/bin/python3"]
        .first { FileManager.default.isExecutableFile(atPath: $0) && run($0, ["-c", "import jsonschema"]).status == 0 }

    private static func run(_ program: String, _ arguments: [String]) -> (status: Int32, output: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = pipe
        guard (try? process.run()) != nil else { return (-1, "") }
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: specs), "Oracle's specifications are not beside this package"),
        .enabled(if: python != nil, "no Python with jsonschema"))
    func `every request and every answer is one of Oracle's, by Oracle's schemas`() async throws {
        var log: [OHIPLogEntry] = []
        for isBare in [false, true] {
            for search in OHIPSettings.Search.allCases {
                try await OHIPHouseInTest.open { house in
                    house.set {
                        $0.leavesMembersOut = isBare
                        $0.listsNothing = isBare
                        $0.emptyLists = isBare
                        $0.padsReferences = isBare
                    }
                    try await Self.visit(house, by: try house.connector(search: search, houseAccount: Self.account))
                    _ = await (try house.connector(search: search, cashierID: 7)).post(OHIPSample.posting(), as: Sample.attempt())
                    _ = await (try house.connector(search: search, hotelID: "OTHER")).post(OHIPSample.posting(), as: Sample.attempt())
                    log += house.desk.requestLog
                }
            }
        }
        #expect(log.count > 60)
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("ohip-\(UUID().uuidString).json")
        try JSONEncoder().encode(log).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let script = Self.root.appendingPathComponent("Tests/OracleSpecs/validate.py").path
        let verdict = Self.run(try #require(Self.python), [script, Self.specs, file.path])
        #expect(verdict.status == 0, "\(verdict.output)")
    }

    private static let account = OHIPHouseAccount(room: RoomNumber("9000")!, paymentMethods: [:])

    /// Everything that the line can ask.
    private static func visit(_ house: OHIPHouseInTest, by connector: OHIPConnector) async throws {
        for room in ["204", "9001", "999", "221"] { _ = try await connector.findGuests(.room(RoomNumber(room)!)) }
        _ = try await connector.findGuests(.name("Gar & Möwe"))
        _ = try await connector.findGuests(.name("b"))
        let dinner = OHIPSample.posting()
        _ = await connector.post(dinner, as: Sample.attempt(number: 1))
        _ = await connector.post(dinner.reversal(id: Sample.id(2), at: Sample.evening), as: Sample.attempt(number: 2))
        for number in 1...3 { _ = await connector.findBooking(of: dinner, as: Sample.attempt(number: number)) }
        let cash = OHIPSample.posting(guest: nil, hotelCode: "CASH")
        _ = await connector.post(cash, as: Sample.attempt(number: 5))
        _ = await connector.post(OHIPSample.posting(guest: nil, hotelCode: "NONE"), as: Sample.attempt(number: 6))
        _ = await connector.findBooking(of: cash, as: Sample.attempt(number: 5))
        _ = try await connector.dryRun(ofCode: "2010")
        _ = try? await connector.dryRun(ofCode: "1")
        _ = await connector.readAccount(of: OHIPSample.garibaldi)
        _ = await connector.test(room: RoomNumber("204")!)
        try house.hotel.change { (hotel, atMs) throws(DeskRefusal) in try hotel.startNightAudit(atMs: atMs) }
        _ = await connector.post(dinner, as: Sample.attempt(number: 4))
    }
}
