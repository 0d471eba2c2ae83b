/// One thing in which our books and the hotel's differ for a business date.
package struct ReconciliationDifference: Hashable, Sendable {
    package let kind: Kind
    package let reference: String
    /// Ours, if we know it.
    package let postingID: PostingID?
    package let checkNumber: Int?
    /// Where we charged it; where the hotel has it, when we know nothing of it.
    package let roomNumber: String?
    /// What we count for the date.
    package let ours: Money
    /// What the hotel counts for the date.
    package let hotels: Money
    /// What belongs to the kind: a date, a room, a number of times, a reason, the text of a line that may be the one.
    package let detail: String?

    /// How they differ. Each has its next step in `Web/Words`.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// We say booked; the hotel does not show it. `detail`: the text of a line that it may be, if there is one.
        case missing
        /// The hotel has it more than once. `detail`: how often.
        case twice
        /// The hotel has another amount under our reference.
        case otherAmount
        /// On another guest's bill. `detail`: the room.
        case otherRoom
        /// A reference of our form that our books do not know.
        case unknownHere
        /// Booked, and on another date there or here. `detail`: that date.
        case otherDate
        /// We do not know yet whether it is booked.
        case inDoubt
        /// We hold it for not booked; the hotel has it.
        case notExpected
        /// The guest's bill could not be read. `detail`: why, a stable word.
        case notCompared
    }

    /// A difference.
    package init(
        kind: Kind, reference: String, postingID: PostingID?, checkNumber: Int?, roomNumber: String?, ours: Money, hotels: Money,
        detail: String?
    ) {
        self.kind = kind
        self.reference = reference
        self.postingID = postingID
        self.checkNumber = checkNumber
        self.roomNumber = roomNumber
        self.ours = ours
        self.hotels = hotels
        self.detail = detail
    }
}
