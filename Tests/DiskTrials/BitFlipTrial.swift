import PointOfSale
package import SimulatedDisk
import Storage

/// One bit of the database, or of its log, is not what was written. Who notices?
package enum BitFlipTrial {
    /// What came of a flipped bit.
    package enum Ending: String, CaseIterable, Sendable {
        /// The file is refused, or the check of its structure complains, or a row is refused when it is read.
        case noticed
        /// Every row reads as it was written: the bit was in room that nobody uses.
        case harmless
        /// A log that no longer fits its checksums ends before the flip: the commits until there are found, whole.
        case shorter
        /// A stored value is another one and nothing complains: SQLite's pages carry no checksums.
        case unnoticed
    }

    /// Flips a bit of a file of the disk, opens the database and reads all of it.
    package static func run(bit: Int, of file: String, in contents: DiskContents, knowing commits: [LogicalContent]) async throws -> Ending
    {
        guard var bytes = contents.bytes(of: file).map({ PagedBytes($0) }) else { return .harmless }
        bytes.flip(bit: bit)
        var damaged = contents
        damaged.files[file] = DiskFile(bytes)
        let disk = SimulatedDisk(damaged)
        do {
            let opened = try SQLiteDatabase.stepped(at: disk.path(Evening.fileName))
            try await opened.checkIntegrity()
            let found = try await LogicalContent.of(opened)
            if found == commits.last { return .harmless }
            if commits.contains(found) { return .shorter }
            // What the till itself would read: checks that add up, postings whose parts are their total.
            _ = try await opened.read { tx in try tx.postings(in: [], before: nil, limit: .max) }
            try await opened.read { tx in
                for row in try tx.query("select id from guest_check") { _ = try CheckID(text: row.text("id")).flatMap { try tx.check($0) } }
            }
            return .unnoticed
        } catch is StorageFault {
            return .noticed
        }
    }
}
