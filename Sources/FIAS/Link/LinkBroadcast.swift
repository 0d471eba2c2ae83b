import Synchronization

/// The link's state and its late answers, for whoever listens on any thread.
final class LinkBroadcast: Sendable {
    /// How many late answers wait for one listener; the oldest stay, because each may be the evidence for a posting in doubt.
    static let lateAnswersMax = 1_024

    private struct Listeners {
        var state: LinkState
        var nextID = 0
        var states: [Int: AsyncStream<LinkState>.Continuation] = [:]
        var lateAnswers: [Int: AsyncStream<FIASRecord>.Continuation] = [:]
    }

    private let listeners: Mutex<Listeners>
    private let observer: (@Sendable (LinkEvent) -> Void)?

    init(sinceMs: Int64, observer: (@Sendable (LinkEvent) -> Void)?) {
        listeners = Mutex(Listeners(state: LinkState(sinceMs: sinceMs)))
        self.observer = observer
    }

    var state: LinkState { listeners.withLock(\.state) }

    func observe(_ event: LinkEvent) { observer?(event) }

    /// Tells everybody of a state, unless it is the one they know; returns it when it is news.
    @discardableResult
    func publish(
        phase: LinkState.Phase, session: Int, lastFault: LinkFault?, roomPaymentMethods: [String], nowMs: () -> Int64
    ) -> LinkState? {
        let changed: LinkState? = listeners.withLock { listeners in
            var state = listeners.state
            state.phase = phase
            state.session = session
            state.lastFault = lastFault
            state.roomPaymentMethods = roomPaymentMethods
            guard state != listeners.state else { return nil }
            if phase != listeners.state.phase { state.sinceMs = nowMs() }
            listeners.state = state
            for listener in listeners.states.values { listener.yield(state) }
            return state
        }
        if let changed { observe(.stateChanged(changed)) }
        return changed
    }

    func late(_ record: FIASRecord) {
        listeners.withLock { listeners in
            for listener in listeners.lateAnswers.values { listener.yield(record) }
        }
    }

    func states() -> AsyncStream<LinkState> {
        let (stream, continuation) = AsyncStream.makeStream(of: LinkState.self, bufferingPolicy: .bufferingNewest(1))
        let id = listeners.withLock { listeners in
            listeners.nextID += 1
            listeners.states[listeners.nextID] = continuation
            continuation.yield(listeners.state)
            return listeners.nextID
        }
        continuation.onTermination = { [weak self] _ in self?.listeners.withLock { $0.states[id] = nil } }
        return stream
    }

    func lateAnswers() -> AsyncStream<FIASRecord> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: FIASRecord.self, bufferingPolicy: .bufferingOldest(LinkBroadcast.lateAnswersMax))
        let id = listeners.withLock { listeners in
            listeners.nextID += 1
            listeners.lateAnswers[listeners.nextID] = continuation
            return listeners.nextID
        }
        continuation.onTermination = { [weak self] _ in self?.listeners.withLock { $0.lateAnswers[id] = nil } }
        return stream
    }
}
