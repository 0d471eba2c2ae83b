/// What an inquiry finds.
package enum GuestMatch: Sendable, Equatable {
    /// A guest or paymaster.
    case stay(Reservation)
    /// A city ledger account.
    case account(Account)
}
