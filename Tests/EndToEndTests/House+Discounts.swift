import NIOHTTP1
import Operations
import PointOfSale
import Storage
import Testing

@testable import Ardoise

extension House {
    /// Gives discounts, takes them back or spreads them, as the order screen does; as a manager unless somebody else is named.
    func change(_ check: CheckBody, _ changes: [DiscountBody], as client: TillClient? = nil) async throws -> TillClient.Answer {
        try await (client ?? manager).send(.POST, "/api/v1/checks/\(check.id)/lines", DiscountsBody(changes: changes))
    }

    /// The same, and the check as it is then.
    func changed(_ check: CheckBody, _ changes: [DiscountBody], as client: TillClient? = nil) async throws -> DiscountedBody {
        let answer = try await change(check, changes, as: client)
        try #require(answer.status == 200, "\(answer.text)")
        return try answer.read()
    }

    /// The check with its lines and discounts.
    func discounted(_ check: CheckBody) async throws -> DiscountedBody { try await waiter.call(.GET, "/api/v1/checks/\(check.id)") }

    /// A discount that waiters may give, set up over the pages of the back office.
    func preset(_ name: String, percent: String = "", amount: String = "", scope: String = "both", manager: Bool = false) async throws
        -> String
    {
        let fields = [
            ("nameFR", name), ("nameEN", ""), ("percent", percent), ("amount", amount), ("scope", scope), ("position", ""),
            ("active", "on"),
        ]
        let saved = try await administrator().form(
            "/configuration/settings/discounts/add", manager ? fields + [("manager", "on")] : fields)
        try #require(saved.status == 303, "\(saved.text)")
        let presets = try await running.restaurant.database.read { tx in try tx.discountPresets() }
        return try #require(presets.first { $0.name.fr == name }).id.text
    }
}

struct DiscountsBody: Encodable, Sendable { let changes: [DiscountBody] }

/// One change about a discount.
struct DiscountBody: Encodable, Sendable {
    var op = "discount"
    var id = House.key()
    var lineId: String?
    var presetId: String?
    var rate: Int?
    var value: Int?
    var reason: String?
    var discountId: String?

    /// A discount that somebody types.
    static func custom(_ lineId: String? = nil, rate: Int? = nil, value: Int? = nil) -> DiscountBody {
        DiscountBody(lineId: lineId, rate: rate, value: value, reason: "Attente trop longue")
    }

    static func remove(_ id: String) -> DiscountBody { DiscountBody(op: "removeDiscount", discountId: id) }
    static func spread(_ id: String) -> DiscountBody { DiscountBody(op: "spreadDiscount", discountId: id) }
}

struct DiscountedBody: Decodable, Sendable {
    let total: Int
    let gross: Int
    let discount: Int
    let lines: [Line]
    let discounts: [Given]
    let taxes: [Tax]

    struct Line: Decodable, Sendable {
        let id: String
        let quantity: Int
        let unitPrice: Int
        let discount: Int
        let amount: Int
    }

    struct Given: Decodable, Sendable {
        let id: String
        let lineId: String?
        let rate: Int?
        let value: Int?
        let off: Int
        let carriesOn: String?
    }

    struct Tax: Decodable, Sendable {
        let rate: Int
        let gross: Int
    }
}
