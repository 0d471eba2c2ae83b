import FIAS
import HotelSimulator
import Storage

/// Watches the wire for what must never be seen on it: a charge that is not written down, a number used twice, a word out of turn.
struct Watchman {
    struct Sent {
        let atMs: Int64
        let connection: Int
    }

    /// The name of a till that is not ours.
    static let otherWorkstation = "OTHER"

    /// Charges that left the till, by their numbers.
    private(set) var sent: [Int: Sent] = [:]
    /// Those that the hotel heard.
    private(set) var heard: Set<Int> = []
    private(set) var bookedAtMs: [String: Int64] = [:]
    private(set) var programStartedAtMs: Int64 = 0
    private var numbers: Set<Int> = []
    private var fromTill: [Int: FrameScanner] = [:]
    private var toTill: [Int: FrameScanner] = [:]
    private var mayTalk: [Int: Bool] = [:]
    private var isPaused: [Int: Set<RecordID>] = [:]

    mutating func programStarted(atMs: Int64) { programStartedAtMs = atMs }
    mutating func booked(number: String, atMs: Int64) { bookedAtMs[number] = atMs }
    mutating func hotelHeard(_ number: Int) { heard.insert(number) }

    /// The records in what the till wrote.
    mutating func records(in bytes: [UInt8], on connection: Int) -> [FIASRecord] {
        Self.records(in: bytes, &fromTill[connection, default: FrameScanner()])
    }

    /// What the till is told decides what it may say.
    @discardableResult
    mutating func tillHears(_ bytes: [UInt8], on connection: Int) -> [FIASRecord] {
        let records = Self.records(in: bytes, &toTill[connection, default: FrameScanner()])
        for record in records {
            switch record.id {
            case .la: mayTalk[connection] = true
            case .ls:
                mayTalk[connection] = false
                isPaused[connection] = []
            case .le: mayTalk[connection] = false
            case .ns, .ds: isPaused[connection, default: []].insert(record.id)
            case .ne: isPaused[connection]?.remove(.ns)
            case .de: isPaused[connection]?.remove(.ds)
            default: break
            }
        }
        return records
    }

    /// Whether a request may be sent on a connection now (I9).
    func mayTalk(on connection: Int) -> Bool { mayTalk[connection] == true && isPaused[connection]?.isEmpty ?? true }

    /// Notes a number on the wire; false when it was used before (I8).
    mutating func use(_ number: Int) -> Bool { numbers.insert(number).inserted }

    mutating func noteSent(_ number: Int, on connection: Int, atMs: Int64) { sent[number] = Sent(atMs: atMs, connection: connection) }

    private static func records(in bytes: [UInt8], _ scanner: inout FrameScanner) -> [FIASRecord] {
        var records: [FIASRecord] = []
        var rest = bytes[...]
        while let frame = scanner.next(in: &rest) {
            guard case .record(let bytes) = frame, let record = try? FIASRecord.decode(bytes, in: .windows1252) else { continue }
            records.append(record)
        }
        return records
    }
}
