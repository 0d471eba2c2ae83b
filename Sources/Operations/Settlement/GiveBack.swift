package import PointOfSale
import Storage

/// What goes back, both less than nothing or nothing.
struct RefundAmounts: Sendable {
    let amount: Money
    let tip: Money
}

extension Restaurant {
    /// Gives back the rest of a refund that the hotel refused, by whatever way is chosen now.
    /// - Throws: `Refusal` — not permitted, unknown check, no open refund, one that is under way, another guest, a guest who has left, more
    ///   than was charged, wrong PIN, signature missing, hotel unavailable, key reused.
    package func giveBack(
        on refundID: CheckID, key: ClientKey, _ way: RefundWay, workstation: String, by cashier: Cashier
    ) async throws -> Answered<MoneyBack> {
        if case .none = way.word { try cashier.mustBeAllowed(.refundChecks) }
        let asked = "\(refundID) \(way.fingerprint)"
        let first = try await database.read { tx in
            try tx.firstAnswer(to: key, of: .giveBack, request: asked) == nil ? nil : tx.moneyBack(refundID)
        }
        if let first { return Answered(first, isRepeat: true) }
        let route = try await route(of: way, for: refundID, by: cashier)
        let moment = now()
        let answer = try await database.write { tx in
            if try tx.firstAnswer(to: key, of: .giveBack, request: asked) != nil {
                return Answered(try tx.moneyBack(refundID), isRepeat: true)
            }
            let (refund, original) = try tx.openRefund(refundID)
            let amounts = RefundAmounts(amount: refund.totals.remaining, tip: .zero(refund.currency))
            let charge = try tx.giveBack(
                amounts, on: refund, of: original, by: route, askedBy: cashier, workstation: workstation, at: moment)
            if let charge { try keepSignature(charge, route.signature, by: cashier.id, tx) }
            try tx.remember(key, of: .giveBack, request: asked, answer: refund.id.text, at: moment)
            return Answered(try tx.moneyBack(refundID), isRepeat: false)
        }
        if !answer.isRepeat { announce(answer.value.postings) }
        return answer
    }

    /// Withdraws a refund of which nothing was given back: its articles may then be refunded otherwise.
    /// - Throws: `Refusal` — not permitted, unknown check, no open refund, one that is under way.
    package func withdrawRefund(_ refundID: CheckID, by cashier: Cashier) async throws -> Check {
        try cashier.mustBeAllowed(.refundChecks)
        let moment = now()
        return try await database.write { tx in
            let (refund, _) = try tx.openRefund(refundID)
            guard refund.totals.settled.isZero else { throw Refusal.refundUnderWay }
            try tx.closeCheck(refund.id, at: moment)
            try tx.voidClosedCheck(refund.id)
            try tx.journal(.refundWithdrawn, subject: refund.id.text, by: cashier.id, at: moment)
            return try tx.existingCheck(refund.id)
        }
    }
}

extension SQLTransaction {
    fileprivate func openRefund(_ id: CheckID) throws -> (refund: Check, original: Check) {
        let refund = try existingCheck(id)
        guard let originalID = refund.refunds else { throw Refusal.unknownCheck }
        guard refund.state == .open else { throw refund.state == .voided ? Refusal.checkVoided : Refusal.checkClosed }
        guard refund.totals.pending.isZero else { throw Refusal.refundUnderWay }
        return (refund, try existingCheck(originalID))
    }

    /// Writes the negative payment of a refund, and the posting where the hotel books it; closes the refund when nothing waits for the
    /// hotel.
    /// - Returns: what the hotel is asked to book; nil when it is asked nothing.
    func giveBack(
        _ back: RefundAmounts, on refund: Check, of original: Check, by route: RefundRoute, askedBy cashier: Cashier, workstation: String,
        at moment: Timestamp
    ) throws -> RoomCharge? {
        let method = try methodInUse(route.methodID, for: refund)
        guard method.kind.isHotelAccount == (route.guest != nil) else { throw Refusal.paymentMethodOfOtherKind }
        guard !back.tip.isPositive else { throw Refusal.tipNegative }
        let others = try refunds(of: original.id).filter { $0.state != .voided }
        let tips = original.totals.tips + others.map(\.totals.tips).total(refund.currency)
        guard -back.tip <= tips else { throw Refusal.refundTipTooLarge(tips) }
        let isCharged = try route.guest.map { try mustGiveBack(back, of: original, others: others, by: route, to: $0) }
        try journalApproval(
            of: refund, for: original, by: route, goesElsewhere: isCharged == false, askedBy: cashier, at: moment)
        let tender = Tender(
            id: .make(at: moment), checkID: refund.id, paymentMethodID: method.id, kind: method.kind, amount: back.amount, tip: back.tip,
            state: route.guest == nil ? .settled : .pending, takenAt: moment, takenBy: cashier.id,
            businessDate: try openBusinessDate(at: moment), postingID: route.guest == nil ? nil : .make(at: moment))
        let share = TenderShare.of(back.amount, in: refund.totals, after: try tenderShares(of: refund.id))
        try insertTender(tender, share: share)
        guard let guest = route.guest else {
            try closeCheck(refund.id, at: moment)
            return nil
        }
        let posting = try posting(
            of: tender, share: share, on: refund, to: guest, by: cashier, workstation: workstation,
            way: ChargeWay(
                integration: method.integration, hotelCode: method.hotelCode,
                lines: route.showsLines ? try postingLines(of: share, on: refund, paying: [:]) : []))
        try enqueue(posting)
        return RoomCharge(check: refund, tender: tender, posting: posting)
    }
}
