import Foundation

/// Looks at the file before SQLite does, because SQLite's own words ("unable to open database file") help nobody.
enum DatabaseFile {
    private static let magic = Array("SQLite format 3\0".utf8)

    /// Makes the file if it is missing, readable by its owner only (it holds guests' names), and checks that what is there can be opened
    /// for writing and begins as an SQLite file does. Throws `cannotOpen` or `notADatabase`.
    static func prepare(_ path: String) throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StorageFault.cannotOpen(path: path, reason: SystemError.text(errno))
        }
        defer { close(descriptor) }
        var head = [UInt8](repeating: 0, count: magic.count)
        let count = read(descriptor, &head, head.count)
        guard count >= 0 else {
            throw StorageFault.cannotOpen(path: path, reason: SystemError.text(errno))
        }
        guard count == 0 || head == magic else {
            throw StorageFault.notADatabase(path: path)
        }
    }

    /// Makes an empty file, readable by its owner only, where there must be none yet. Throws `cannotOpen`.
    static func reserve(_ path: String) throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StorageFault.cannotOpen(path: path, reason: SystemError.text(errno))
        }
        close(descriptor)
    }

    /// Returns once the file's bytes are on the disk. Throws `cannotOpen` or `io`.
    static func flush(_ path: String) throws {
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw StorageFault.cannotOpen(path: path, reason: SystemError.text(errno))
        }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else {
            throw StorageFault.io(detail: SystemError.text(errno))
        }
    }

    /// Removes a file of ours that came to nothing.
    static func remove(_ path: String) {
        unlink(path)
    }
}
