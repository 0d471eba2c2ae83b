import Logging
import Operations
import PointOfSale
import ServiceLifecycle

/// Everything about paper that runs by itself: the prints, and the end of signatures whose time is over.
struct PaperLine: Service {
    let restaurant: Restaurant
    /// Whether every paper is marked as being worth nothing.
    let isTest: Bool
    let logger: Logger

    /// How often old signatures are looked for, ms.
    private static let forgetEveryMs: Int64 = 3_600_000

    func run() async throws {
        let dispatcher = PrintDispatcher(
            restaurant: restaurant, isTest: isTest, logger: logger, pause: { ms in try await Task.sleep(for: .milliseconds(ms)) })
        try await cancelWhenGracefulShutdown {
            try await withThrowingDiscardingTaskGroup { group in
                group.addTask { try await dispatcher.run() }
                group.addTask { await forget() }
            }
        }
    }

    private func forget() async {
        while !Task.isCancelled {
            do {
                let count = try await restaurant.forgetOldSignatures()
                if count > 0 { logger.info("signatures were deleted, their time being over", metadata: ["count": "\(count)"]) }
            } catch {
                logger.error("old signatures could not be deleted", metadata: ["fault": "\(type(of: error))"])
            }
            guard (try? await Task.sleep(for: .milliseconds(Self.forgetEveryMs))) != nil else { return }
        }
    }
}
