/// One thing that staff may be allowed to do. Every route of the till names the one that it needs.
package enum Permission: String, Hashable, Sendable, Codable, CaseIterable {
    /// Open checks, add lines, take lines back before payment.
    case takeOrders
    /// Give the discounts that the house has set up, and take them back (`S2-11`).
    case giveDiscounts
    /// Give any discount, typed or kept for managers (`S2-11`).
    case giveCustomDiscounts
    /// Take payments and charge rooms.
    case settleChecks
    /// See the postings to the hotel.
    case viewPostings
    /// See what the hotel says of a guest's credit, and guest names in wire logs.
    case viewGuestCredit
    /// Let one charge pass a guest's credit limit, with one's own PIN (`S1-16`).
    case approveCredit
    /// Undo a closed check on the same business date (`S1-10`).
    case voidChecks
    /// Give back what was paid (`S1-11`).
    case refundChecks
    /// Say whether a posting in doubt stands on the folio; withdraw what waits.
    case settleDoubt
    /// Compare a day's charges with the hotel's books.
    case reconcile
    /// Read the day's figures, what revenue went to the hotel, and the report of all postings.
    case viewReports
    /// Close a business date by hand.
    case closeDay
    /// Say which till a device is (`S1-12`).
    case setUpTill
    /// Change outlets, menu, staff, payment methods and the hotel link.
    case configure
}

extension Cashier.Role {
    /// What the role may do.
    package var permissions: Set<Permission> {
        switch self {
        case .waiter: [.takeOrders, .giveDiscounts, .settleChecks, .viewPostings]
        case .manager:
            Cashier.Role.waiter.permissions.union([
                .viewGuestCredit, .approveCredit, .voidChecks, .refundChecks, .settleDoubt, .reconcile, .viewReports, .closeDay,
                .setUpTill, .giveCustomDiscounts,
            ])
        case .administrator: Set(Permission.allCases)
        }
    }
}
