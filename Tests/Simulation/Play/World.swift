import FIAS
import HotelSimulator
import Logging
import PointOfSale
import Storage
import TestSupport

/// Everything around the till in one history: its machine, the network, the hotel, the people. Plain code on one thread; what the till's
/// tasks do reaches it through mailboxes, and it decides who goes on next.
final class World {
    let plan: HistoryPlan
    let house: HouseImage
    let time: VirtualTime
    let seed: UInt64
    let conductor: Conductor
    let entry: AsyncStream<Program>.Continuation

    var dice: Dice
    var agenda = EventHeap<Happening>()
    var story: Story
    var tally = Tally()
    var findings: [Finding] = []
    var phase = Phase.faults
    var settlingSinceMs: Int64 = 0
    /// When the faults end, as planned.
    var faultsEnd: Int?
    /// No new connection gets through before this moment.
    var networkDownUntilMs: Int64 = 0
    /// The session of the link that came alive last.
    var lastSession = 0
    let logged = Mailbox<String>()

    var machine: TillMachine
    var network = Network()
    var hotel: HotelSide
    var people: [Diner] = []
    let replies = Mailbox<Reply>()
    var watchman = Watchman()
    var ambush: Ambush?
    /// Where the first half of something ambushed is on its way to.
    var halfwayTo: Connection.End?
    var linkPhase = "disconnected"

    /// How far a history is.
    enum Phase { case faults, settling, over }

    /// How long a history may go on after its last fault.
    static let settlingMsMax: Int64 = 25 * 60_000

    init(_ play: Play) {
        seed = play.seed
        plan = play.plan
        house = play.house
        dice = play.dice
        ambush = play.ambush
        conductor = play.wings.conductor
        entry = play.wings.entry
        time = VirtualTime(wallMs: HouseImage.beginsAt.milliseconds, draws: SeededGenerator(seed: seed ^ 0xA5A5))
        story = Story(isTold: play.isTold)
        hotel = HotelSide(atMs: HouseImage.beginsAt.milliseconds, plan: plan)
        machine = TillMachine(house.disk)
    }

    // MARK: The loop

    /// Plays the history to its end.
    func play() -> History {
        conductor.waitForFirst()
        begin()
        while !conductor.isOver {
            if goOn() { continue }
            guard advance() else {
                find(.other, "T1", "nothing will ever happen again, and the till's program has not ended")
                entry.finish()
                break
            }
        }
        return History(seed: seed, findings: findings, tally: tally, story: story.lines)
    }

    /// Lets one ready task, or one ready event loop, go on. False when all of them wait.
    private func goOn() -> Bool {
        let loops = machine.loops.filter(\.hasWork)
        let tasks = conductor.readyCount
        guard tasks + loops.count > 0 else { return false }
        let chosen = tasks + loops.count == 1 ? 0 : dice.int(0...(tasks + loops.count - 1))
        if chosen < tasks { conductor.runOne(at: chosen) } else { loops[chosen - tasks].turn() }
        observe()
        return true
    }

    /// Moves on to the next moment at which something happens; false when there is none.
    private func advance() -> Bool {
        let ours = agenda.nextMs
        let theirs = time.nextMs
        guard let next = [ours, theirs].compactMap(\.self).min() else { return false }
        time.advance(toMs: next)
        let isOurTurn = ours.map { $0 <= time.uptimeMs } ?? false
        let isTheirTurn = theirs.map { $0 <= time.uptimeMs } ?? false
        if isOurTurn, !isTheirTurn || dice.happens(500) {
            if let happening = agenda.popDue(byMs: time.uptimeMs) { happen(happening) }
        } else {
            _ = time.wakeOne()
        }
        observe()
        return true
    }

    /// Looks at what the till did since the last look.
    private func observe() {
        if let program = machine.program {
            for dial in program.dials.takeAll() { dialled(dial) }
            for state in program.linkStates.takeAll() { linkChanged(to: state) }
        }
        for connection in network.live { listen(to: connection) }
        if machine.program?.hasEnded == true { giveUpStart() }
        if machine.wantsCommit {
            machine.isCommitPlanned = true
            writeWaits()
        }
        machine.buryDead()
        network.settleOrphans()
        if story.isTold { for line in logged.takeAll() { tell("log", line) } }
        for reply in replies.takeAll() where reply.program == machine.program?.number { heard(reply) }
    }

    private func happen(_ happening: Happening) {
        switch happening {
        case .connects(let dial): answer(dial)
        case .bytesReachHotel(let id): bytesReachHotel(id)
        case .bytesReachTill(let id): bytesReachTill(id)
        case .closeReachesHotel(let id): closeReachesHotel(id)
        case .closeReachesTill(let id): closeReachesTill(id)
        case .hotelLinkDeadline(let id): hotelLinkDeadline(id)
        case .hotelWorks(let request): hotelWorks(on: request)
        case .hotelAnswers(let delivery): hotelDelivers(delivery)
        case .hotelIsBack: hotelIsBack()
        case .nightAuditEnds: nightAuditEnds()
        case .resyncEnds(let id): resyncEnds(id)
        case .receptionActs: receptionActs()
        case .diskCommits: diskCommits()
        case .diskHasSpace: diskHasSpace()
        case .programStarts: startProgram()
        case .personActs(let number): act(number)
        case .deskActs: deskActs()
        case .faultStrikes(let kind): strike(kind)
        case .chargeStep(let step): reach(step)
        case .doubtMustBeListed(let number): checkListed(number)
        case .faultsCease: faultsCease()
        case .bookedMustBeFound(let life, let session, let aliveAtMs): checkFound(life: life, session: session, aliveAtMs: aliveAtMs)
        case .lookForEnd: lookForEnd()
        }
    }

    // MARK: For all parts of the world

    func plan(_ happening: Happening, inMs ms: Int64) {
        agenda.add(happening, atMs: time.uptimeMs + max(ms, 0), draw: dice.next())
    }

    func tell(_ who: String, _ what: @autoclosure () -> String) {
        story.tell(who, what(), atMs: time.uptimeMs)
    }

    func count(_ fault: FaultKind, _ note: @autoclosure () -> String = "") {
        tally.faults[fault.rawValue, default: 0] += 1
        tell("FAULT", "\(fault.rawValue) \(note())")
    }

    func find(_ kind: Finding.Kind, _ rule: String, _ text: String) {
        let finding = Finding(kind: kind, rule: rule, text: text)
        findings.append(finding)
        tell("FINDING", finding.description)
    }

    /// Whether a fault of that rate, in thousandths, happens now: only while faults happen at all.
    func faultHappens(_ perMille: Int) -> Bool { phase == .faults && dice.happens(perMille) }
}
