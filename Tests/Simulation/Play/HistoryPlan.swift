import HotelSimulator

/// What kind of a history a seed is: how much goes on, what the hotel offers as evidence, and how often what goes wrong. In thousandths.
package struct HistoryPlan: Sendable {
    /// What a hotel lets a till see.
    package enum Evidence: String, Sendable, CaseIterable {
        case billView, balanceOnly, none
    }

    var evidence = Evidence.billView
    var textOnBill = HotelSettings.FolioText.reference
    var chargesCount = 3
    var tillsCount = 2
    /// Charges begin within so many milliseconds.
    var spreadMs: Int64 = 60_000
    /// Faults cease after so many milliseconds.
    var faultsUntilMs: Int64 = 150_000

    var doubleTap = 0
    var lostReply = 0
    var queues = 500
    var cashAfterRefusal = 700
    var withdraws = 0

    /// At each step of a charge.
    var kill = 0
    var powerLoss = 0
    var cut = 0
    var silence = 0
    var restart = 0
    /// At each commit.
    var diskStall = 0
    var diskFull = 0
    /// For each piece of traffic.
    var stall = 0
    var split = 0
    var garbage = 0
    var refusedConnection = 0
    /// For each request that the hotel works on.
    var slowWork = 0
    /// Slower than any hotel promises: booked after it was rightly taken for lost. Only where the answer then comes.
    var overslow = 0
    /// For each charge after the first that is booked: slow work with the line torn meanwhile, and the clock on the wall set forward when
    /// the till then looks at the bill. Only a clock that never jumps tells the hotel's quiet minute from a moment.
    var slowBehindCut = 0
    var lostRequest = 0
    var lostAnswer = 0
    var lateAnswer = 0
    var doubleAnswer = 0
    var overtakingAnswer = 0
    var nonsense = 0
    var refusal = 0
    /// Once in a history.
    var clockJump = 0
    var nightAudit = 0
    var resync = 0
    var linkEnd = 0
    var linkStartAgain = 0
    var reception = 0
    var sameAmountByOthers = 0
    /// Whether a person settles what no machine can.
    var hasDesk = true

    /// Every so many seeds, a history is about the clock on the wall.
    private static let seedsPerClockTheme: UInt64 = 40

    /// The plan of a seed.
    static func of(seed: UInt64, by dice: inout Dice) -> HistoryPlan {
        seed.isMultiple(of: seedsPerClockTheme) ? aboutTheClock(by: &dice) : drawn(by: &dice)
    }

    /// Some are calm and some are wild, most are in between.
    private static func drawn(by dice: inout Dice) -> HistoryPlan {
        var plan = HistoryPlan()
        plan.evidence = dice.one(of: [.billView, .billView, .billView, .balanceOnly, .none])
        plan.textOnBill = dice.one(of: [.reference, .reference, .clearText, .checkNumber])
        plan.chargesCount = dice.int(1...3) + (dice.happens(50) ? 5 : 0)
        plan.tillsCount = dice.int(1...3)
        plan.spreadMs = dice.one(of: [200, 5_000, 60_000])
        plan.queues = dice.one(of: [0, 500, 1_000])
        plan.doubleTap = dice.one(of: [0, 300])
        plan.lostReply = dice.one(of: [0, 200])
        plan.withdraws = dice.one(of: [0, 100])
        if dice.happens(60) { return overslow(plan) }
        let wildness = dice.one(of: [1, 3, 6])
        func rate(_ perMille: Int) -> Int { dice.happens(400) ? perMille * wildness : 0 }
        plan.kill = rate(2)
        plan.powerLoss = rate(2)
        plan.cut = rate(8)
        plan.silence = rate(3)
        plan.restart = rate(3)
        plan.diskStall = rate(20)
        plan.diskFull = rate(3)
        plan.stall = rate(10)
        plan.split = rate(100)
        plan.garbage = rate(10)
        plan.refusedConnection = rate(50)
        plan.slowWork = rate(60)
        plan.lostRequest = rate(30)
        plan.lostAnswer = rate(50)
        plan.lateAnswer = rate(50)
        plan.doubleAnswer = rate(50)
        plan.overtakingAnswer = rate(30)
        plan.nonsense = rate(20)
        plan.refusal = rate(40)
        plan.clockJump = rate(100)
        plan.nightAudit = rate(60)
        plan.resync = rate(60)
        plan.linkEnd = rate(60)
        plan.linkStartAgain = rate(60)
        plan.reception = rate(100)
        plan.sameAmountByOthers = rate(150)
        return plan
    }

    /// A hotel that breaks the promise on which the quiet period rests, and nothing else that goes wrong: each surplus must be taken back.
    private static func overslow(_ plan: HistoryPlan) -> HistoryPlan {
        var plan = plan
        plan.evidence = .billView
        plan.textOnBill = .reference
        plan.overslow = 500
        plan.lostReply = 0
        plan.withdraws = 0
        return plan
    }

    /// A hotel that is slow with a charge while the line is torn, and a clock on the wall that somebody sets forward while the doubt waits.
    private static func aboutTheClock(by dice: inout Dice) -> HistoryPlan {
        var plan = HistoryPlan()
        plan.textOnBill = dice.one(of: [.reference, .clearText])
        plan.chargesCount = dice.int(2...4)
        plan.tillsCount = dice.int(1...3)
        plan.spreadMs = dice.one(of: [20_000, 60_000])
        plan.slowBehindCut = dice.one(of: [500, 1_000])
        plan.doubleTap = dice.one(of: [0, 300])
        plan.sameAmountByOthers = dice.one(of: [0, 300])
        return plan
    }

    /// How the hotel's interface is set up.
    var settings: HotelSettings {
        var settings = HotelSettings()
        settings.allowsBillView = evidence == .billView
        settings.folioText = textOnBill
        settings.creditData = evidence == .none ? .omitted : .withPoint
        settings.acceptsItemisedTaxes = true
        return settings
    }

    /// Whether a machine can find any booking of ours by its own reference.
    var showsReferences: Bool { evidence == .billView && textOnBill != .checkNumber }
}
