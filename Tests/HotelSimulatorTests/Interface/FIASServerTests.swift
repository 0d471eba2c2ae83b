import FIAS
import Testing

@testable import HotelSimulator

@Suite(.timeLimit(.minutes(15))) struct FIASServerTests {
    static let dinner = "PR|RN204|G#20401|GNGaribaldi, Mme|TA4250|S12800|S21200|T1250|C#1007|SO1|WS3|IDAnna|PMROOM|P#42|"

    @Test func `a strict hotel starts the link, tells its room methods, and books a charge`() async throws {
        try await RunningHotel.run { (running: RunningHotel) async throws in
            let till = try await RawTill.connect(port: running.port)
            #expect(await till.hear() == "LS|DA261122|TI210000|")
            try await till.say("LD|DA261122|TI200000|V#1.0|IFPO|RT1|")
            for list in RawTill.lists { try await till.say("LR|\(list)|") }
            try await till.say("LA|DA261122|TI200000|")
            #expect(await till.hear()?.contains("RPROOM,ROOMM|") == true)
            #expect(await till.hear() == "LA|DA261122|TI210000|")
            let list = try await till.ask("PR|PI204|PMROOM|P#41|WS3|")
            #expect(
                list == "PL|RN204|G#20401|GNGaribaldi, Mme|NPN|CL500.00|BA120.50|RN204|G#20402|GNGast, M.|NPY|CL|BA0.00|P#41|WS3|")
            let answer = try #require(try await till.ask(Self.dinner))
            #expect(answer.hasPrefix("PA|ASOK|RN204|G#20401|P#42|WS3|CTPosting successful. Interface transaction number/s - 88"))
            #expect(running.hotel.ledger.bookings(ofCheck: "1007").map(\.charge.totalMinor) == [4250])
        }
    }

    @Test func `a charge without inquiry meets silence and the link lives on`() async throws {
        try await RunningHotel.run { (running: RunningHotel) async throws in
            let till = try await RawTill.connect(port: running.port)
            try await till.introduce()
            try await till.say(Self.dinner)
            #expect(try await till.ask("PR|PI999|PMROOM|P#43|WS3|") == "PA|ASNG|P#43|WS3|CTINVALID ROOM|")
            #expect(running.bookings == 0)
        }
    }

    @Test func `after a new connection the inquiry must be made again`() async throws {
        try await RunningHotel.run { (running: RunningHotel) async throws in
            let first = try await running.till()
            let second = try await RawTill.connect(port: running.port)
            #expect(await first.hear() == "<cut>")
            try await second.introduce()
            try await second.say(Self.dinner)
            #expect(try await second.ask("PR|PI999|PMROOM|P#43|WS3|")?.contains("P#43") == true)
            #expect(running.bookings == 0)
        }
    }

    @Test func `names go out in the code page of the site`() async throws {
        try await RunningHotel.run { (running: RunningHotel) async throws in
            let till = try await RawTill.connect(port: running.port)
            try await till.introduce()
            #expect(try await till.ask("PR|PI12A|PMROOM|P#1|WS3|")?.contains("GNÉléonore, Mme") == true)
        }
    }

    @Test func `records split and glued at any byte are understood`() async throws {
        try await RunningHotel.run { (running: RunningHotel) async throws in
            let till = try await running.till()
            for byte in [0x02] + Array(Self.dinner.utf8) + [0x03] { try await till.send([byte]) }
            #expect(await till.hear()?.hasPrefix("PA|ASOK|") == true)
            let glued: [UInt8] = ["50", "51"].flatMap { number in [0x02] + Array("PR|PI1|PMROOM|P#\(number)|WS3|".utf8) + [0x03] }
            try await till.send(glued)
            #expect(await till.hear() == "PA|ASNG|P#50|WS3|CTINVALID ROOM|")
            #expect(await till.hear() == "PA|ASNG|P#51|WS3|CTINVALID ROOM|")
        }
    }

    @Test func `the bill shows the charge`() async throws {
        try await RunningHotel.run { (running: RunningHotel) async throws in
            let till = try await running.till()
            _ = try await till.ask(Self.dinner)
            try await till.say("XR|RN204|G#20401|")
            var heard: [String] = []
            while heard.last?.hasPrefix("XB") != true { heard.append(try #require(await till.hear())) }
            #expect(heard.count == 5)
            #expect(heard[1] == "XI|RN204|F#1|G#20401|DC2010|BI2800|BDGroupe 1 · Brasserie · 1007|")
            #expect(heard[4] == "XB|RN204|G#20401|BA16300|")
        }
    }

    @Test func `protel turns a second till away and answers alive with alive`() async throws {
        try await RunningHotel.run(.protel, adjust: { $0.leavesNewcomersUnanswered = false }) { (running: RunningHotel) async throws in
            let first = try await running.till()
            let second = try await RawTill.connect(port: running.port)
            #expect(await second.hear() == "<cut>")
            #expect(try await first.ask("LA|")?.hasPrefix("LA|") == true)
            #expect(try await first.ask(Self.dinner)?.hasPrefix("PA|ASOK|") == true)
        }
    }

    @Test func `the minimal stub is alive at once and needs neither description nor inquiry`() async throws {
        try await RunningHotel.run(.minimal) { (running: RunningHotel) async throws in
            let till = try await RawTill.connect(port: running.port)
            #expect(await till.hear()?.hasPrefix("LS|") == true)
            #expect(await till.hear()?.hasPrefix("LA|") == true)
            #expect(try await till.ask(Self.dinner)?.contains("|P#42|WS3|SO1|IDAnna|C#1007|") == true)
            #expect(running.bookings == 1)
        }
    }

    @Test func `a till that described guests hears who comes and goes, another does not`() async throws {
        try await RunningHotel.run { (running: RunningHotel) async throws in
            let till = try await RawTill.connect(port: running.port)
            try await till.introduce(RawTill.lists + ["RIGI|FLRNG#GNGS", "RIGO|FLRNG#GS"])
            try running.hotel.change { hotel, atMs throws(DeskRefusal) in try hotel.checkIn("10101", atMs: atMs) }
            #expect(await till.hear() == "GI|RN101|G#10101|GSN|GNHamon, M.|")
            try running.hotel.change { hotel, atMs throws(DeskRefusal) in try hotel.checkOut("10101", atMs: atMs) }
            #expect(await till.hear() == "GO|RN101|G#10101|GSN|")
        }
    }

    @Test func `the wire log keeps the last records of both sides`() async throws {
        try await RunningHotel.run { (running: RunningHotel) async throws in
            let till = try await running.till()
            for number in 2..<120 { _ = try await till.ask("PR|PI1|PMROOM|P#\(number)|WS3|") }
            await running.settles { $0.wire.last?.text.hasPrefix("PA|ASNG|P#119|") == true }
            let wire = running.hotel.wire
            #expect(wire.count == SimulatedHotel.wireEntriesMax)
            #expect(wire.last?.fromHotel == true && wire.dropLast().last?.fromHotel == false)
        }
    }
}
