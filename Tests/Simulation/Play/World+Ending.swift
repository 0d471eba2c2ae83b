import FIAS
import HotelSimulator
import PointOfSale
import SimulatedDisk
import Storage

/// How a history begins, comes to rest, and is judged.
extension World {
    /// A booking that shows on the bill is found within so many milliseconds of the link's return.
    static let foundWithinMs: Int64 = 15_000
    private static let lookEveryMs: Int64 = 15_000

    func begin() {
        startProgram()
        seatDiners()
        plan(.deskActs, inMs: dice.ms(5_000...30_000))
        faultsEnd = agenda.add(.faultsCease, atMs: plan.faultsUntilMs, draw: dice.next())
        let once: [(FaultKind, Int)] = [
            (.clockBack, plan.clockJump), (.nightAudit, plan.nightAudit), (.resync, plan.resync), (.linkEnd, plan.linkEnd),
            (.linkStartAgain, plan.linkStartAgain), (.checkOut, plan.reception), (.move, plan.reception), (.noPosting, plan.reception),
        ]
        for (kind, rate) in once where dice.happens(rate) {
            plan(.faultStrikes(kind), inMs: dice.ms(1_000...max(2_000, plan.faultsUntilMs - 20_000)))
        }
    }

    /// Everybody has paid: there is nothing left to disturb.
    func everybodyLeft() {
        guard phase == .faults, let faultsEnd, ambush == nil else { return }
        agenda.remove(faultsEnd)
        self.faultsEnd = nil
        plan(.faultsCease, inMs: dice.ms(0...3_000))
    }

    /// From now on everything works, and what is unsettled must settle.
    func faultsCease() {
        phase = .settling
        settlingSinceMs = time.uptimeMs
        networkDownUntilMs = 0
        machine.disk?.fail(nil)
        tell("world", "the faults are over")
        for connection in network.live { connection.silentUntilMs = 0 }
        // Not while an ambush still waits for an answer on its way: it would never come.
        let isAnswerAwaited = ambush?.isSprung == false
        if plan.overslow == 0, !isAnswerAwaited, dice.happens(500) {
            for connection in network.live { tear(connection, isReset: dice.happens(500)) }
        }
        plan(.lookForEnd, inMs: Self.lookEveryMs)
    }

    func linkChanged(to state: LinkState) {
        tell("till", "the link is \(state.phase.rawValue)\(state.lastFault.map { ", \($0.rawValue)" } ?? "")")
        linkPhase = state.phase.rawValue
        guard state.phase == .alive, phase == .settling else { return }
        plan(.bookedMustBeFound(life: machine.livesCount, session: state.session, aliveAtMs: time.uptimeMs), inMs: Self.foundWithinMs)
        lastSession = state.session
    }

    /// The link has been back for long enough: what the hotel had booked, and shows, is settled.
    func checkFound(life: Int, session: Int, aliveAtMs: Int64) {
        guard life == machine.livesCount, session == lastSession, let program = machine.program,
            let doubts = try? program.database.readNow({ tx in try tx.doubts() })
        else { return }
        for (posting, numbers) in doubts where machineCanTell(posting) {
            for number in numbers where watchman.bookedAtMs[String(number)].map({ $0 <= aliveAtMs }) ?? false {
                find(.unexplainedDoubt, "R2", "charge \(number) is on the bill, and 15 s after the link came back that is not known")
            }
        }
    }

    func lookForEnd() {
        let isLate = time.uptimeMs - settlingSinceMs > Self.settlingMsMax
        guard let program = machine.program, let open = try? program.database.readNow({ tx in try tx.openPostings() }) else {
            return plan(.lookForEnd, inMs: Self.lookEveryMs)
        }
        let doubtsForMachine = open.filter { $0.state == .inDoubt && machineCanTell($0) }
        let isUnsettled = open.contains { $0.state != .inDoubt } || !doubtsForMachine.isEmpty || (plan.hasDesk && !open.isEmpty)
        let isBusy = people.contains { $0.stage != .gone } || hotel.isBusy
        guard isLate || !isUnsettled && !isBusy else { return plan(.lookForEnd, inMs: Self.lookEveryMs) }
        for posting in doubtsForMachine {
            find(.unexplainedDoubt, "R2", "posting \(posting.id.text.suffix(6)) is in doubt still, although the bill tells")
        }
        judge(program)
    }

    private func judge(_ program: Program) {
        phase = .over
        do {
            let till = try program.database.readNow { tx in try TillLedger(tx) }
            let books = HotelLedger(hotel.books)
            for finding in Auditor(till: till, hotel: books, people: people).findings() { find(finding.kind, finding.rule, finding.text) }
            if ambush?.isSprung == false { find(.other, "T2", "the step was never reached") }
            sum(till, books)
        } catch {
            find(.loss, "I10", "the till's books cannot be read: \(error)")
        }
        machine.end(loss: nil, using: &dice)
        entry.finish()
    }

    private func sum(_ till: TillLedger, _ books: HotelLedger) {
        tally.histories = 1
        tally.charges = till.postings.count { $0.reverses == nil }
        tally.bookings = books.entries.count
        tally.reversals = till.postings.count { $0.reverses != nil }
        tally.doubts = till.journal["postingInDoubt"] ?? 0
        tally.doubtsLeftListed = till.postings.count { $0.state == "inDoubt" }
        tally.doubtsSettledByMachine = max(0, tally.doubts - tally.doubtsSettledByPerson - tally.doubtsLeftListed)
        tally.virtualMs = time.uptimeMs
        for finding in findings {
            switch finding.kind {
            case .duplicate: tally.duplicates += 1
            case .loss: tally.losses += 1
            case .wrongRoom: tally.wrongRooms += 1
            case .unexplainedDoubt: tally.unexplainedDoubts += 1
            case .other: tally.otherFindings += 1
            }
        }
    }

    /// After a crash, what was acknowledged before is there at once.
    func checkAcknowledged() {
        guard let program = machine.program else { return }
        let keys = people.flatMap(\.intents).filter { $0.acknowledged != nil }
        guard !keys.isEmpty, let till = try? program.database.readNow({ tx in try tx.chargedKeys() }) else { return }
        for intent in keys where till[intent.key.text] != intent.acknowledged?.text {
            find(.loss, "I10", "\(intent.key) was acknowledged, and a crash has lost it")
        }
    }
}

extension SQLTransaction {
    fileprivate func openPostings() throws -> [FolioPosting] {
        try postings(in: [.queued, .sending, .inDoubt], before: nil, limit: 1_000)
    }

    fileprivate func doubts() throws -> [(FolioPosting, [Int])] {
        try postings(in: [.inDoubt], before: nil, limit: 1_000).map { posting in
            (posting, try attempts(of: posting.id).filter { $0.isUnknown }.map(\.number))
        }
    }

    fileprivate func chargedKeys() throws -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: try query("select client_key, result_id from idempotency where action = 'chargeToRoom'").map {
                (try $0.text("client_key"), try $0.text("result_id"))
            })
    }
}
