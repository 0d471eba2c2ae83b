import Hummingbird
import Operations
import PointOfSale

/// The parts of what is left of a check: by guest, by seat, by article. Each is then paid like a whole one.
enum SplitPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let check: CheckSummary
        let counts: [Count]
        let parts: [Part]
        let seats: [Part]
        let mayPickLines: Bool
        let lines: [Line]
        let hasRoom: Bool
        let data: String
    }

    private struct Count: Sendable {
        let count: Int
        let isShown: Bool
    }

    private struct Part: Sendable {
        let name: String
        let amount: String
        let minor: Int
        /// What follows the address of the pay or room page.
        let query: String
    }

    private struct Line: Sendable {
        let id: String
        let name: String
        let left: Int
        let ofQuantity: String
        let price: String
        let minor: Int
        /// What discounts still take off what is left, minor units.
        let discount: Int
    }

    /// The most parts on one page by buttons; more can be asked for over the API.
    private static let countsMax = 12

    /// The query: `guests`, the number of equal parts; as many as covers without it.
    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let restaurant = visit.till.restaurant
        let check = try await restaurant.check(try visit.checkID)
        guard check.state == .open, check.refunds == nil, check.totals.remaining.isPositive else {
            return .seeOther("/checks/\(check.id)/pay")
        }
        let asked = visit.request.uri.queryParameters["guests"].flatMap { Int($0) }
        let count = asked ?? min(max(check.covers, 2), countsMax)
        let (words, money) = (visit.words, MoneyText(visit.language))
        let (equal, problem) = await parts(.equally(count), of: check, visit)
        let (seats, _) = await parts(.bySeat, of: check, visit)
        let unpaid = try await restaurant.unpaidLines(of: check.id)
        let discounts = try await restaurant.unpaidDiscounts(of: check.id)
        let property = try await visit.till.property()
        let hasRoom = try await restaurant.paymentMethods().contains { $0.kind.isHotelAccount }
        let model = Model(
            chrome: Chrome(visit, property, cashier: try visit.cashier, section: .none, path: "/checks/\(check.id)/split"),
            words: words.all,
            problem: problem.map { ProblemBox($0, words) }, check: CheckSummary(check, words, property.calendar),
            counts: (2...countsMax).map { Count(count: $0, isShown: $0 == count) },
            parts: equal.map { part in
                let rest = count > 2 ? "&then=\(count - 1)" : ""
                return row(part, words("partNumber", ["number": String(part.number ?? 0)]), money, rest: rest)
            },
            seats: seats.contains { $0.number != nil }
                ? seats.map { row($0, $0.number.map { words("seatNumber", ["number": String($0)]) } ?? words["noSeat"], money) } : [],
            mayPickLines: unpaid != nil, lines: lines(of: check, unpaid ?? [:], discounts, words), hasRoom: hasRoom,
            data: PageData.text { json in
                json.money(property.currency)
                json.field("check", check.id.text)
            })
        return .html(visit.till.templates.render("split", model), status: problem?.status ?? .ok)
    }

    private static func parts(_ split: Split, of check: Check, _ visit: Visit) async -> ([CheckPart], Problem?) {
        do {
            return (try await visit.till.restaurant.parts(of: check.id, split), nil)
        } catch let refusal as Refusal {
            return ([], Problem(refusal))
        } catch {
            return ([], .fault)
        }
    }

    private static func row(_ part: CheckPart, _ name: String, _ money: MoneyText, rest: String = "") -> Part {
        let lines = part.lines.isEmpty ? "" : "&lines=\(LineChoice.text(part.lines))"
        return Part(
            name: name, amount: money.text(part.amount), minor: part.amount.minorUnits,
            query: "?amount=\(part.amount.minorUnits)\(lines)\(rest)")
    }

    private static func lines(
        of check: Check, _ unpaid: [ClientKey: Int], _ discounts: [ClientKey: Money], _ words: Words
    ) -> [Line] {
        let money = MoneyText(words.language)
        return check.lines.compactMap { line in
            guard let left = unpaid[line.id], left > 0 else { return nil }
            return Line(
                id: line.id.text, name: line.name.text(in: words.language), left: left,
                ofQuantity: words("ofQuantity", ["count": String(left)]),
                price: money.bare(line.unitPrice), minor: line.unitPrice.minorUnits,
                discount: discounts[line.id]?.minorUnits ?? 0)
        }
    }
}

/// The part of a check that a pay or room page was opened for, as its address carries it: `amount` in minor units, `lines`, `then`.
struct PartChoice: Sendable {
    let amount: Money?
    let lines: [ClientKey: Int]
    /// How many equal parts are left to be paid after this one.
    let then: Int?

    init(_ visit: Visit, _ currency: Currency) {
        let query = visit.request.uri.queryParameters
        amount = query["amount"].flatMap { Int($0) }.flatMap { PaymentsAPI.amounts.contains($0) ? Money($0, currency) : nil }
        lines = query["lines"].flatMap { LineChoice.parse(String($0)) } ?? [:]
        then = query["then"].flatMap { Int($0) }.flatMap { (1...Split.partsMax).contains($0) ? $0 : nil }
    }
}
