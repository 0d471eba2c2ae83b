import PointOfSale
import Storage
import Synchronization

/// Numbers for messages that are not written down beforehand: inquiries and bill requests.
///
/// They come from the same counter as those of postings, in blocks that are on disk before the first is used: a crash loses the rest of a
/// block and never uses a number twice (rule R5; `FIAS 2.20.24 §10.7`: an inquiry and its posting carry different numbers).
final class PostingNumbers: Sendable {
    /// How many numbers one visit to the disk brings.
    static let blockCount = 100

    private let database: any Database
    private let digits: Int
    private let block = Mutex<ArraySlice<Int>>([])

    /// Numbers of so many digits, from this database.
    init(database: any Database, digits: Int) {
        self.database = database
        self.digits = digits
    }

    /// The next number. Throws a `StorageFault` when no new block can be had.
    func next() async throws -> Int {
        if let number = block.withLock({ $0.popFirst() }) { return number }
        let digits = digits
        let fresh = try await database.write { tx in try tx.reservePostingNumbers(Self.blockCount, digits: digits) }
        return block.withLock { block in
            block += fresh.dropFirst()
            return fresh[0]
        }
    }
}
