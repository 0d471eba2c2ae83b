package import PointOfSale
import Storage

/// What stands between the restaurant and the hotel right now, for the people who look after it (rule R10).
package struct HotelDesk: Sendable, Hashable {
    package let link: HotelLinkState
    /// Nil when nothing waits to be sent.
    package let queue: Queue?
    /// Postings of which nobody knows whether they were booked, oldest first, with all that was seen of them.
    package let doubts: [PostingStory]
    /// All postings in doubt, those beyond `doubts` included; not counted beyond `countMax`.
    package let doubtCount: Int
    /// What a person has to look at, beside the doubts.
    package let attention: [Attention]
    /// The newest postings.
    package let recent: [FolioPosting]
    /// What the hotel accepted for checks of the business date.
    package let charged: Charged
    package let businessDate: BusinessDate

    /// What waits to be sent.
    package struct Queue: Sendable, Hashable {
        /// Not counted beyond `countMax`.
        package let count: Int
        package let oldestSince: Timestamp
        package let hold: Hold?
    }

    /// What holds the queue up.
    package enum Hold: String, Sendable, Hashable, CaseIterable {
        case linkDown
        case connecting
        case nightAudit
        case resyncing
        /// The link is alive, and the hotel asked for the first in the queue to be sent again later.
        case hotelAskedToWait
    }

    /// Something that a person has to look at.
    package struct Attention: Sendable, Hashable {
        package let kind: Kind
        package let posting: FolioPosting
        /// What is left to pay of its check.
        package let remaining: Money

        /// What is the matter with it.
        package enum Kind: String, Sendable, Hashable, CaseIterable {
            /// It waited, and the hotel then refused it, or it turned out not to be booked: the check is still to be paid.
            case cameBack
            /// The hotel booked too much; taking it back is on its way.
            case beingReversed
            /// The hotel booked too much, and does not take it back.
            case reversalRefused
            /// Money was to go back, and the hotel did not book it: shown until somebody says that it was seen.
            case notGivenBack
            /// On the wire for longer than any hotel takes.
            case sendingLong
        }
    }

    /// What was charged.
    package struct Charged: Sendable, Hashable {
        package let count: Int
        package let total: Money
    }

    /// Nothing is counted further than this: after an outage of days a million charges may wait.
    package static let countMax = 10_000
    /// The most doubts shown at once.
    package static let doubtsMax = 100
    /// The most of each other kind shown at once.
    package static let rowsMax = 50
    /// The newest postings shown.
    package static let recentMax = 8
    /// A posting refused this long after it was made came back to nobody, ms: whoever made it has left the page.
    package static let cameBackAfterMs: Int64 = 10_000
    /// A posting on the wire for this long is shown, ms (rule R10).
    package static let sendingMsMax: Int64 = 120_000
}

extension Restaurant {
    /// The hotel desk as it is now.
    package func hotelDesk() async throws -> HotelDesk {
        let moment = now()
        let link = hotel.linkState
        let links = Dictionary(uniqueKeysWithValues: hotels.all.map { ($0.integration, $0.linkState) })
        return try await database.read { tx in
            let property = try tx.property()
            let date = property.calendar.businessDate(at: moment)
            let doubts = try tx.postings(in: [.inDoubt], before: nil, limit: HotelDesk.doubtsMax).reversed().map { try tx.story(of: $0) }
            let charged = try tx.acceptedTotal(on: date, in: property.currency)
            let head = try tx.postingQueueHead(countMax: HotelDesk.countMax)
            return HotelDesk(
                link: link, queue: head.map { HotelDesk.Queue($0, link: links[$0.oldest.integration] ?? link) },
                doubts: doubts,
                doubtCount: try tx.postingCount(in: .inDoubt, atMost: HotelDesk.countMax), attention: try tx.attention(at: moment),
                recent: try tx.postings(in: [], before: nil, limit: HotelDesk.recentMax),
                charged: .init(count: charged.count, total: charged.total), businessDate: date)
        }
    }
}

extension HotelDesk.Queue {
    fileprivate init(_ head: PostingQueueHead, link: HotelLinkState) {
        count = head.count
        oldestSince = head.oldest.createdAt
        hold =
            switch link.phase {
            case .alive: head.oldest.outcomeCode == nil ? nil : .hotelAskedToWait
            case .connecting: .connecting
            case .down: .linkDown
            case .nightAudit: .nightAudit
            case .resyncing: .resyncing
            }
    }
}

extension SQLTransaction {
    fileprivate func attention(at moment: Timestamp) throws -> [HotelDesk.Attention] {
        let limit = HotelDesk.rowsMax
        let reversals = try openReversals(limit: limit).map { reversal in
            (reversal.state.isFinal ? HotelDesk.Attention.Kind.reversalRefused : .beingReversed, reversal)
        }
        let sending = try postingsSending(since: moment.advanced(byMs: -HotelDesk.sendingMsMax), limit: limit).map {
            (HotelDesk.Attention.Kind.sendingLong, $0)
        }
        let cameBack = try postingsThatCameBack(afterMs: HotelDesk.cameBackAfterMs, limit: limit).map {
            (HotelDesk.Attention.Kind.cameBack, $0)
        }
        let notGivenBack = try postingsNotGivenBack(limit: limit).map { (HotelDesk.Attention.Kind.notGivenBack, $0) }
        return try (notGivenBack + reversals + sending + cameBack).compactMap { kind, posting in
            let remaining = try posting.checkID.map { try existingCheck($0).totals.remaining } ?? .zero(posting.breakdown.total.currency)
            // Paid otherwise meanwhile, or on its way to another room: nothing to do any more.
            guard kind != .cameBack || remaining.isPositive else { return nil }
            return HotelDesk.Attention(kind: kind, posting: posting, remaining: remaining)
        }
    }
}
