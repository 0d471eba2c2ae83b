package import Logging
package import NIOCore
import ServiceLifecycle

/// The client end of a link to a hotel: connects for ever, describes itself, sends requests and matches their answers. FIAS 2.20.24 §3, §6.
/// It never sends a record twice of its own accord.
package final class FIASLink: Service, Sendable {
    private let configuration: LinkConfiguration
    private let eventLoop: any EventLoop
    private let core: NIOLoopBoundBox<LinkCore>
    private let broadcast: LinkBroadcast

    /// A link that does nothing until `run`. The observer hears every record on the link's own thread and must be quick. `chance` draws
    /// from 0..<1 for the waits between attempts to connect.
    package convenience init(
        configuration: LinkConfiguration, group: any EventLoopGroup, clock: LinkClock = .system(),
        chance: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }, logger: Logger,
        observer: (@Sendable (LinkEvent) -> Void)? = nil
    ) {
        self.init(
            configuration: configuration, eventLoop: group.next(), connector: LinkConnector(configuration: configuration), clock: clock,
            chance: chance, logger: logger, observer: observer)
    }

    /// A link on an event loop of the caller's, over channels of the caller's: for histories in which time and network are made up.
    /// `dial` makes a channel on the loop, calls `setUp` with it, and answers with it once it is connected.
    package convenience init(
        configuration: LinkConfiguration, eventLoop: any EventLoop, clock: LinkClock, chance: @escaping @Sendable () -> Double,
        logger: Logger, observer: (@Sendable (LinkEvent) -> Void)? = nil, dial: @escaping LinkDial
    ) {
        self.init(
            configuration: configuration, eventLoop: eventLoop, connector: LinkConnector(configuration: configuration, dial: dial),
            clock: clock, chance: chance, logger: logger, observer: observer)
    }

    init(
        configuration: LinkConfiguration, eventLoop: any EventLoop, connector: sending LinkConnector, clock: LinkClock,
        chance: @escaping @Sendable () -> Double, logger: Logger, observer: (@Sendable (LinkEvent) -> Void)?
    ) {
        self.configuration = configuration
        self.eventLoop = eventLoop
        let broadcast = LinkBroadcast(sinceMs: clock.nowMs(), observer: observer)
        self.broadcast = broadcast
        let writer = LinkRecordWriter(
            configuration: configuration, authentication: configuration.authenticationKey.flatMap { try? LinkAuthentication(key: $0) })
        let core = LinkCore(
            configuration: configuration, eventLoop: eventLoop, connector: connector, clock: clock, chance: chance, broadcast: broadcast,
            writer: writer, logger: logger)
        self.core = NIOLoopBoundBox.makeBoxSendingValue(core, eventLoop: eventLoop)
    }

    /// Connects, for ever. Returns on cancellation, or after `LE` on graceful shutdown. Throws at once when a key or a file of
    /// certificates cannot be used: `LinkAuthentication.KeyError` or an error of NIOSSL.
    package func run() async throws {
        if let key = configuration.authenticationKey { _ = try LinkAuthentication(key: key) }
        let tlsContext = try configuration.tls?.context()
        await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await withCheckedContinuation { runner in
                    eventLoop.execute { [core] in core.value.start(tlsContext: tlsContext, runner) }
                }
            } onGracefulShutdown: { [core, eventLoop] in
                eventLoop.execute { core.value.shutdown(isUrgent: false) }
            }
        } onCancel: { [core, eventLoop] in
            eventLoop.execute { core.value.shutdown(isUrgent: true) }
        }
    }

    /// What the link is doing now.
    package var state: LinkState { broadcast.state }

    /// What the link is doing, from now on: begins with the state of now and keeps only the newest for a slow listener.
    package func states() -> AsyncStream<LinkState> { broadcast.states() }

    /// Answers that nobody waits for any more: late, double, or with a number that was never sent. Listen before `run`.
    package func lateAnswers() -> AsyncStream<FIASRecord> { broadcast.lateAnswers() }

    /// Sends one request (`PR`, `PS`, `XR` or `DR`) and waits for its answer, matched on `P#` and `WS`. Never throws: what is not known
    /// is a value. `timeoutMs` nil takes the configured time-out of the record. With `session`, nothing is sent unless the link is still in
    /// it: a posting to a guest who was found in an earlier session would be passed over in silence; it is `.notSent(.notAlive)` instead.
    package func exchange(_ request: FIASRecord, timeoutMs: Int? = nil, inSession session: Int? = nil) async -> Exchange {
        await complete(SubmittedRequest(record: request, timeoutMs: timeoutMs, session: session)).exchange
    }

    /// Asks for the bill of a guest. FIAS 2.20.24 §5: the one way to read back what was booked, where the hotel has it switched on.
    /// `minorDigits` is how many digits the hotel writes after the point of a balance.
    package func billView(roomNumber: String, reservationNumber: String, minorDigits: Int = 2) async -> BillView {
        let request = BillRequest(roomNumber: roomNumber, reservationNumber: reservationNumber)
        let completion = await complete(SubmittedRequest(record: request.record, timeoutMs: nil, session: nil))
        switch completion.exchange {
        case .notSent(let reason): return .notSent(reason)
        case .unknown(let reason): return .unknown(reason)
        case .answered(let record):
            do throws(MessageError) {
                let balance = try BillBalance(record, minorDigits: minorDigits)
                var items: [BillItem] = []
                for part in completion.parts { items.append(try BillItem(part)) }
                return .bill(items: items, balance: balance)
            } catch {
                return .unreadable(error)
            }
        }
    }

    private func complete(_ request: SubmittedRequest) async -> RequestCompletion {
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                eventLoop.execute { [core] in core.value.submit(request, waiter) }
            }
        } onCancel: { [core, eventLoop] in
            guard let id = request.giveUp.markGivenUp() else { return }
            eventLoop.execute { core.value.cancel(id) }
        }
    }
}
