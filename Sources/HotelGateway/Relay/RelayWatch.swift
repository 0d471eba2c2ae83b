import PointOfSale
import ServiceLifecycle

/// Asks the gateway every few seconds how it stands: nothing is held open to it.
package struct RelayWatch: Service {
    /// How often a gateway that is there is asked, ms.
    static let lookMs: Int64 = 3_000
    /// How often one that is not, ms.
    static let lookWhileDownMs: Int64 = 1_000

    private let gateway: RelayConnector
    private let clock: GatewayClock

    /// A watch over that gateway.
    package init(gateway: RelayConnector, clock: GatewayClock) {
        self.gateway = gateway
        self.clock = clock
    }

    /// Works until the service group stops it.
    package func run() async throws {
        await untilStopped {
            while !Task.isCancelled {
                await gateway.look()
                let waitMs = gateway.linkState.isAlive ? Self.lookMs : Self.lookWhileDownMs
                guard (try? await clock.pause(waitMs)) != nil else { return }
            }
        }
    }
}
