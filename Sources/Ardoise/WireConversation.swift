import FIAS
import Synchronization

/// What went over the line between till and hotel, in order, for people to read. Demo only: it shows names.
final class WireConversation: Sendable {
    /// How many records are kept; the oldest go first.
    static let linesMax = 500

    private let kept = Mutex<[String]>([])

    /// Takes note of a record.
    func overhear(_ event: LinkEvent) {
        let line: String
        switch event {
        case .sent(let record, _): line = "→ \(record.wireText)"
        case .received(let record, _): line = "← \(record.wireText)"
        case .stateChanged, .undecodable: return
        }
        kept.withLock { kept in
            kept.append(line)
            if kept.count > Self.linesMax { kept.removeFirst() }
        }
    }

    /// The records so far, `→` to the hotel and `←` from it.
    var lines: [String] { kept.withLock { $0 } }
}
