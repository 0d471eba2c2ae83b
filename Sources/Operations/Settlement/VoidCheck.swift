package import PointOfSale
import Storage

/// A closed check to be undone.
package struct VoidRequest: Sendable, Hashable {
    package let checkID: CheckID
    /// Made by the client: the same key voids once.
    package let key: ClientKey
    /// Why.
    package let reason: String
    /// The till it is made on.
    package let workstation: String

    /// A request.
    package init(checkID: CheckID, key: ClientKey, reason: String, workstation: String) {
        self.checkID = checkID
        self.key = key
        self.reason = reason
        self.workstation = workstation
    }
}

/// A check after money went back, with what the hotel has to book for it.
package struct MoneyBack: Sendable, Hashable {
    package let check: Check
    /// The postings that give back what was charged to the hotel's accounts, oldest first; they are on their way.
    package let postings: [FolioPosting]
}

extension Restaurant {
    /// Undoes a check on the business date on which it was paid (`S1-10`): every payment is mirrored, and the hotel gets the mirror of
    /// every posting. One that was closed without a payment is undone on the date on which it was closed. What the hotel refused to take
    /// back can be tried again with another request: only that is then mirrored anew.
    /// - Throws: `Refusal` — not permitted, no reason, unknown, open, voided or refunded check, a refund, too late, a guest who has left,
    ///   hotel unavailable, key reused.
    package func voidCheck(_ request: VoidRequest, by cashier: Cashier) async throws -> Answered<MoneyBack> {
        try cashier.mustBeAllowed(.voidChecks)
        let reason = try Reason.taken(request.reason)
        let asked = request.checkID.text
        let (repeated, charged) = try await database.read { tx in
            let repeated = try tx.firstAnswer(to: request.key, of: .voidCheck, request: asked) != nil
            return (repeated ? try tx.moneyBack(request.checkID) : nil, try tx.existingCheck(request.checkID).unmirrored(tx))
        }
        if let repeated { return Answered(repeated, isRepeat: true) }
        let accounts = charged.compactMap { charge in
            charge.posting.flatMap { posting in posting.guest.map { HotelAccount(guest: $0, integration: posting.integration) } }
        }
        for account in Set(accounts) { try await mustTakeBack(from: account) }
        let moment = now()
        let answer = try await database.write { tx in
            if try tx.firstAnswer(to: request.key, of: .voidCheck, request: asked) != nil {
                return Answered(try tx.moneyBack(request.checkID), isRepeat: true)
            }
            let check = try tx.existingCheck(request.checkID)
            try tx.mirrorPayments(of: check, by: cashier, workstation: request.workstation, at: moment)
            try tx.remember(request.key, of: .voidCheck, request: asked, answer: check.id.text, at: moment)
            try tx.journal(.checkVoided, subject: check.id.text, note: reason, by: cashier.id, at: moment)
            return Answered(try tx.moneyBack(check.id), isRepeat: false)
        }
        if !answer.isRepeat { announce(answer.value.postings) }
        return answer
    }

    /// Lets a posting that gives money back go to a guest, or says what stands in the way: the hotel books nothing for a guest who has
    /// left, and nobody posts to one who takes no postings (`S1-15`).
    /// - Returns: the account as the hotel names it now.
    @discardableResult
    func mustTakeBack(from account: HotelAccount) async throws -> ChargedAccount {
        do {
            let asked = try await accountAsked(account.guest, in: account.integration)
            guard asked.maySpend else { throw Refusal.guestNoPosting }
            return asked
        } catch Refusal.guestNotFound {
            throw Refusal.guestLeft(account.guest.roomNumber)
        }
    }

    /// Tells whoever watches, and the dispatcher.
    func announce(_ postings: [FolioPosting]) {
        for posting in postings { signals.announce(PostingChange(posting)) }
        signals.wake()
    }
}

/// Why money goes back, in somebody's words.
enum Reason {
    /// The longest, in characters.
    static let charactersMax = CheckLine.noteCharactersMax

    /// The reason without blanks at its ends.
    /// - Throws: `Refusal.reasonMissing`, `.noteTooLong`.
    static func taken(_ text: String) throws(Refusal) -> String {
        let reason = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !reason.isEmpty else { throw .reasonMissing }
        return try withinLength(reason)
    }

