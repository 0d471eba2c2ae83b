import PointOfSale

/// What OPERA Cloud is asked to put on a reservation (`csh.json`, `postBillingCharges`).
///
/// The call has no total and no place for tips, discounts or service: each is a line with its own transaction code, and a discount is a
/// negative one (`ohip.md` §3.2). Our subtotals hold their tax, so that the codes must be ones that add none. What is taken back goes as
/// the mirror of what was sent, every line with the other sign (§3.3).
///
/// Revenue that no room pays is charged to the house's account and paid there in the same call (`postChargesAndPayments`), so that there is
/// no moment at which one is known of and the other not.
struct OHIPCharge: Hashable, Sendable {
    /// One line.
    struct Line: Hashable, Sendable {
        let transactionCode: String
        let amount: Money
    }

    /// Whose bill it goes to.
    enum Account: Hashable, Sendable {
        case guest(GuestChoice)
        /// The reservation in that pseudo room.
        case house(RoomNumber)
    }

    /// How what was charged to the house's account is paid there.
    struct Payment: Hashable, Sendable {
        let method: String
        let amount: Money
    }

    /// Why there is nothing that could be sent.
    enum Gap: Error, Hashable, Sendable {
        /// Only reservations can be charged, and no account of the house is named.
        case noGuest
        case paymentMethodMissing
        /// The call that takes payments, too, has room for twenty characters.
        case codeTooLong(String)
        case codeMissing(TransactionCodeMap.Part)
        case nothingToCharge

        /// For whoever sets the house up.
        var words: String {
            switch self {
            case .noGuest: "OPERA Cloud charges reservations only, and no house account is set"
            case .paymentMethodMissing: "no hotel code for this way of paying"
            case .codeTooLong(let code): "transaction code \(code) is too long for revenue"
            case .codeMissing(let part): "no transaction code for \(part)"
            case .nothingToCharge: "there is nothing to charge"
            }
        }
    }

    let account: Account
    let lines: [Line]
    /// Nil for a guest's charge.
    let payment: Payment?
    /// `A1007`: the same on every record of a check, never used for another one.
    let checkNumber: String
    /// `A1007.4242`: this attempt and no other. It is what the read-back looks for.
    let reference: String
    private let remark: String
    private let covers: Int
    private let hotelID: String
    private let cashierID: Int
    private let usesPackageAllowance: Bool

    /// The charge for a posting under a number.
    /// - Throws: `Gap` when it cannot be put into the hotel's codes.
    init(_ posting: FolioPosting, number: Int, settings: OHIPSettings) throws(Gap) {
        let parts = posting.breakdown
        var amounts: [(TransactionCodeMap.Part, Money)] = parts.subtotals.sorted { $0.key < $1.key }.map { (.sales($0.key), $0.value) }
        amounts += parts.discounts.sorted { $0.key < $1.key }.map { (.discount($0.key), $0.value) }
        amounts += [(.serviceCharge, parts.serviceCharge), (.tip, parts.tip)]
        var lines: [Line] = []
        for (part, amount) in amounts where !amount.isZero {
            guard let code = settings.codes.code(of: part, outlet: posting.outletNumber, servicePeriod: posting.servicePeriod) else {
                throw .codeMissing(part)
            }
            lines.append(Line(transactionCode: code, amount: amount))
        }
        guard !lines.isEmpty else { throw .nothingToCharge }
        self.lines = lines
        (account, payment) = try Self.account(of: posting, settings)
        if payment != nil, let code = lines.map(\.transactionCode).first(where: { $0.count > Self.codeWithPaymentCharactersMax }) {
            throw .codeTooLong(code)
        }
        checkNumber = posting.folioMark
        reference = posting.reference(number: number).text
        remark = posting.tableNumber.map { "\(posting.folioMark) T\($0)" } ?? posting.folioMark
        covers = parts.total.isPositive ? posting.covers : 0
        hotelID = settings.hotelID
        cashierID = settings.cashierID
        usesPackageAllowance = settings.usesPackageAllowance
    }

    /// The longest code of a line that goes with a payment (`csh.json`, `chargesAndPayments`).
    private static let codeWithPaymentCharactersMax = 20

    private static func account(of posting: FolioPosting, _ settings: OHIPSettings) throws(Gap) -> (Account, Payment?) {
        if let guest = posting.guest { return (.guest(guest), nil) }
        guard let house = settings.houseAccount else { throw .noGuest }
        guard let method = house.paymentMethod(for: posting.hotelCode) else { throw .paymentMethodMissing }
        return (.house(house.room), Payment(method: method, amount: posting.breakdown.total))
    }

    /// The body. The reservation stands in the path only, and the cashier once: with both in the body, too, houses have answered 500
    /// (`ohip.md` §3.1).
    var json: JSONValue {
        if let payment { return json(with: payment) }
        return .object([
            .init(
                name: "criteria",
                value: .object([
                    .init(name: "hotelId", value: .string(hotelID)),
                    .init(name: "cashierId", value: .number(String(cashierID))),
                    .init(name: "postIt", value: .bool(false)),
                    .init(name: "charges", value: .array(lines.indices.map(json(ofLine:)))),
                ]))
        ])
    }

    /// The body of `postChargesAndPayments`, which has no `criteria` around it. What came to nothing needs no payment.
    private func json(with payment: Payment) -> JSONValue {
        let paid = JSONValue.object([
            .init(name: "hotelId", value: .string(hotelID)),
            .init(name: "paymentMethod", value: .object([.init(name: "paymentMethod", value: .string(payment.method))])),
            .init(name: "postingAmount", value: Self.json(of: payment.amount)),
            .init(name: "postingReference", value: .string(reference)),
            .init(name: "postingRemark", value: .string(remark)),
            .init(name: "action", value: .string("Billing")),
            .init(name: "cashierId", value: .number(String(cashierID))),
        ])
        return .object([
            .init(name: "charges", value: .array(lines.indices.map(json(ofLine:)))),
            .init(name: "payments", value: .array(payment.amount.isZero ? [] : [paid])),
            .init(name: "cashierId", value: .number(String(cashierID))),
        ])
    }

    private static func json(of amount: Money) -> JSONValue {
        .object([
            .init(name: "amount", value: .number(amount.decimalText)),
            .init(name: "currencyCode", value: .string(amount.currency.code)),
        ])
    }

    private func json(ofLine index: Int) -> JSONValue {
        let line = lines[index]
        var members: [JSONValue.Member] = [
            .init(name: "transactionCode", value: .string(line.transactionCode)),
            .init(name: "price", value: Self.json(of: line.amount)),
            .init(name: "postingQuantity", value: .number("1")),
            .init(name: "postingReference", value: .string(reference)),
            .init(name: "postingRemark", value: .string(remark)),
            .init(name: "checkNumber", value: .string(checkNumber)),
            .init(name: "applyRoutingInstructions", value: .bool(true)),
            .init(name: "usePackageAllowance", value: .bool(usesPackageAllowance)),
            .init(name: "autoPosting", value: .bool(false)),
        ]
        // Once a check: each line's covers would be counted again.
        if index == 0, covers > 0 { members.append(.init(name: "covers", value: .string(String(covers)))) }
        return .object(members)
    }
}
