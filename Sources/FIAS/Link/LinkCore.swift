import Logging
import NIOCore
import NIOSSL

/// Carries out what the state machine says. Lives on one event loop and is touched nowhere else.
final class LinkCore {
    private let eventLoop: any EventLoop
    private let connector: LinkConnector
    private let clock: LinkClock
    private let chance: @Sendable () -> Double
    private let broadcast: LinkBroadcast
    private let writer: LinkRecordWriter
    private let logger: Logger

    private var machine: LinkStateMachine
    private var channel: (any Channel)?
    private var waiters: [RequestID: CheckedContinuation<RequestCompletion, Never>] = [:]
    private var runner: CheckedContinuation<Void, Never>?
    private var timer: Scheduled<Void>?
    private var timerDeadlineMs: Int64?
    private var nextID: RequestID = 1

    init(
        configuration: LinkConfiguration, eventLoop: any EventLoop, connector: LinkConnector, clock: LinkClock,
        chance: @escaping @Sendable () -> Double, broadcast: LinkBroadcast, writer: LinkRecordWriter, logger: Logger
    ) {
        self.eventLoop = eventLoop
        self.connector = connector
        self.clock = clock
        self.chance = chance
        self.broadcast = broadcast
        self.writer = writer
        self.logger = logger
        machine = LinkStateMachine(configuration: configuration)
    }

    // MARK: asked from outside

    /// Begins; `runner` is resumed when the link is shut down.
    func start(tlsContext: NIOSSLContext?, _ runner: CheckedContinuation<Void, Never>) {
        connector.tlsContext = tlsContext
        self.runner = runner
        guard !machine.isShuttingDown else { return finish() }
        perform(machine.start())
    }

    func shutdown(isUrgent: Bool) {
        perform(machine.shutdown(isUrgent: isUrgent, nowMs: nowMs))
    }

    func submit(_ request: SubmittedRequest, _ waiter: CheckedContinuation<RequestCompletion, Never>) {
        let id = nextID
        nextID += 1
        guard request.giveUp.markSubmitted(as: id) else {
            return waiter.resume(returning: RequestCompletion(id: id, exchange: .notSent(.cancelled), parts: []))
        }
        waiters[id] = waiter
        perform(machine.submit(request.record, as: id, timeoutMs: request.timeoutMs, session: request.session, nowMs: nowMs))
    }

    func cancel(_ id: RequestID) {
        perform(machine.cancel(id, nowMs: nowMs))
    }

    // MARK: told by the channel

    func received(_ frame: FrameScanner.Frame) {
        switch frame {
        case .dropped(let byteCount):
            broadcast.observe(.undecodable(byteCount: byteCount))
        case .record(let bytes):
            guard let record = try? FIASRecord.decode(bytes, in: writer.codePage) else {
                logger.notice("bytes from the hotel are no record", metadata: ["byteCount": "\(bytes.count)"])
                broadcast.observe(.undecodable(byteCount: bytes.count))
                return
            }
            broadcast.observe(.received(record, atMs: clock.nowMs()))
            perform(machine.received(record, nowMs: nowMs))
        }
    }

    func failed(_ fault: LinkFault) {
        perform(machine.failed(fault))
    }

    private func closed(_ channel: any Channel) {
        guard self.channel === channel else { return }
        self.channel = nil
        perform(machine.closed(chance: chance(), nowMs: nowMs))
    }

    // MARK: done for the state machine

    private var nowMs: Int64 { Int64(eventLoop.now.uptimeNanoseconds / 1_000_000) }

    private func perform(_ actions: [LinkStateMachine.Action]) {
        for action in actions { perform(action) }
        publishState()
        scheduleTimer()
    }

    private func perform(_ action: LinkStateMachine.Action) {
        switch action {
        case .connect: connect()
        case .sendStart: send(LinkStart(stamp: clock.stamp).record)
        case .describe(let answering): describe(answering: answering)
        case .sendAlive: send(LinkAlive(stamp: clock.stamp).record)
        case .sendEnd: send(LinkEnd(stamp: clock.stamp).record)
        case .send(let record): send(record)
        case .complete(let completion): waiters.removeValue(forKey: completion.id)?.resume(returning: completion)
        case .late(let record):
            logger.warning("an answer that nobody waits for", metadata: ["record": "\(record)"])
            broadcast.late(record)
        case .close: channel?.close(promise: nil)
        case .finish: finish()
        }
    }

    private func connect() {
        let core = NIOLoopBound(self, eventLoop: eventLoop)
        let attempt = connector.connect(on: eventLoop) { channel in
            try channel.pipeline.syncOperations.addHandler(LinkChannelHandler(core: core.value))
        }
        attempt.hop(to: eventLoop).assumeIsolated().whenComplete { result in
            switch result {
            case .success(let channel): self.connected(channel)
            case .failure(let error): self.connectFailed(error)
            }
        }
    }

    private func connected(_ channel: any Channel) {
        self.channel = channel
        logger.info("connected to the hotel")
        perform(machine.connected(nowMs: nowMs))
        // Records may have come before this: the handler kept them. The end may have come too, which only the future still tells.
        channel.pipeline.fireUserInboundEventTriggered(LinkChannelHandler.Event.coreIsReady)
        channel.closeFuture.hop(to: eventLoop).assumeIsolated().whenComplete { _ in self.closed(channel) }
    }

    private func connectFailed(_ error: any Error) {
        let fault = LinkFault(connecting: error)
        logger.info("no connection to the hotel", metadata: ["fault": "\(fault.rawValue)"])
        perform(machine.connectFailed(fault, chance: chance(), nowMs: nowMs))
    }

    private func describe(answering stamp: RecordStamp?) {
        for record in writer.description(answering: stamp, now: clock.stamp) { send(record, flushes: false) }
        channel?.flush()
    }

    private func send(_ record: FIASRecord, flushes: Bool = true) {
        guard let channel else { return }
        channel.write(writer.frame(record, allocator: channel.allocator), promise: nil)
        if flushes { channel.flush() }
        broadcast.observe(.sent(record, atMs: clock.nowMs()))
    }

    private func finish() {
        timer?.cancel()
        timer = nil
        publishState()
        runner?.resume()
        runner = nil
    }

    private func publishState() {
        let changed = broadcast.publish(
            phase: machine.phase, session: machine.session, lastFault: machine.lastFault, roomPaymentMethods: machine.roomPaymentMethods,
            nowMs: clock.nowMs)
        guard let changed else { return }
        logger.info("link state", metadata: ["phase": "\(changed.phase.rawValue)", "fault": "\(changed.lastFault?.rawValue ?? "none")"])
    }

    /// One timer at most; one that fires early for a deadline that moved away costs nothing.
    private func scheduleTimer() {
        guard let deadlineMs = machine.deadlineMs else { return }
        if timer != nil, let timerDeadlineMs, timerDeadlineMs <= deadlineMs { return }
        timer?.cancel()
        timerDeadlineMs = deadlineMs
        let deadline = NIODeadline.uptimeNanoseconds(UInt64(max(deadlineMs, 0)) * 1_000_000)
        timer = eventLoop.assumeIsolated().scheduleTask(deadline: deadline) {
            self.timer = nil
            self.perform(self.machine.timePassed(nowMs: self.nowMs))
        }
    }
}
