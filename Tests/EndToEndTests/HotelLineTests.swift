import HotelGateway
import Logging
import Operations
import PointOfSale
import ServiceLifecycle
import Storage
import Testing

@testable import Ardoise

/// The line is put together anew whenever its settings change, and a change never ends it: when a line ends, the till does.
struct HotelLineTests {
    private static let changesInARow = 500
    /// So many lines at once, that each is held up by the others at every point.
    private static let lines = 32

    /// Stops at once when it is asked to.
    private struct Listening: Service {
        let begun: AsyncStream<Void>.Continuation

        func run() async throws {
            begun.yield()
            try? await gracefulShutdown()
        }
    }

    @Test func `a change never ends the line, however fast the old one stops`() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...Self.lines { group.addTask { try await Self.change() } }
            try await group.waitForAll()
        }
    }

    private static func change() async throws {
        let changes = HotelLinkChanges()
        let (begun, begin) = AsyncStream<Void>.makeStream()
        let logger = Logger(label: "line", factory: { _ in SwiftLogNoOpLogHandler() })
        let line = HotelLine(
            hotel: CurrentHotel(at: SystemClock.now()), feed: HotelLinkFeed(at: SystemClock.now()), signals: PostingSignals(),
            changes: changes, logger: logger,
            setUp: { .line(CurrentHotel(at: SystemClock.now()), services: [Listening(begun: begin)]) })
        // Cancelled when the line ends before it.
        try await ServiceGroup.whileRunning([line], until: [], logger: logger) {
            var times = 0
            for await _ in begun {
                times += 1
                if times > changesInARow { return }
                changes.announce()
            }
            throw CancellationError()
        }
    }
}
