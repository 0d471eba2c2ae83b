import HTTPTypes
import Hummingbird
import Operations
import PointOfSale

/// Closed checks: what became of them, undoing them, giving money back.
enum ClosedChecksAPI {
    /// Checks in one answer, when the client asks for no other number.
    private static let limitDefault = 50
    /// Checks in one answer at most.
    private static let limitMax = 200

    static let list: @Sendable (Visit) async throws -> Response = { visit in
        let query = visit.request.uri.queryParameters
        let date = try query["date"].map(String.init).map { text in
            guard let date = BusinessDate(iso: text) else { throw Problem.fieldIsOutOfRange("date") }
            return date
        }
        let before: CheckID? = try query["cursor"].map(String.init).map { text in
            guard let id = CheckID(text: text) else { throw Problem.fieldIsOutOfRange("cursor") }
            return id
        }
        let limit: Int =
            try query["limit"].map { text in
                guard let limit = Int(text), (1...limitMax).contains(limit) else { throw Problem.fieldIsOutOfRange("limit") }
                return limit
            } ?? limitDefault
        let (shown, checks) = try await visit.till.restaurant.closedChecks(on: date, before: before, limit: limit + 1)
        return .json { json in
            json.field("businessDate", shown.description)
            json.array("checks", checks.prefix(limit)) { json, check in
                json.summary(of: check)
                json.field("state", check.state.rawValue)
                json.field("refunds", check.refunds?.text)
            }
            json.field("next", checks.count > limit ? checks[limit - 1].id.text : nil)
        }
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let story = try await visit.till.restaurant.story(of: try visit.checkID)
        let mask = NameMask(try visit.cashier)
        return .json { json in
            json.object("check") { $0.fields(of: story.check, visit.language) }
            json.array("postings", story.postings) { $0.fields(of: $1, mask) }
            json.array("refunds", story.refunds) { $0.summary(of: $1) }
            json.array("refundableLines", story.refundableLines.filter { $0.value > 0 }.sorted { $0.key.text < $1.key.text }) {
                $0.field("lineId", $1.key.text)
                $0.field("quantity", $1.value)
            }
            json.field("mayBeVoided", story.mayBeVoided)
            json.field("mayBeRefunded", story.mayBeRefunded)
        }
    }

    static let void: @Sendable (Visit) async throws -> Response = { visit in
        let (id, key) = (try visit.checkID, try visit.idempotencyKey)
        var body = try await visit.json()
        let reason = try body.text("reason", lengthMax: 500)
        try body.nothingElse()
        let request = VoidRequest(checkID: id, key: key, reason: reason, workstation: Workstation.name(visit))
        return try await answer(try await visit.till.restaurant.voidCheck(request, by: visit.cashier), visit)
    }

    /// Undoes one payment of a check that is still open.
    static let voidPayment: @Sendable (Visit) async throws -> Response = { visit in
        let (id, tender, key) = (try visit.checkID, try visit.tenderID, try visit.idempotencyKey)
        var body = try await visit.json()
        let reason = try body.text("reason", lengthMax: 500)
        try body.nothingElse()
        let request = PaymentVoidRequest(checkID: id, tenderID: tender, key: key, reason: reason, workstation: Workstation.name(visit))
        return try await answer(try await visit.till.restaurant.voidPayment(request, by: visit.cashier), visit)
    }

    static let refund: @Sendable (Visit) async throws -> Response = { visit in
        let (id, key) = (try visit.checkID, try visit.idempotencyKey)
        var body = try await visit.json()
        let lines = try LineChoice.readIfGiven(&body)
        let tip = try body.optionalInteger("tip", in: PaymentsAPI.amountsOrNothing) ?? 0
        let reason = try body.text("reason", lengthMax: 500)
        let way = try way(&body, visit)
        try body.nothingElse()
        let currency = try await visit.till.property().currency
        let request = RefundRequest(
            checkID: id, key: key, lines: lines, tip: Money(tip, currency), way: way, reason: reason, workstation: Workstation.name(visit))
        return try await answer(try await visit.till.restaurant.refundCheck(request, by: visit.cashier), visit, status: .created)
    }

    static let giveBack: @Sendable (Visit) async throws -> Response = { visit in
        let (id, key) = (try visit.checkID, try visit.idempotencyKey)
        var body = try await visit.json()
        let way = try way(&body, visit)
        try body.nothingElse()
        let given = try await visit.till.restaurant.giveBack(
            on: id, key: key, way, workstation: Workstation.name(visit), by: visit.cashier)
        return try await answer(given, visit)
    }

    static let withdraw: @Sendable (Visit) async throws -> Response = { visit in
        let check = try await visit.till.restaurant.withdrawRefund(try visit.checkID, by: visit.cashier)
        return .json { json in json.object("check") { $0.fields(of: check, visit.language) } }
    }

    private static func way(_ body: inout JSONFields, _ visit: Visit) throws -> RefundWay {
        let method = try body.parsed("paymentMethodId") { PaymentMethodID(text: $0) }
        let guest = try body.has("guest") ? RoomChargesAPI.guestChoice(&body) : nil
        let pin = try body.optionalText("managerPin", lengthMax: 20)
        let isConfirmed = try body.optionalFlag("confirmed") ?? false
        let signature = try body.optionalText("signature", lengthMax: SignatureStrokes.charactersMax).map { text in
            guard let strokes = SignatureStrokes(text: text) else { throw Refusal.signatureUnreadable }
            return strokes
        }
        return RefundWay(
            methodID: method, guest: guest, word: pin.map { .pin($0, device: visit.device) } ?? (isConfirmed ? .confirmed : .none),
            signature: signature)
    }

    /// Waits a moment for the hotel: 202 when something is still on its way or in doubt.
    private static func answer(_ back: Answered<MoneyBack>, _ visit: Visit, status: HTTPResponse.Status = .ok) async throws -> Response {
        let restaurant = visit.till.restaurant
        if !back.isRepeat { visit.till.live.announce(.floor) }
        var postings: [FolioPosting] = []
        for posting in back.value.postings {
            postings.append(try await restaurant.awaitOutcome(of: posting.id, atMostMs: WebConfiguration.outcomeWaitMsMax).posting)
        }
        let check = try await restaurant.check(back.value.check.id)
        let mask = NameMask(try visit.cashier)
        var response = Response.json(postings.allSatisfy(\.state.isFinal) ? status : .accepted) { json in
            json.object("check") { $0.fields(of: check, visit.language) }
            json.array("postings", postings) { $0.fields(of: $1, mask) }
        }
        if back.isRepeat { response.headers[.idempotencyReplayed] = "true" }
        return response
    }
}
