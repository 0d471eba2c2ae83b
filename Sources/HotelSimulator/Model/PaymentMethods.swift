/// The hotel's payment method codes, as the till must send them (`PM`).
package struct PaymentMethods: Sendable, Equatable {
    /// Codes that mean "charge to room"; told to the till in `LC.RP`.
    package var room: [String]
    /// Codes that mean "charge to room, approved by a manager".
    package var roomByManager: [String]
    /// Codes of everything else: cash, cards, vouchers.
    package var direct: [String]

    package init(room: [String], roomByManager: [String], direct: [String]) {
        self.room = room
        self.roomByManager = roomByManager
        self.direct = direct
    }
}
