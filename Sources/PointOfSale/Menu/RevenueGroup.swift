/// What the hotel books a sale under: food, beverages, other. Over FIAS it is one of nine itemizers, S1 to S9 (`FIAS 2.20.24 §6.2`).
package struct RevenueGroup: Hashable, Sendable, Codable, Identifiable {
    package let id: RevenueGroupID
    package let name: LocalizedName
    package let itemizer: Itemizer

    /// A revenue group.
    package init(id: RevenueGroupID, name: LocalizedName, itemizer: Itemizer) {
        self.id = id
        self.name = name
        self.itemizer = itemizer
    }
}

/// The number of a subtotal on a posting, 1 to 9: agreed with the hotel, which maps it to a transaction code.
package struct Itemizer: Hashable, Comparable, Sendable, Codable {
    /// 1 to 9.
    package let number: Int

    /// The numbers a hotel's interface knows.
    package static let numbers = 1...9

    /// Takes a number; nil outside 1…9.
    package init?(_ number: Int) {
        guard Self.numbers.contains(number) else { return nil }
        self.number = number
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let itemizer = Itemizer(try container.decode(Int.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "an itemizer is 1 to 9")
        }
        self = itemizer
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }

    package static func < (left: Itemizer, right: Itemizer) -> Bool { left.number < right.number }
}
