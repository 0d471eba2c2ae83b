import FIAS
import Synchronization

/// Something that happened, for those who watch.
package enum HotelNews: Sendable {
    case ledger(LedgerEntry)
    /// Rooms, settings, faults or the link changed in a way that no entry of the ledger tells.
    case changed
    /// The link is to be disturbed now.
    case disturb(Disturbance)
}

/// One record that passed over the link, for the reception pages.
package struct WireEntry: Sendable, Equatable {
    package let atMs: Int64
    package let fromHotel: Bool
    /// The record as it stands on the wire.
    package let text: String
}

/// The hotel that everybody talks to: the model, its interface and the last records behind one lock, and news of every change.
package final class SimulatedHotel: Sendable {
    /// The most wire records kept.
    package static let wireEntriesMax = 200
    /// The most news that wait for a slow watcher; the oldest are dropped.
    static let newsWaitingMax = 4_096

    private struct Watcher {
        let wants: @Sendable (HotelNews) -> Bool
        let continuation: AsyncStream<HotelNews>.Continuation
    }

    private struct State {
        var hotel: Hotel
        var interface = PropertyInterface()
        var wire: [WireEntry] = []
        var aliveConnections: Set<Int> = []
        var watchers: [Int: Watcher] = [:]
        var lastWatcher = 0
    }

    private let state: Mutex<State>
    private let now: @Sendable () -> Int64

    /// A hotel and its clock, in milliseconds since 1970.
    package init(_ hotel: Hotel, now: @escaping @Sendable () -> Int64) {
        state = Mutex(State(hotel: hotel))
        self.now = now
    }

    /// The hotel's clock, in milliseconds since 1970.
    package var nowMs: Int64 { now() }

    /// The hotel as it is now.
    package var snapshot: Hotel { state.withLock { $0.hotel } }
    /// The ledger as it is now.
    package var ledger: Ledger { state.withLock { $0.hotel.ledger } }
    /// The armed faults.
    package var armedFaults: [ArmedFault] { state.withLock { $0.interface.faults.armed } }
    /// Whether the hotel keeps the line open and says nothing.
    package var isHalfOpen: Bool { state.withLock { $0.interface.isHalfOpen } }
    /// How many tills are linked.
    package var aliveConnectionCount: Int { state.withLock { $0.aliveConnections.count } }
    /// The last records, the newest last.
    package var wire: [WireEntry] { state.withLock { $0.wire } }

    /// Changes the hotel; everybody who watches hears of it. The body is told the time.
    @discardableResult
    package func change<Value: Sendable, Failure: Error>(
        _ body: (inout Hotel, Int64) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let atMs = now()
        let outcome = state.withLock { state -> Result<Value, Failure> in
            let entriesBefore = state.hotel.ledger.entries.count
            var hotel = state.hotel
            do throws(Failure) {
                let value = try body(&hotel, atMs)
                state.hotel = hotel
                Self.announce(after: entriesBefore, in: state)
                return .success(value)
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }

    /// Arms a fault for the next requests of a kind; nil is any kind. False when the queue is full.
    @discardableResult
    package func arm(_ fault: Fault, on request: InterfaceRequest? = .posting, count: Int = 1) -> Bool {
        state.withLock { state in
            defer { Self.announce(.changed, in: state) }
            return state.interface.faults.arm(fault, on: request, count: count)
        }
    }

    /// Takes every armed fault away and speaks again if the hotel was silent.
    package func disarmFaults() {
        state.withLock { state in
            state.interface.faults.disarm()
            state.interface.isHalfOpen = false
            Self.announce(.disturb(.halfOpen(false)), in: state)
        }
    }

    /// Disturbs the link now.
    package func disturb(_ disturbance: Disturbance) {
        state.withLock { state in
            if case .halfOpen(let begins) = disturbance { state.interface.isHalfOpen = begins }
            Self.announce(.disturb(disturbance), in: state)
        }
    }

    /// News from now on, those that are wanted. The stream ends with its consumer's task.
    package func news(_ wants: @escaping @Sendable (HotelNews) -> Bool = { _ in true }) -> AsyncStream<HotelNews> {
        let (stream, continuation) = AsyncStream.makeStream(of: HotelNews.self, bufferingPolicy: .bufferingNewest(Self.newsWaitingMax))
        let id = state.withLock { state in
            state.lastWatcher += 1
            state.watchers[state.lastWatcher] = Watcher(wants: wants, continuation: continuation)
            return state.lastWatcher
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { state in _ = state.watchers.removeValue(forKey: id) }
        }
        return stream
    }

    // MARK: For the interface

    /// Answers one record of a till.
    func respond(to record: FIASRecord, on connection: Int, described: DescribedFields) -> Delivery {
        let atMs = now()
        return state.withLock { state in
            let entriesBefore = state.hotel.ledger.entries.count
            let delivery = state.interface.respond(to: record, on: connection, in: &state.hotel, described: described, atMs: atMs)
            Self.announce(after: entriesBefore, in: state)
            return delivery
        }
    }

    /// Takes up a request of a till that was put off.
    func takeUp(_ record: FIASRecord, on connection: Int, described: DescribedFields) -> Delivery {
        let atMs = now()
        return state.withLock { state in
            let entriesBefore = state.hotel.ledger.entries.count
            let delivery = state.interface.takeUp(record, on: connection, in: &state.hotel, described: described, atMs: atMs)
            Self.announce(after: entriesBefore, in: state)
            return delivery
        }
    }

    /// Tells those who watch to look again.
    func noteChange() {
        state.withLock { Self.announce(.changed, in: $0) }
    }

    func begin(connection: Int) {
        state.withLock { state in
            state.interface.begin(connection: connection)
            state.aliveConnections.insert(connection)
            Self.announce(.changed, in: state)
        }
    }

    func end(connection: Int) {
        state.withLock { state in
            state.interface.end(connection: connection)
            state.aliveConnections.remove(connection)
            Self.announce(.changed, in: state)
        }
    }

    /// The fault that a request of RoomRaccoon's meets, if any; it is used up by that.
    func takeFault(for request: InterfaceRequest) -> Fault? {
        state.withLock { state in
            defer { Self.announce(.changed, in: state) }
            return state.interface.faults.take(for: request)
        }
    }

    func log(_ record: FIASRecord, fromHotel: Bool, atMs: Int64) {
        log(text: record.wireText, fromHotel: fromHotel, atMs: atMs)
    }

    func log(text: String, fromHotel: Bool) {
        log(text: text, fromHotel: fromHotel, atMs: now())
    }

    private func log(text: String, fromHotel: Bool, atMs: Int64) {
        state.withLock { state in
            if state.wire.count >= Self.wireEntriesMax { state.wire.removeFirst(state.wire.count - Self.wireEntriesMax + 1) }
            state.wire.append(WireEntry(atMs: atMs, fromHotel: fromHotel, text: text))
            Self.announce(.changed, in: state)
        }
    }

    private static func announce(after entries: Int, in state: borrowing State) {
        let added = state.hotel.ledger.entries(after: entries)
        if added.isEmpty { return announce(.changed, in: state) }
        for entry in added { announce(.ledger(entry), in: state) }
    }

    private static func announce(_ news: HotelNews, in state: borrowing State) {
        for watcher in state.watchers.values where watcher.wants(news) { watcher.continuation.yield(news) }
    }
}
