/// The money of a posting, in minor units. FIAS 2.20.24 §6.2: the total is the sum of its parts, or the hotel answers `DM`.
package struct PostingAmounts: Sendable, Hashable {
    /// `TA`.
    package var total: Int
    /// `S1`–`S9` by their numbers.
    package var subtotals: [Int: Int]
    /// `D1`–`D9` by their numbers; discounts are negative.
    package var discounts: [Int: Int]
    /// `T1`–`T9` by their numbers; only where tax is added on top.
    package var taxes: [Int: Int]
    /// `TP`.
    package var tip: Int
    /// `SC`.
    package var serviceCharge: Int
    /// `+0`: cash rounding, only when all nine subtotals are in use.
    package var rounding: Int

    /// Amounts; the numbers of subtotals, discounts and taxes run from 1 to 9.
    package init(
        total: Int, subtotals: [Int: Int] = [:], discounts: [Int: Int] = [:], taxes: [Int: Int] = [:], tip: Int = 0, serviceCharge: Int = 0,
        rounding: Int = 0
    ) {
        self.total = total
        self.subtotals = subtotals
        self.discounts = discounts
        self.taxes = taxes
        self.tip = tip
        self.serviceCharge = serviceCharge
        self.rounding = rounding
    }

    /// Reads the amounts of a record. Throws `MessageError` when one of them is no whole number, or `TA` is missing.
    package init(_ record: FIASRecord) throws(MessageError) {
        total = try record.requireInteger(.totalAmount)
        subtotals = try PostingAmounts.numbered(record, FieldID.subtotal)
        discounts = try PostingAmounts.numbered(record, FieldID.discount)
        taxes = try PostingAmounts.numbered(record, FieldID.tax)
        tip = try record.integer(.tip) ?? 0
        serviceCharge = try record.integer(.serviceCharge) ?? 0
        rounding = try record.integer(.rounding) ?? 0
    }

    /// The sum of all parts; nil when it does not fit into 64 bits, which no honest posting reaches.
    package var sumOfParts: Int? {
        var sum = 0
        for part in subtotals.values.map(\.self) + discounts.values + taxes.values + [tip, serviceCharge, rounding] {
            let (next, overflow) = sum.addingReportingOverflow(part)
            if overflow { return nil }
            sum = next
        }
        return sum
    }

    /// Whether the parts add up to the total.
    package var isBalanced: Bool { sumOfParts == total }

    /// The fields of a record, zero parts left out.
    package var fields: [FIASRecord.Field] {
        var fields: [FIASRecord.Field] = [.init(.totalAmount, String(total))]
        for (amounts, id) in [(subtotals, FieldID.subtotal), (discounts, FieldID.discount), (taxes, FieldID.tax)] {
            for (number, amount) in amounts.sorted(by: { $0.key < $1.key }) where amount != 0 {
                fields.append(.init(id(number), String(amount)))
            }
        }
        for (id, amount) in [(FieldID.tip, tip), (.serviceCharge, serviceCharge), (.rounding, rounding)] where amount != 0 {
            fields.append(.init(id, String(amount)))
        }
        return fields
    }

    private static func numbered(_ record: FIASRecord, _ id: (Int) -> FieldID) throws(MessageError) -> [Int: Int] {
        var amounts: [Int: Int] = [:]
        for number in 1...9 {
            if let amount = try record.integer(id(number)) { amounts[number] = amount }
        }
        return amounts
    }
}
