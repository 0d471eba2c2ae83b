package import PointOfSale
import Synchronization

/// The hotel as it is configured now: one connector for the rest of the program, whichever line is behind it at the moment, or none.
package final class CurrentHotel: HotelConnector {
    private struct Standing {
        var connector: (any HotelConnector)?
        var isTest = false
        var trainingAddress: String?
        /// What is told while there is no line.
        var idle: HotelLinkState
    }

    private let standing: Mutex<Standing>

    package let integration: Integration
    private let idleCapabilities: HotelCapabilities

    /// No line of that integration yet.
    /// - Parameter capabilities: what the till goes by while there is none.
    package init(_ integration: Integration = .opera, capabilities: HotelCapabilities = .opera, at moment: Timestamp) {
        self.integration = integration
        idleCapabilities = capabilities
        standing = Mutex(Standing(connector: nil, idle: HotelLinkState(phase: .down, since: moment)))
    }

    /// From now on there is this line.
    /// - Parameters:
    ///   - isTest: whether it leads to the built-in simulated hotel (`S2-03`).
    ///   - trainingAddress: where that hotel's pages are.
    package func connect(_ connector: any HotelConnector, isTest: Bool = false, trainingAddress: String? = nil) {
        standing.withLock {
            $0.connector = connector
            $0.isTest = isTest
            $0.trainingAddress = trainingAddress
        }
    }

    /// From now on there is no line, for that reason.
    package func disconnect(_ idle: HotelLinkState) { standing.withLock { $0 = Standing(connector: nil, idle: idle) } }

    private var connector: (any HotelConnector)? { standing.withLock { $0.connector } }

    package var capabilities: HotelCapabilities {
        let now = standing.withLock { $0 }
        return (now.connector?.capabilities ?? idleCapabilities).testing(now.isTest)
    }

    package var postingNumberDigits: Int { connector?.postingNumberDigits ?? FIASSettings().postingNumberDigits }

    package var linkState: HotelLinkState {
        let now = standing.withLock { $0 }
        return now.connector?.linkState ?? now.idle
    }

    package func findGuests(_ inquiry: GuestInquiry) async throws(HotelUnavailable) -> [GuestAccount] {
        guard let connector else { throw .notConnected }
        return try await connector.findGuests(inquiry)
    }

    package func wireText(of posting: FolioPosting, number: Int) -> String { connector?.wireText(of: posting, number: number) ?? "" }

    package func post(_ posting: FolioPosting, as attempt: PostingAttempt) async -> PostingReply {
        guard let connector else { return PostingReply(.notSent(.linkDown)) }
        return await connector.post(posting, as: attempt)
    }

    package func diagnosis() async -> HotelLinkDiagnosis? { await connector?.diagnosis() }

    package func walk() async -> HotelLineWalk? { await connector?.walk() }

    package var trainingAddress: String? { standing.withLock { $0.trainingAddress } }

    package func readAccount(of guest: GuestChoice) async -> AccountReading {
        guard let connector else { return AccountReading(.unavailable(.notConnected)) }
        return await connector.readAccount(of: guest)
    }

    package func findBooking(of posting: FolioPosting, as attempt: PostingAttempt) async -> AccountReading {
        guard let connector else { return AccountReading(.unavailable(.notConnected)) }
        return await connector.findBooking(of: posting, as: attempt)
    }
}
