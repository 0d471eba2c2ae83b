/// A city ledger account: a company that is invoiced later. FIAS shows it with its number in `RN` and `G#0`.
package struct Account: Sendable, Equatable, Identifiable {
    package var number: String
    package var name: String
    /// The account is closed for charges when false.
    package var isOpen: Bool

    package var id: String { number }

    package init(number: String, name: String, isOpen: Bool = true) {
        self.number = number
        self.name = name
        self.isOpen = isOpen
    }
}
