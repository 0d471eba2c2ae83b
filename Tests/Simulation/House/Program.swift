import FIAS
import HotelGateway
import Logging
import Operations
import PointOfSale
import Storage
import Synchronization

/// Something that a person asks of the till, as a request over HTTP would.
typealias Call = @Sendable (Restaurant) async -> Void

/// One life of the till's program, from start to crash, put together as `Till.assemble` does: everything that sends, listens and
/// remembers is the product's own.
final class Program: Sendable {
    let number: Int
    let database: SQLiteDatabase
    let loop: VirtualEventLoop
    let dials = Mailbox<Dial>()
    let linkStates = Mailbox<LinkState>()
    private let time: VirtualTime
    private let pepper: PINPepper
    private let logger: Logger
    private let chances: Chances
    private let calls: AsyncStream<Call>
    private let callEntry: AsyncStream<Call>.Continuation
    private let life: AsyncStream<Void>
    private let lifeEnd: AsyncStream<Void>.Continuation
    private let marks = Mutex((hasStarted: false, hasEnded: false))

    init(number: Int, database: SQLiteDatabase, time: VirtualTime, pepper: PINPepper, logger: Logger, chances: Chances) {
        self.number = number
        self.database = database
        self.time = time
        self.pepper = pepper
        self.logger = logger
        self.chances = chances
        loop = VirtualEventLoop(time: time)
        (calls, callEntry) = AsyncStream.makeStream(of: Call.self)
        (life, lifeEnd) = AsyncStream.makeStream(of: Void.self)
    }

    /// Whether recovery is done and requests are taken.
    var hasStarted: Bool { marks.withLock(\.hasStarted) }
    /// Whether its last task is over.
    var hasEnded: Bool { marks.withLock(\.hasEnded) }

    /// Hands the program a request.
    func call(_ call: @escaping Call) { callEntry.yield(call) }

    /// Cancels all that it does. Its disk has lost its power before, and the network does not know it any more.
    func die() { lifeEnd.finish() }

    /// Lives until it dies.
    func live() async {
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await self.run() }
            tasks.addTask { for await _ in self.life {} }
            await tasks.next()
            tasks.cancelAll()
        }
        marks.withLock { $0.hasEnded = true }
    }

    private func run() async {
        let time = time
        let clock = GatewayClock(now: { time.now }, uptimeMs: { time.uptimeMs }, pause: { try await time.pause(ms: $0) })
        guard (try? await PostingRecovery.run(on: database, at: time.now, logger: logger)) != nil,
            let settings = try? await database.read({ tx in try tx.hotelLink() })
        else { return }
        let signals = PostingSignals()
        let link = link(to: settings, signals)
        let connector = FIASConnector(
            link: link,
            settings: FIASSettings(
                workstation: settings.workstation, roomPaymentCode: settings.roomPaymentCode, matchesMax: settings.matchesMax,
                postingNumberDigits: settings.postingNumberDigits),
            currency: .eur, clock: LinkClock(nowMs: { time.wallMs }, secondsFromGMT: { _ in 3_600 }), database: database)
        let restaurant = Restaurant(
            database: database, hotels: Hotels(opera: connector), signals: signals, pepper: pepper, logger: logger, now: { time.now })
        let late = LateAnswers(link: link, database: database, signals: signals, logger: logger, clock: clock)
        let dispatcher = PostingDispatcher(
            database: database, hotel: connector, signals: signals, inFlightMax: settings.postingsInFlightMax, logger: logger, clock: clock)
        let seeker = DoubtSeeker(
            database: database, hotel: connector, signals: signals, rules: DoubtRules(settings), logger: logger, clock: clock)
        marks.withLock { $0.hasStarted = true }
        await withDiscardingTaskGroup { tasks in
            tasks.addTask { try? await link.run() }
            tasks.addTask { try? await late.run() }
            tasks.addTask { try? await dispatcher.run() }
            tasks.addTask { try? await seeker.run() }
            for await call in calls { tasks.addTask { await call(restaurant) } }
            tasks.cancelAll()
        }
    }

    private func link(to settings: HotelLinkSettings, _ signals: PostingSignals) -> FIASLink {
        let (time, chances, linkStates) = (time, chances, linkStates)
        return FIASLink(
            configuration: LinkConfiguration(host: settings.host, port: settings.port), eventLoop: loop,
            clock: LinkClock(nowMs: { time.wallMs }, secondsFromGMT: { _ in 3_600 }), chance: { chances.next() }, logger: logger,
            observer: { event in
                guard case .stateChanged(let state) = event else { return }
                signals.wake()
                linkStates.put(state)
            }, dial: Dial.into(dials))
    }
}
