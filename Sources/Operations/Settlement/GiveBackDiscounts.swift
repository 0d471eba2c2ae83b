package import PointOfSale
import Storage

extension Restaurant {
    /// What discounts take off the articles of each line that can still be given back; lines without one are left out.
    /// - Throws: `Refusal.unknownCheck`.
    package func refundableDiscounts(of checkID: CheckID) async throws -> [ClientKey: Money] {
        try await database.read { tx in
            let check = try tx.existingCheck(checkID)
            guard !check.discounts.isEmpty else { return [:] }
            let refunds = try tx.refunds(of: check.id).filter { $0.state != .voided }
            return check.lines.reduce(into: [:]) { refundable, line in
                let left = check.discountsLeft(on: line.id, after: refunds)
                if !left.isEmpty { refundable[line.id] = left.map(\.left).total(check.currency) }
            }
        }
    }
}

extension SQLTransaction {
    /// What discounts took off the articles goes with them, so that they give back what was paid for them: over all refunds of a line to
    /// the cent (`S1-11`).
    func giveBackDiscounts(
        of original: Check, on back: CheckLine, articlesLeft: Int, in refundID: CheckID, at moment: Timestamp
    ) throws {
        guard !original.discounts.isEmpty, let lineID = back.refundsLineID else { return }
        let others = try refunds(of: original.id).filter { $0.state != .voided && $0.id != refundID }
        let left = original.discountsLeft(on: lineID, after: others)
        let carried = Allocation.articles(-back.quantity, of: articlesLeft, carrying: left.map(\.left))
        for (id, off) in zip(left.map(\.id), carried.map { -$0 }) {
            guard off.isPositive, let first = original.discounts.first(where: { $0.id == id }) else { continue }
            guard let newID = ClientKey(Identifier<Discount>.make(at: moment).text) else { throw Refusal.unknownDiscount }
            try insertDiscount(
                Discount(
                    id: newID, lineID: back.id, value: .amount(off), presetID: first.presetID, name: first.name, reason: first.reason,
                    carriesOn: id, givenAt: moment, givenBy: first.givenBy),
                check: refundID)
        }
    }
}

extension Check {
    /// What each discount took off a line, less what went back with its articles already: nothing or less.
    func discountsLeft(on lineID: ClientKey, after refunds: [Check]) -> [(id: ClientKey, left: Money)] {
        guard let total = lineTotals.first(where: { $0.line.id == lineID }) else { return [] }
        return total.discounts.map { discount in
            (discount.id, discount.amount + refunds.map { $0.givenBack(of: discount.id, on: lineID) }.total(currency))
        }
    }

    /// What a refund carries of a discount of the check that it gives back: nothing or more.
    private func givenBack(of discountID: ClientKey, on lineID: ClientKey) -> Money {
        let carried = Set(discounts.lazy.filter { $0.carriesOn == discountID }.map(\.id))
        return lineTotals.filter { $0.line.refundsLineID == lineID }.flatMap(\.discounts).filter { carried.contains($0.id) }
            .map(\.amount).total(currency)
    }
}
