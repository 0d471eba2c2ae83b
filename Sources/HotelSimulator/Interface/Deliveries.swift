import FIAS

/// Does what the hotel decided: at once, or later without holding up what comes after.
final class Deliveries: Sendable {
    /// The most deliveries that wait at a time; beyond it the newest are dropped, as by a hotel that is overrun.
    static let waitingMax = 10_000

    private let codePage: CodePage
    private let takeUp: @Sendable (FIASRecord, LinkServerConnection) -> Delivery
    private let sleep: @Sendable (_ ms: Int) async throws -> Void
    private let work: AsyncStream<@Sendable () async -> Void>
    private let queue: AsyncStream<@Sendable () async -> Void>.Continuation

    /// - Parameter takeUp: has the hotel take up a request that was put off.
    init(
        codePage: CodePage, sleep: @escaping @Sendable (_ ms: Int) async throws -> Void,
        takeUp: @escaping @Sendable (FIASRecord, LinkServerConnection) -> Delivery
    ) {
        self.codePage = codePage
        self.takeUp = takeUp
        self.sleep = sleep
        (work, queue) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Self.waitingMax))
    }

    /// Runs what was put off, each piece in a task of its own, until cancelled.
    func run() async {
        await withDiscardingTaskGroup { tasks in
            for await piece in work { tasks.addTask { await piece() } }
            tasks.cancelAll()
        }
    }

    /// Does something after so many milliseconds, unless the server stops before.
    func later(ms: Int, _ body: @escaping @Sendable () async -> Void) {
        queue.yield { [sleep] in
            do { try await sleep(ms) } catch { return }
            await body()
        }
    }

    func perform(_ delivery: Delivery, on connection: LinkServerConnection) async {
        guard delivery.afterMs > 0 else { return await take(delivery.steps, on: connection) }
        later(ms: delivery.afterMs) { await self.take(delivery.steps, on: connection) }
    }

    private func take(_ steps: [DeliveryStep], on connection: LinkServerConnection) async {
        for step in steps {
            switch step {
            case .send(let record): await connection.send(record)
            case .sendBeginning(let record, let bytes): await connection.sendBytes(Array(record.framed(in: codePage).prefix(bytes)))
            case .takeUp(let request): await perform(takeUp(request, connection), on: connection)
            case .hangUp: connection.close()
            case .cut: connection.abort()
            }
        }
    }
}
