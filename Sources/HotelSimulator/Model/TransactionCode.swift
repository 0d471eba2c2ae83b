/// A number of the hotel's chart of accounts, with its name, such as `2000 Restaurant, nourriture`.
package struct TransactionCode: Sendable, Hashable {
    package var code: String
    package var text: String
    /// The page of the bill that lines of this code go to, from 1.
    package var window: Int

    package init(code: String, text: String, window: Int = 1) {
        self.code = code
        self.text = text
        self.window = window
    }
}

/// The chart of accounts: which code each part of a charge is booked to, and the desk's own codes.
package struct TransactionCodes: Sendable, Equatable {
    /// The codes of the parts of a charge. A part without a code cannot be booked: the hotel answers `UR`.
    package var parts: [ChargeComponent: TransactionCode]
    package var roomRate: TransactionCode
    package var openingBalance: TransactionCode
    package var payment: TransactionCode
    /// The code for a charge that the hotel books as one line.
    package var wholeCharge: TransactionCode

    package init(
        parts: [ChargeComponent: TransactionCode], roomRate: TransactionCode, openingBalance: TransactionCode, payment: TransactionCode,
        wholeCharge: TransactionCode
    ) {
        self.parts = parts
        self.roomRate = roomRate
        self.openingBalance = openingBalance
        self.payment = payment
        self.wholeCharge = wholeCharge
    }
}
