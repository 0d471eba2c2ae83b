/// One attempt at a posting as our own books have it: what the hotel should show under its reference, or should not.
package struct OwnBooking: Hashable, Sendable {
    package let postingID: PostingID
    /// What stands on the guest's bill: `A1007.4242`.
    package let reference: PostingReference
    /// Nil for revenue: it stands on the hotel's posting account, and not on a bill.
    package let guest: GuestChoice?
    /// With its sign: a reversal is negative.
    package let amount: Money
    /// Our business date on which it was sent. The check may be older: what waited for the hotel is booked when it was sent.
    package let date: BusinessDate
    package let standing: Standing

    /// What we hold to be true of it.
    package enum Standing: String, Hashable, Sendable, CaseIterable {
        /// The hotel booked it.
        case booked
        /// Sent, and nobody knows.
        case unknown
        /// The hotel did not book it.
        case notBooked
    }

    /// An attempt.
    package init(
        postingID: PostingID, reference: PostingReference, guest: GuestChoice?, amount: Money, date: BusinessDate, standing: Standing
    ) {
        self.postingID = postingID
        self.reference = reference
        self.guest = guest
        self.amount = amount
        self.date = date
        self.standing = standing
    }
}
