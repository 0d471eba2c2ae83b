import Synchronization

/// A port that is known once, and those who wait for it.
final class BoundPort: Sendable {
    private enum State {
        case waiting([Int: CheckedContinuation<Int, any Error>], nextID: Int)
        case known(Result<Int, any Error>)
    }

    private let state = Mutex(State.waiting([:], nextID: 0))

    func succeed(_ port: Int) { settle(.success(port)) }
    func fail(_ error: any Error) { settle(.failure(error)) }

    func value() async throws -> Int {
        let id = state.withLock { state -> Int in
            guard case .waiting(let waiters, let nextID) = state else { return 0 }
            state = .waiting(waiters, nextID: nextID + 1)
            return nextID
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { wait($0, as: id) }
        } onCancel: {
            state.withLock { state -> CheckedContinuation<Int, any Error>? in
                guard case .waiting(var waiters, let nextID) = state else { return nil }
                let waiter = waiters.removeValue(forKey: id)
                state = .waiting(waiters, nextID: nextID)
                return waiter
            }?.resume(throwing: CancellationError())
        }
    }

    private func wait(_ waiter: CheckedContinuation<Int, any Error>, as id: Int) {
        let result: Result<Int, any Error>? = state.withLock { state in
            if Task.isCancelled { return .failure(CancellationError()) }
            switch state {
            case .known(let result): return result
            case .waiting(var waiters, let nextID):
                waiters[id] = waiter
                state = .waiting(waiters, nextID: nextID)
                return nil
            }
        }
        if let result { waiter.resume(with: result) }
    }

    private func settle(_ result: Result<Int, any Error>) {
        let waiters: [CheckedContinuation<Int, any Error>] = state.withLock { state in
            guard case .waiting(let waiters, _) = state else { return [] }
            state = .known(result)
            return Array(waiters.values)
        }
        waiters.forEach { $0.resume(with: result) }
    }
}
