import FIAS
import Testing

@testable import HotelSimulator

@Suite(.timeLimit(.minutes(15))) struct LinkFaultTests {
    private static func charge(_ number: Int) -> String { "PR|RN204|G#20401|TA100|S1100|PMROOM|P#\(number)|WS3|" }

    @Test func `a lost answer is booked and the next one comes`() async throws {
        try await RunningHotel.run { (running: RunningHotel) async throws in
            let till = try await running.till()
            running.hotel.arm(.loseAnswer(booked: true))
            try await till.say(Self.charge(2))
            #expect(try await till.ask(Self.charge(3))?.contains("|P#3|") == true)
            #expect(running.hotel.ledger.bookings.map(\.charge.details.postingNumber) == ["2", "3"])
        }
    }

    @Test func `a delayed answer is overtaken and comes when its time has come`() async throws {
        let gate = Gate()
        try await RunningHotel.run(sleep: { ms in await gate.wait(for: ms) }) { (running: RunningHotel) async throws in
            let till = try await running.till()
            running.hotel.arm(.delayAnswer(ms: 700))
            try await till.say(Self.charge(2))
            #expect(try await till.ask(Self.charge(3))?.contains("|P#3|") == true)
            #expect(running.bookings == 2)
            #expect(await gate.open() == 700)
            #expect(await till.hear()?.contains("|P#2|") == true)
        }
    }

    @Test func `a duplicated answer comes twice`() async throws {
        try await RunningHotel.run { (running: RunningHotel) async throws in
            let till = try await running.till()
            running.hotel.arm(.duplicateAnswer)
            let first = try await till.ask(Self.charge(2))
            #expect(await till.hear() == first)
            #expect(running.bookings == 1)
        }
    }

    @Test func `two answers change places`() async throws {
        try await RunningHotel.run { (running: RunningHotel) async throws in
            let till = try await running.till()
            running.hotel.arm(.reorderAnswer)
            try await till.say(Self.charge(2))
            #expect(try await till.ask(Self.charge(3))?.contains("|P#3|") == true)
            #expect(await till.hear()?.contains("|P#2|") == true)
        }
    }

    @Test(arguments: [(Fault.cutBeforeBooking, 0), (.cutAfterBooking, 1)])
    func `a cut link tells nothing of the booking`(fault: Fault, bookings: Int) async throws {
        try await RunningHotel.run { (running: RunningHotel) async throws in
            let till = try await running.till()
            running.hotel.arm(fault)
            #expect(try await till.ask(Self.charge(2)) == "<cut>")
            #expect(running.bookings == bookings)
        }
    }

    @Test(arguments: [0, 1, 2, 9]) func `a link is cut after so many bytes of an answer`(bytes: Int) async throws {
        try await RunningHotel.run { (running: RunningHotel) async throws in
            let till = try await running.till()
            running.hotel.arm(.cutInAnswer(bytes: bytes))
            let frame = "\u{2}PA|ASOK|RN204|"
            #expect(try await till.ask(Self.charge(2)) == String(frame.prefix(bytes)) + "<cut>")
            #expect(running.bookings == 1)
        }
    }

    @Test func `garbage between records does no harm to what follows`() async throws {
        try await RunningHotel.run { (running: RunningHotel) async throws in
            let till = try await running.till()
            running.hotel.disturb(.garbage)
            #expect(await till.hear()?.hasPrefix("<junk") == true)
            #expect(await till.hear() == "?")
            #expect(try await till.ask(Self.charge(2))?.hasPrefix("PA|ASOK|") == true)
        }
    }

    @Test func `a renewed link start asks for a new description before data count`() async throws {
        try await RunningHotel.run { (running: RunningHotel) async throws in
            let till = try await running.till()
            running.hotel.disturb(.renewLinkStart)
            #expect(await till.hear()?.hasPrefix("LS|") == true)
            try await till.say(Self.charge(2))
            try await till.say("LD|DA261122|TI200000|V#1.0|IFPO|RT1|")
            for list in RawTill.lists { try await till.say("LR|\(list)|") }
            try await till.say("LA|DA261122|TI200000|")
            #expect(await till.hear()?.hasPrefix("LC|") == true)
            #expect(await till.hear()?.hasPrefix("LA|") == true)
            #expect(running.bookings == 0)
        }
    }

    @Test func `a link end is answered and closes`() async throws {
        try await RunningHotel.run { (running: RunningHotel) async throws in
            let till = try await running.till()
            running.hotel.disturb(.endLink)
            #expect(await till.hear()?.hasPrefix("LE|") == true)
            #expect(try await till.ask("LE|DA261122|TI200000|") == "<cut>")
        }
    }

    @Test func `the link can be cut at any time`() async throws {
        try await RunningHotel.run { (running: RunningHotel) async throws in
            let till = try await running.till()
            running.hotel.disturb(.cut)
            #expect(await till.hear() == "<cut>")
        }
    }

    @Test func `a half open hotel hears nothing until it is woken`() async throws {
        try await RunningHotel.run { (running: RunningHotel) async throws in
            let till = try await running.till()
            running.hotel.disturb(.halfOpen(true))
            try await till.say(Self.charge(2))
            try await running.hangUp(till)
            #expect(running.bookings == 0)
            running.hotel.disturb(.halfOpen(false))
            let next = try await running.till()
            #expect(try await next.ask(Self.charge(3))?.contains("|P#3|") == true)
        }
    }

    @Test func `a half open hotel does not even answer a sign of life, and neither hangs up nor greets who comes`() async throws {
        try await RunningHotel.run { (running: RunningHotel) async throws in
            let till = try await running.till()
            running.hotel.disturb(.halfOpen(true))
            await running.settles { _ in running.server.isMute }
            try await till.say("LS|DA261122|TI200000|")
            try await till.say(Self.charge(2))
            let newcomer = try await RawTill.connect(port: running.port)
            #expect(await till.hear() == "<cut>", "the newcomer takes the slot; until then not a word")
            running.hotel.disturb(.halfOpen(false))
            #expect(await newcomer.hear() == "LS|DA261122|TI210000|")
            #expect(running.bookings == 0)
        }
    }

    @Test func `a swap begins and ends on demand`() async throws {
        let gate = Gate()
        try await RunningHotel.run(sleep: { ms in await gate.wait(for: ms) }) { (running: RunningHotel) async throws in
            let till = try await running.till()
            running.hotel.disturb(.resync(ms: 800))
            #expect(await till.hear() == "DS|DA261122|TI210000|")
            #expect(await gate.open() == 800)
            #expect(await till.hear() == "DE|DA261122|TI210000|")
        }
    }

    @Test func `a charge booked late is booked although the link is gone by then`() async throws {
        let gate = Gate()
        try await RunningHotel.run(sleep: { ms in await gate.wait(for: ms) }) { (running: RunningHotel) async throws in
            let till = try await running.till()
            running.hotel.arm(.bookLate(ms: 5_000))
            try await till.say(Self.charge(2))
            #expect(try await till.ask("PR|PI1|PMROOM|P#9|WS3|")?.contains("|P#9|") == true)
            try await running.hangUp(till)
            #expect(running.bookings == 0)
            #expect(await gate.open() == 5_000)
            await running.settles { !$0.ledger.bookings.isEmpty }
            #expect(running.hotel.ledger.bookings.map(\.charge.details.postingNumber) == ["2"])
        }
    }

    @Test func `a night audit is announced, refuses charges, and ends`() async throws {
        let gate = Gate()
        try await RunningHotel.run(sleep: { ms in await gate.wait(for: ms) }) { (running: RunningHotel) async throws in
            let till = try await running.till()
            running.hotel.disturb(.nightAudit(ms: 1500))
            #expect(await till.hear() == "NS|DA261122|TI210000|")
            #expect(try await till.ask(Self.charge(2)) == "PA|ASNA|RN204|G#20401|P#2|WS3|CTNight audit running|")
            #expect(await gate.open() == 1500)
            #expect(await till.hear() == "NE|DA261122|TI210000|")
            #expect(running.hotel.snapshot.businessDate.iso == "2026-11-23")
            #expect(try await till.ask(Self.charge(3))?.hasPrefix("PA|ASOK|") == true)
        }
    }

    @Test func `disarming takes all faults away`() async throws {
        try await RunningHotel.run { (running: RunningHotel) async throws in
            let till = try await running.till()
            running.hotel.arm(.loseAnswer(booked: true), count: 50)
            running.hotel.disturb(.halfOpen(true))
            running.hotel.disarmFaults()
            #expect(try await till.ask(Self.charge(2))?.hasPrefix("PA|ASOK|") == true)
        }
    }
}

/// Holds waits until a test lets one go, so that no test sleeps.
actor Gate {
    private var waiting: [(ms: Int, continuation: CheckedContinuation<Void, Never>)] = []
    private var openers: [CheckedContinuation<Void, Never>] = []

    func wait(for ms: Int) async {
        await withCheckedContinuation { continuation in
            waiting.append((ms, continuation))
            openers.popLast()?.resume()
        }
    }

    /// Lets the first wait go, as soon as there is one; returns how long it wanted to be.
    func open() async -> Int {
        if waiting.isEmpty { await withCheckedContinuation { openers.append($0) } }
        let first = waiting.removeFirst()
        first.continuation.resume()
        return first.ms
    }
}