    /// The same where none need be given.
    /// - Throws: `Refusal.noteTooLong`.
    static func optional(_ text: String) throws(Refusal) -> String {
        try withinLength(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    private static func withinLength(_ reason: String) throws(Refusal) -> String {
        guard reason.count <= charactersMax else { throw .noteTooLong(charactersMax) }
        return reason
    }
}

extension Check {
    /// The payments that still stand without a mirror, with their postings.
    func unmirrored(_ tx: any SQLTransaction) throws -> [(tender: Tender, posting: FolioPosting?)] {
        let mirrored = Set(tenders.filter { $0.state != .refused }.compactMap(\.reverses))
        return try tenders.filter { $0.state == .settled && $0.reverses == nil && !mirrored.contains($0.id) }.map { tender in
            (tender, try tender.postingID.flatMap { try tx.posting($0) })
        }
    }
}

extension FolioPosting {
    /// The posting that undoes this one: the same account, check, stamp and parts, every amount with the other sign (`S1-10`).
    fileprivate func mirror(carrying tender: Tender, by cashier: Cashier, workstation: String) -> FolioPosting {
        FolioPosting(
            id: tender.postingID ?? .make(at: tender.takenAt), checkID: checkID, tenderID: tender.id, checkNumber: checkNumber,
            guest: guest, breakdown: breakdown.negated, covers: covers, outletNumber: outletNumber, servicePeriod: servicePeriod,
            tableNumber: tableNumber, cashierName: cashier.name,
            workstation: String(workstation.prefix(FolioPosting.workstationCharactersMax)), hotelCode: hotelCode, stamp: stamp,
            integration: integration, lines: lines.map(\.negated), createdAt: tender.takenAt, createdBy: cashier.id,
            updatedAt: tender.takenAt, notBefore: tender.takenAt)
    }
}

extension SQLTransaction {
    fileprivate func mirrorPayments(of check: Check, by cashier: Cashier, workstation: String, at moment: Timestamp) throws {
        guard check.refunds == nil else { throw Refusal.checkIsRefund }
        guard check.state != .open else { throw Refusal.checkNotClosed }
        let unmirrored = try check.unmirrored(self)
        let isFree = check.state == .closed && check.isFree
        guard !unmirrored.isEmpty || isFree else { throw Refusal.checkVoided }
        guard try refunds(of: check.id).allSatisfy({ $0.state == .voided }) else { throw Refusal.checkHasRefunds }
        let today = try openBusinessDate(at: moment)
        if isFree { guard try property().closingDate(of: check) == today else { throw Refusal.voidTooLate } }
        guard unmirrored.allSatisfy({ $0.tender.businessDate == today }) else { throw Refusal.voidTooLate }
        for (tender, original) in unmirrored {
            try insertMirror(of: tender, original, on: check, by: cashier, workstation: workstation, at: moment)
        }
        if check.state == .closed { try voidClosedCheck(check.id) }
    }

    /// Writes the payment that takes another one back, and the posting that tells the hotel where it was told of the first.
    func insertMirror(
        of tender: Tender, _ original: FolioPosting?, on check: Check, by cashier: Cashier, workstation: String, at moment: Timestamp
    ) throws {
        let share = try tenderShare(of: tender.id, in: check.currency).negated
        let mirror = Tender(
            id: .make(at: moment), checkID: check.id, paymentMethodID: tender.paymentMethodID, kind: tender.kind, amount: -tender.amount,
            tip: -tender.tip, state: original == nil ? .settled : .pending, takenAt: moment, takenBy: cashier.id,
            businessDate: try openBusinessDate(at: moment), reverses: tender.id, postingID: original == nil ? nil : .make(at: moment))
        try insertTender(mirror, share: share)
        if let original { try enqueue(original.mirror(carrying: mirror, by: cashier, workstation: workstation)) }
    }

    /// A check with the postings that give money back for it.
    func moneyBack(_ id: CheckID) throws -> MoneyBack {
        let check = try existingCheck(id)
        let back = check.tenders.filter(\.amount.isNegative)
        return MoneyBack(check: check, postings: try back.compactMap { try $0.postingID.flatMap { try posting($0) } })
    }
}
