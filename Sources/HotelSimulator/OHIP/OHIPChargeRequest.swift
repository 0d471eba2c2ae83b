import Foundation

/// The body of `postBillingCharges` or of `postChargesAndPayments`, read strictly: what Oracle's schema does not know is
/// refused, as OPERA does (`OPERAWS-GEN01242`).
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

    /// What is paid in the same call. Whole minor units.
    struct Payment: Sendable, Equatable {
        let method: String
        let amountMinor: Int
        let currencyCode, reference, remark: String
    }

    let cashier: Int?
    let lines: [Line]
    let payments: [Payment]

    /// Reads a body of charges and payments, which has nothing around it.
    /// - Parameter hotelID: the hotel of the path, which payments must agree with.
    init(withPayments body: Data, hotelID: String) throws(OHIPRefusal) {
        guard let object = try? JSONSerialization.jsonObject(with: body) as? [String: Any] else { throw .words("Unreadable JSON") }
        guard Self.holdsOnly(Sale.names, object),
            (object["charges"] as? [[String: Any]] ?? []).allSatisfy({ Self.holdsOnly(Charge.names, $0) }),
            (object["payments"] as? [[String: Any]] ?? []).allSatisfy({ Self.holdsOnly(Paid.names, $0) })
        else { throw .member }
        guard let wire = try? JSONDecoder().decode(Sale.self, from: body) else { throw .words("Unreadable JSON") }
        let paid = wire.payments ?? []
        guard paid.allSatisfy({ $0.hotelId.map { $0 == hotelID } ?? true }) else { throw .noHotel }
        guard wire.charges.allSatisfy({ $0.transactionCode.count <= Self.codeCharactersMax }) else { throw .words("Invalid code") }
        guard paid.count <= Self.linesMax else { throw .words("Too many payments") }
        lines = try Self.lines(wire.charges)
        cashier = wire.cashierId ?? wire.charges[0].cashierId
        var payments: [Payment] = []
        for payment in paid {
            guard let amount = payment.postingAmount.amount, let minor = Self.minorUnits(amount, times: 1) else {
                throw .words("Invalid amount")
            }
            payments.append(
                Payment(
                    method: payment.paymentMethod.paymentMethod ?? "", amountMinor: minor,
                    currencyCode: payment.postingAmount.currencyCode ?? "", reference: payment.postingReference ?? "",
                    remark: payment.postingRemark ?? ""))
        }
        self.payments = payments
    }

    /// The longest code beside a payment.
    private static let codeCharactersMax = 20

    /// Reads a body of charges.
    /// - Parameter hotelID: the hotel of the path, which the body must agree with.
    init(_ body: Data, hotelID: String) throws(OHIPRefusal) {
        guard let object = try? JSONSerialization.jsonObject(with: body) as? [String: Any] else { throw .words("Unreadable JSON") }
        guard Self.holdsOnly(Body.names, object), let criteria = object["criteria"] as? [String: Any],
            Self.holdsOnly(Criteria.names, criteria),
            (criteria["charges"] as? [[String: Any]])?.allSatisfy({ Self.holdsOnly(Charge.names, $0) }) == true
        else { throw .member }
        guard let wire = try? JSONDecoder().decode(Body.self, from: body).criteria else { throw .words("Unreadable JSON") }
        guard wire.hotelId.map({ $0 == hotelID }) ?? true else { throw .noHotel }
        lines = try Self.lines(wire.charges)
        cashier = wire.cashierId ?? wire.charges[0].cashierId
        payments = []
    }

    private static func lines(_ charges: [Charge]) throws(OHIPRefusal) -> [Line] {
        guard !charges.isEmpty, charges.count <= Self.linesMax else { throw .words("Charges are missing") }
        var lines: [Line] = []
        for charge in charges {
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
        return lines
    }

    private static func holdsOnly(_ names: Set<String>, _ object: [String: Any]) -> Bool { Set(object.keys).isSubset(of: names) }

    /// An amount that stands in a query, in whole cents.
    static func minorUnits(ofText text: String) -> Int? {
        guard text.utf8.count <= 20, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }) else { return nil }
        return Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")).flatMap { minorUnits($0, times: 1) }
    }

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
    private struct Sale: Decodable {
        static let names: Set<String> = ["charges", "payments", "cashierId"]
        let charges: [Charge]
        let payments: [Paid]?
        let cashierId: Int?
    }
    private struct Paid: Decodable {
        static let names: Set<String> = [
            "hotelId", "paymentMethod", "postingAmount", "postingReference", "postingRemark", "comments", "action", "folioWindowNo",
            "cashierId", "terminalId", "overrideInsufficientCC", "overrideARCreditLimit", "originalInvoice", "invoiceType",
        ]
        let hotelId: String?
        let paymentMethod: Method
        let postingAmount: Price
        let postingReference, postingRemark: String?
    }
    private struct Method: Decodable { let paymentMethod: String? }
    private struct Price: Decodable {
        let amount: Decimal?
        let currencyCode: String?
    }
}
