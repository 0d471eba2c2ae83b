import HotelSimulator
import PointOfSale
import Storage

/// What strikes at one step of one charge, and how the hotel answers that charge: one cell of the matrix of crash points.
struct Ambush: Sendable {
    /// What the hotel makes of the charge.
    enum Outcome: String, CaseIterable, Sendable { case booked, refused, silence, lateAnswer }

    /// The number of the diner whose charge it is.
    static let target = 1
    /// When that charge begins: the one before it is long over, ms.
    static let targetAtMs: Int64 = 20_000

    let step: Step
    let fault: FaultKind
    let outcome: Outcome
    var isSprung = false

    /// Which step waits to be committed, by the state of the target's posting.
    static func step(beforeCommitFrom state: String) -> Step {
        switch state {
        case "none": .chargeWaits
        case "queued": .claimWaits
        case "sending": .conclusionWaits
        default: .commitWaits
        }
    }

    /// Which step a commit was; nil when it did not move the target's posting.
    static func step(from before: String, to after: String) -> Step? {
        guard before != after else { return nil }
        switch before {
        case "none": return .chargeWritten
        case "queued": return .attemptWritten
        case "sending": return .conclusionWritten
        default: return nil
        }
    }
}

extension World {
    private static let lateByMs = 90_000

    /// Whether the target's charge has begun.
    var isTargetUnderWay: Bool { time.uptimeMs >= Ambush.targetAtMs }

    /// The state of the target's posting, `none` before there is one.
    var targetState: String {
        guard isTargetUnderWay, let check = people[Ambush.target].check else { return "early" }
        let state = try? machine.program?.database.readNow { tx in
            try tx.first("select state from folio_posting where check_id = $1 and reverses is null", check.id)?.text("state")
        }
        return (state ?? nil) ?? (people[Ambush.target].intents.isEmpty ? "early" : "none")
    }

    /// Makes the hotel treat the next charge so.
    func arm(_ outcome: Ambush.Outcome) {
        let fault: Fault? =
            switch outcome {
            case .booked: nil
            case .refused: .refuse(status: "CO")
            case .silence: .loseAnswer(booked: true)
            case .lateAnswer: .delayAnswer(ms: Self.lateByMs)
            }
        if let fault { hotel.interface.faults.arm(fault, on: .posting) }
    }

    /// The hotel keeps its answer to itself: what would have happened to it on its way happens all the same.
    func answerStaysAway() {
        reach(.answerLeaves)
        guard ambush?.outcome == .silence else { return }
        plan(.chargeStep(.answerHalfway), inMs: 3)
        plan(.chargeStep(.answerArrived), inMs: 6)
    }

    /// Where to cut bytes in two, so that the ambush finds one half arrived.
    func ambushedHalf(of bytes: [UInt8], to end: Connection.End) -> Int? {
        let step: Step = end == .hotel ? .postingHalfway : .answerHalfway
        let head = end == .hotel ? "\u{2}PR|RN" : "\u{2}PA|"
        guard let ambush, !ambush.isSprung, ambush.step == step, isTargetUnderWay, bytes.starts(with: head.utf8) else { return nil }
        halfwayTo = end
        return bytes.count / 2
    }

    /// Whether the first half of what is ambushed has just arrived.
    func hasHalfway(_ end: Connection.End) -> Bool {
        guard halfwayTo == end else { return false }
        halfwayTo = nil
        return true
    }

    /// Notes which states the postings are in, now and then.
    func noteStates() {
        guard dice.happens(60), let program = machine.program else { return }
        let rows = try? program.database.readNow { tx in
            try tx.query("select state, outcome_code, attempts, reverses is not null as back from folio_posting").map {
                "\(try $0.text("state"))/\(try $0.optionalText("outcome_code") ?? "-")/\(try $0.int("attempts"))/\(try $0.int("back"))"
            }
        }
        for row in rows ?? [] { tally.states.insert("\(row)/\(linkPhase)/\(plan.evidence.rawValue)") }
    }
}
