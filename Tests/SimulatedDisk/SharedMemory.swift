import GRDBSQLite

/// The memory that the connections to one database share beside its write-ahead log (SQLite keeps the log's index there), and its locks.
struct SharedMemory: Sendable {
    private struct Held: Sendable {
        var shared = 0
        var exclusive = 0
    }

    /// Addresses as numbers: a pointer may not pass between threads, and SQLite's own locks say who may write here.
    private var regions: [Int] = []
    private var holders: [Int: Held] = [:]

    /// The address of a region, made if `creating`; 0 when it is missing.
    mutating func map(_ handle: Int, region: Int, bytes: Int, creating: Bool) -> Int {
        holders[handle] = holders[handle] ?? Held()
        while creating, regions.count <= region {
            let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 16)
            memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
            regions.append(Int(bitPattern: memory))
        }
        return region < regions.count ? regions[region] : 0
    }

    /// Takes or gives back the locks of `mask`; gives `SQLITE_BUSY` when another handle's forbid it.
    mutating func lock(_ handle: Int, mask: Int, flags: Int32) -> Int32 {
        let others = holders.filter { $0.key != handle }.values
        if flags & SQLITE_SHM_UNLOCK != 0 {
            holders[handle]?.shared &= ~mask
            holders[handle]?.exclusive &= ~mask
        } else if flags & SQLITE_SHM_SHARED != 0 {
            guard others.allSatisfy({ $0.exclusive & mask == 0 }) else { return SQLITE_BUSY }
            holders[handle]?.shared |= mask
        } else {
            guard others.allSatisfy({ ($0.exclusive | $0.shared) & mask == 0 }) else { return SQLITE_BUSY }
            holders[handle]?.exclusive |= mask
        }
        return SQLITE_OK
    }

    /// The handle leaves; the last one frees the memory.
    mutating func unmap(_ handle: Int) {
        holders[handle] = nil
        guard holders.isEmpty else { return }
        for region in regions { UnsafeMutableRawPointer(bitPattern: region)?.deallocate() }
        regions = []
    }
}
