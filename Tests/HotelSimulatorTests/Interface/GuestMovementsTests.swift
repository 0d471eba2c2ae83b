import FIAS
import Testing

@testable import HotelSimulator

@Suite struct GuestMovementsTests {
    private static let all = Counter.description(["GI": "RNG#GNGSNPSF", "GO": "RNG#GSSF", "GC": "RNG#GNGSRONP"])
    private static let noChange = Counter.description(["GI": "RNG#GNGS", "GO": "RNG#GS"])

    private func records(_ described: DescribedFields, _ action: (inout Hotel) throws -> Void) throws -> [String] {
        var hotel = SmallHotel.make()
        try action(&hotel)
        let clock = hotel.wallClock(atMs: SmallHotel.nowMs)
        return hotel.ledger.entries.flatMap { GuestMovements(described: described, clock: clock).records(for: $0.event, in: hotel) }
            .map(\.wireText)
    }

    @Test func `an arrival is told`() throws {
        #expect(try records(Self.all) { try $0.checkIn("10101", atMs: 0) } == ["GI|RN101|G#10101|GSN|GNHamon, M.|NPN|"])
    }

    @Test func `a departure is told without a name and says that the sharer stays`() throws {
        #expect(try records(Self.all) { try $0.checkOut("20401", atMs: 0) } == ["GO|RN204|G#20401|GSY|"])
    }

    @Test func `a move is one change with both share flags`() throws {
        let move = try records(Self.all) { try $0.move("20401", to: "101", atMs: 0) }
        #expect(move == ["GC|RN101|G#20401|GSN|GNGaribaldi, Mme|NPN|RO204|GSY|"])
    }

    @Test func `a till that knows no changes hears a departure and an arrival`() throws {
        let move = try records(Self.noChange) { try $0.move("20401", to: "101", atMs: 0) }
        #expect(move == ["GO|RN204|G#20401|GSY|", "GI|RN101|G#20401|GSN|GNGaribaldi, Mme|"])
    }

    @Test func `a change of posting rights is told`() throws {
        #expect(try records(Self.all) { try $0.setNoPost(true, on: "91001", atMs: 0) } == ["GC|RN0910|G#91001|GSN|GNLe Bihan, M.|NPY|"])
    }

    @Test func `a till that described nothing hears of nobody but of the night audit`() throws {
        let told = try records(Counter.description([:])) { hotel in
            try hotel.checkIn("10101", atMs: 0)
            try hotel.move("20401", to: "102", atMs: 0)
            try hotel.startNightAudit(atMs: 0)
            try hotel.finishNightAudit(atMs: 0)
        }
        #expect(told == ["NS|DA261122|TI210000|", "NE|DA261122|TI210000|"])
    }

    @Test func `a hotel may keep its night audit to itself`() throws {
        let told = try records(Self.all) { hotel in
            hotel.settings.announcesNightAudit = false
            try hotel.startNightAudit(atMs: 0)
        }
        #expect(told == [])
    }

    @Test func `a swap tells the whole house between its marks`() throws {
        var counter = Counter(described: Self.all)
        let answers = try counter.say("DR|DA261122|TI210000|")
        #expect(answers.first == "DS|DA261122|TI210000|")
        #expect(answers.last == "DE|DA261122|TI210000|")
        #expect(answers.contains("GI|RN204|G#20402|GSY|GNGast, M.|NPY|SF|"))
        #expect(answers.contains("GO|RN101|SF|"))
        #expect(answers.count == 2 + 6 + 2)
        var deaf = Counter()
        #expect(try deaf.say("DR|DA261122|TI210000|") == [])
    }
}
