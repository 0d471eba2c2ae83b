/// The conversation: what each record does to the link, and how requests go out.
extension LinkStateMachine {
    /// A record came in.
    mutating func received(_ record: FIASRecord, nowMs: Int64) -> [Action] {
        let answersAliveCheck = aliveCheckUntilMs != nil
        lastReceivedMs = nowMs
        aliveCheckUntilMs = nil
        switch record.id {
        case .ls: return hotelStarts(record, nowMs: nowMs)
        case .la: return hotelIsAlive(answersAliveCheck: answersAliveCheck, nowMs: nowMs)
        case .le: return hotelEnds(nowMs: nowMs)
        case .lc:
            if let answer = try? LinkConfigurationAnswer(record) { roomPaymentMethods = answer.roomPaymentMethods }
            return []
        case .ns: return pause(\.nightAuditUntilMs, forMs: configuration.nightAuditMaxMs, refusing: .nightAudit, nowMs: nowMs)
        case .ne:
            nightAuditUntilMs = nil
            return []
        case .ds:
            let answer = answered(record, nowMs: nowMs)
            return answer + pause(\.resyncUntilMs, forMs: configuration.resyncMaxMs, refusing: .resyncing, nowMs: nowMs)
        case .de:
            resyncUntilMs = nil
            return []
        default: return answered(record, nowMs: nowMs)
        }
    }

    /// Somebody wants a request sent; `timeoutMs` nil takes the configured one, `session` nil any session.
    mutating func submit(_ record: FIASRecord, as id: RequestID, timeoutMs: Int?, session: Int?, nowMs: Int64) -> [Action] {
        let timeout = Int64(timeoutMs ?? defaultTimeoutMs(for: record))
        guard let request = Request(id: id, record: record, timeoutMs: timeout, nowMs: nowMs) else {
            return [.complete(RequestCompletion(id: id, exchange: .notSent(.notARequest), parts: []))]
        }
        if let refusal { return [.complete(request.completion(.notSent(refusal)))] }
        if let session, session != self.session { return [.complete(request.completion(.notSent(.notAlive)))] }
        switch queue.submit(request, nowMs: nowMs) {
        case .send: return [.send(record)]
        case .wait: return []
        case .refuse(let reason): return [.complete(request.completion(.notSent(reason)))]
        }
    }

    /// Somebody does not wait any more; the answer, when it comes, is a late one.
    mutating func cancel(_ id: RequestID, nowMs: Int64) -> [Action] {
        guard let completion = queue.cancel(id, nowMs: nowMs) else { return [] }
        return [.complete(completion)] + sendWaiting(nowMs: nowMs)
    }

    mutating func sendWaiting(nowMs: Int64) -> [Action] {
        guard refusal == nil else { return [] }
        var actions: [Action] = []
        while let request = queue.nextToSend(nowMs: nowMs) { actions.append(.send(request.record)) }
        return actions
    }

    mutating func clearPauses() {
        nightAuditUntilMs = nil
        resyncUntilMs = nil
        aliveCheckUntilMs = nil
    }

    /// FIAS 2.20.24 §3.2: `LS` is always answered by the description, at any time of the link's life; §3.3: also after an `LE`.
    private mutating func hotelStarts(_ record: FIASRecord, nowMs: Int64) -> [Action] {
        let stamp = RecordStamp(date: record[.date] ?? "", time: record[.time] ?? "")
        switch stage {
        case .alive, .endedByHotel: descriptionsCount = 0
        case .awaitingFirst, .awaitingStart, .describing: break
        default: return []
        }
        return describe(answering: stamp, nowMs: nowMs)
    }

    /// `LA` without a description before it comes from a hotel that knows us from before; it is described to all the same.
    private mutating func hotelIsAlive(answersAliveCheck: Bool, nowMs: Int64) -> [Action] {
        switch stage {
        case .describing:
            stage = .alive
            session += 1
            aliveAtMs = aliveAtMs ?? nowMs
            lastFault = nil
            clearPauses()
            return []
        case .awaitingFirst, .awaitingStart:
            return describe(answering: nil, nowMs: nowMs)
        case .alive where configuration.answersAliveWithAlive && !answersAliveCheck && resyncUntilMs == nil:
            return [.sendAlive]
        default:
            return []
        }
    }

    /// A hotel that answers each of our records by `LS` would be answered by ever more of them: the number of descriptions is limited, and
    /// the wait for `LA` is not prolonged.
    private mutating func describe(answering stamp: RecordStamp?, nowMs: Int64) -> [Action] {
        guard descriptionsCount < configuration.descriptionsMax else { return [] }
        descriptionsCount += 1
        clearPauses()
        let refused = queue.refuseWaiting(.notAlive).map(Action.complete)
        if case .describing = stage {
            return refused + [.describe(answering: stamp)]
        }
        stage = .describing(untilMs: nowMs + Int64(configuration.aliveTimeoutMs))
        return refused + [.describe(answering: stamp)]
    }

    /// FIAS 2.20.24 §3.3: `LE` is answered by `LE`.
    private mutating func hotelEnds(nowMs: Int64) -> [Action] {
        switch stage {
        case .awaitingFirst, .awaitingStart, .describing, .alive:
            stage = .endedByHotel(untilMs: nowMs + Int64(configuration.linkEndWaitMs))
            clearPauses()
            return queue.refuseWaiting(.notAlive).map(Action.complete) + [.sendEnd]
        case .endedByUs:
            stage = .closing
            return [.close]
        default:
            return []
        }
    }

    private mutating func pause(
        _ until: WritableKeyPath<LinkStateMachine, Int64?>, forMs: Int, refusing reason: Exchange.NotSent, nowMs: Int64
    ) -> [Action] {
        guard stage == .alive else { return [] }
        self[keyPath: until] = nowMs + Int64(forMs)
        return queue.refuseWaiting(reason).map(Action.complete)
    }

    private mutating func answered(_ record: FIASRecord, nowMs: Int64) -> [Action] {
        switch queue.match(record, nowMs: nowMs) {
        case .answer(let completion): return [.complete(completion)] + sendWaiting(nowMs: nowMs)
        case .late: return [.late(record)]
        case .part, .notAnAnswer: return []
        }
    }

    private func defaultTimeoutMs(for record: FIASRecord) -> Int {
        guard record.id == .pr else { return configuration.simpleTimeoutMs }
        return Inquiry.isInquiry(record) ? configuration.inquiryTimeoutMs : configuration.postingTimeoutMs
    }
}
