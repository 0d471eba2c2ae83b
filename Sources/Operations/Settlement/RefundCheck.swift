package import PointOfSale
import Storage

/// What of a closed check is to be given back, and how.
package struct RefundRequest: Sendable, Hashable {
    package let checkID: CheckID
    /// Made by the client: the same key refunds once.
    package let key: ClientKey
    /// So many articles of these lines; nil for all that is left.
    package let lines: [ClientKey: Int]?
    /// What of the tip goes back too.
    package let tip: Money
    package let way: RefundWay
    /// Why.
    package let reason: String
    /// The till it is made on.
    package let workstation: String

    /// A request.
    package init(
        checkID: CheckID, key: ClientKey, lines: [ClientKey: Int]?, tip: Money, way: RefundWay, reason: String, workstation: String
    ) {
        self.checkID = checkID
        self.key = key
        self.lines = lines
        self.tip = tip
        self.way = way
        self.reason = reason
        self.workstation = workstation
    }

    /// What makes two requests the same one.
    var fingerprint: String { "\(checkID) \(lines?.fingerprint ?? " all") \(tip.minorUnits) \(way.fingerprint)" }
}

extension Restaurant {
    /// Gives back a closed check or articles of it, as a new negative check that points at it (`S1-11`): never more than was charged, and
    /// no article twice. A refund through the hotel goes to a stay that the check was charged to, and that is still in house; to another
    /// one only with a manager's word, as does any refund of a cashier who may not refund (`S2-09`).
    /// - Throws: `Refusal` — not permitted, no reason, unknown, open or voided check, a refund, nothing left to give back, articles given
    ///   back already, more than was charged, another guest, a guest who has left, wrong PIN, signature missing, hotel unavailable, key
    ///   reused.
    package func refundCheck(_ request: RefundRequest, by cashier: Cashier) async throws -> Answered<MoneyBack> {
        if case .none = request.way.word { try cashier.mustBeAllowed(.refundChecks) }
        let reason = try Reason.taken(request.reason)
        if let first = try await database.read({ tx in try tx.firstRefund(request) }) { return Answered(first, isRepeat: true) }
        let route = try await route(of: request.way, for: request.checkID, by: cashier)
        let moment = now()
        let answer = try await database.write { tx in
            if let first = try tx.firstRefund(request) { return Answered(first, isRepeat: true) }
            let original = try tx.refundable(request.checkID)
            let refund = try tx.newRefund(of: original, lines: request.lines, by: cashier, at: moment)
            let amounts = RefundAmounts(amount: refund.totals.total, tip: -request.tip)
            let charge = try tx.giveBack(
                amounts, on: refund, of: original, by: route, askedBy: cashier, workstation: request.workstation, at: moment)
            if let charge { try keepSignature(charge, route.signature, by: cashier.id, tx) }
            try tx.remember(request.key, of: .refundCheck, request: request.fingerprint, answer: refund.id.text, at: moment)
            try tx.journal(.checkRefunded, subject: refund.id.text, note: reason, by: cashier.id, at: moment)
            return Answered(try tx.moneyBack(refund.id), isRepeat: false)
        }
        if !answer.isRepeat { announce(answer.value.postings) }
        return answer
    }
}

extension SQLTransaction {
    fileprivate func firstRefund(_ request: RefundRequest) throws -> MoneyBack? {
        guard let first = try firstAnswer(to: request.key, of: .refundCheck, request: request.fingerprint) else { return nil }
        guard let id = CheckID(text: first) else { throw StorageFault.missing("check", id: first) }
        return try moneyBack(id)
    }

    /// The check to give back, if it can be.
    func refundable(_ id: CheckID) throws -> Check {
        let check = try existingCheck(id)
        guard check.refunds == nil else { throw Refusal.checkIsRefund }
        switch check.state {
        case .open: throw Refusal.checkNotClosed
        case .voided: throw Refusal.checkVoided
        case .closed: return check
        }
    }

    /// Articles of each line that can still be given back: what is left after voids, less what other refunds hold.
    func refundableLines(of check: Check) throws -> [ClientKey: Int] {
        let given = try refunds(of: check.id).filter { $0.state != .voided }.flatMap(\.lines)
        return Dictionary(
            uniqueKeysWithValues: check.lines.map { line in
                (line.id, check.quantityLeft(of: line) + given.filter { $0.refundsLineID == line.id }.reduce(0) { $0 + $1.quantity })
            })
    }

    fileprivate func newRefund(of original: Check, lines wanted: [ClientKey: Int]?, by cashier: Cashier, at moment: Timestamp) throws
        -> Check
    {
        let left = try refundableLines(of: original)
        let quantities = wanted ?? left.filter { $0.value > 0 }
        guard !quantities.isEmpty else { throw Refusal.nothingToRefund }
        for (line, quantity) in quantities {
            guard let available = left[line] else { throw Refusal.unknownLine }
            guard (1...CheckLine.quantityMax).contains(quantity) else { throw Refusal.quantityOutOfRange(CheckLine.quantityMax) }
            guard quantity <= available else { throw Refusal.linesRefundedAlready }
        }
        guard let outlet = try outlet(original.outletID) else { throw Refusal.unknownOutlet }
        let property = try property()
        let refund = Check(
            id: .make(at: moment), number: try nextCheckNumber(), outletID: outlet.id, tableID: nil, tableNumber: nil, covers: 1,
            businessDate: try openBusinessDate(at: moment),
            servicePeriod: outlet.servicePeriods.period(at: property.calendar.localTime(at: moment)).number, currency: original.currency,
            openedAt: moment, openedBy: cashier.id, tillConfigurationID: original.tillConfigurationID, floorPlanID: original.floorPlanID,
            refunds: original.id)
        try insertCheck(refund)
        for line in original.lines {
            guard let quantity = quantities[line.id] else { continue }
            let back = try line.givenBack(quantity, by: cashier.id, at: moment)
            try insertLine(back, check: refund.id)
            try giveBackDiscounts(of: original, on: back, articlesLeft: left[line.id] ?? 0, in: refund.id, at: moment)
        }
        let written = try existingCheck(refund.id)
        guard written.totals.total.isNegative else { throw Refusal.nothingToRefund }
        return written
    }
}

extension CheckLine {
    /// The line of a refund that gives back so many of this one's articles, at the price and rate of then.
    fileprivate func givenBack(_ quantity: Int, by cashier: CashierID, at moment: Timestamp) throws -> CheckLine {
        guard let id = ClientKey(Identifier<CheckLine>.make(at: moment).text) else { throw Refusal.unknownLine }
        return CheckLine(
            id: id, menuItemID: menuItemID, name: name, quantity: -quantity, unitPrice: unitPrice, taxRate: taxRate, itemizer: itemizer,
            note: note, seat: seat, refundsLineID: self.id, addedAt: moment, addedBy: cashier)
    }
}
