import PointOfSale
import Storage

/// Whom a charge goes to, and what the till knows of the account.
struct ChargedAccount: Sendable {
    let choice: GuestChoice
    let isPaymaster: Bool
    /// What could still be charged when the hotel said so, and when that was; nil when it did not say.
    let credit: (left: Money, at: Timestamp)?
    let maySpend: Bool
    /// Whose hotel's account it is.
    let integration: Integration

    /// An account that the hotel named at that moment.
    init(_ guest: GuestAccount, in integration: Integration, at moment: Timestamp) {
        self.integration = integration
        choice = GuestChoice(guest)
        isPaymaster = guest.isPaymaster
        credit = guest.creditLeft.map { ($0, moment) }
        maySpend = guest.mayBeCharged
    }

    /// An account that the hotel could not be asked about: the client's word.
    init(unasked choice: GuestChoice, in integration: Integration, isPaymaster: Bool) {
        self.integration = integration
        self.choice = choice
        self.isPaymaster = isPaymaster
        credit = nil
        maySpend = true
    }
}

extension Restaurant {
    /// The account as the hotel knows it; the client's word only where the hotel is away and the outlet lets charges wait.
    ///
    /// What the hotel said of a credit that would not be enough is old news by then: reception may have taken a deposit. It is asked again.
    func chargeableAccount(for request: RoomChargeRequest, in integration: Integration) async throws -> ChargedAccount {
        do {
            let account = try await accountOffered(request.guest, in: integration)
            guard account.maySpend else { throw Refusal.guestNoPosting }
            guard request.approvalID == nil, let credit = account.credit, request.amount + request.tip > credit.left else { return account }
            return try await accountAsked(request.guest, in: integration)
        } catch Refusal.hotelUnavailable(let reason) {
            let (outlet, link) = try await database.read { tx in
                (try tx.outlet(tx.existingCheck(request.checkID).outletID), try tx.hotelLink())
            }
            guard outlet?.whileHotelIsDown == .queue else { throw Refusal.hotelUnavailable(reason) }
            let isPaymaster =
                integration == .opera && (request.guest.isCityLedger || link?.isPaymaster(request.guest.roomNumber) == true)
            return ChargedAccount(unasked: request.guest, in: integration, isPaymaster: isPaymaster)
        }
    }
}

extension HotelLinkSettings {
    /// Whether that room is an internal account of the hotel (`S1-07`).
    func isPaymaster(_ room: RoomNumber) -> Bool { paymasterRooms.contains(room.text) }
}

extension SQLTransaction {
    /// How a charge to this account is booked: as the client says, or as the account is.
    func method(_ id: PaymentMethodID?, for account: ChargedAccount, on check: Check) throws -> PaymentMethod {
        let methods = try paymentMethods().filter { $0.isActive && $0.integration == account.integration }
        let paymaster = methods.first { $0.kind == .paymaster }
        guard let id else {
            let kind: PaymentMethod.Kind = account.isPaymaster && paymaster != nil ? .paymaster : .room
            guard let method = methods.first(where: { $0.kind == kind }) else { throw Refusal.unknownPaymentMethod }
            return try methodInUse(method.id, for: check)
        }
        let method = try methodInUse(id, for: check)
        switch method.kind {
        case .room: guard !account.isPaymaster || paymaster == nil else { throw Refusal.guestIsPaymaster }
        case .paymaster: guard account.isPaymaster else { throw Refusal.guestNotPaymaster }
        case .cash, .card, .voucher, .openAccount, .other: throw Refusal.paymentMethodOfOtherKind
        }
        return method
    }

    /// Lets a charge pass a guest's credit, or refuses it: what the hotel said was left, less what has gone there since, or is on its way.
    /// - Throws: `Refusal.creditExceeded`.
    func mustBeWithinCredit(_ total: Money, of account: ChargedAccount) throws {
        guard let credit = account.credit else { return }
        let since = try chargedTotal(
            to: account.choice, in: account.integration, since: credit.at, currency: total.currency)
        guard total <= credit.left - since else { throw Refusal.creditExceeded }
    }

    /// The manager's word for this charge.
    /// - Throws: `Refusal.unknownApproval`, `.approvalUsed`, `.approvalExpired`, `.approvalForAnother`.
    func usableApproval(_ id: ApprovalID, for request: RoomChargeRequest, at moment: Timestamp) throws -> Approval {
        guard let approval = try approval(id) else { throw Refusal.unknownApproval }
        try approval.mustCover(request.amount + request.tip, to: request.guest, on: request.checkID, at: moment)
        return approval
    }
}
