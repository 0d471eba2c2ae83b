package import PointOfSale
import Storage

/// How money is given back.
package struct RefundWay: Sendable, Hashable {
    package let methodID: PaymentMethodID
    /// Whose account, when it goes back through the hotel.
    package let guest: GuestChoice?
    /// Who lets it pass, where that must be said.
    package let word: RefundWord
    /// What the guest drew, where guests sign (`S2-07`).
    package let signature: SignatureStrokes?

    /// A way.
    package init(
        methodID: PaymentMethodID, guest: GuestChoice? = nil, word: RefundWord = .none, signature: SignatureStrokes? = nil
    ) {
        self.methodID = methodID
        self.guest = guest
        self.word = word
        self.signature = signature
    }

    /// What makes two ways the same one: not who let it pass, nor how somebody signed.
    var fingerprint: String {
        "\(methodID) \(guest.map { "\($0.roomNumber) \($0.reservationNumber)" } ?? "-")"
    }
}

/// A manager's word that money goes back (`S2-09`). It comes with the refund itself, so it holds for that one and is kept nowhere.
package enum RefundWord: Sendable, Hashable {
    /// Nobody was asked.
    case none
    /// The manager who acts was warned, and goes on.
    case confirmed
    /// A manager's own PIN, typed on the cashier's screen; `device` tells one till from another: wrong PINs slow it down.
    case pin(String, device: String)
}

/// Where money goes back to, asked of the hotel, and who lets it.
struct RefundRoute: Sendable {
    let methodID: PaymentMethodID
    /// As the hotel names the guest now; nil when it goes through no hotel.
    let guest: GuestChoice?
    let integration: Integration
    let showsLines: Bool
    /// The manager whose word was given; nil when nobody was asked.
    let approvedBy: Cashier?
    let signature: SignatureStrokes?
}

extension Restaurant {
    /// Lets money go back by that way, or says what stands in it: who may, whether the printer is ready where it must be, and whether the
    /// hotel can book it.
    /// - Parameter checkID: the check whose outlet prints the voucher.
    /// - Throws: `Refusal` — not permitted (the cashier, or whose PIN it is), wrong PIN, unknown way, guest who has left or takes no
    ///   postings, hotel unavailable, no printer, printer not ready.
    func route(of way: RefundWay, for checkID: CheckID, by cashier: Cashier) async throws -> RefundRoute {
        let manager = try await approver(way.word, askedBy: cashier)
        guard let guest = way.guest else {
            return RefundRoute(
                methodID: way.methodID, guest: nil, integration: .opera, showsLines: false, approvedBy: manager, signature: nil)
        }
        guard let method = try await database.read({ tx in try tx.paymentMethod(way.methodID) }) else {
            throw Refusal.unknownPaymentMethod
        }
        let account = try await mustTakeBack(from: HotelAccount(guest: guest, integration: method.integration))
        try await mustBeAbleToPrint(for: checkID, through: method.integration)
        return RefundRoute(
            methodID: method.id, guest: account.choice, integration: method.integration,
            showsLines: try hotels.line(method.integration).capabilities.showsLines, approvedBy: manager, signature: way.signature)
    }

    private func approver(_ word: RefundWord, askedBy cashier: Cashier) async throws -> Cashier? {
        switch word {
        case .none:
            try cashier.mustBeAllowed(.refundChecks)
            return nil
        case .confirmed:
            try cashier.mustBeAllowed(.refundChecks)
            return cashier
        case .pin(let pin, let device):
            try cashier.mustBeAllowed(.settleChecks)
            let manager = try await owner(ofPIN: pin, device: device)
            try manager.mustBeAllowed(.refundChecks)
            return manager
        }
    }
}

extension SQLTransaction {
    /// Lets so much go back to an account of the hotel, or refuses it: never more than was charged to that hotel, never more to a stay than
    /// was charged to it; and to a stay that was not charged at all only with a manager's word (`S2-09`).
    /// - Returns: whether it is a stay that was charged.
    func mustGiveBack(_ back: RefundAmounts, of original: Check, others: [Check], by route: RefundRoute, to guest: GuestChoice) throws
        -> Bool
    {
        let charged = try postings(of: original).filter { $0.state == .accepted && $0.integration == route.integration && $0.guest != nil }
        let given = try others.flatMap { try postings(of: $0) }.filter {
            $0.state.tenderState != .refused && $0.integration == route.integration
        }
        func mustLeaveEnough(_ postings: [FolioPosting]) throws {
            let left = postings.map(\.breakdown.total).total(original.currency)
            guard -(back.amount + back.tip) <= left else { throw Refusal.refundAboveCharge(left) }
        }
        let isCharged = charged.contains { $0.guest?.isSameStay(as: guest) == true }
        guard isCharged || route.approvedBy != nil else { throw Refusal.refundToOtherStay }
        try mustLeaveEnough(charged + given)
        if isCharged { try mustLeaveEnough((charged + given).filter { $0.guest?.isSameStay(as: guest) == true }) }
        return isCharged
    }

    /// Notes who let a refund pass, where it was not the right of whoever asked, or goes to a stay that was not charged.
    func journalApproval(
        of refund: Check, for original: Check, by route: RefundRoute, goesElsewhere: Bool, askedBy cashier: Cashier, at moment: Timestamp
    ) throws {
        guard let manager = route.approvedBy, goesElsewhere || manager.id != cashier.id else { return }
        let place = route.guest.map { ", room \($0.roomNumber), reservation \($0.reservationNumber)" } ?? ""
        let note =
            "check \(original.number), refund \(refund.number)\(place)" + (goesElsewhere ? ", which was not charged" : "")
            + ", asked by staff number \(cashier.number)"
        try journal(.refundApproved, subject: refund.id.text, note: note, by: manager.id, at: moment)
    }
}

extension GuestChoice {
    /// Whether it is the same stay, in whatever room it now is; an account of the city ledger has no stay, only its number.
    package func isSameStay(as other: GuestChoice) -> Bool {
        reservationNumber == other.reservationNumber && (!isCityLedger || roomNumber == other.roomNumber)
    }
}
