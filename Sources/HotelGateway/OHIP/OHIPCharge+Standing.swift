import PointOfSale

extension OHIPCharge {
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
        let charged = booked.filter { !$0.isPayment }
        var left = charged.map { Line(transactionCode: $0.transactionCode, amount: $0.amount) }
        let isWhole = lines.allSatisfy { line in
            guard let index = left.firstIndex(of: line) else { return false }
            left.remove(at: index)
            return true
        }
        let currency = lines[0].amount.currency
        let sum = charged.map(\.amount).total(currency)
        guard isWhole || sum == lines.map(\.amount).total(currency), isPaid(in: booked) else { return .part(sum) }
        return .whole
    }

    /// Whether what the house's account was charged is paid there, too. A payment is shown with one sign or the other.
    private func isPaid(in booked: [OHIPBooking]) -> Bool {
        guard let payment else { return true }
        let paid = booked.filter(\.isPayment).map(\.amount).total(payment.amount.currency)
        return paid == payment.amount || paid == -payment.amount
    }
}
