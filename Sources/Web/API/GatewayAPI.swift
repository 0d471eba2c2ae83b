import HTTPTypes
import Hummingbird
import Operations
import PointOfSale

/// What another till asks its gateway: the line, guests, and to take over postings, each once (`S1-02`). Called with a gateway key, never
/// by a person.
enum GatewayAPI {
    /// How many amounts of one kind a posting may have: one per itemizer.
    private static let amountsMax = Itemizer.numbers.count

    static let show: @Sendable (Visit) async throws -> Response = { visit in
        _ = try visit.sender
        let line = try await visit.till.restaurant.gatewayLine()
        return .json { json in
            json.field("mark", line.mark)
            json.field("phase", line.state.phase.rawValue)
            json.field("fault", line.state.fault?.rawValue)
            json.field("currency", line.currency.code)
            json.field("hotel", line.capabilities.systemName)
            json.field("findsByName", line.capabilities.findsByName)
            json.field("takesOutsideRevenue", line.capabilities.takesOutsideRevenue)
            json.field("takesCheckDiscounts", line.capabilities.takesCheckDiscounts)
        }
    }

    static let find: @Sendable (Visit) async throws -> Response = { visit in
        _ = try visit.sender
        var body = try await visit.json()
        let text = try body.text("text", lengthMax: GuestInquiry.charactersMax * 2)
        try body.nothingElse()
        let guests = try await visit.till.restaurant.findGuests(forAnotherTill: text)
        return .json { json in
            json.array("guests", guests) { json, guest in
                json.field("roomNumber", guest.roomNumber.text)
                json.field("reservationNumber", guest.reservationNumber)
                json.field("name", guest.name)
                json.field("title", guest.title)
                json.field("firstName", guest.firstName)
                json.field("arrival", guest.arrival?.description)
                json.field("departure", guest.departure?.description)
                json.field("vip", guest.vip)
                json.field("packageAllowance", guest.packageAllowance)
                json.field("mayBeCharged", guest.mayBeCharged)
                json.field("isPaymaster", guest.isPaymaster)
                json.field("creditLimit", guest.creditLimit?.minorUnits)
                json.field("balance", guest.balance?.minorUnits)
            }
        }
    }

    static let takeOver: @Sendable (Visit) async throws -> Response = { visit in
        let sender = try visit.sender
        var body = try await visit.json()
        let request = try handedOver(&body, key: try key(visit))
        let restaurant = visit.till.restaurant
        let taken = try await restaurant.takeOver(request, from: sender)
        let answer = try await restaurant.outcome(of: taken, atMostMs: WebConfiguration.outcomeWaitMsMax)
        var response = Response.json(answer.isRepeat ? .ok : .created) { $0.fields(of: answer) }
        if answer.isRepeat { response.headers[.idempotencyReplayed] = "true" }
        return response
    }

    static let showPosting: @Sendable (Visit) async throws -> Response = { visit in
        _ = try visit.sender
        let waitMs = visit.request.uri.queryParameters["waitMs"].flatMap { Int($0) } ?? 0
        let answer = try await visit.till.restaurant.relayed(
            key(visit), at: mark(visit), waitMs: min(max(waitMs, 0), WebConfiguration.outcomeWaitMsMax))
        return .json { $0.fields(of: answer) }
    }

    static let takeBack: @Sendable (Visit) async throws -> Response = { visit in
        let answer = try await visit.till.restaurant.takeBack(key(visit), at: mark(visit), from: visit.sender)
        return .json { $0.fields(of: answer) }
    }

    private static func key(_ visit: Visit) throws(Refusal) -> PostingAttemptID { try visit.identifier("key", orElse: .unknownRelayed) }

    /// The gateway that is meant.
    private static func mark(_ visit: Visit) throws(Refusal) -> String {
        guard let mark = visit.request.uri.queryParameters["mark"] else { throw .gatewayForgot }
        return String(mark)
    }

    private static func handedOver(_ body: inout JSONFields, key: PostingAttemptID) throws -> RelayedRequest {
        let currency = try body.parsed("currency") { Currency.known[$0] }
        let guest = body.has("guest") ? try RoomChargesAPI.guestChoice(&body) : nil
        let breakdown = PostingBreakdown(
            subtotals: try amounts("subtotals", &body, currency), discounts: try amounts("discounts", &body, currency),
            tip: Money(try body.integer("tip", in: bounds), currency),
            serviceCharge: Money(try body.integer("serviceCharge", in: bounds), currency))
        guard breakdown.total.minorUnits == (try body.integer("total", in: bounds)) else { throw Problem.fieldIsOutOfRange("total") }
        let date = try body.parsed("date") { BusinessDate(iso: $0) }
        let request = RelayedRequest(
            key: key, mark: try body.text("mark", lengthMax: 64), checkNumber: try body.integer("checkNumber", in: 1...Check.numberMax),
            guest: guest, breakdown: breakdown, covers: try body.integer("covers", in: 1...999),
            outletNumber: try body.integer("outletNumber", in: 1...99_999),
            servicePeriod: try body.integer("servicePeriod", in: 1...9_999),
            tableNumber: try body.optionalInteger("tableNumber", in: 1...9_999),
            cashierName: try body.parsed("cashierName", lengthMax: RelayedRequest.cashierNameCharactersMax) { plain($0) },
            workstation: try body.parsed("workstation", lengthMax: FolioPosting.workstationCharactersMax) { plain($0) },
            hotelCode: try body.parsed("hotelCode", lengthMax: PaymentMethod.hotelCodeCharactersMax) { plain($0) },
            overridesCredit: try body.flag("overridesCredit"),
            stamp: PostingStamp(time: try body.parsed("time") { LocalTime(on: date, clock: $0) }))
        try body.nothingElse()
        return request
    }

    private static let bounds = -1_000_000_000...1_000_000_000

    private static func amounts(_ name: String, _ body: inout JSONFields, _ currency: Currency) throws -> [Itemizer: Money] {
        var amounts: [Itemizer: Money] = [:]
        for var entry in try body.objects(name, countMax: amountsMax) {
            guard let itemizer = Itemizer(try entry.integer("itemizer", in: Itemizer.numbers)), amounts[itemizer] == nil else {
                throw Problem.fieldIsOutOfRange(name)
            }
            amounts[itemizer] = Money(try entry.integer("amount", in: bounds), currency)
            try entry.nothingElse()
        }
        return amounts
    }

    /// A text that may go over a hotel's wire; nil when it may not.
    private static func plain(_ text: String) -> String? {
        let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0 != "|" }
        return text.isEmpty || !isPlain ? nil : text
    }
}

extension LocalTime {
    /// A time of day as `20:15:30`; nil when it is none.
    fileprivate init?(on date: BusinessDate, clock: String) {
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false).compactMap { $0.utf8.count == 2 ? Int($0) : nil }
        guard parts.count == 3, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]), (0..<60).contains(parts[2]) else { return nil }
        self.init(year: date.year, month: date.month, day: date.day, hour: parts[0], minute: parts[1], second: parts[2])
    }
}

extension JSONWriter {
    /// What became of a posting, for the till that handed it over.
    fileprivate mutating func fields(of answer: RelayedAnswer) {
        field("state", answer.state.rawValue)
        field("code", answer.code)
        field("hotelText", answer.hotelText)
        texts("transactionNumbers", answer.transactionNumbers)
        field("postingId", answer.postingID?.text)
    }
}
