import HTTPTypes
import Hummingbird
import Operations
import PointOfSale

/// The hotel desk for programs: what the Hotel page shows.
enum HotelDeskAPI {
    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let desk = try await visit.till.restaurant.hotelDesk()
        let cashier = try visit.cashier
        let mask = NameMask(cashier)
        return .json { json in
            json.object("link") { json in
                json.field("phase", desk.link.phase.rawValue)
                json.field("since", TimeText.iso(desk.link.since))
                json.field("fault", desk.link.fault?.rawValue)
            }
            json.object("queue") { json in
                json.field("count", desk.queue?.count ?? 0)
                json.field("oldestSince", desk.queue.map { TimeText.iso($0.oldestSince) })
                json.field("hold", desk.queue?.hold?.rawValue)
            }
            json.field("businessDate", desk.businessDate.description)
            json.object("charged") { json in
                json.field("count", desk.charged.count)
                json.field("total", desk.charged.total.minorUnits)
            }
            json.field("doubtCount", desk.doubtCount)
            json.array("doubts", desk.doubts) { json, story in
                json.fields(of: story.posting, mask)
                json.field("lookFor", story.reference)
                json.evidence(story.evidence, seesBalance: cashier.may(.viewGuestCredit))
            }
            json.array("attention", desk.attention) { json, item in
                json.field("kind", item.kind.rawValue)
                json.field("remaining", item.remaining.minorUnits)
                json.object("posting") { $0.fields(of: item.posting, mask) }
            }
        }
    }

    /// Somebody has seen that the hotel did not give money back.
    static let acknowledge: @Sendable (Visit) async throws -> Response = { visit in
        try await visit.till.restaurant.acknowledgeRefusal(try visit.postingID, by: visit.cashier)
        return Response(status: .noContent)
    }

    /// Looks at the folio once more. What it shows comes later: watch the posting.
    static let askAgain: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.postingID
        try await visit.till.restaurant.askAgain(id, by: visit.cashier)
        let story = try await visit.till.restaurant.posting(id)
        let mask = NameMask(try visit.cashier, madeBy: story.posting.createdBy)
        return .json(.accepted) { $0.fields(of: story.posting, mask) }
    }
}

extension JSONWriter {
    /// What was seen of a posting in doubt, oldest first.
    mutating func evidence(_ evidence: [PostingEvidence], seesBalance: Bool) {
        array("evidence", evidence) { json, seen in
            json.field("seenAt", TimeText.iso(seen.seenAt))
            json.field("source", seen.source.rawValue)
            json.field("finding", seen.finding.rawValue)
            json.field("code", seen.code.rawValue)
            if seesBalance {
                json.field("balanceBefore", seen.balanceBefore?.minorUnits)
                json.field("balanceNow", seen.balanceNow?.minorUnits)
            }
        }
    }
}
