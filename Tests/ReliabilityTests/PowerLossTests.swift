import DiskTrials
import SimulatedDisk
import Storage
import TestSupport
import Testing

struct PowerLossTests {
    @Test(arguments: [1, 4])
    func `whenever the power goes, every acknowledged commit is found, whole, and nothing else`(clients: Int) async throws {
        let evening = try await Evening.play(charges: 50, clients: clients)
        #expect(evening.contents.count > 60, "an evening of \(evening.contents.count) commits is too short")
        // Every moment of it is tried by `torture power-losses`; here a part of the syncs and of the writes.
        let moments = evening.moments.indices.filter { index in
            index % 37 == 0 || index % 3 == 0 && evening.moments[index].operation.kind == .sync
        }
        for index in moments { try await PowerLossTrial.run(evening.moments[index], of: evening, seed: UInt64(index)) }
        #expect(moments.count > 150)
    }

    @Test func `a disk that lies about its syncs is caught`() async throws {
        let disk = SimulatedDisk()
        let database = try SQLiteDatabase.stepped(at: disk.path("db"))
        disk.fail { $0.kind == .sync ? .lie : nil }
        try await database.stepping { _ in try await ChargeScript.furnish(database) }
        let promised = try await LogicalContent.of(database)
        var generator = SeededGenerator(seed: 1)
        let left = SimulatedDisk(disk.contents.afterPowerLoss(.nothingKept, using: &generator))
        let found = try await LogicalContent.of(try SQLiteDatabase.stepped(at: left.path("db")))
        #expect(found != promised, "these tests would not see an acknowledged commit that is gone")
    }

    @Test func `a log cut anywhere gives back the commits before the cut, whole`() async throws {
        let evening = try await Evening.play(charges: 3)
        // Until the first folding: a log that is already in the file may not be cut, or old pages would lie over new ones.
        let folding = try #require(
            evening.moments.firstIndex { $0.operation.file == Evening.fileName && $0.contents.bytes(of: Evening.logName) != nil })
        let moment = try #require(evening.moments[..<folding].last { $0.operation.kind == .sync })
        let log = try #require(moment.contents.bytes(of: Evening.logName))
        // Closely over the last two frames, widely before them.
        let cuts =
            Array(stride(from: max(0, log.count - 8_240), to: log.count, by: 149))
            + Array(stride(from: 0, to: log.count, by: 4_096 * 17 + 5))
        for cut in cuts {
            var contents = moment.contents
            contents.files[Evening.logName] = DiskFile(PagedBytes(Array(log.prefix(cut))))
            let left = SimulatedDisk(contents)
            let opened = try SQLiteDatabase.stepped(at: left.path(Evening.fileName))
            try await opened.checkIntegrity()
            #expect(evening.contents.contains(try await LogicalContent.of(opened)), "cut at byte \(cut)")
        }
    }

    @Test func `a bit flipped in the log never makes a row that was not written`() async throws {
        let evening = try await Evening.play(charges: 3)
        let moment = try #require(evening.moments.last { $0.operation.kind == .sync && $0.operation.file == Evening.logName })
        let log = try #require(moment.contents.bytes(of: Evening.logName))
        let commits = Array(evening.contents.prefix(moment.acknowledged + 2))
        var generator = SeededGenerator(seed: 7)
        for page in 0..<(log.count / Evening.pageBytes) {
            let bit = page * Evening.pageBytes * 8 + Int.random(in: 0..<(Evening.pageBytes * 8), using: &generator)
            let ending = try await BitFlipTrial.run(bit: bit, of: Evening.logName, in: moment.contents, knowing: commits)
            #expect(ending != .unnoticed, "bit \(bit)")
        }
    }
}
