import GRDBSQLite

/// Who holds which of SQLite's locks on one file, in memory: handles of one process see each other as those of several would.
struct FileLocks: Sendable {
    private var levels: [Int: Int32] = [:]

    /// Raises the handle's lock to `level`; gives `SQLITE_BUSY` when another one's forbids it.
    mutating func lock(_ handle: Int, to level: Int32) -> Int32 {
        let own = levels[handle] ?? SQLITE_LOCK_NONE
        guard own < level else { return SQLITE_OK }
        let others = levels.filter { $0.key != handle }.values.max() ?? SQLITE_LOCK_NONE
        switch level {
        case SQLITE_LOCK_SHARED where others >= SQLITE_LOCK_PENDING: return SQLITE_BUSY
        case SQLITE_LOCK_RESERVED where others >= SQLITE_LOCK_RESERVED: return SQLITE_BUSY
        case SQLITE_LOCK_EXCLUSIVE where others >= SQLITE_LOCK_RESERVED: return SQLITE_BUSY
        case SQLITE_LOCK_EXCLUSIVE where others >= SQLITE_LOCK_SHARED:
            // Keeps new readers out until those inside have left, as SQLite's own lock does.
            levels[handle] = SQLITE_LOCK_PENDING
            return SQLITE_BUSY
        default:
            levels[handle] = level
            return SQLITE_OK
        }
    }

    mutating func unlock(_ handle: Int, to level: Int32) {
        levels[handle] = level == SQLITE_LOCK_NONE ? nil : min(level, levels[handle] ?? level)
    }

    var isReserved: Bool { levels.values.contains { $0 >= SQLITE_LOCK_RESERVED } }
}
