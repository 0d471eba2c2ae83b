import FIAS
import Synchronization

/// A hotel that answers each data record as a script says, and remembers what it saw.
final class ScriptedHotel: LinkServerHandler {
    enum Seen: Equatable {
        case alive
        case record(FIASRecord)
        case closed
    }

    private let script: @Sendable (FIASRecord, LinkServerConnection) async -> Void
    private let log = Mutex<[Seen]>([])
    private let stream = AsyncStream.makeStream(of: Seen.self)

    /// Does whatever the script does with a record.
    init(script: @escaping @Sendable (FIASRecord, LinkServerConnection) async -> Void) { self.script = script }

    /// Answers each record by those that the closure returns.
    convenience init(answering answer: @escaping @Sendable (FIASRecord) -> [FIASRecord] = { _ in [] }) {
        self.init { record, connection in
            for record in answer(record) { await connection.send(record) }
        }
    }

    var seen: [Seen] { log.withLock(\.self) }
    var records: [FIASRecord] {
        seen.compactMap { if case .record(let record) = $0 { record } else { nil } }
    }

    /// Waits for the next thing seen that fits.
    func next(where fits: (Seen) -> Bool = { _ in true }) async -> Seen? {
        for await seen in stream.stream where fits(seen) { return seen }
        return nil
    }

    func linkAlive(_ connection: LinkServerConnection) async { note(.alive) }
    func linkClosed(_ connection: LinkServerConnection) async { note(.closed) }
    func received(_ record: FIASRecord, on connection: LinkServerConnection) async {
        note(.record(record))
        await script(record, connection)
    }

    private func note(_ seen: Seen) {
        log.withLock { $0.append(seen) }
        stream.continuation.yield(seen)
    }
}

/// Answers as a friendly hotel does: one guest for an inquiry, OK for a posting.
func friendlyAnswer(_ record: FIASRecord) -> [FIASRecord] {
    let number = record[.postingNumber].flatMap(Int.init)
    if Inquiry.isInquiry(record) {
        let guest = PostingListMatch(fields: [
            .init(.roomNumber, record[.inquiry] ?? ""), .init(.reservationNumber, "12345"), .init(.guestName, "Gast, Hr."),
        ])
        return [PostingList(postingNumber: number, workstation: record[.workstation], matches: [guest]).record]
    }
    let answer = PostingAnswer(
        status: .ok, text: "Posting successful. Interface transaction number/s - 881234", postingNumber: number,
        workstation: record[.workstation], roomNumber: record.filled(.roomNumber))
    return record.id == .pr || record.id == .ps ? [answer.record] : []
}
