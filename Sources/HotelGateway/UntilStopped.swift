import ServiceLifecycle

/// Runs `body` until it ends, or until the service group stops it; then `body` is cancelled and waited for.
///
/// ServiceLifecycle has the same, but wakes it from a task of its own that nobody owns and that runs on the system's threads: a history
/// in made-up time could not repeat.
func untilStopped(_ body: @escaping @Sendable () async -> Void) async {
    let (stopping, stop) = AsyncStream<Void>.makeStream()
    // A stream whose other end is let go of has ended: outside a service group only this holds it.
    defer { stop.finish() }
    await withGracefulShutdownHandler {
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await body() }
            tasks.addTask { for await _ in stopping {} }
            await tasks.next()
            tasks.cancelAll()
        }
    } onGracefulShutdown: {
        stop.finish()
    }
}
