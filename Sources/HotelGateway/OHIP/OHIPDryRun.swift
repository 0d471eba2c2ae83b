package import PointOfSale

/// What the hotel would make of an amount under one of its codes, without booking it (`fofcfg.json`, `calculatePosting`).
///
/// Our amounts hold their tax. A code that generates lines of its own, such as tax, would add it a second time (`ohip.md` §3.2).
package struct OHIPDryRun: Hashable, Sendable {
    /// One line that would be booked.
    package struct Charge: Hashable, Sendable {
        package let code: String
        package let text: String
        package let amount: Money
        /// Whether it is the amount itself, and not a line that the hotel adds to it.
        package let isBase: Bool
    }

    package let code: String
    /// What was asked for.
    package let amount: Money
    /// The lines, in the hotel's sequence.
    package let charges: [Charge]
    /// What would stand on the guest's bill in the end.
    package let total: Money

    /// The lines that the hotel would add.
    package var generated: [Charge] { charges.filter { !$0.isBase && !$0.amount.isZero } }
    /// Whether the guest would pay more or less than the check says.
    package var changesTotal: Bool { total != amount }

    /// The run in an answer; nil when it cannot be read.
    init?(_ http: HTTPAnswer, code: String, amount: Money) {
        guard let result = JSONReader.read(http.body)?["result"] else { return nil }
        let currency = amount.currency
        var charges: [Charge] = []
        for row in result["charges"]?.list ?? [] {
            guard let text = row["amount"]?.scalarText, let booked = Money(decimalText: text, currency) else { return nil }
            let theirs = row["transactionCode"]?.scalarText ?? ""
            // The base posting is always the first (`calculatePosting`, `sequence`), whether it says so or not.
            let isBase = row["basePosting"]?.truth ?? (row["sequence"]?.scalarText.map { $0 == "0" } ?? (theirs == code))
            charges.append(
                Charge(code: theirs, text: row["description"]?.scalarText ?? "", amount: booked, isBase: isBase))
        }
        guard !charges.isEmpty else { return nil }
        self.code = code
        self.amount = amount
        self.charges = charges
        total =
            result["totalAmount"]?.scalarText.flatMap { Money(decimalText: $0, currency) } ?? charges.map(\.amount).total(currency)
    }
}

extension OHIPConnector {
    /// The amount that codes are tried with, in minor units: one that shows a tax of half a per cent.
    package static let dryRunMinorUnits = 10_000

    /// Asks what the hotel would make of 100.00 under a code. Books nothing.
    /// - Throws: `HotelUnavailable` when the hotel does not say; `nonsense` for a code that it does not know, too.
    package func dryRun(ofCode code: String) async throws(HotelUnavailable) -> OHIPDryRun {
        let amount = Money(Self.dryRunMinorUnits, moneyCurrency)
        let http = try await ask(.simulation(ofCode: code, amount: amount, hotelID: hotelID))
        guard let run = OHIPDryRun(http, code: code, amount: amount) else { throw .nonsense }
        return run
    }

    /// Asks so of every code of the table, in their sequence, and stops at the first that the hotel does not answer.
    /// - Throws: `HotelUnavailable`.
    package func dryRun() async throws(HotelUnavailable) -> [OHIPDryRun] {
        var runs: [OHIPDryRun] = []
        for code in codes.all.sorted() { runs.append(try await dryRun(ofCode: code)) }
        return runs
    }
}
