import Foundation

/// Holds `<file>.lock` for as long as it lives, so that a second server on the same file is refused: SQLite 3.40's WAL stands one writing
/// and checkpointing process only. The kernel lets go of the lock when the process dies, whatever it dies of.
final class DatabaseLock: Sendable {
    private let descriptor: Int32

    /// Throws `alreadyOpen` when another process (or another object in this one) holds the lock, `cannotOpen` when the file cannot be made.
    init(for path: String) throws {
        descriptor = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StorageFault.cannotOpen(path: path, reason: SystemError.text(errno))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
            throw code == EWOULDBLOCK ? StorageFault.alreadyOpen(path: path) : .cannotOpen(path: path, reason: SystemError.text(code))
        }
    }

    deinit {
        close(descriptor)
    }
}

/// The system's own words for an error number.
enum SystemError {
    static func text(_ code: Int32) -> String {
        String(cString: strerror(code))
    }
}
