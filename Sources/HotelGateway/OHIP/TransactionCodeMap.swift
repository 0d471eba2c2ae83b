package import PointOfSale

/// Which of the hotel's transaction codes each part of a charge goes under. OPERA Cloud knows no outlets, service periods or revenue
/// groups over its interface (`ohip.md` §3.2, §4.5), so the hotel hands over such a table and the till keeps it.
package struct TransactionCodeMap: Hashable, Sendable {
    /// A part of a charge.
    package enum Part: Hashable, Sendable {
        case sales(Itemizer)
        case discount(Itemizer)
        case tip
        case serviceCharge
    }

    /// What a code is for; nil stands for any outlet, any service period.
    package struct Key: Hashable, Sendable {
        package let part: Part
        package let outlet: Int?
        package let servicePeriod: Int?

        /// A key.
        package init(_ part: Part, outlet: Int? = nil, servicePeriod: Int? = nil) {
            self.part = part
            self.outlet = outlet
            self.servicePeriod = servicePeriod
        }
    }

    /// The longest code that a line of a charge may bear (`csh.json`, `transactionCode`).
    package static let codeCharactersMax = 80

    private let codes: [Key: String]

    /// A table. A code that could not stand on the wire is left out, and so found missing before anything is sent.
    package init(_ codes: [Key: String]) {
        self.codes = codes.mapValues(\.trimmed).filter { (1...Self.codeCharactersMax).contains($0.value.count) }
    }

    /// Every code that the table names.
    package var all: Set<String> { Set(codes.values) }

    /// The code of a part, the most specific first: outlet and period, outlet, period, any. A discount without a code of its own goes
    /// under the code of what it is taken off, so that this code's revenue is right.
    func code(of part: Part, outlet: Int, servicePeriod: Int) -> String? {
        let keys = [
            Key(part, outlet: outlet, servicePeriod: servicePeriod), Key(part, outlet: outlet), Key(part, servicePeriod: servicePeriod),
            Key(part),
        ]
        if let code = keys.lazy.compactMap({ codes[$0] }).first { return code }
        guard case .discount(let itemizer) = part else { return nil }
        return code(of: .sales(itemizer), outlet: outlet, servicePeriod: servicePeriod)
    }
}

extension TransactionCodeMap.Part: CustomStringConvertible {
    /// For whoever sets the house up.
    package var description: String {
        switch self {
        case .sales(let itemizer): "revenue group \(itemizer.number)"
        case .discount(let itemizer): "discounts of revenue group \(itemizer.number)"
        case .tip: "tips"
        case .serviceCharge: "service charge"
        }
    }
}
