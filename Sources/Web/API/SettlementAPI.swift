import HTTPTypes
import Hummingbird
import Operations
import PointOfSale

/// Parts of a check, and a manager's word on a guest's credit.
enum SettlementAPI {
    private enum Way: String {
        case equally
        case amounts
        case bySeat
    }

    /// `{way: equally, count}`, `{way: amounts, amounts}` or `{way: bySeat}`.
    static let split: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.checkID
        var body = try await visit.json()
        let currency = try await visit.till.property().currency
        let split: Split
        switch try body.parsed("way", { Way(rawValue: $0) }) {
        case .equally: split = .equally(try body.integer("count", in: 1...Split.partsMax))
        case .amounts:
            split = .amounts(
                try body.integers("amounts", in: PaymentsAPI.amounts, countMax: Split.partsMax).map { Money($0, currency) })
        case .bySeat: split = .bySeat
        }
        try body.nothingElse()
        let parts = try await visit.till.restaurant.parts(of: id, split)
        return .json { json in
            json.array("parts", parts) { json, part in
                json.field("number", part.number)
                json.field("amount", part.amount.minorUnits)
                json.array("lines", part.lines.sorted { $0.key.text < $1.key.text }) { json, line in
                    json.field("lineId", line.key.text)
                    json.field("quantity", line.value)
                }
            }
        }
    }

    static let approve: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.checkID
        var body = try await visit.json()
        let amount = try body.integer("amount", in: PaymentsAPI.amounts)
        let pin = try body.text("pin", lengthMax: 20)
        let guest = try RoomChargesAPI.guestChoice(&body)
        try body.nothingElse()
        let currency = try await visit.till.property().currency
        let request = ApprovalRequest(checkID: id, guest: guest, amount: Money(amount, currency), pin: pin, device: visit.device)
        let approval = try await visit.till.restaurant.approveCharge(request, askedBy: visit.cashier)
        return .json(.created) { json in
            json.field("id", approval.id.text)
            json.field("amount", approval.amount.minorUnits)
            json.field("expiresAt", TimeText.iso(approval.expiresAt))
        }
    }
}
