import HotelSimulator
import Logging
import PointOfSale
import Synchronization
import TestSupport
import Testing

@testable import HotelGateway

/// Answers that no hotel would give: whatever is made of them, the line neither breaks nor takes a charge for something it is not.
@Suite struct OHIPMutationTests {
    private static let chargesPerSeed = 25

    @Test(arguments: 0..<40) func `whatever becomes of answers, no charge is wrongly taken for booked or refused`(seed: UInt64)
        async throws
    {
        var configuration = OperaCloudSimulation.Configuration()
        configuration.now = { Sample.evening.milliseconds }
        configuration.settings.requestsPerSecondMax = .max
        let simulation = try OperaCloudSimulation(
            configuration: configuration, logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        let mutator = Mutator(seed: seed)
        let wire = OHIPWire { request in
            let call = OHIPCall(method: request.method, target: request.target, headers: request.headers, body: request.body)
            guard case .send(let reply)? = try? await simulation.desk.respond(to: call, wait: { _ in }) else { return .timedOut }
            return .answered(status: reply.status, body: mutator.mutated(Array(reply.body.utf8)))
        }
        let connector = OHIPConnector(
            settings: try OHIPSample.settings(houseAccount: OHIPHouseAccount(room: RoomNumber("9000")!)), currency: .eur,
            clock: OHIPSample.patientClock, wire: wire)
        for number in 1...Self.chargesPerSeed {
            let isRevenue = number.isMultiple(of: 5)
            let posting = isRevenue ? OHIPSample.posting(guest: nil, hotelCode: "CASH") : OHIPSample.posting()
            let outcome = await connector.post(posting, as: Sample.attempt(number: number)).outcome
            let booked = simulation.hotel.ledger.bookings.filter { $0.charge.details.reference == "A1007.\(number)" }.count
            switch outcome {
            case .accepted: #expect(booked == 1, "seed \(seed), charge \(number)")
            case .refused, .notSent, .tryAgain: #expect(booked == 0, "seed \(seed), charge \(number): \(outcome)")
            case .inDoubt: #expect(booked <= 1)
            }
            let reading = await connector.findBooking(of: posting, as: Sample.attempt(number: number))
            if case .lines(let lines) = reading.folio, !lines.isEmpty { #expect(booked == 1, "seed \(seed), charge \(number)") }
            _ = try? await connector.findGuests(number.isMultiple(of: 2) ? .name("Gar") : .room(RoomNumber("204")!))
            _ = try? await connector.dryRun(ofCode: "2010")
        }
        _ = await connector.readAccount(of: OHIPSample.garibaldi)
        _ = await connector.test(room: RoomNumber("204")!)
        #expect(mutator.count > 20)
    }

    /// Makes something else of every other answer.
    private final class Mutator: Sendable {
        private static let tokens: [String] = [
            "null", "-1", "1e999", "\"", "{", "}", "]", ",", ":", "99999999999999999999999999", "\u{0}", "\"\\ud800\"", "true", "0.005",
            String(repeating: "[", count: 2000), String(repeating: "9", count: 5000), "\"amount\":1,", "\"reference\":\"A1007.999\",",
        ]
        private let state: Mutex<(random: SeededGenerator, count: Int)>

        init(seed: UInt64) { state = Mutex((SeededGenerator(seed: seed), 0)) }

        var count: Int { state.withLock { $0.count } }

        func mutated(_ body: [UInt8]) -> [UInt8] {
            state.withLock { state in
                guard Bool.random(using: &state.random), !body.isEmpty else { return body }
                state.count += 1
                var bytes = body
                for _ in 0..<Int.random(in: 1...3, using: &state.random) where !bytes.isEmpty { Self.change(&bytes, &state.random) }
                return bytes
            }
        }

        private static func change(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
            let index = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, index + Int.random(in: 1...40, using: &random))
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(index..<end)
            case 2: bytes.insert(contentsOf: bytes[index..<end], at: index)
            case 3: bytes.removeSubrange(index...)
            default: bytes.insert(contentsOf: Array(tokens.randomElement(using: &random)!.utf8), at: index)
            }
        }
    }
}
