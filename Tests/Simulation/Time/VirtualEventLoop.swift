import Dispatch
import NIOCore
import Synchronization

/// An event loop in virtual time. What is executed waits until the history turns the loop; timers wait on the history's time line.
final class VirtualEventLoop: EventLoop {
    private let time: VirtualTime
    private let ready = Mutex<[@Sendable () -> Void]>([])

    init(time: VirtualTime) { self.time = time }

    /// All of a history runs on one thread.
    var inEventLoop: Bool { true }
    var now: NIODeadline { .uptimeNanoseconds(UInt64(time.uptimeMs) * 1_000_000) }

    var hasWork: Bool { ready.withLock { !$0.isEmpty } }

    /// Runs the first of what waits.
    func turn() {
        let task = ready.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        task?()
    }

    func execute(_ task: @escaping @Sendable () -> Void) {
        ready.withLock { $0.append(task) }
    }

    func scheduleTask<T>(deadline: NIODeadline, _ task: @escaping @Sendable () throws -> T) -> Scheduled<T> {
        let promise = makePromise(of: T.self)
        let timer = time.at(Int64(deadline.uptimeNanoseconds / 1_000_000)) { [weak self] in
            self?.execute { promise.assumeIsolated().completeWith(Result { try task() }) }
        }
        return Scheduled(promise: promise) { [time] in time.cancel(timer) }
    }

    func scheduleTask<T>(in amount: TimeAmount, _ task: @escaping @Sendable () throws -> T) -> Scheduled<T> {
        scheduleTask(deadline: now + amount, task)
    }

    func shutdownGracefully(queue: DispatchQueue, _ callback: @escaping @Sendable ((any Error)?) -> Void) { callback(nil) }
}
