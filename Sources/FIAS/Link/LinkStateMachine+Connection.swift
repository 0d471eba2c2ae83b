/// The life of the connection: attempts, back-off, alive checks, the end.
extension LinkStateMachine {
    /// The link is switched on.
    mutating func start() -> [Action] {
        guard stage == .idle else { return [] }
        stage = .connecting
        return [.connect]
    }

    /// A connection stands. FIAS 2.20.24 §3.2: the hotel speaks first.
    mutating func connected(nowMs: Int64) -> [Action] {
        guard stage == .connecting, !isShuttingDown else { return [.close] }
        connectedAtMs = nowMs
        lastReceivedMs = nowMs
        descriptionsCount = 0
        closingFault = nil
        stage = .awaitingFirst(untilMs: nowMs + Int64(configuration.firstRecordWaitMs))
        return []
    }

    /// An attempt to connect failed. `chance` is drawn from 0..<1 and keeps many links from coming back in step.
    mutating func connectFailed(_ fault: LinkFault, chance: Double, nowMs: Int64) -> [Action] {
        lastFault = fault
        return backOff(chance: chance, nowMs: nowMs)
    }

    /// Something is wrong with the connection that only the driver can see; it closes, and this is why.
    mutating func failed(_ fault: LinkFault) -> [Action] {
        guard connectedAtMs != nil, stage != .closing else { return [] }
        return close(because: fault)
    }

    /// The connection is gone.
    mutating func closed(chance: Double, nowMs: Int64) -> [Action] {
        if let aliveAtMs, nowMs - aliveAtMs >= Int64(configuration.stableAfterMs) { attemptsCount = 0 }
        if !isShuttingDown { lastFault = closingFault ?? faultOfHotelClosing }
        connectedAtMs = nil
        aliveAtMs = nil
        clearPauses()
        return queue.loseLink().map(Action.complete) + backOff(chance: chance, nowMs: nowMs)
    }

    /// The link is switched off: the end is announced if there is somebody to hear it, and waited for unless there is a hurry.
    mutating func shutdown(isUrgent: Bool, nowMs: Int64) -> [Action] {
        let wasShuttingDown = isShuttingDown
        isShuttingDown = true
        let refused = queue.refuseWaiting(.notAlive).map(Action.complete)
        switch stage {
        case .idle, .backingOff, .connecting:
            stage = .finished
            return refused + [.finish]
        case .closing, .finished:
            return refused
        case .awaitingFirst, .awaitingStart, .endedByHotel:
            stage = .closing
            return refused + [.close]
        case .endedByUs:
            guard isUrgent else { return refused }
            stage = .closing
            return refused + [.close]
        case .describing, .alive:
            let end: [Action] = wasShuttingDown ? [] : [.sendEnd]
            stage = isUrgent ? .closing : .endedByUs(untilMs: nowMs + Int64(configuration.linkEndWaitMs))
            aliveCheckUntilMs = nil
            return refused + end + (isUrgent ? [.close] : [])
        }
    }

    /// A deadline has come.
    mutating func timePassed(nowMs: Int64) -> [Action] {
        if let until = nightAuditUntilMs, until <= nowMs { nightAuditUntilMs = nil }
        if let until = resyncUntilMs, until <= nowMs { resyncUntilMs = nil }
        return queue.expire(nowMs: nowMs).map(Action.complete) + stageDeadline(nowMs: nowMs) + sendWaiting(nowMs: nowMs)
    }

    private mutating func stageDeadline(nowMs: Int64) -> [Action] {
        switch stage {
        case .backingOff(let until) where until <= nowMs:
            stage = .connecting
            return [.connect]
        case .awaitingFirst(let until) where until <= nowMs:
            stage = .awaitingStart(untilMs: nowMs + Int64(configuration.aliveTimeoutMs))
            return [.sendStart]
        case .awaitingStart(let until) where until <= nowMs, .describing(let until) where until <= nowMs:
            return close(because: .noAlive)
        case .endedByHotel(let until) where until <= nowMs:
            return close(because: .endedByHotel)
        case .endedByUs(let until) where until <= nowMs:
            stage = .closing
            return [.close]
        case .alive:
            return checkAlive(nowMs: nowMs)
        default:
            return []
        }
    }

    /// FIAS 2.20.24 §1.5: `LS` asks for a sign of life, at most every five minutes; nothing is sent inside a resynchronisation (§4.1).
    private mutating func checkAlive(nowMs: Int64) -> [Action] {
        if let until = aliveCheckUntilMs { return until <= nowMs ? close(because: .timedOut) : [] }
        guard resyncUntilMs == nil, nowMs - lastReceivedMs >= Int64(configuration.aliveCheckIdleMs) else { return [] }
        aliveCheckUntilMs = nowMs + Int64(configuration.aliveTimeoutMs)
        return [.sendStart]
    }

    private mutating func close(because fault: LinkFault) -> [Action] {
        closingFault = fault
        stage = .closing
        aliveCheckUntilMs = nil
        return [.close]
    }

    /// IFC8 closes the port when the key is wrong (FIAS 2.20.24 §3.4); nothing else tells it from any other hang-up.
    private var faultOfHotelClosing: LinkFault {
        switch stage {
        case .describing where configuration.authenticationKey != nil: .notAuthentic
        case .endedByHotel: .endedByHotel
        default: .closedByHotel
        }
    }

    private mutating func backOff(chance: Double, nowMs: Int64) -> [Action] {
        guard !isShuttingDown else {
            stage = .finished
            return [.finish]
        }
        let delays = configuration.reconnectDelaysMs
        let delayMs = Double(delays[min(attemptsCount, delays.count - 1)])
        attemptsCount = min(attemptsCount + 1, delays.count)
        stage = .backingOff(untilMs: nowMs + Int64(delayMs * (1 - chance / 4)))
        return []
    }
}
