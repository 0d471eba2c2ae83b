import Logging
import ServiceLifecycle
import UnixSignals

extension ServiceGroup {
    /// How long a stop may take in all before what is left is cancelled, seconds.
    static let stopSecondsMax = 8

    /// Services that stop in reverse when one of them ends, when asked, or on a signal; what takes too long is cancelled.
    static func stopping(_ services: [any Service], on signals: [UnixSignal] = [], logger: Logger) -> ServiceGroup {
        var configuration = ServiceGroupConfiguration(
            services: services.map {
                .init(
                    service: $0, successTerminationBehavior: .gracefullyShutdownGroup, failureTerminationBehavior: .gracefullyShutdownGroup)
            },
            gracefulShutdownSignals: signals, logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(stopSecondsMax)
        return ServiceGroup(configuration: configuration)
    }

    /// Runs services while `body` runs, and stops them politely after it.
    ///
    /// Services are in the order of the safety story: what comes first is there before what needs it, and stops after it. When they end
    /// first, on a signal or on a fault, `body` is cancelled.
    /// - Parameter signals: what stops them; none for services that somebody else stops.
    static func whileRunning(
        _ services: [any Service], until signals: [UnixSignal] = [.sigterm, .sigint], logger: Logger,
        _ body: @escaping @Sendable () async throws -> Void
    ) async throws {
        let group = stopping(services, on: signals, logger: logger)
        try await withThrowingTaskGroup(of: Bool.self) { tasks in
            tasks.addTask {
                try await group.run()
                return true
            }
            tasks.addTask {
                try await body()
                return false
            }
            if try await tasks.next() ?? true {
                logger.notice("the services have ended; what runs beside them is cancelled")
                tasks.cancelAll()
            } else {
                await group.triggerGracefulShutdown()
            }
            try await tasks.waitForAll()
        }
    }
}
