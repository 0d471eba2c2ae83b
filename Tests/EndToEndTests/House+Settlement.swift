import HotelSimulator
import NIOHTTP1
import Testing

@testable import Ardoise

extension House {
    /// The payment method of that kind.
    func method(_ kind: String) async throws -> String {
        let methods: MethodsBody = try await waiter.call(.GET, "/api/v1/payment-methods")
        return try #require(methods.paymentMethods.first { $0.kind == kind }).id
    }

    /// Pays a check, or a part of it.
    func settle(_ check: CheckBody, by kind: String = "card", _ amount: Int? = nil, tip: Int = 0, lines: [PickBody]? = nil) async throws
        -> TillClient.Answer
    {
        try await waiter.send(
            .POST, "/api/v1/checks/\(check.id)/payments",
            SettlementBody(paymentMethodId: try await method(kind), amount: amount ?? check.remaining, tip: tip, lines: lines),
            key: House.key())
    }

    /// Charges articles, or with a manager's word.
    func charge(_ check: CheckBody, to guest: GuestBody, amount: Int, tip: Int = 0, lines: [PickBody]? = nil, approval: String? = nil)
        async throws -> TillClient.Answer
    {
        try await waiter.send(
            .POST, "/api/v1/checks/\(check.id)/room-charges",
            SettlementBody(amount: amount, tip: tip, lines: lines, guest: ChargeBody.Guest(guest), approvalId: approval), key: House.key())
    }

    /// Voids a check, as a manager unless somebody else is named.
    func void(_ check: CheckBody, key: String = House.key(), as client: TillClient? = nil) async throws -> TillClient.Answer {
        try await (client ?? manager).send(.POST, "/api/v1/checks/\(check.id)/void", SettlementBody(reason: "Erreur de table"), key: key)
    }

    /// Refunds articles of a check, all without `lines`.
    func refund(_ check: CheckBody, _ lines: [PickBody]? = nil, by kind: String = "cash", to guest: GuestBody? = nil, tip: Int = 0)
        async throws -> TillClient.Answer
    {
        try await manager.send(
            .POST, "/api/v1/checks/\(check.id)/refunds",
            SettlementBody(
                paymentMethodId: try await method(kind), tip: tip, lines: lines, guest: guest.map(ChargeBody.Guest.init),
                reason: "Plat froid"),
            key: House.key())
    }

    /// The check with its lines and payments.
    func whole(_ check: CheckBody) async throws -> WholeCheckBody { try await waiter.call(.GET, "/api/v1/checks/\(check.id)") }

    /// What stands on a stay's folio, minor units.
    func balance(_ guest: GuestBody) async throws -> Int { try await running.folio(of: guest.reservationNumber).balanceMinor }

    /// Every charge in the hotel's ledger under a check's number, oldest first.
    func charges(ofCheck number: Int) -> [Charge] {
        running.hotel.ledger.entries.compactMap { entry in
            guard case .booked(let booking) = entry.event, booking.charge.details.isOfCheck(number) else { return nil }
            return booking.charge
        }
    }
}

extension Charge {
    /// What the hotel was told for one part, minor units; nothing when it was not.
    func amount(of component: ChargeComponent) -> Int { parts.filter { $0.component == component }.reduce(0) { $0 + $1.amountMinor } }
}

extension ChargeBody.Guest {
    init(_ guest: GuestBody) {
        self.init(roomNumber: guest.roomNumber, reservationNumber: guest.reservationNumber, name: guest.name)
    }
}

/// Whatever a settlement request may carry.
struct SettlementBody: Encodable, Sendable {
    var paymentMethodId: String?
    var amount: Int?
    var tip: Int?
    var lines: [PickBody]?
    var guest: ChargeBody.Guest?
    var approvalId: String?
    var reason: String?
    var pin: String?
    var way: String?
    var count: Int?
    var amounts: [Int]?
    var signature: String?
    var managerPin: String?
    var confirmed: Bool?
}

/// So many articles of a line.
struct PickBody: Codable, Sendable, Hashable {
    let lineId: String
    let quantity: Int
}

struct WholeCheckBody: Decodable {
    let id: String
    let number: Int
    let state: String
    let total: Int
    let refunds: String?
    let lines: [Line]
    let tenders: [Tender]
    let taxes: [Tax]

    struct Line: Decodable {
        let id: String
        let quantity: Int
        let unitPrice: Int
        let refundsLineId: String?
    }
    struct Tender: Decodable {
        let kind: String
        let amount: Int
        let tip: Int
        let state: String
        let reverses: String?
    }
    struct Tax: Decodable {
        let rate: Int
        let tax: Int
    }
}

struct MoneyBackBody: Decodable {
    let check: WholeCheckBody
    let postings: [PostingBody]
}
struct PartsBody: Decodable {
    let parts: [Part]
    struct Part: Decodable {
        let number: Int?
        let amount: Int
        let lines: [PickBody]
    }
}
struct ApprovalBody: Decodable { let id: String }
struct SeatedLinesBody: Encodable, Sendable {
    let changes: [Change]
    struct Change: Encodable, Sendable {
        var op = "add"
        let id: String
        let menuItemId: String
        let quantity: Int
        let seat: Int?
    }
}
