import PointOfSale

/// What OPERA Cloud is asked to put on a reservation (`csh.json`, `postBillingCharges`).
///
/// The call has no total and no place for tips, discounts or service: each is a line with its own transaction code, and a discount is a
/// negative one (`ohip.md` §3.2). Our subtotals hold their tax, so that the codes must be ones that add none. What is taken back goes as
/// the mirror of what was sent, every line with the other sign (§3.3).
struct OHIPCharge: Hashable, Sendable {
    /// One line.
    struct Line: Hashable, Sendable {
        let transactionCode: String
        let amount: Money
    }

    /// Why there is nothing that could be sent.
    enum Gap: Error, Hashable, Sendable {
        /// Only reservations can be charged.
        case noGuest
        case codeMissing(TransactionCodeMap.Part)
        case nothingToCharge

        /// For whoever sets the house up.
        var words: String {
            switch self {
            case .noGuest: "OPERA Cloud charges reservations only"
            case .codeMissing(let part): "no transaction code for \(part)"
            case .nothingToCharge: "there is nothing to charge"
            }
        }
    }

    let guest: GuestChoice
    let lines: [Line]
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
        guard let guest = posting.guest else { throw .noGuest }
        self.guest = guest
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
        checkNumber = posting.folioMark
        reference = posting.reference(number: number).text
        remark = posting.tableNumber.map { "\(posting.folioMark) T\($0)" } ?? posting.folioMark
        covers = parts.total.isPositive ? posting.covers : 0
        hotelID = settings.hotelID
        cashierID = settings.cashierID
        usesPackageAllowance = settings.usesPackageAllowance
    }

    /// The body. The reservation stands in the path only, and the cashier once: with both in the body, too, houses have answered 500
    /// (`ohip.md` §3.1).
    var json: JSONValue {
        .object([
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

    private func json(ofLine index: Int) -> JSONValue {
        let line = lines[index]
        var members: [JSONValue.Member] = [
            .init(name: "transactionCode", value: .string(line.transactionCode)),
            .init(
                name: "price",
                value: .object([
                    .init(name: "amount", value: .number(line.amount.decimalText)),
                    .init(name: "currencyCode", value: .string(line.amount.currency.code)),
                ])),
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

    /// How much of the charge the hotel's lines with our reference show.
    enum Standing: Hashable, Sendable {
        case whole
        /// Some of it: what those lines come to.
        case part(Money)
        case nothing
    }

    /// Weighs lines of the hotel's that bear our reference. Lines that the hotel added by itself, as tax that a code generates, do not
    /// count against us; nor does a line that it split, as long as the sum is right.
    func standing(in booked: [OHIPBooking]) -> Standing {
        guard !booked.isEmpty else { return .nothing }
        var left = booked.map { Line(transactionCode: $0.transactionCode, amount: $0.amount) }
        let isWhole = lines.allSatisfy { line in
            guard let index = left.firstIndex(of: line) else { return false }
            left.remove(at: index)
            return true
        }
        let currency = lines[0].amount.currency
        let sum = booked.map(\.amount).total(currency)
        return isWhole || sum == lines.map(\.amount).total(currency) ? .whole : .part(sum)
    }
}
