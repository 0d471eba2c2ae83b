import NIOEmbedded

/// The connections between the till and the hotel, and the calls that are not answered yet.
struct Network {
    private(set) var connections: [Int: Connection] = [:]
    private var dials: [Int: Dial] = [:]
    private var lastID = 0
    /// The connections of a program that still runs, oldest first.
    private(set) var live: [Connection] = []
    /// Those of programs that died, whose code has yet to let go of them.
    private var orphans: [Connection] = []

    /// A call of the till, to be answered in a while.
    mutating func dialled(_ dial: Dial) -> Int {
        lastID += 1
        dials[lastID] = dial
        return lastID
    }

    mutating func takeDial(_ id: Int) -> Dial? { dials.removeValue(forKey: id) }

    mutating func connect(_ id: Int, _ dial: Dial) -> Connection {
        let connection = Connection(id: id, channel: dial.channel)
        connections[id] = connection
        live.append(connection)
        return connection
    }

    subscript(id: Int) -> Connection? { connections[id] }

    /// The till does not use it any more.
    mutating func tillLeft(_ id: Int) { live.removeAll { $0.id == id } }

    /// The program that held the connections died: its system hangs up for it, after what was already written.
    mutating func tillDied(_ hangUp: (_ id: Int, _ tillMs: Int64) -> Void, nowMs: Int64) {
        dials = [:]
        for connection in live {
            connection.hasTillClosed = true
            hangUp(connection.id, connection.arrivalAfterAll(at: .hotel, nowMs: nowMs, delayMs: 1))
        }
        orphans += live
        live = []
    }

    /// Lets what dead programs still close take effect.
    mutating func settleOrphans() {
        guard !orphans.isEmpty else { return }
        for connection in orphans { connection.settle() }
        orphans.removeAll { !$0.channel.isActive }
    }

    mutating func forget(_ id: Int) {
        connections[id] = nil
        tillLeft(id)
    }
}
