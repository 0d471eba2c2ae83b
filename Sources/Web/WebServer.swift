import Hummingbird
package import Logging
package import Operations
package import PointOfSale
package import ServiceLifecycle
import Synchronization

/// The till in the browser and its API: everything that is reached over HTTP.
package struct WebServer: Sendable {
    let till: Till
    private let linkStates: [@Sendable () -> AsyncStream<HotelLinkState>]
    private let port = BoundPort()

    /// A server for a restaurant; it listens once its `service` runs.
    /// - Parameter linkStates: every change of each hotel link from now on; pages are told.
    package init(
        restaurant: Restaurant, configuration: WebConfiguration, linkStates: [@Sendable () -> AsyncStream<HotelLinkState>],
        logger: Logger
    ) {
        till = Till(
            restaurant: restaurant, configuration: configuration, sessions: Sessions(),
            limits: RateLimits(
                signInsPerMinute: configuration.signInsPerMinuteMax, guestSearchesPerMinute: configuration.guestSearchesPerMinuteMax),
            live: LiveUpdates(), templates: Templates(), assets: Assets(), logger: logger)
        self.linkStates = linkStates
    }

    /// Runs until it is told to stop; then it lets requests finish and ends the event streams.
    package var service: some Service { WebService(application: application, port: port) }

    /// The port that it listens on, once it does.
    /// - Throws: what kept it from listening: a port in use, an address that is not ours.
    package func boundPort() async throws -> Int { try await port.value() }

    /// The application, as tests drive it.
    var application: Application<RouterResponder<TillContext>> {
        let configuration = till.configuration
        return Application(
            responder: Routes.router(till).buildResponder(),
            server: .http1(configuration: .init(idleTimeout: .seconds(WebConfiguration.idleConnectionSecondsMax))),
            configuration: ApplicationConfiguration(address: .hostname(configuration.host, port: configuration.port), serverName: nil),
            services: [LiveFeed(restaurant: till.restaurant, live: till.live, linkStates: linkStates)],
            onServerRunning: { [port] channel in port.resolve(.success(channel.localAddress?.port ?? configuration.port)) },
            logger: till.logger)
    }
}

/// Runs the application and tells whoever waits for its port when it fails before it listens.
private struct WebService: Service {
    let application: Application<RouterResponder<TillContext>>
    let port: BoundPort

    func run() async throws {
        do {
            try await application.run()
        } catch {
            port.resolve(.failure(error))
            throw error
        }
        port.resolve(.failure(CancellationError()))
    }
}

/// The port, as soon as there is one.
private final class BoundPort: Sendable {
    private struct State {
        var result: Result<Int, any Error>?
        var waiting: [CheckedContinuation<Int, any Error>] = []
    }

    private let state = Mutex(State())

    func resolve(_ result: Result<Int, any Error>) {
        let waiting = state.withLock { state in
            guard state.result == nil else { return [CheckedContinuation<Int, any Error>]() }
            state.result = result
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume(with: result) }
    }

    func value() async throws -> Int {
        try await withCheckedThrowingContinuation { continuation in
            let result = state.withLock { state in
                if state.result == nil { state.waiting.append(continuation) }
                return state.result
            }
            if let result { continuation.resume(with: result) }
        }
    }
}
