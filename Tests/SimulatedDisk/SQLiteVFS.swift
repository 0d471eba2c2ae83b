import GRDBSQLite

/// Puts the simulated disks between SQLite and the real one: the process's default VFS from the first disk on. What does not concern a
/// simulated disk goes to the VFS that was there before.
enum SQLiteVFS {
    private static let name = "ardoise-simulated"

    /// Registers once; later calls do nothing.
    static func register() { precondition(registration == SQLITE_OK, "SQLite did not take the VFS") }

    private static let registration: Int32 = {
        guard let system = sqlite3_vfs_find(nil) else { preconditionFailure("SQLite has no VFS of its own") }
        let vfs = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        vfs.initialize(to: system.pointee)
        vfs.pointee.pNext = nil
        vfs.pointee.pAppData = UnsafeMutableRawPointer(system)
        vfs.pointee.szOsFile = max(system.pointee.szOsFile, OpenFile.handleBytes)
        // SQLite keeps the name for the life of the process.
        let keptName = UnsafeMutablePointer<CChar>.allocate(capacity: name.utf8.count + 1)
        name.withCString { keptName.initialize(from: $0, count: name.utf8.count + 1) }
        vfs.pointee.zName = UnsafePointer(keptName)
        vfs.pointee.xOpen = open
        vfs.pointee.xDelete = delete
        vfs.pointee.xAccess = access
        vfs.pointee.xFullPathname = fullPathname
        return sqlite3_vfs_register(vfs, 1)
    }()

    private static func system(_ vfs: UnsafeMutablePointer<sqlite3_vfs>?) -> UnsafeMutablePointer<sqlite3_vfs>? {
        vfs?.pointee.pAppData?.assumingMemoryBound(to: sqlite3_vfs.self)
    }

    private static let open:
        @convention(c) (
            UnsafeMutablePointer<sqlite3_vfs>?, UnsafePointer<CChar>?, UnsafeMutablePointer<sqlite3_file>?, Int32,
            UnsafeMutablePointer<Int32>?
        ) -> Int32 = { vfs, path, file, flags, flagsOut in
            guard let (disk, name) = DiskRegistry.find(path) else {
                let system = system(vfs)
                return system?.pointee.xOpen(system, path, file, flags, flagsOut) ?? SQLITE_CANTOPEN
            }
            guard let file, let handle = disk.open(name, creating: flags & SQLITE_OPEN_CREATE != 0) else {
                file?.pointee.pMethods = nil
                return SQLITE_CANTOPEN
            }
            OpenFile(disk: disk, name: name, handle: handle).store(in: file)
            flagsOut?.pointee = flags
            return SQLITE_OK
        }

    private static let delete: @convention(c) (UnsafeMutablePointer<sqlite3_vfs>?, UnsafePointer<CChar>?, Int32) -> Int32 = {
        vfs, path, isDurable in
        guard let (disk, name) = DiskRegistry.find(path) else {
            let system = system(vfs)
            return system?.pointee.xDelete(system, path, isDurable) ?? SQLITE_IOERR
        }
        return disk.delete(name, durably: isDurable != 0)
    }

    private static let access:
        @convention(c) (UnsafeMutablePointer<sqlite3_vfs>?, UnsafePointer<CChar>?, Int32, UnsafeMutablePointer<Int32>?) -> Int32 = {
            vfs, path, flags, answer in
            guard let (disk, name) = DiskRegistry.find(path) else {
                let system = system(vfs)
                return system?.pointee.xAccess(system, path, flags, answer) ?? SQLITE_IOERR
            }
            // As SQLite's own VFS does, an empty file counts as missing when it asks whether one exists.
            answer?.pointee = (disk.size(of: name) ?? 0) > 0 || (flags != SQLITE_ACCESS_EXISTS && disk.exists(name)) ? 1 : 0
            return SQLITE_OK
        }

    private static let fullPathname:
        @convention(c) (UnsafeMutablePointer<sqlite3_vfs>?, UnsafePointer<CChar>?, Int32, UnsafeMutablePointer<CChar>?) -> Int32 = {
            vfs, path, capacity, full in
            guard DiskRegistry.find(path) != nil, let path, let full else {
                let system = system(vfs)
                return system?.pointee.xFullPathname(system, path, capacity, full) ?? SQLITE_IOERR
            }
            var length = 0
            while path[length] != 0 { length += 1 }
            guard length < capacity else { return SQLITE_CANTOPEN }
            full.update(from: path, count: length + 1)
            return SQLITE_OK
        }
}
