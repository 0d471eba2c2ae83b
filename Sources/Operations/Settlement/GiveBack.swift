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
    ///   than was charged, hotel unavailable, key reused.
    package func giveBack(
        on refundID: CheckID, key: ClientKey, _ way: RefundWay, workstation: String, by cashier: Cashier
    ) async throws -> Answered<MoneyBack> {
        try cashier.mustBeAllowed(.refundChecks)
        let asked = "\(refundID) \(way.fingerprint)"
        let showsLines = try await linesShown(goingBack: way)
        let moment = now()
        let answer = try await database.write { tx in
            if try tx.firstAnswer(to: key, of: .giveBack, request: asked) != nil {
                return Answered(try tx.moneyBack(refundID), isRepeat: true)
            }
            let (refund, original) = try tx.openRefund(refundID)
            let amounts = RefundAmounts(amount: refund.totals.remaining, tip: .zero(refund.currency))
            try tx.giveBack(
                amounts, on: refund, of: original, way, by: cashier, workstation: workstation,
                showsLines: showsLines, at: moment)
            try tx.remember(key, of: .giveBack, request: asked, answer: refund.id.text, at: moment)
            return Answered(try tx.moneyBack(refundID), isRepeat: false)
        }
        if !answer.isRepeat { announce(answer.value.postings) }
        return answer
    }

    /// Lets money go back by that way, or says what stands in it; then whether the hotel shows it line by line.
    func linesShown(goingBack way: RefundWay) async throws -> Bool {
        guard let guest = way.guest else { return false }
        guard let method = try await database.read({ tx in try tx.paymentMethod(way.methodID) }) else {
            throw Refusal.unknownPaymentMethod
        }
        try await mustTakeBack(from: HotelAccount(guest: guest, integration: method.integration))
        return try hotels.line(method.integration).capabilities.showsLines
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
    func giveBack(
        _ back: RefundAmounts, on refund: Check, of original: Check, _ way: RefundWay, by cashier: Cashier, workstation: String,
        showsLines: Bool, at moment: Timestamp
    ) throws {
        let method = try methodInUse(way.methodID, for: refund)
        guard method.kind.isHotelAccount == (way.guest != nil) else { throw Refusal.paymentMethodOfOtherKind }
        guard !back.tip.isPositive else { throw Refusal.tipNegative }
        let others = try refunds(of: original.id).filter { $0.state != .voided }
        let tips = original.totals.tips + others.map(\.totals.tips).total(refund.currency)
        guard -back.tip <= tips else { throw Refusal.refundTipTooLarge(tips) }
        try way.guest.map { try mustGiveBack(back, of: original, others: others, to: $0) }
        let tender = Tender(
            id: .make(at: moment), checkID: refund.id, paymentMethodID: method.id, kind: method.kind, amount: back.amount, tip: back.tip,
            state: way.guest == nil ? .settled : .pending, takenAt: moment, takenBy: cashier.id,
            businessDate: try openBusinessDate(at: moment), postingID: way.guest == nil ? nil : .make(at: moment))
        let share = TenderShare.of(back.amount, in: refund.totals, after: try tenderShares(of: refund.id))
        try insertTender(tender, share: share)
        guard let guest = way.guest else { return try closeCheck(refund.id, at: moment) }
        try enqueue(
            try posting(
                of: tender, share: share, on: refund, to: guest, by: cashier, workstation: workstation,
                way: ChargeWay(
                    integration: method.integration, hotelCode: method.hotelCode,
                    lines: showsLines ? try postingLines(of: share, on: refund, paying: [:]) : [])))
    }

    /// Lets so much go back to a stay, or refuses it: only to one that the check was charged to, and never more than that.
    private func mustGiveBack(_ back: RefundAmounts, of original: Check, others: [Check], to guest: GuestChoice) throws {
        let charged = try postings(of: original).filter { $0.state == .accepted && $0.guest?.isSameStay(as: guest) == true }
        guard !charged.isEmpty else { throw Refusal.refundToOtherStay }
        let given = try others.flatMap { try postings(of: $0) }.filter {
            $0.state.tenderState != .refused && $0.guest?.isSameStay(as: guest) == true
        }
        let left = (charged + given).map(\.breakdown.total).total(original.currency)
        guard -(back.amount + back.tip) <= left else { throw Refusal.refundAboveCharge(left) }
    }
}

extension GuestChoice {
    /// Whether it is the same stay, in whatever room it now is; an account of the city ledger has no stay, only its number.
    fileprivate func isSameStay(as other: GuestChoice) -> Bool {
        reservationNumber == other.reservationNumber && (!isCityLedger || roomNumber == other.roomNumber)
    }
}
