import Synchronization

/// A port that is known once the server listens; those who ask before wait for it.
final class AnnouncedPort: Sendable {
    private struct State {
        var result: Result<Int, any Error>?
        var waiting: [Int: CheckedContinuation<Int, any Error>] = [:]
        var lastID = 0
    }

    private let state = Mutex(State())

    /// Tells the port, or why there is none. The first word counts.
    func announce(_ result: Result<Int, any Error>) {
        let waiting = state.withLock { state in
            guard state.result == nil else { return [CheckedContinuation<Int, any Error>]() }
            state.result = result
            defer { state.waiting = [:] }
            return Array(state.waiting.values)
        }
        for continuation in waiting { continuation.resume(with: result) }
    }

    /// The port. Throws why there is none, and on cancellation.
    func value() async throws -> Int {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let known: Result<Int, any Error>? = state.withLock { state in
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if state.result == nil { state.waiting[id] = continuation }
                    return state.result
                }
                if let known { continuation.resume(with: known) }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: id) }?.resume(throwing: CancellationError())
        }
    }
}
