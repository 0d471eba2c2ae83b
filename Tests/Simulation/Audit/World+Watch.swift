import FIAS
import HotelSimulator
import Storage

extension World {
    /// A charge's outcome is told, or listed as unknown, within so many milliseconds (R10).
    static let listedWithinMs: Int64 = 120_000

    /// What the till has just handed to the network.
    func tillWrote(_ bytes: [UInt8], on connection: Connection) {
        for record in watchman.records(in: bytes, on: connection.id) {
            guard let request = InterfaceRequest(record) else { continue }
            tell("till", "writes \(record.wireText)")
            if !watchman.mayTalk(on: connection.id) { find(.other, "I9", "out of turn: \(record.wireText)") }
            guard let number = record[.postingNumber].flatMap({ Int($0) }) else { continue }
            if !watchman.use(number) { find(.other, "I8", "the number \(number) is used twice") }
            if request == .posting { chargeLeaves(record, number, on: connection) }
            if request == .inquiry { reach(.guestAsked) }
        }
    }

    private func chargeLeaves(_ record: FIASRecord, _ number: Int, on connection: Connection) {
        watchman.noteSent(number, on: connection.id, atMs: time.uptimeMs)
        if let program = machine.program, (try? program.database.readNow({ try $0.isWrittenDown(number) })) != true {
            find(.loss, "R1", "charge \(number) is on the wire and not on the disk")
        }
        plan(.doubtMustBeListed(number: number), inMs: Self.listedWithinMs)
        if faultHappens(plan.sameAmountByOthers) { othersBook(like: record) }
        reach(.postingLeaves)
    }

    /// Two minutes after a charge left, its posting is decided, or on the list of doubts.
    func checkListed(_ number: Int) {
        guard phase != .over else { return }
        guard let program = machine.program, program.hasStarted, time.uptimeMs - watchman.programStartedAtMs > 5_000 else {
            return plan(.doubtMustBeListed(number: number), inMs: 3_000)
        }
        // While the disk takes nothing, nothing can be listed.
        guard (try? program.database.readNow { try $0.isStillSending(number) }) != true else {
            if program.database.writesWaiting > 0 { return plan(.doubtMustBeListed(number: number), inMs: 3_000) }
            return find(.unexplainedDoubt, "R10", "two minutes after charge \(number) left, it is neither decided nor listed")
        }
    }
}

extension SQLTransaction {
    /// Whether an attempt that is under way is on the disk under this number.
    fileprivate func isWrittenDown(_ number: Int) throws -> Bool {
        try first(
            """
            select 1 as found from posting_attempt a join folio_posting p on p.id = a.posting_id
            where a.number = $1 and a.closed_at is null and p.state = 'sending'
            """,
            number) != nil
    }

    fileprivate func isStillSending(_ number: Int) throws -> Bool {
        try first("select 1 as found from posting_attempt where number = $1 and closed_at is null", number) != nil
    }
}
