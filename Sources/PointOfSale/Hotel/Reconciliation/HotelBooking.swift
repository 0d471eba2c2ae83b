/// One line of the hotel's books, from a guest's bill or from the hotel's own list. A posting may be several lines, one for each code.
package struct HotelBooking: Hashable, Sendable {
    /// The hotel's business date, where it says one.
    package let date: BusinessDate?
    package let roomNumber: String?
    package let reservationNumber: String?
    package let checkNumber: Int?
    package let amount: Money
    /// What the guest reads, and what our reference is looked for in.
    package let text: String

    /// A line of the hotel's.
    package init(
        date: BusinessDate?, roomNumber: String?, reservationNumber: String?, checkNumber: Int?, amount: Money, text: String
    ) {
        self.date = date
        self.roomNumber = roomNumber
        self.reservationNumber = reservationNumber
        self.checkNumber = checkNumber
        self.amount = amount
        self.text = text
    }

    /// The first reference of ours in the text.
    package var reference: PostingReference? { PostingReference.found(in: text).first }
}
