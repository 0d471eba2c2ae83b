import GRDBSQLite
import Synchronization

/// A disk in memory that SQLite takes for a real one, and that forgets what was not synced, fills up and fails when a test tells it to.
///
/// Every database whose path is in the disk's folder lives on it; all other paths go to the real disk. Any number of disks may be used
/// at once. A disk is never repaired: after a power loss or a kill, what is left (`contents`) goes into a new one.
package final class SimulatedDisk: Sendable {
    struct State {
        var contents: DiskContents
        var counts = DiskCounts()
        var isOff = false
        var locks: [String: FileLocks] = [:]
        var sharedMemory: [String: SharedMemory] = [:]
        var handlesMade = 0
        var fault: (@Sendable (DiskOperation) -> DiskFault?)?
        var observer: (@Sendable (DiskOperation) -> Void)?
    }

    /// The folder that stands for this disk.
    package let folder: String
    let state: Mutex<State>

    /// A disk that holds `contents`.
    /// - Parameter folder: an existing folder, for code that also looks at the real one (a lock file); nil makes up a name.
    package init(_ contents: DiskContents = DiskContents(), folder: String? = nil) {
        self.folder = folder ?? DiskRegistry.freshFolder()
        state = Mutex(State(contents: contents))
        SQLiteVFS.register()
        DiskRegistry.add(self)
    }

    deinit { DiskRegistry.remove(folder) }

    /// The path by which SQLite finds the file `name` on this disk.
    package func path(_ name: String) -> String { folder + "/" + name }

    /// What is on the disk now, synced or not: what a killed process leaves.
    package var contents: DiskContents { state.withLock { $0.contents } }

    /// What the disk has had to do so far.
    package var counts: DiskCounts { state.withLock { $0.counts } }

    /// Asked before each operation whether it fails, and how; nil ends the trouble. It may look at the disk.
    package func fail(_ fault: (@Sendable (DiskOperation) -> DiskFault?)?) { state.withLock { $0.fault = fault } }

    /// Told of each operation after it has succeeded. It may look at the disk.
    package func observe(_ observer: (@Sendable (DiskOperation) -> Void)?) { state.withLock { $0.observer = observer } }

    /// Takes the power away: every later operation fails, and nothing changes any more.
    package func powerOff() { state.withLock { $0.isOff = true } }

    /// Whether the power is away.
    package var isOff: Bool { state.withLock { $0.isOff } }
}

/// What SQLite asks for, in Swift's terms; answers are SQLite's result codes.
extension SimulatedDisk {
    func exists(_ name: String) -> Bool { state.withLock { $0.contents.files[name] != nil } }

    /// Gives the number of a new handle, or nil when there is no such file or no power.
    func open(_ name: String, creating: Bool) -> Int? {
        state.withLock { state in
            guard !state.isOff else { return nil }
            if creating { state.contents.create(name) }
            guard state.contents.files[name] != nil else { return nil }
            state.handlesMade += 1
            return state.handlesMade
        }
    }

    func read(_ name: String, into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int32 {
        let file = state.withLock { $0.isOff ? nil : $0.contents.files[name] }
        guard let file else { return SQLITE_IOERR_READ }
        let count = file.visible.read(into: buffer, at: offset)
        guard count < buffer.count else { return SQLITE_OK }
        buffer[count...].initializeMemory(as: UInt8.self, repeating: 0)
        return SQLITE_IOERR_SHORT_READ
    }

    func size(of name: String) -> Int? { state.withLock { $0.isOff ? nil : $0.contents.files[name]?.visible.count } }

    func write(_ name: String, _ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int32 {
        perform(.write, name) { contents, fault in
            switch fault {
            case .full:
                contents.files[name]?.write(UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)]), at: offset)
                return SQLITE_FULL
            case .io: return SQLITE_IOERR_WRITE
            case .lie, .powerOff, nil:
                contents.files[name]?.write(bytes, at: offset)
                return SQLITE_OK
            }
        }
    }

    func resize(_ name: String, to size: Int) -> Int32 {
        perform(.resize, name) { contents, fault in
            if fault != nil { return SQLITE_IOERR_TRUNCATE }
            contents.files[name]?.resize(to: size)
            return SQLITE_OK
        }
    }

    func sync(_ name: String) -> Int32 {
        perform(.sync, name) { contents, fault in
            switch fault {
            case .lie: return SQLITE_OK
            case .io, .full:
                contents.files[name]?.failSync()
                return SQLITE_IOERR_FSYNC
            case .powerOff, nil:
                contents.sync(name)
                return SQLITE_OK
            }
        }
    }

    func delete(_ name: String, durably: Bool) -> Int32 {
        guard exists(name) else { return SQLITE_IOERR_DELETE_NOENT }
        return perform(.delete, name) { contents, fault in
            if fault != nil { return SQLITE_IOERR_DELETE }
            contents.delete(name, durably: durably)
            return SQLITE_OK
        }
    }

    /// Counts the operation, asks whether it fails, changes what is on the disk, tells the observer; nobody under the lock.
    private func perform(_ kind: DiskOperation.Kind, _ name: String, _ change: (inout DiskContents, DiskFault?) -> Int32) -> Int32 {
        let (operation, fault) = state.withLock { state in
            state.counts.operations += 1
            return (DiskOperation(kind: kind, file: name, ordinal: state.counts.operations), state.fault)
        }
        let trouble = fault?(operation)
        if trouble == .powerOff { powerOff() }
        let (code, observer) = state.withLock { state in
            guard !state.isOff, state.contents.files[name] != nil else { return (SQLITE_IOERR, state.observer) }
            let code = change(&state.contents, trouble)
            if code == SQLITE_OK { state.counts.note(kind) }
            return (code, state.observer)
        }
        if code == SQLITE_OK { observer?(operation) }
        return code
    }
}
