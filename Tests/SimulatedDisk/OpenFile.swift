import GRDBSQLite
import Synchronization

/// One handle of SQLite's on a file of a simulated disk.
final class OpenFile: Sendable {
    let disk: SimulatedDisk
    let name: String
    let handle: Int

    init(disk: SimulatedDisk, name: String, handle: Int) {
        self.disk = disk
        self.name = name
        self.handle = handle
    }

    /// SQLite's own header, then a reference to an `OpenFile`.
    private static let referenceOffset = MemoryLayout<sqlite3_file>.stride
    static let handleBytes = Int32(referenceOffset + MemoryLayout<Unmanaged<OpenFile>>.stride)

    /// Hands this handle over to SQLite, which gives it back with `xClose`.
    func store(in file: UnsafeMutablePointer<sqlite3_file>) {
        UnsafeMutableRawPointer(file).storeBytes(of: Unmanaged.passRetained(self), toByteOffset: Self.referenceOffset, as: Unmanaged.self)
        file.pointee.pMethods = SQLiteFileMethods.table
    }

    private static func reference(_ file: UnsafeMutablePointer<sqlite3_file>?) -> Unmanaged<OpenFile> {
        guard let file else { preconditionFailure("SQLite names a file in every call") }
        return UnsafeRawPointer(file).load(fromByteOffset: referenceOffset, as: Unmanaged<OpenFile>.self)
    }

    static func of(_ file: UnsafeMutablePointer<sqlite3_file>?) -> OpenFile { reference(file).takeUnretainedValue() }

    static func close(_ file: UnsafeMutablePointer<sqlite3_file>?) {
        let closed = reference(file).takeRetainedValue()
        closed.unlock(to: SQLITE_LOCK_NONE)
        closed.unmap()
    }
}

extension OpenFile {
    func lock(to level: Int32) -> Int32 { disk.state.withLock { $0.locks[name, default: FileLocks()].lock(handle, to: level) } }

    func unlock(to level: Int32) { disk.state.withLock { $0.locks[name]?.unlock(handle, to: level) } }

    var isReserved: Bool { disk.state.withLock { $0.locks[name]?.isReserved ?? false } }

    func map(region: Int, bytes: Int, creating: Bool) -> Int {
        disk.state.withLock { $0.sharedMemory[name, default: SharedMemory()].map(handle, region: region, bytes: bytes, creating: creating) }
    }

    func lockShared(mask: Int, flags: Int32) -> Int32 {
        disk.state.withLock { $0.sharedMemory[name]?.lock(handle, mask: mask, flags: flags) ?? SQLITE_IOERR }
    }

    func unmap() { disk.state.withLock { $0.sharedMemory[name]?.unmap(handle) } }
}
