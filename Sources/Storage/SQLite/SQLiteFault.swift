import GRDB

extension StorageFault {
    /// SQLite's error as one of ours. The message names tables and columns, never values; the statement's arguments are left out.
    init(_ error: any Error, path: String = "") {
        guard let error = error as? DatabaseError else {
            self = (error as? StorageFault) ?? .statement(detail: String(describing: type(of: error)))
            return
        }
        let detail = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_IOERR: self = .io(detail: "\(detail) (\(error.extendedResultCode.rawValue))")
        case .SQLITE_CORRUPT: self = .corrupt(detail: detail)
        case .SQLITE_NOTADB: self = .notADatabase(path: path)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY: self = .cannotOpen(path: path, reason: detail)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_CONSTRAINT: self = .constraint(Self.kind(error.extendedResultCode), detail: detail)
        default: self = .statement(detail: detail)
        }
    }

    private static func kind(_ code: ResultCode) -> ConstraintKind {
        switch code {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: .unique
        case .SQLITE_CONSTRAINT_CHECK: .check
        case .SQLITE_CONSTRAINT_FOREIGNKEY: .foreignKey
        case .SQLITE_CONSTRAINT_NOTNULL: .notNull
        default: .other
        }
    }
}
