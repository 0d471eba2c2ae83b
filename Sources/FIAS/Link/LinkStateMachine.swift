/// What the client end of a link does, as a value: events go in with the time, actions come out; no I/O. FIAS 2.20.24 §3, §4.
/// The time is in milliseconds of a clock that never goes back.
struct LinkStateMachine {
    /// What the driver has to do, in order.
    enum Action: Equatable {
        case connect
        /// Send `LS`.
        case sendStart
        /// Send `LD`, every `LR` and `LA`; the stamp is that of the hotel's last `LS`, which authentication needs.
        case describe(answering: RecordStamp?)
        /// Send `LA`.
        case sendAlive
        /// Send `LE`.
        case sendEnd
        /// Hand this request to the socket.
        case send(FIASRecord)
        /// Tell the one who waits.
        case complete(RequestCompletion)
        /// Tell those who listen for answers that nobody waits for.
        case late(FIASRecord)
        case close
        /// The link was shut down; nothing follows.
        case finish
    }

    enum Stage: Equatable {
        case idle
        case backingOff(untilMs: Int64)
        case connecting
        /// Connected; the hotel speaks first.
        case awaitingFirst(untilMs: Int64)
        /// It did not, so we sent `LS`.
        case awaitingStart(untilMs: Int64)
        case describing(untilMs: Int64)
        case alive
        /// The hotel sent `LE` and we answered; it closes.
        case endedByHotel(untilMs: Int64)
        /// We sent `LE` and wait for the hotel's.
        case endedByUs(untilMs: Int64)
        case closing
        case finished
    }

    let configuration: LinkConfiguration
    var stage = Stage.idle
    var queue: RequestQueue
    /// Until when a night audit lasts at most, nil outside one.
    var nightAuditUntilMs: Int64?
    /// Until when a resynchronisation lasts at most, nil outside one.
    var resyncUntilMs: Int64?
    /// Until when the hotel must have given the sign of life asked for, nil when none was.
    var aliveCheckUntilMs: Int64?
    var lastReceivedMs: Int64 = 0
    var connectedAtMs: Int64?
    /// Since when this connection has been alive, nil when it never was.
    var aliveAtMs: Int64?
    var descriptionsCount = 0
    var attemptsCount = 0
    var isShuttingDown = false
    /// Why we close ourselves, nil when the hotel does.
    var closingFault: LinkFault?

    /// How often the link came alive.
    var session = 0
    var lastFault: LinkFault?
    var roomPaymentMethods: [String] = []

    init(configuration: LinkConfiguration) {
        precondition(!configuration.reconnectDelaysMs.isEmpty, "there is a wait before each attempt to connect")
        self.configuration = configuration
        queue = RequestQueue(
            limits: RequestQueue.Limits(
                inFlightMax: configuration.requestsInFlightMax, waitingMax: configuration.requestsWaitingMax,
                lateAnswerGraceMs: Int64(configuration.lateAnswerGraceMs)))
    }

    /// Where the link stands, for people.
    var phase: LinkState.Phase {
        switch stage {
        case .idle, .backingOff, .finished: .disconnected
        case .connecting, .awaitingFirst, .awaitingStart: .connecting
        case .describing: .describing
        case .alive: resyncUntilMs != nil ? .resyncing : nightAuditUntilMs != nil ? .nightAudit : .alive
        case .endedByHotel, .endedByUs, .closing: .ending
        }
    }

    /// When `timePassed` has something to do next.
    var deadlineMs: Int64? {
        var deadlines = [queue.deadlineMs, nightAuditUntilMs, resyncUntilMs, aliveCheckUntilMs].compactMap(\.self)
        switch stage {
        case .backingOff(let until), .awaitingFirst(let until), .awaitingStart(let until), .describing(let until), .endedByHotel(let until),
            .endedByUs(let until):
            deadlines.append(until)
        case .alive where aliveCheckUntilMs == nil && resyncUntilMs == nil:
            deadlines.append(lastReceivedMs + Int64(configuration.aliveCheckIdleMs))
        case .alive, .idle, .connecting, .closing, .finished:
            break
        }
        return deadlines.min()
    }

    /// Why a request cannot be sent now, nil when it can.
    var refusal: Exchange.NotSent? {
        guard stage == .alive else { return .notAlive }
        if resyncUntilMs != nil { return .resyncing }
        return nightAuditUntilMs != nil ? .nightAudit : nil
    }
}
