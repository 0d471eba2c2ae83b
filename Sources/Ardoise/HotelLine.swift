import HotelGateway
import Logging
import Operations
import PointOfSale
import ServiceLifecycle
import Storage

/// Everything between the postings and one hotel's system, put together from what is configured now, and anew whenever that changes.
///
/// The rest of the program knows `hotel` only, which stays the same.
struct HotelLine: Service {
    let hotel: CurrentHotel
    let feed: HotelLinkFeed
    let signals: PostingSignals
    let changes: HotelLinkChanges
    let logger: Logger
    /// What the configuration of now asks for.
    let setUp: @Sendable () async throws -> SetUp

    /// How long after a line ended by itself it is put together anew, ms.
    static let anewAfterMs = 5000

    /// What a line is made of.
    enum SetUp: Sendable {
        /// There is no line, for that reason.
        case none(HotelLinkState.Fault)
        /// The connector, and what runs, in the order of the safety story: the line, what listens to it, what sends.
        case line(any HotelConnector, isTest: Bool = false, trainingAddress: String? = nil, services: [any Service])
    }

    /// Why no line can be made of what is configured, said to people as that fault.
    struct CannotBeSetUp: Error {
        let fault: HotelLinkState.Fault
    }

    func run() async throws {
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
            // Listening begins before reading, so that a change in between is not missed.
            let changed = changes.stream()
            let change = changes.newest
            let services = try await services()
            changes.follow(change)
            signals.wake()
            do {
                if try await until(changed, run: services) == .changed { continue }
                if Task.isShuttingDownGracefully { return }
                throw EndedByItself()
            } catch  where !Task.isCancelled {
                // None of them ends by itself. The till sells on, and the line is put together once more.
                logger.critical("a line to a hotel ended", metadata: ["line": "\(hotel.integration)", "reason": "\(type(of: error))"])
                stand(.unreachable)
                guard (try? await Task.sleep(for: .milliseconds(Self.anewAfterMs))) != nil else { return }
            }
        }
    }

    private enum Ending { case changed, stopped }
    private struct EndedByItself: Error {}

    /// What is to run now. A key or a certificate that cannot be used is said, and a better one waited for.
    private func services() async throws -> [any Service] {
        do {
            switch try await setUp() {
            case .none(let fault):
                stand(fault)
                return []
            case .line(let connector, let isTest, let trainingAddress, let services):
                hotel.connect(connector, isTest: isTest, trainingAddress: trainingAddress)
                return services
            }
        } catch let error as CannotBeSetUp {
            logger.error("a line to a hotel cannot be set up", metadata: ["line": "\(hotel.integration)", "fault": "\(error.fault)"])
            stand(error.fault)
            return []
        }
    }

    /// Runs services until something was changed, or until all is stopped. Without any it only waits.
    private func until(_ changed: AsyncStream<Void>, run services: [any Service]) async throws -> Ending {
        let group = ServiceGroup.stopping(services, logger: logger)
        return try await withThrowingTaskGroup(of: Ending.self) { tasks in
            tasks.addTask {
                if services.isEmpty { try? await gracefulShutdown() } else { try await group.run() }
                return .stopped
            }
            tasks.addTask {
                for await _ in changed { return .changed }
                return .stopped
            }
            let first = try await tasks.next() ?? .stopped
            // Only after it is known what came first: services that are asked to stop may have ended before whoever asked them is back.
            if first == .changed { await group.triggerGracefulShutdown() }
            if first == .stopped || services.isEmpty { tasks.cancelAll() }
            do {
                try await tasks.waitForAll()
            } catch  where first == .changed {
                // What was running has been asked to stop; how it took that is of no account for what comes.
                logger.notice("the line to the hotel ended with an error", metadata: ["reason": "\(type(of: error))"])
            }
            return first
        }
    }

    /// There is no line, for that reason.
    private func stand(_ fault: HotelLinkState.Fault) {
        let state = HotelLinkState(phase: .down, since: SystemClock.now(), fault: fault)
        hotel.disconnect(state)
        feed.announce(state)
        signals.wake()
    }
}
