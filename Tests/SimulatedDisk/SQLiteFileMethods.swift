import GRDBSQLite
import Synchronization

/// What SQLite calls to work on a file of a simulated disk.
enum SQLiteFileMethods {
    /// One table for all files, for the life of the process.
    static var table: UnsafePointer<sqlite3_io_methods>? { UnsafePointer(bitPattern: address) }

    private static let address: Int = {
        let table = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        table.initialize(to: methods)
        return Int(bitPattern: table)
    }()

    private static var methods: sqlite3_io_methods {
        sqlite3_io_methods(
            iVersion: 2,
            xClose: { file in
                OpenFile.close(file)
                return SQLITE_OK
            },
            xRead: { file, buffer, count, offset in
                let open = OpenFile.of(file)
                return open.disk.read(open.name, into: UnsafeMutableRawBufferPointer(start: buffer, count: Int(count)), at: Int(offset))
            },
            xWrite: { file, bytes, count, offset in
                let open = OpenFile.of(file)
                return open.disk.write(open.name, UnsafeRawBufferPointer(start: bytes, count: Int(count)), at: Int(offset))
            },
            xTruncate: { file, size in
                let open = OpenFile.of(file)
                return open.disk.resize(open.name, to: Int(size))
            },
            xSync: { file, _ in
                let open = OpenFile.of(file)
                return open.disk.sync(open.name)
            },
            xFileSize: { file, answer in
                let open = OpenFile.of(file)
                guard let size = open.disk.size(of: open.name) else { return SQLITE_IOERR_FSTAT }
                answer?.pointee = sqlite3_int64(size)
                return SQLITE_OK
            },
            xLock: { file, level in OpenFile.of(file).lock(to: level) },
            xUnlock: { file, level in
                OpenFile.of(file).unlock(to: level)
                return SQLITE_OK
            },
            xCheckReservedLock: { file, answer in
                answer?.pointee = OpenFile.of(file).isReserved ? 1 : 0
                return SQLITE_OK
            },
            xFileControl: { _, _, _ in SQLITE_NOTFOUND },
            xSectorSize: { _ in 4_096 },
            // What SQLite's own VFS says of a file on Linux: a write that is cut short leaves its neighbours alone.
            xDeviceCharacteristics: { _ in SQLITE_IOCAP_POWERSAFE_OVERWRITE },
            xShmMap: { file, region, bytes, creating, answer in
                let address = OpenFile.of(file).map(region: Int(region), bytes: Int(bytes), creating: creating != 0)
                answer?.pointee = UnsafeMutableRawPointer(bitPattern: address)
                return SQLITE_OK
            },
            xShmLock: { file, first, count, flags in
                OpenFile.of(file).lockShared(mask: (1 << Int(first + count)) - (1 << Int(first)), flags: flags)
            },
            xShmBarrier: { _ in atomicMemoryFence(ordering: .sequentiallyConsistent) },
            xShmUnmap: { file, _ in
                OpenFile.of(file).unmap()
                return SQLITE_OK
            },
            xFetch: nil, xUnfetch: nil)
    }
}
