/// One line of what a posting is for, as a hotel may show it on the guest's account (`S2-16`): discounts already taken off.
package struct PostingLine: Hashable, Sendable, Codable {
    /// The article's name, or that of the revenue group where a part of a check is paid.
    package let description: String
    /// How many; less than nothing where something is given back.
    package let quantity: Int
    /// Which revenue group it belongs to.
    package let itemizer: Itemizer
    /// For all of them together, tax included.
    package let amount: Money

    /// The longest description.
    package static let descriptionCharactersMax = 120

    /// A line; a description that is too long is cut, an empty one becomes a dash.
    package init(description: String, quantity: Int, itemizer: Itemizer, amount: Money) {
        precondition(quantity != 0, "a line of nothing is no line")
        let cut = String(description.prefix(Self.descriptionCharactersMax))
        self.description = cut.isEmpty ? "–" : cut
        self.quantity = quantity
        self.itemizer = itemizer
        self.amount = amount
    }

    /// The same with the other sign: for what takes a posting back.
    package var negated: PostingLine {
        PostingLine(description: description, quantity: -quantity, itemizer: itemizer, amount: -amount)
    }
}
