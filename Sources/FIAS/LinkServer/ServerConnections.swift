import Synchronization

/// The connections of one server, and what happens to a newcomer.
final class ServerConnections: Sendable {
    /// What a connection's task needs.
    struct Accepted: Sendable {
        let connection: LinkServerConnection
        let events: AsyncStream<LinkServerConnectionEvent>
    }

    /// What to do with a newcomer.
    enum Admission {
        /// Take it, after hanging up on these.
        case admit(replacing: [LinkServerConnection])
        case hangUp
        case leaveUnanswered
    }

    /// How many newcomers may be left without a word at once.
    static let unansweredMax = 16

    private struct Contents {
        var nextID = 1
        var open: [Int: LinkServerConnection] = [:]
        var unanswered: [Int: LinkServerConnection] = [:]
        var isClosed = false
        var isMute = false
    }

    private let contents = Mutex(Contents())

    /// The connections that were admitted, oldest first.
    var all: [LinkServerConnection] { contents.withLock { $0.open.values.sorted { $0.id < $1.id } } }

    /// Admits nobody any more; returns the connections that were admitted, and hangs up on those left unanswered.
    func closeDoor() -> [LinkServerConnection] {
        let (open, unanswered) = contents.withLock { contents in
            contents.isClosed = true
            return (Array(contents.open.values), Array(contents.unanswered.values))
        }
        unanswered.forEach { $0.close() }
        return open
    }

    /// Whether newcomers meet a mute hotel.
    var isMute: Bool { contents.withLock(\.isMute) }

    func mute(_ begins: Bool) {
        let open = contents.withLock { contents in
            contents.isMute = begins
            return Array(contents.open.values)
        }
        open.forEach { $0.mute(begins) }
    }

    func nextID() -> Int {
        contents.withLock { contents in
            defer { contents.nextID += 1 }
            return contents.nextID
        }
    }

    /// FIAS 2.20.24 §1.1: one vendor per port; with IFC8 the newer connection wins, with protel the older.
    func admit(_ newcomer: LinkServerConnection, configuration: LinkServerConfiguration) -> Admission {
        contents.withLock { contents in
            guard !contents.isClosed else { return .hangUp }
            guard !contents.open.isEmpty, !configuration.newestConnectionWins else {
                let replaced = Array(contents.open.values)
                contents.open = [newcomer.id: newcomer]
                return .admit(replacing: replaced)
            }
            guard configuration.leavesNewcomersUnanswered, contents.unanswered.count < ServerConnections.unansweredMax else {
                return .hangUp
            }
            contents.unanswered[newcomer.id] = newcomer
            return .leaveUnanswered
        }
    }

    func remove(_ connection: LinkServerConnection) {
        contents.withLock { contents in
            contents.open[connection.id] = nil
            contents.unanswered[connection.id] = nil
        }
    }
}
