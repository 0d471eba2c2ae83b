package import PointOfSale
import Storage

extension Restaurant {
    /// The ways of charging an account of a hotel that this check may go by, in their order.
    /// - Throws: `Refusal.unknownCheck`.
    package func hotelMethods(for checkID: CheckID) async throws -> [PaymentMethod] {
        try await database.read { tx in try tx.hotelMethods(for: tx.existingCheck(checkID)) }
    }
}

extension SQLTransaction {
    /// Which hotel's system a charge goes to: that of the way of paying, or of the hotel that was chosen, or of the first way that this
    /// check may be charged by.
    /// - Throws: `Refusal` — unknown check or way of paying, one whose hotel this outlet does not charge.
    func integration(of methodID: PaymentMethodID?, or chosen: Integration?, for checkID: CheckID) throws -> Integration {
        let check = try existingCheck(checkID)
        guard let methodID else {
            let offered = try hotelMethods(for: check).map(\.integration)
            guard let chosen else { return offered.first ?? .opera }
            guard offered.contains(chosen) else { throw Refusal.paymentMethodOfOtherHotel }
            return chosen
        }
        guard let method = try paymentMethod(methodID) else { throw Refusal.unknownPaymentMethod }
        try mustCharge(method, in: check.outletID)
        return method.integration
    }

    /// The ways of charging an account of a hotel that are in use for this check, in their order.
    func hotelMethods(for check: Check) throws -> [PaymentMethod] {
        let own = try outlet(check.outletID)?.integration
        return try paymentMethods().filter { method in
            try method.isActive && method.kind.isHotelAccount && (own == nil || own == method.integration)
                && isTaken(method.id, onTill: check.tillConfigurationID)
        }
    }

    /// Lets an outlet charge by this way, or refuses it: each outlet may be bound to one hotel's system.
    func mustCharge(_ method: PaymentMethod, in outletID: OutletID) throws {
        guard method.kind.isHotelAccount, let own = try outlet(outletID)?.integration, own != method.integration else { return }
        throw Refusal.paymentMethodOfOtherHotel
    }
}

/// How a charge goes to a hotel: by which line, under which of its codes, and with which lines where it shows lines.
struct ChargeWay {
    let integration: Integration
    let hotelCode: String
    var overridesCredit = false
    var lines: [PostingLine] = []
}

extension SQLTransaction {
    /// What a payment is for, as a hotel may show it: article by article where it pays articles or the whole check, and by revenue group
    /// where it pays an amount of it. Discounts are taken off already (`S2-16`). The lines always
    /// come to what the payment carries.
    func postingLines(of share: TenderShare, on check: Check, paying wanted: [ClientKey: Int]) throws -> [PostingLine] {
        let language = try property().language
        if !wanted.isEmpty || share.subtotals == check.totals.subtotals {
            return check.lineTotals.compactMap { total in
                let line = total.line
                let quantity = wanted.isEmpty ? total.quantity : wanted[line.id] ?? 0
                guard quantity != 0 else { return nil }
                let discount = total.discounts.compactMap { share.discounts[total.part(of: $0.id)] }.total(check.currency)
                return PostingLine(
                    description: line.name.text(in: language), quantity: quantity, itemizer: line.itemizer,
                    amount: line.unitPrice * quantity + discount)
            }
        }
        let groups = try revenueGroups()
        return share.subtotals.sorted { $0.key < $1.key }.map { itemizer, amount in
            let name = groups.first { $0.value.itemizer == itemizer }?.value.name.text(in: language) ?? ""
            return PostingLine(description: name, quantity: amount.isNegative ? -1 : 1, itemizer: itemizer, amount: amount)
        }
    }
}

/// An account of one hotel's system.
struct HotelAccount: Hashable {
    let guest: GuestChoice
    let integration: Integration
}
