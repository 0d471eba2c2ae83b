package import PointOfSale
import Storage

extension Restaurant {
    /// The discounts that the house has set up, in their sequence, for one who may give discounts at all (`S2-11`). Those kept for
    /// managers are among them: a waiter gives one with a manager's PIN (`giveApprovedDiscounts`).
    package func discountPresets(for cashier: Cashier) async throws -> [DiscountPreset] {
        guard cashier.may(.giveDiscounts) else { return [] }
        return try await database.read { tx in try tx.discountPresets() }.filter(\.isActive)
    }

    /// Turns the discount on the whole check into one for each of its lines, which come to the same to the cent, for a hotel's system that
    /// takes no other (`S2-12`). Nothing happens when there is none.
    /// - Throws: `Refusal` — not permitted, unknown, closed or partly paid check.
    package func spreadDiscount(of checkID: CheckID, by cashier: Cashier) async throws -> Check {
        let check = try await check(checkID)
        guard let discount = check.checkDiscount else { return check }
        guard let id = ClientKey(Identifier<Discount>.make(at: now()).text) else { throw Refusal.unknownDiscount }
        return try await changeLines(of: checkID, [.spreadDiscount(id: id, discount: discount.id)], by: cashier)
    }
}

extension SQLTransaction {
    /// Gives a discount on a line, or on the check as a whole.
    func giveDiscount(
        _ id: ClientKey, _ wish: DiscountWish, on lineID: ClientKey?, of checkID: CheckID, by cashier: Cashier, at moment: Timestamp
    ) throws {
        let discount = try newDiscount(id, wish, on: lineID, by: cashier, at: moment)
        try write(discount, on: checkID, at: moment)
    }

    /// Gives a discount of the house that a manager has let pass; the journal names both.
    func giveDiscount(
        _ approved: ApprovedDiscount, of check: Check, by cashier: Cashier, approvedBy manager: Cashier, at moment: Timestamp
    ) throws {
        let discount = try newDiscount(
            approved.id, DiscountWish(.preset(approved.presetID)), on: approved.lineID, by: cashier, allowedBy: manager, at: moment)
        try write(discount, on: check.id, at: moment)
        let note = "check \(check.number), \(discount.note), asked by staff number \(cashier.number)"
        try journal(.discountApproved, subject: check.id.text, note: note, by: manager.id, at: moment)
    }

    private func write(_ discount: Discount, on checkID: CheckID, at moment: Timestamp) throws {
        let check = try existingCheck(checkID)
        if case .amount(let amount) = discount.value, amount.currency != check.currency { throw Refusal.discountNotForThis }
        try check.mustTake(discount.value, on: discount.lineID)
        try insertDiscount(discount, check: checkID)
        try journal(.discountGiven, subject: checkID.text, note: discount.note, by: discount.givenBy, at: moment)
    }

    /// Takes a discount back (`S2-15`).
    func removeDiscount(_ discountID: ClientKey, with id: ClientKey, of checkID: CheckID, by cashier: Cashier, at moment: Timestamp) throws
    {
        try cashier.mustBeAllowed(.giveDiscounts)
        let discount = try existingCheck(checkID).removable(discountID)
        try insertDiscountRemoval(
            DiscountRemoval(id: id, discountID: discount.id, removedAt: moment, removedBy: cashier.id), check: checkID)
        try journal(.discountRemoved, subject: checkID.text, note: discount.note, by: cashier.id, at: moment)
    }

    /// Puts discounts on the lines in the place of one on the whole check (`S2-12`).
    func spreadDiscount(_ discountID: ClientKey, with id: ClientKey, of checkID: CheckID, by cashier: Cashier, at moment: Timestamp) throws
    {
        try cashier.mustBeAllowed(.giveDiscounts)
        let check = try existingCheck(checkID)
        let parts = try check.spread(discountID, at: moment) { ClientKey(Identifier<Discount>.make(at: moment).text) }
        try insertDiscountRemoval(
            DiscountRemoval(id: id, discountID: discountID, removedAt: moment, removedBy: cashier.id), check: checkID)
        for part in parts { try insertDiscount(part, check: checkID) }
        guard try existingCheck(checkID).totals.total == check.totals.total else {
            throw StorageFault.unreadableColumn(name: "discount", wanted: "parts that come to the whole")
        }
        try journal(.discountSpread, subject: checkID.text, note: try check.removable(discountID).note, by: cashier.id, at: moment)
    }

    private func newDiscount(
        _ id: ClientKey, _ wish: DiscountWish, on lineID: ClientKey?, by cashier: Cashier, allowedBy manager: Cashier? = nil,
        at moment: Timestamp
    ) throws -> Discount {
        switch wish.terms {
        case .preset(let presetID):
            guard let preset = try discountPreset(presetID) else { throw Refusal.unknownDiscount }
            try preset.mustBeGiven(by: manager ?? cashier, onLine: lineID != nil)
            return Discount(
                id: id, lineID: lineID, value: preset.value, presetID: preset.id, name: preset.name,
                reason: try Reason.optional(wish.reason), givenAt: moment, givenBy: cashier.id)
        case .custom(let value):
            try cashier.mustBeAllowed(.giveCustomDiscounts)
            return Discount(
                id: id, lineID: lineID, value: value, name: Discount.customName, reason: try Reason.taken(wish.reason), givenAt: moment,
                givenBy: cashier.id)
        }
    }
}

extension Discount {
    /// What the journal says of it: how much off what, and why.
    fileprivate var note: String {
        let off =
            switch value {
            case .share(let rate): "\(rate.percentText) %"
            case .amount(let amount): "\(amount.plainText) \(amount.currency.code)"
            }
        let place = lineID.map { "line \($0)" } ?? "check"
        return ["\(name.facts) \(off), \(place)", reason.isEmpty ? nil : reason].compactMap { $0 }.joined(separator: ": ")
    }
}
