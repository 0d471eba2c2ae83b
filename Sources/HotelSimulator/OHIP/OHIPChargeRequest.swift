import Foundation

/// The body of `postBillingCharges`, read strictly: what Oracle's schema does not know is refused, as OPERA does (`OPERAWS-GEN01242`).
struct OHIPChargeRequest: Sendable, Equatable {
    /// The most lines of one call.
    static let linesMax = 200

    /// One line. Amounts are whole minor units, price times quantity.
    struct Line: Sendable, Equatable {
        let transactionCode: String
        let amountMinor: Int
        let quantity: Int
        let currencyCode: String
        let reference, remark, checkNumber, covers: String
    }

    let cashier: Int?
    let lines: [Line]

    /// Reads a body.
    /// - Parameter hotelID: the hotel of the path, which the body must agree with.
    init(_ body: Data, hotelID: String) throws(OHIPRefusal) {
        guard let object = try? JSONSerialization.jsonObject(with: body) as? [String: Any] else { throw .words("Unreadable JSON") }
        guard Self.holdsOnly(Body.names, object), let criteria = object["criteria"] as? [String: Any],
            Self.holdsOnly(Criteria.names, criteria),
            (criteria["charges"] as? [[String: Any]])?.allSatisfy({ Self.holdsOnly(Charge.names, $0) }) == true
        else { throw .member }
        guard let wire = try? JSONDecoder().decode(Body.self, from: body).criteria else { throw .words("Unreadable JSON") }
        guard wire.hotelId.map({ $0 == hotelID }) ?? true else { throw .noHotel }
        guard !wire.charges.isEmpty, wire.charges.count <= Self.linesMax else { throw .words("Charges are missing") }
        cashier = wire.cashierId ?? wire.charges[0].cashierId
        var lines: [Line] = []
        for charge in wire.charges {
            let quantity = charge.postingQuantity ?? 1
            guard let amount = charge.price.amount, let minor = Self.minorUnits(amount, times: quantity) else {
                throw .words("Invalid price")
            }
            lines.append(
                Line(
                    transactionCode: charge.transactionCode, amountMinor: minor, quantity: quantity,
                    currencyCode: charge.price.currencyCode ?? "", reference: charge.postingReference ?? "",
                    remark: charge.postingRemark ?? "", checkNumber: charge.checkNumber ?? "", covers: charge.covers ?? ""))
        }
        self.lines = lines
    }

    private static func holdsOnly(_ names: Set<String>, _ object: [String: Any]) -> Bool { Set(object.keys).isSubset(of: names) }

    /// Whole cents, or nil when the amount is finer than that or too large for any bill.
    private static func minorUnits(_ amount: Decimal, times quantity: Int) -> Int? {
        let scaled = amount * 100 * Decimal(quantity)
        var (rounded, value) = (Decimal(), scaled)
        NSDecimalRound(&rounded, &value, 0, .plain)
        guard rounded == scaled, abs(scaled) <= Decimal(Hotel.creditLimitMinorMax) else { return nil }
        return Int("\(rounded)")
    }

    /// Names as they stand on the wire, with those of the schema that a till does not send.
    private struct Body: Decodable {
        static let names: Set<String> = ["criteria", "links", "warnings"]
        let criteria: Criteria
    }
    private struct Criteria: Decodable {
        static let names: Set<String> = [
            "hotelId", "charges", "reservationId", "incomeAuditDate", "postIt", "cashierId", "welcomeOfferPosting",
        ]
        let hotelId: String?
        let cashierId: Int?
        let charges: [Charge]
    }
    private struct Charge: Decodable {
        static let names: Set<String> = [
            "transactionCode", "articleCode", "price", "postingQuantity", "postingReference", "postingRemark", "checkNumber", "covers",
            "folioWindowNo", "applyRoutingInstructions", "usePackageAllowance", "autoPosting", "arrangementCode",
            "incrementConsumableInvQty", "financialTransactionIdList", "cashierId",
        ]
        let transactionCode: String
        let price: Price
        let postingQuantity, cashierId: Int?
        let postingReference, postingRemark, checkNumber, covers: String?
    }
    private struct Price: Decodable {
        let amount: Decimal?
        let currencyCode: String?
    }
}
