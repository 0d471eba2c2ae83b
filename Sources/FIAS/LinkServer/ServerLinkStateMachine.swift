/// What the hotel's end of one connection does, as a value: events go in with the time, actions come out; no I/O. FIAS 2.20.24 §3.
/// The time is in milliseconds of a clock that never goes back.
package struct ServerLinkStateMachine: Sendable {
    /// What the driver has to do, in order.
    package enum Action: Sendable, Equatable {
        /// Send `LS`, and tell the machine its stamp by `startSent`.
        case sendStart
        case sendAlive
        case sendEnd
        case sendConfiguration
        /// Tell the handler that the link is alive.
        case becomeAlive
        /// Give this record to the handler.
        case deliver(FIASRecord)
        /// The description does not prove the key; the connection closes.
        case reportNotAuthentic
        case close
    }

    /// Where the connection stands.
    package enum Stage: Sendable, Equatable {
        /// Open, nothing described yet, or described anew.
        case describing
        /// Described; `LA` is held back until then.
        case aboutToLive(atMs: Int64)
        case alive
        /// We sent `LE` and wait for the vendor's.
        case ended(untilMs: Int64)
        case closing
    }

    private let configuration: LinkServerConfiguration
    private let authentication: LinkAuthentication?
    package private(set) var stage = Stage.describing
    package private(set) var negotiation = LinkNegotiation()
    private var lastStart: RecordStamp?

    /// A connection without a key.
    package init(configuration: LinkServerConfiguration) {
        self.init(configuration: configuration, authentication: nil)
    }

    init(configuration: LinkServerConfiguration, authentication: LinkAuthentication?) {
        self.configuration = configuration
        self.authentication = authentication
    }

    /// When `timePassed` has something to do next.
    package var deadlineMs: Int64? {
        switch stage {
        case .aboutToLive(let at): at
        case .ended(let until): until
        case .describing, .alive, .closing: nil
        }
    }

    /// A vendor connected.
    package mutating func accepted() -> [Action] {
        if configuration.sendsStartAndAliveAtOnce {
            stage = .alive
            return [.sendStart, .sendAlive, .becomeAlive]
        }
        return configuration.sendsStartOnAccept ? [.sendStart] : []
    }

    /// `LS` went out with this stamp; authentication proves itself on it.
    package mutating func startSent(_ stamp: RecordStamp) { lastStart = stamp }

    /// A record came in.
    package mutating func received(_ record: FIASRecord, nowMs: Int64) -> [Action] {
        guard stage != .closing else { return [] }
        switch record.id {
        case .ls: return vendorStarts()
        case .ld: return vendorDescribes(record)
        case .lr:
            guard let described = try? LinkRecord(record) else { return [] }
            negotiation.fields[described.describes] = Set(described.fields)
            return []
        case .la: return vendorIsAlive(nowMs: nowMs)
        case .le: return vendorEnds()
        default: return stage == .alive ? [.deliver(record)] : []
        }
    }

    /// The hotel's interface starts over: the vendor must describe itself again. FIAS 2.20.24 §3.2.
    package mutating func startAgain() -> [Action] {
        switch stage {
        case .ended, .closing: return []
        case .describing, .aboutToLive, .alive:
            stage = .describing
            negotiation = LinkNegotiation()
            return [.sendStart]
        }
    }

    /// The hotel's interface is about to stop. FIAS 2.20.24 §3.3.
    package mutating func end(nowMs: Int64) -> [Action] {
        switch stage {
        case .ended, .closing: return []
        case .describing, .aboutToLive, .alive:
            stage = .ended(untilMs: nowMs + Int64(configuration.linkEndWaitMs))
            return [.sendEnd]
        }
    }

    /// A deadline has come.
    package mutating func timePassed(nowMs: Int64) -> [Action] {
        switch stage {
        case .aboutToLive(let at) where at <= nowMs: return live()
        case .ended(let until) where until <= nowMs: return close()
        default: return []
        }
    }

    /// FIAS 2.20.24 §3.2: `LS` of a vendor is answered by `LS` if it was never described, else by `LA`.
    private func vendorStarts() -> [Action] {
        switch stage {
        case .alive: [.sendAlive]
        case .describing: [.sendStart]
        case .aboutToLive, .ended, .closing: []
        }
    }

    private mutating func vendorDescribes(_ record: FIASRecord) -> [Action] {
        if case .ended = stage { return [] }
        guard let description = try? LinkDescription(record) else { return [] }
        if authentication != nil, description.requestType ?? 0 < 1 { return close() }
        guard isAuthentic(description) else { return [.reportNotAuthentic] + close() }
        stage = .describing
        negotiation = LinkNegotiation(description: description)
        return []
    }

    private func isAuthentic(_ description: LinkDescription) -> Bool {
        guard let authentication else { return true }
        guard let cryptogram = description.cryptogram else { return configuration.acceptsMissingCryptogram }
        guard let lastStart else { return false }
        return authentication.verifies(cryptogram, for: lastStart)
    }

    private mutating func vendorIsAlive(nowMs: Int64) -> [Action] {
        switch stage {
        case .alive: return configuration.answersAliveWithAlive ? [.sendAlive] : []
        case .aboutToLive, .ended, .closing: return []
        case .describing:
            guard isDescribed else { return [.sendStart] }
            guard configuration.aliveDelayMs > 0 else { return live() }
            stage = .aboutToLive(atMs: nowMs + Int64(configuration.aliveDelayMs))
            return []
        }
    }

    private var isDescribed: Bool {
        guard configuration.requiresDescription else { return authentication == nil || negotiation.description != nil }
        return negotiation.description != nil && !(configuration.requiresRecordDescriptions && negotiation.fields.isEmpty)
    }

    private mutating func live() -> [Action] {
        stage = .alive
        let isAsked = (negotiation.description?.requestType ?? 0) > 0
        return (isAsked ? [.sendConfiguration] : []) + [.sendAlive, .becomeAlive]
    }

    private mutating func vendorEnds() -> [Action] {
        if case .ended = stage { return close() }
        return [.sendEnd] + close()
    }

    private mutating func close() -> [Action] {
        stage = .closing
        return [.close]
    }
}
