import Hummingbird
import Operations
import PointOfSale

/// Charging a room: search, choose, charge. Three taps and the digits.
enum RoomPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let check: CheckSummary
        let searchHint: String
        let findsByName: Bool
        let inputMode: String
        let digits = Array(1...9)
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
        let key: String
        let amount: String
        let data: String
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let check = try await visit.till.restaurant.check(try visit.checkID)
        guard check.state == .open, check.totals.remaining.isPositive else { return .seeOther("/checks/\(check.id)/pay") }
        return try await page(visit, check)
    }

    /// The form: `text`. Answers a fragment with the guests that the hotel named, or with what went wrong.
    static let search: @Sendable (Visit) async throws -> Response = { visit in
        _ = try visit.checkID
        var form = try await visit.form()
        let text = try form.text("text", lengthMax: GuestInquiry.charactersMax * 2)
        try form.nothingElse()
        let cashier = try visit.cashier
        do {
            let guests = try await visit.till.restaurant.findGuests(text, by: cashier)
            return fragment(GuestList(guests, searched: text, visit, seesCredit: cashier.may(.viewGuestCredit)), visit)
        } catch Refusal.guestNotFound {
            return fragment(GuestList(nobodyFor: text, visit.words), visit)
        } catch let refusal as Refusal {
            return fragment(GuestList(Problem(refusal), visit.words), visit)
        }
    }

    /// The form: `key`, `room`, `reservation`, `name`, `amount`, `tip`. Waits a moment for the hotel, then shows where it stands.
    static let charge: @Sendable (Visit) async throws -> Response = { visit in
        let restaurant = visit.till.restaurant
        let check = try await restaurant.check(try visit.checkID)
        var form = try await visit.form()
        let key = try form.parsed("key") { ClientKey($0) }
        let room = try form.parsed("room") { RoomNumber($0) }
        let reservation = try form.text("reservation")
        let name = try form.text("name", lengthMax: GuestChoice.nameCharactersMax)
        do {
            guard let guest = GuestChoice(roomNumber: room, reservationNumber: reservation, name: name) else { throw Refusal.guestInvalid }
            let amount = try form.amount("amount", check.currency)
            let tip = try form.optionalAmount("tip", check.currency) ?? .zero(check.currency)
            try form.nothingElse()
            let method = try await restaurant.paymentMethods().first { $0.kind == .room }
            guard let method else { throw Refusal.unknownPaymentMethod }
            let request = RoomChargeRequest(
                checkID: check.id, key: key, methodID: method.id, amount: amount, tip: tip, guest: guest,
                workstation: Workstation.name(visit))
            let charged = try await restaurant.chargeToRoom(request, by: visit.cashier)
            visit.till.live.announce(.floor)
            _ = try await restaurant.awaitOutcome(of: charged.value.posting.id, atMostMs: WebConfiguration.outcomeWaitMsMax)
            return .seeOther("/checks/\(check.id)/charges/\(charged.value.posting.id)")
        } catch let refusal as Refusal {
            return try await page(visit, check, problem: Problem(refusal))
        } catch let problem as Problem where problem.status == .unprocessableContent {
            return try await page(visit, check, problem: problem)
        }
    }

    private static func fragment(_ list: GuestList, _ visit: Visit) -> Response {
        .html(visit.till.templates.render("guests", list))
    }

    private static func page(_ visit: Visit, _ check: Check, problem: Problem? = nil) async throws -> Response {
        let property = try await visit.till.property()
        let words = visit.words
        let hotel = visit.till.restaurant.hotel.capabilities
        let remaining = check.totals.remaining
        let model = Model(
            chrome: Chrome(visit, property, cashier: try visit.cashier, section: .none, path: "/checks/\(check.id)/room"), words: words.all,
            problem: problem.map { ProblemBox($0, words) }, check: CheckSummary(check, words, property.calendar),
            searchHint: words(hotel.findsByName ? "searchByBoth" : "searchByRoom", ["system": hotel.systemName]),
            findsByName: hotel.findsByName, inputMode: "none", key: CheckID.make(at: visit.till.now).text,
            amount: MoneyText(visit.language).field(remaining),
            data: PageData.text { json in
                json.money(property.currency)
                json.field("remaining", remaining.minorUnits)
                json.field("searchPath", "/checks/\(check.id)/guests")
                json.words(["whichRoom", "asking", "noConnection", "chargeGuest", "chooseGuest"], words)
            })
        return .html(visit.till.templates.render("room", model), status: problem?.status ?? .ok)
    }
}

/// The name a till goes by in the hotel's books.
enum Workstation {
    /// Taken from the device's address until tills are enrolled with names of their own.
    static func name(_ visit: Visit) -> String { "TILL-" + visit.device.suffix(FolioPosting.workstationCharactersMax - 5) }
}
