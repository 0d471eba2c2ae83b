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
        /// Whose guests are searched.
        let hotel: String
        /// The other hotels that this check may be charged to.
        let others: [Other]
        let inputMode: String
        let digits = Array(1...9)
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
        let key: String
        let amount: String
        /// The articles that are paid, where the page was opened for some.
        let articles: String
        let paysArticles: Bool
        let approval: Approval?
        /// Whether the guest signs first (`S2-07`).
        let asksSignature: Bool
        /// Whether the discount on the whole check may be spread over its articles, for a hotel that takes no other (`S2-12`).
        let maySpread: Bool
        let data: String
    }

    /// Another hotel that may be charged.
    private struct Other: Sendable {
        let path: String
        let name: String
    }

    /// A charge that waits for a manager's PIN (`S1-16`).
    struct Approval: Sendable {
        let hotel: String
        let room: String
        let reservation: String
        let name: String
        let amount: String
        let tip: String
        let articles: String
        let text: String
        let button: String
        /// What the guest has signed already.
        var signature = ""
    }

    /// The query: `hotel`, where there are several;
    /// `amount` and `lines`, when it is opened for a part; `approve`, a posting that the hotel refused for want of credit.
    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let restaurant = visit.till.restaurant
        let check = try await restaurant.check(try visit.checkID)
        guard check.state == .open, check.totals.remaining.isPositive else { return .seeOther("/checks/\(check.id)/pay") }
        let refused = visit.request.uri.queryParameters["approve"].flatMap { PostingID(text: String($0)) }
        guard let refused else { return try await page(visit, check, part: PartChoice(visit, check.currency)) }
        let charge = try await restaurant.roomCharge(of: refused)
        guard charge.check.id == check.id, let guest = charge.posting.guest else { throw Refusal.unknownPosting }
        let tender = charge.tender
        return try await page(visit, check, approval: approval(guest, of: charge.posting.integration, tender.amount, tender.tip, "", visit))
    }

    private static func approval(
        _ guest: GuestChoice, of hotel: Integration?, _ amount: Money, _ tip: Money, _ articles: String, _ visit: Visit
    ) -> Approval {
        let (words, money) = (visit.words, MoneyText(visit.language))
        let total = money.text(amount + tip)
        return Approval(
            hotel: hotel?.rawValue ?? "", room: guest.roomNumber.text, reservation: guest.reservationNumber, name: guest.name,
            amount: money.field(amount),
            tip: money.field(tip), articles: articles,
            text: words("approvalText", ["amount": total, "guest": guest.name, "room": guest.roomNumber.text]),
            button: words("approveAndCharge", ["amount": total]))
    }

    /// The form: `text`. Answers a fragment with the guests that the hotel named, or with what went wrong.
    static let search: @Sendable (Visit) async throws -> Response = { visit in
        _ = try visit.checkID
        var form = try await visit.form()
        let text = try form.text("text", lengthMax: GuestInquiry.charactersMax * 2)
        try form.nothingElse()
        let cashier = try visit.cashier
        let restaurant = visit.till.restaurant
        do {
            let integration = try await hotel(of: try visit.checkID, visit) ?? .opera
            if try await discountIsInTheWay(of: restaurant.check(try visit.checkID), integration, visit) {
                throw Refusal.checkDiscountNotTaken
            }
            let guests = try await restaurant.findGuests(text, in: integration, by: cashier)
            let system = try restaurant.hotels.line(integration).capabilities.systemName
            return fragment(
                GuestList(guests, searched: text, visit, system: system, seesCredit: cashier.may(.viewGuestCredit)), visit)
        } catch Refusal.guestNotFound {
            return fragment(GuestList(nobodyFor: text, visit.words), visit)
        } catch let refusal as Refusal {
            return fragment(GuestList(Problem(refusal), visit.words), visit)
        }
    }

    /// The hotel that the query names, or the first that the check may be charged to.
    private static func hotel(of check: CheckID, _ visit: Visit) async throws -> Integration? {
        let offered = try await visit.till.restaurant.hotelMethods(for: check).map(\.integration)
        let chosen = visit.request.uri.queryParameters["hotel"].flatMap { Integration(rawValue: String($0)) }
        return offered.first { $0 == chosen } ?? offered.first
    }

    /// The form: `hotel`, `key`, `room`, `reservation`, `name`, `amount`, `tip`; `lines` for a part, `pin` with a manager's word.
    /// Waits a moment for the hotel, then shows where it stands.
    static let charge: @Sendable (Visit) async throws -> Response = { visit in
        let restaurant = visit.till.restaurant
        let check = try await restaurant.check(try visit.checkID)
        var form = try await visit.form()
        let key = try form.parsed("key") { ClientKey($0) }
        let hotel = try form.optionalText("hotel").flatMap { Integration(rawValue: $0) }
        let room = try form.parsed("room") { RoomNumber($0) }
        let reservation = try form.text("reservation")
        let name = try form.text("name", lengthMax: GuestChoice.nameCharactersMax)
        var waiting: Approval?
        do {
            guard let guest = GuestChoice(roomNumber: room, reservationNumber: reservation, name: name) else { throw Refusal.guestInvalid }
            let amount = try form.amount("amount", check.currency)
            let tip = try form.optionalAmount("tip", check.currency) ?? .zero(check.currency)
            let articles = try form.optionalText("lines", lengthMax: Check.linesMax * (ClientKey.lengthMax + 5)) ?? ""
            let pin = try form.optionalText("pin", lengthMax: 20)
            let drawn = try form.optionalText("signature", lengthMax: SignatureStrokes.charactersMax)
            try form.nothingElse()
            guard let lines = LineChoice.parse(articles) else { throw Problem.fieldIsOutOfRange("lines") }
            waiting = approval(guest, of: hotel, amount, tip, articles, visit)
            waiting?.signature = drawn ?? ""
            let signature = try drawn.map { text in
                guard let strokes = SignatureStrokes(text: text) else { throw Refusal.signatureUnreadable }
                return strokes
            }
            let word = try await pin.asyncMap { pin in
                try await restaurant.approveCharge(
                    ApprovalRequest(
                        checkID: check.id, integration: hotel, guest: guest, amount: amount + tip, pin: pin, device: visit.device),
                    askedBy: visit.cashier)
            }
            let request = RoomChargeRequest(
                checkID: check.id, key: key, methodID: nil, integration: hotel, amount: amount, tip: tip, lines: lines, guest: guest,
                approvalID: word?.id,
                workstation: Workstation.name(visit), signature: signature)
            let charged = try await restaurant.chargeToRoom(request, by: visit.cashier)
            visit.till.live.announce(.floor)
            _ = try await restaurant.awaitOutcome(of: charged.value.posting.id, atMostMs: WebConfiguration.outcomeWaitMsMax)
            return .seeOther("/checks/\(check.id)/charges/\(charged.value.posting.id)")
        } catch let refusal as Refusal {
            return try await page(visit, check, hotel: hotel, problem: Problem(refusal), approval: refusal.asksForManager ? waiting : nil)
        } catch let problem as Problem where problem.status == .unprocessableContent {
            return try await page(visit, check, hotel: hotel, problem: problem)
        }
    }

    /// Turns the discount on the whole check into one for each article, and begins the charge anew (`S2-12`).
    static let spread: @Sendable (Visit) async throws -> Response = { visit in
        var form = try await visit.form()
        let hotel = try form.optionalText("hotel").flatMap { Integration(rawValue: $0) }
        try form.nothingElse()
        let id = try visit.checkID
        do {
            let check = try await visit.till.restaurant.spreadDiscount(of: id, by: visit.cashier)
            visit.till.live.announce(.floor)
            return .seeOther("/checks/\(check.id)/room" + (hotel.map { "?hotel=\($0.rawValue)" } ?? ""))
        } catch let refusal as Refusal where refusal.kind != .forbidden {
            return try await page(visit, try await visit.till.restaurant.check(id), hotel: hotel, problem: Problem(refusal))
        }
    }

    /// Whether the check has a discount on the whole of it, and the hotel takes none.
    private static func discountIsInTheWay(of check: Check, _ integration: Integration, _ visit: Visit) throws -> Bool {
        try check.checkDiscount != nil && !visit.till.restaurant.hotels.line(integration).capabilities.takesCheckDiscounts
    }

    private static func fragment(_ list: GuestList, _ visit: Visit) -> Response {
        .html(visit.till.templates.render("guests", list))
    }

    private static func page(
        _ visit: Visit, _ check: Check, hotel chosen: Integration? = nil, part: PartChoice? = nil, problem: Problem? = nil,
        approval: Approval? = nil
    ) async throws -> Response {
        let property = try await visit.till.property()
        let words = visit.words
        let restaurant = visit.till.restaurant
        let found = try await hotel(of: check.id, visit)
        let integration = chosen ?? found ?? .opera
        let hotel = try restaurant.hotels.line(integration).capabilities
        let offered = Set(try await restaurant.hotelMethods(for: check.id).map(\.integration))
        let others = Integration.allCases.filter { offered.contains($0) && $0 != integration }.map { other in
            Other(path: "/checks/\(check.id)/room?hotel=\(other.rawValue)", name: other.name)
        }
        let remaining = check.totals.remaining
        let signing = try await restaurant.signaturePolicy(of: integration)
        let isInTheWay = try discountIsInTheWay(of: check, integration, visit)
        let problem = problem ?? (isInTheWay ? Problem(Refusal.checkDiscountNotTaken) : nil)
        let maySpread = try isInTheWay && check.standingTenders.isEmpty && visit.cashier.may(.giveDiscounts)
        let model = Model(
            chrome: Chrome(visit, property, cashier: try visit.cashier, section: .none, path: "/checks/\(check.id)/room"), words: words.all,
            problem: problem.map { ProblemBox($0, words) }, check: CheckSummary(check, words, property.calendar),
            searchHint: words(hotel.findsByName ? "searchByBoth" : "searchByRoom", ["system": hotel.systemName]),
            hotel: integration.rawValue, others: others, inputMode: "none", key: CheckID.make(at: visit.till.now).text,
            amount: MoneyText(visit.language).field(part?.amount ?? remaining), articles: part.map { LineChoice.text($0.lines) } ?? "",
            paysArticles: part?.lines.isEmpty == false,
            approval: approval, asksSignature: signing.isAsked,
            maySpread: maySpread,
            data: PageData.text { json in
                json.money(property.currency)
                json.field("remaining", remaining.minorUnits)
                json.field("searchPath", "/checks/\(check.id)/guests?hotel=\(integration.rawValue)")
                json.words(["whichRoom", "asking", "noConnection", "chargeGuest", "chooseGuest", "signText"], words)
            })
        return .html(visit.till.templates.render("room", model), status: problem?.status ?? .ok)
    }
}

extension Refusal {
    /// Whether a manager's PIN, typed now or typed right, may help.
    fileprivate var asksForManager: Bool {
        switch self {
        case .creditExceeded, .wrongPIN, .signInSlowed, .notPermitted(.approveCredit), .approvalExpired: true
        default: false
        }
    }
}

extension Optional where Wrapped: Sendable {
    /// The value made of what is there, if anything is.
    fileprivate func asyncMap<Made: Sendable>(_ make: (Wrapped) async throws -> Made) async rethrows -> Made? {
        guard let self else { return nil }
        return try await make(self)
    }
}

/// The name a till goes by in the hotel's books.
enum Workstation {
    /// Taken from the device's address until tills are enrolled with names of their own.
    static func name(_ visit: Visit) -> String { "TILL-" + visit.device.suffix(FolioPosting.workstationCharactersMax - 5) }
}
