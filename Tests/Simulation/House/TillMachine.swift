import SimulatedDisk
import Storage

/// The computer that the till's program runs on: its disk, and the program while it lives.
struct TillMachine {
    /// Found on the disk while no program runs.
    private(set) var contents: DiskContents
    private(set) var disk: SimulatedDisk?
    private(set) var program: Program?
    /// Killed, and not yet all unwound: their code may still run, but nothing that it touches is connected to anything.
    private(set) var dying: [Program] = []
    private(set) var livesCount = 0
    var isCommitPlanned = false

    init(_ contents: DiskContents) { self.contents = contents }

    /// The event loops that may have something to do.
    var loops: [VirtualEventLoop] { (program.map { [$0.loop] } ?? []) + dying.map(\.loop) }

    /// Switches the machine on: a new program on what is found on the disk. Throws when the database cannot be opened.
    mutating func start(_ make: (_ number: Int, _ database: SQLiteDatabase) -> Program) throws {
        let disk = SimulatedDisk(contents)
        let database = try SQLiteDatabase.stepped(at: disk.path(HouseImage.databaseFile))
        livesCount += 1
        self.disk = disk
        program = make(livesCount, database)
    }

    /// The program is killed. With `loss` the whole machine lost its power: what was not synced is lost, torn or there, by chance.
    mutating func end(loss: PowerLoss?, using dice: inout Dice) {
        guard let program, let disk else { return }
        contents = disk.contents
        if let loss { contents = contents.afterPowerLoss(loss, using: &dice) }
        disk.powerOff()
        program.die()
        dying.append(program)
        self.program = nil
        self.disk = nil
        isCommitPlanned = false
    }

    /// Whether a write waits and no commit is planned.
    var wantsCommit: Bool { !isCommitPlanned && (program?.database.writesWaiting ?? 0) > 0 }

    /// What a dead program still wants to write fails.
    mutating func buryDead() {
        guard !dying.isEmpty else { return }
        for program in dying where program.database.writesWaiting > 0 { program.database.commitWaiting() }
        dying.removeAll { $0.hasEnded && !$0.loop.hasWork }
    }
}
