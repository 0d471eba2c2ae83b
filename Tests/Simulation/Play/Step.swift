/// A moment in the life of a charge at which something may go wrong.
enum Step: String, CaseIterable, Sendable {
    case tapArrives, guestAsked, guestNamed, chargeWaits, chargeWritten, tapAnswered, claimWaits, attemptWritten
    case postingLeaves, postingHalfway, postingArrived, booked, answerLeaves, answerHalfway, answerArrived
    case conclusionWaits, conclusionWritten, conclusionTold, outcomeAsked, outcomeRead
    /// Any commit, not told apart.
    case commitWaits, committed
}

extension World {
    /// A step is reached: what the plan wills may strike now. True when the till's program died of it.
    @discardableResult
    func reach(_ step: Step) -> Bool {
        if ambush != nil { return spring(at: step) }
        guard phase == .faults, let kind = drawnFault() else { return false }
        tell("world", "at \(step.rawValue):")
        strike(kind)
        return machine.program == nil
    }

    private func drawnFault() -> FaultKind? {
        let rates: [(FaultKind, Int)] = [
            (.kill, plan.kill), (.powerLoss, plan.powerLoss), (.cut, plan.cut), (.silence, plan.silence), (.restart, plan.restart),
        ]
        for (kind, rate) in rates where dice.happens(rate) { return kind == .cut && dice.happens(500) ? .reset : kind }
        return nil
    }

    private func spring(at step: Step) -> Bool {
        guard var ambush, !ambush.isSprung, ambush.step == step, isTargetUnderWay else { return false }
        ambush.isSprung = true
        self.ambush = ambush
        tell("world", "at \(step.rawValue):")
        strike(ambush.fault)
        return machine.program == nil
    }

    /// Lets something go wrong now.
    func strike(_ kind: FaultKind) {
        switch kind {
        case .kill, .powerLoss: crash(kind)
        case .cut, .reset: for connection in network.live { tear(connection, isReset: kind == .reset) }
        case .silence: for connection in network.live { fallSilent(connection) }
        case .restart: restartHotel()
        case .clockBack, .clockForward: setClock()
        case .nightAudit: nightAuditBegins()
        case .linkEnd, .linkStartAgain, .resync: disturbLink(kind)
        case .checkOut, .move, .noPosting: receptionDoes(kind)
        default: preconditionFailure("\(kind.rawValue) is not something that strikes by itself")
        }
    }
}
