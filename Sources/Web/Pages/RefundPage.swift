import Hummingbird
import Operations
import PointOfSale

/// Giving back articles of a closed check: which, why, and how the money goes back.
enum RefundPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let check: CheckSummary
        let title: String
        let key: String
        let lines: [Line]
        let tip: String
        let tipMax: String?
        let reason: String
        let ways: [RefundWayRow]
        let data: String
    }

    private struct Line: Sendable {
        let id: String
        let name: String
        let left: Int
        let ofQuantity: String
        let price: String
        let minor: Int
    }

    /// What somebody typed, to be shown again when it was refused.
    private struct Typed: Sendable {
        let tip: String
        let reason: String
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in try await page(visit) }

    /// The form: `key`, `lines` (as `LineChoice` writes them), `tip`, `reason`, `way`, `room`.
    static let refund: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.checkID
        let currency = try await visit.till.property().currency
        var form = try await visit.form()
        let key = try form.parsed("key") { ClientKey($0) }
        let lines = try form.text("lines", lengthMax: Check.linesMax * (ClientKey.lengthMax + 5))
        let typed = Typed(tip: try form.optionalText("tip") ?? "", reason: try form.text("reason", lengthMax: 500))
        let choice = RefundWayChoice(way: try form.text("way"), room: try form.optionalText("room"))
        try form.nothingElse()
        do {
            guard let chosen = LineChoice.parse(lines) else { throw Problem.fieldIsOutOfRange("lines") }
            guard let tip = typed.tip.isEmpty ? .zero(currency) : MoneyText.parse(typed.tip, currency) else {
                throw Problem.amountUnreadable("tip")
            }
            let request = RefundRequest(
                checkID: id, key: key, lines: chosen, tip: tip, way: try await choice.way(for: id, visit), reason: typed.reason,
                workstation: Workstation.name(visit))
            return try await ClosedCheckPage.follow(try await visit.till.restaurant.refundCheck(request, by: visit.cashier), visit)
        } catch let refusal as Refusal {
            return try await page(visit, typed, problem: Problem(refusal))
        } catch let problem as Problem {
            return try await page(visit, typed, problem: problem)
        }
    }

    private static func page(_ visit: Visit, _ typed: Typed? = nil, problem: Problem? = nil) async throws -> Response {
        let story = try await visit.till.restaurant.story(of: try visit.checkID)
        guard story.mayBeRefunded || problem != nil else { return .seeOther("/history/\(story.check.id)") }
        let property = try await visit.till.property()
        let (words, check, money) = (visit.words, story.check, MoneyText(visit.language))
        let tips = check.totals.tips + story.refunds.filter { $0.state != .voided }.map(\.totals.tips).total(check.currency)
        let model = Model(
            chrome: Chrome(visit, property, cashier: try visit.cashier, section: .history, path: "/history/\(check.id)/refund"),
            words: words.all, problem: problem.map { ProblemBox($0, words) }, check: CheckSummary(check, words, property.calendar),
            title: words("refundTitle", ["number": String(check.number)]), key: CheckID.make(at: visit.till.now).text,
            lines: check.lines.compactMap { line in
                guard let left = story.refundableLines[line.id], left > 0 else { return nil }
                return Line(
                    id: line.id.text, name: line.name.text(in: visit.language), left: left,
                    ofQuantity: words("ofQuantity", ["count": String(left)]), price: money.bare(line.unitPrice),
                    minor: line.unitPrice.minorUnits)
            },
            tip: typed?.tip ?? "", tipMax: tips.isPositive ? money.text(tips) : nil, reason: typed?.reason ?? "",
            ways: try await RefundWayRow.rows(of: check, visit), data: PageData.text { json in json.money(property.currency) })
        return .html(visit.till.templates.render("refund", model), status: problem?.status ?? .ok)
    }
}

/// One way of giving money back, as the pages offer it: a method, or the account of a stay that was charged.
struct RefundWayRow: Sendable {
    let value: String
    let name: String
    let isFirst: Bool

    /// The ways for a check: the stays that it was charged to first, then what is settled at once.
    static func rows(of original: Check?, _ visit: Visit) async throws -> [RefundWayRow] {
        let restaurant = visit.till.restaurant
        let mask = NameMask(try visit.cashier)
        var rows: [(value: String, name: String)] = []
        if let original {
            var named: Set<GuestChoice> = []
            for posting in try await restaurant.story(of: original.id).postings where posting.state == .accepted {
                guard let guest = posting.guest, !posting.breakdown.total.isNegative, named.insert(guest).inserted else { continue }
                let name = visit.words("refundToRoom", ["room": guest.roomNumber.text, "guest": mask.name(guest.name)])
                rows.append(("posting:\(posting.id)", name))
            }
        }
        for method in try await restaurant.paymentMethods() where !method.kind.isHotelAccount {
            rows.append(("method:\(method.id)", method.name.text(in: visit.language)))
        }
        return rows.enumerated().map { RefundWayRow(value: $0.element.value, name: $0.element.name, isFirst: $0.offset == 0) }
    }
}

/// The way that a form names: `method:…`, or `posting:…` for the stay that this posting was charged to, in another room if it has moved.
struct RefundWayChoice: Sendable {
    let way: String
    let room: String?

    /// What it stands for.
    func way(for original: CheckID, _ visit: Visit) async throws -> RefundWay {
        let restaurant = visit.till.restaurant
        if let method = Self.id(way, "method:", as: PaymentMethod.self) { return RefundWay(methodID: method) }
        guard let id = Self.id(way, "posting:", as: FolioPosting.self),
            let posting = try await restaurant.story(of: original).postings.first(where: { $0.id == id }), let charged = posting.guest,
            let tender = try await restaurant.check(original).tenders.first(where: { $0.id == posting.tenderID })
        else { throw Problem.fieldIsOutOfRange("way") }
        guard let room else { return RefundWay(methodID: tender.paymentMethodID, guest: charged) }
        guard let number = RoomNumber(room),
            let moved = GuestChoice(roomNumber: number, reservationNumber: charged.reservationNumber, name: charged.name)
        else { throw Problem.fieldIsOutOfRange("room") }
        return RefundWay(methodID: tender.paymentMethodID, guest: moved)
    }

    private static func id<Subject>(_ text: String, _ prefix: String, as: Subject.Type) -> Identifier<Subject>? {
        text.hasPrefix(prefix) ? Identifier(text: String(text.dropFirst(prefix.count))) : nil
    }
}
