/// A class of goods that are taxed alike, with the rate in force. Prices hold the tax.
package struct TaxClass: Hashable, Sendable, Codable, Identifiable {
    package let id: TaxClassID
    package let name: LocalizedName
    package let rate: Rate

    /// A tax class.
    package init(id: TaxClassID, name: LocalizedName, rate: Rate) {
        self.id = id
        self.name = name
        self.rate = rate
    }
}
