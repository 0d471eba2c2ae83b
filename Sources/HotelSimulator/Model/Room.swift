/// A room of the hotel, or a dummy room that holds a paymaster.
package struct Room: Sendable, Equatable, Identifiable {
    /// What stands on the door. Text: leading zeros and letters count (`0910`, `12A`).
    package var number: String
    /// The hotel's word for the kind of room, such as `Double`.
    package var type: String
    /// A room that exists in the books only: paymasters and the posting master live in such rooms.
    package var isDummy: Bool

    package var id: String { number }

    package init(number: String, type: String, isDummy: Bool = false) {
        self.number = number
        self.type = type
        self.isDummy = isDummy
    }
}
