/// What can go wrong with the database itself. Never the fault of whoever pressed the key: Web shows a request id, the command line shows
/// `description`. Descriptions hold no stored values.
package enum StorageFault: Error, Hashable, Sendable {
    /// The file or its folder cannot be opened for reading and writing.
    case cannotOpen(path: String, reason: String)
    /// Another running server holds this file.
    case alreadyOpen(path: String)
    /// The file is not an SQLite database.
    case notADatabase(path: String)
    /// The file is a database of another program.
    case foreignDatabase(path: String)
    /// A newer program has upgraded this file; this one would misread it.
    case newerThanThisProgram(found: Int, known: Int)
    /// A migration that this file has been through is no longer the one in the program.
    case migrationEdited(name: String)
    /// The file is damaged.
    case corrupt(detail: String)
    /// No space left for the write; nothing of it was kept.
    case diskFull
    /// The disk answered with an error; nothing of the write was kept.
    case io(detail: String)
    /// Too many reads or writes are waiting already.
    case overloaded(waiting: Int)
    /// Another connection kept the file locked for longer than the busy time-out.
    case busy
    /// The database has been closed.
    case closed
    /// A rule of the schema forbids the row.
    case constraint(ConstraintKind, detail: String)
    /// A row cannot be read: the column is missing or is not what was wanted.
    case unreadableColumn(name: String, wanted: String)
    /// A row should exist and does not.
    case missing(String, id: String)
    /// A state may not move this way from where the row now is.
    case illegalMove(String, id: String, from: String, to: String)
    /// The statement is wrong: a bug of this program.
    case statement(detail: String)

    /// Which rule of the schema was broken.
    package enum ConstraintKind: String, Sendable {
        case unique, check, foreignKey, notNull, other
    }
}

extension StorageFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .cannotOpen(let path, let reason): "cannot open the database \(path): \(reason)"
        case .alreadyOpen(let path): "the database \(path) is in use by another running server"
        case .notADatabase(let path): "\(path) is not a database"
        case .foreignDatabase(let path): "\(path) is a database of another program"
        case .newerThanThisProgram(let found, let known):
            "the database is at version \(found), newer than this program, which knows versions up to \(known)"
        case .migrationEdited(let name): "the database was upgraded by another text of migration \(name) than this program's"
        case .corrupt(let detail): "the database is damaged: \(detail)"
        case .diskFull: "no space left for the database"
        case .io(let detail): "the disk failed: \(detail)"
        case .overloaded(let waiting): "the database is overloaded: \(waiting) requests are waiting"
        case .busy: "the database stayed locked by another connection"
        case .closed: "the database is closed"
        case .constraint(let kind, let detail): "a rule of the database forbids this (\(kind.rawValue)): \(detail)"
        case .unreadableColumn(let name, let wanted): "column \(name) does not hold \(wanted)"
        case .missing(let what, let id): "there is no \(what) \(id)"
        case .illegalMove(let what, let id, let from, let to): "\(what) \(id) cannot move from \(from) to \(to)"
        case .statement(let detail): "a statement failed: \(detail)"
        }
    }
}
