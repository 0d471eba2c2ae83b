package import PointOfSale
import Synchronization

/// A hotel that does as a test says: for the actions of the till, which only ask it for guests. Bookings are tested against the simulator.
package final class ScriptedHotel: HotelConnector {
    private struct Script {
        var guests: [GuestAccount] = []
        var failure: HotelUnavailable?
        var phase = HotelLinkState.Phase.alive
        var inquiries: [GuestInquiry] = []
        var accounts: [GuestChoice: AccountReading] = [:]
        var walk: HotelLineWalk?
    }

    private let script = Mutex(Script())

    package let integration: Integration
    package let capabilities: HotelCapabilities
    package let postingNumberDigits = 8

    /// A hotel with nobody in it.
    package init(_ integration: Integration = .opera) {
        self.integration = integration
        capabilities = integration == .opera ? .opera : .roomRaccoon
    }

    /// Lets these guests be in house.
    package func has(_ guests: GuestAccount...) { script.withLock { $0.guests = guests } }
    /// Makes every inquiry fail so, until nil.
    package func fails(_ failure: HotelUnavailable?) { script.withLock { $0.failure = failure } }
    /// Sets how the link stands.
    package func link(is phase: HotelLinkState.Phase) { script.withLock { $0.phase = phase } }
    /// Sets what the hotel shows of a guest's account.
    package func shows(_ reading: AccountReading, of guest: GuestChoice) { script.withLock { $0.accounts[guest] = reading } }
    /// Sets what a try of the line shows step by step.
    package func walks(_ walk: HotelLineWalk?) { script.withLock { $0.walk = walk } }
    package func walk() async -> HotelLineWalk? { script.withLock { $0.walk } }
    /// What was asked, oldest first.
    package var inquiries: [GuestInquiry] { script.withLock { $0.inquiries } }

    package var linkState: HotelLinkState { HotelLinkState(phase: script.withLock { $0.phase }, since: Sample.evening) }

    package func findGuests(_ inquiry: GuestInquiry) async throws(HotelUnavailable) -> [GuestAccount] {
        let script = script.withLock { script in
            script.inquiries.append(inquiry)
            return script
        }
        if let failure = script.failure { throw failure }
        switch inquiry {
        case .room(let room): return script.guests.filter { $0.roomNumber == room }
        case .name(let name): return script.guests.filter { $0.name.lowercased().hasPrefix(name.lowercased()) }
        }
    }

    package func wireText(of posting: FolioPosting, number: Int) -> String { "PR|P#\(number)|" }

    package func post(_ posting: FolioPosting, as attempt: PostingAttempt) async -> PostingReply { PostingReply(.notSent(.linkDown)) }

    package func readAccount(of guest: GuestChoice) async -> AccountReading {
        script.withLock { $0.accounts[guest] } ?? AccountReading(.notOffered)
    }
}
