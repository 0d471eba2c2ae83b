import FIAS
import Logging
import PointOfSale
import SimulatedDisk
import Storage

/// The till's machine: starts, commits, crashes.
extension World {
    /// How long a commit takes, ms.
    private static let commitMs: ClosedRange<Int64> = 0...2
    /// How long it takes when the disk stalls, ms.
    private static let stalledCommitMs: ClosedRange<Int64> = 100...1_500
    /// How long a machine is away after a crash, ms.
    private static let awayMs: ClosedRange<Int64> = 300...8_000
    /// How long until a program that could not start is started again, ms.
    private static let startAgainMs: ClosedRange<Int64> = 2_000...6_000

    func startProgram() {
        guard machine.program == nil, phase != .over else { return }
        do {
            try machine.start { number, database in
                Program(
                    number: number, database: database, time: time, pepper: house.pepper, logger: logger,
                    chances: Chances(seed: dice.next()))
            }
        } catch {
            return find(.loss, "I10", "the till does not start on what a crash left on its disk: \(error)")
        }
        guard let program = machine.program else { return }
        tally.starts += 1
        tell("till", "starts, life \(program.number)")
        watchman.programStarted(atMs: time.uptimeMs)
        checkAcknowledged()
        entry.yield(program)
    }

    /// The program has ended by itself, as it does when its disk takes nothing at the start: whoever looks after it starts it again.
    func giveUpStart() {
        guard phase != .over else { return }
        tell("till", "could not start")
        machine.end(loss: nil, using: &dice)
        plan(.programStarts, inMs: dice.ms(Self.startAgainMs))
    }

    /// A write waits: the disk takes its time.
    func writeWaits() {
        var ms = dice.ms(Self.commitMs)
        if faultHappens(plan.diskStall) {
            ms = dice.ms(Self.stalledCommitMs)
            count(.diskStall, "\(ms) ms")
        }
        if faultHappens(plan.diskFull), let disk = machine.disk {
            disk.fail { operation in operation.kind == .write ? .full : nil }
            count(.diskFull)
            plan(.diskHasSpace, inMs: dice.ms(200...20_000))
        }
        plan(.diskCommits, inMs: ms)
    }

    func diskHasSpace() { machine.disk?.fail(nil) }

    func diskCommits() {
        guard machine.isCommitPlanned, let program = machine.program else { return }
        machine.isCommitPlanned = false
        let before = ambush == nil ? nil : targetState
        if reach(before.map { Ambush.step(beforeCommitFrom: $0) } ?? .commitWaits) { return }
        if faultHappens(plan.powerLoss / 2) { cutPowerInside() }
        program.database.commitWaiting()
        if machine.disk?.isOff == true { return crash(.powerLoss) }
        guard ambush != nil, let before else {
            reach(.committed)
            return noteStates()
        }
        guard let step = Ambush.step(from: before, to: targetState) else { return }
        reach(step)
        if step == .conclusionWritten { plan(.chargeStep(.conclusionTold), inMs: 1) }
    }

    /// The power goes between two of the writes and syncs of this commit.
    private func cutPowerInside() {
        let survivors = dice.int(0...6)
        guard let disk = machine.disk else { return }
        let before = disk.counts.operations
        disk.fail { operation in operation.ordinal > before + survivors ? .powerOff : nil }
        tell("FAULT", "the power goes after \(survivors) operations of the next commit")
    }

    /// The program dies, or the machine with it.
    func crash(_ kind: FaultKind) {
        guard machine.program != nil else { return }
        count(kind)
        let loss = kind == .powerLoss ? PowerLoss.any(using: &dice) : nil
        machine.end(loss: loss, using: &dice)
        let nowMs = time.uptimeMs
        network.tillDied({ id, atMs in self.plan(.closeReachesHotel(connection: id), inMs: atMs - nowMs) }, nowMs: nowMs)
        plan(.programStarts, inMs: dice.ms(Self.awayMs))
    }

    var logger: Logger {
        guard story.isTold else { return Logger(label: "till") { _ in SwiftLogNoOpLogHandler() } }
        return Logger(label: "till") { _ in StoryLog(lines: self.logged) }
    }

    /// The clock on the wall of the till's machine is set.
    func setClock() {
        let ms = dice.one(of: [1_000, 60_000, 3_600_000, 86_400_000, 400 * 86_400_000] as [Int64])
        setClock(byMs: dice.happens(500) ? -ms : ms)
    }

    /// It is set forward by more than any quiet period.
    func setClockForward() {
        setClock(byMs: dice.one(of: [90_000, 600_000, 3_600_000]))
    }

    private func setClock(byMs ms: Int64) {
        time.jumpWall(byMs: ms)
        count(ms < 0 ? .clockBack : .clockForward, "\(abs(ms) / 1_000) s")
    }
}
