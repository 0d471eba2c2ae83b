import HTTPTypes
import Hummingbird
import Operations
import PointOfSale

/// What was sent to the hotel, and what a person decides about it.
enum PostingsAPI {
    /// Postings in one answer, when the client asks for no other number.
    private static let limitDefault = 50
    /// Postings in one answer at most.
    private static let limitMax = 200

    static let list: @Sendable (Visit) async throws -> Response = { visit in
        let query = visit.request.uri.queryParameters
        let state: PostingState? = try query["state"].map(String.init).flatMap { text in
            guard text != "all" else { return nil }
            guard let state = PostingState(rawValue: text) else { throw Problem.fieldIsOutOfRange("state") }
            return state
        }
        let before: PostingID? = try query["cursor"].map { text in
            guard let id = PostingID(text: String(text)) else { throw Problem.fieldIsOutOfRange("cursor") }
            return id
        }
        let limit: Int =
            try query["limit"].map { text in
                guard let limit = Int(text), (1...limitMax).contains(limit) else { throw Problem.fieldIsOutOfRange("limit") }
                return limit
            } ?? limitDefault
        let postings = try await visit.till.restaurant.postings(in: state.map { [$0] } ?? [], before: before, limit: limit + 1)
        let mask = NameMask(try visit.cashier)
        return .json { json in
            json.array("postings", postings.prefix(limit)) { $0.fields(of: $1, mask) }
            json.field("next", postings.count > limit ? postings[limit - 1].id.text : nil)
        }
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let story = try await visit.till.restaurant.posting(try visit.postingID)
        let cashier = try visit.cashier
        let mask = NameMask(cashier, madeBy: story.posting.createdBy)
        return .json { json in
            json.fields(of: story.posting, mask)
            json.array("attempts", story.attempts) { json, attempt in
                json.field("number", attempt.number)
                json.field("sentAt", TimeText.iso(attempt.startedAt))
                json.field("request", mask.wire(attempt.request, of: story.posting))
                json.field("answer", attempt.answer.map { mask.wire($0, of: story.posting) })
                json.field("outcome", attempt.outcome)
                json.field("fate", attempt.fate?.rawValue)
            }
            json.evidence(story.evidence, seesBalance: cashier.may(.viewGuestCredit))
            json.field("reverses", story.posting.reverses?.text)
            json.texts("reversals", story.reversals.map(\.id.text))
        }
    }

    static let withdraw: @Sendable (Visit) async throws -> Response = { visit in
        let charge = try await visit.till.restaurant.withdraw(try visit.postingID, by: visit.cashier)
        return answer(charge.posting, try visit.cashier)
    }

    static let settle: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.postingID
        var body = try await visit.json()
        let isOnFolio = try body.parsed("outcome") { SettledAs(rawValue: $0) } == .accepted
        let note = try body.text("note", lengthMax: CheckLine.noteCharactersMax)
        try body.nothingElse()
        let posting = try await visit.till.restaurant.settleDoubt(of: id, isOnFolio: isOnFolio, note: note, by: visit.cashier)
        return answer(posting, try visit.cashier)
    }

    private static func answer(_ posting: FolioPosting, _ cashier: Cashier) -> Response {
        .json { $0.fields(of: posting, NameMask(cashier, madeBy: posting.createdBy)) }
    }
}

extension JSONWriter {
    /// A posting, the guest's name as this cashier may read it.
    mutating func fields(of posting: FolioPosting, _ mask: NameMask) {
        field("id", posting.id.text)
        field("reference", posting.folioMark)
        field("kind", posting.kind.rawValue)
        field("checkId", posting.checkID?.text)
        field("checkNumber", posting.checkNumber)
        field("state", posting.state.rawValue)
        field("outcomeCode", posting.outcomeCode)
        field("roomNumber", posting.guest?.roomNumber.text)
        field("reservationNumber", posting.guest?.reservationNumber)
        field("guestName", posting.guest.map { mask.name($0.name) })
        field("amount", posting.breakdown.total.minorUnits)
        field("tip", posting.breakdown.tip.minorUnits)
        field("cashier", posting.cashierName)
        texts("transactionNumbers", posting.transactionNumbers)
        field("createdAt", TimeText.iso(posting.createdAt))
        field("updatedAt", TimeText.iso(posting.updatedAt))
    }
}
