/// The identity of one `Subject`: a UUID of version 7 (RFC 9562), so that identifiers sort by the moment they were made.
///
/// Kept as lower-case text, which is also how the database and the API show it.
package struct Identifier<Subject>: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The UUID, 36 characters, lower case.
    package let text: String

    /// Takes an identifier from outside; nil unless it is a UUID in text form.
    package init?(text: String) {
        guard text.utf8.count == 36, Self.hasShapeOfUUID(text) else { return nil }
        self.text = text.utf8.contains { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "F") } ? text.lowercased() : text
    }

    private init(trusted: String) { text = trusted }

    /// A new identifier for something made at `moment`.
    package static func make(at moment: Timestamp) -> Identifier {
        if let chance = IdentifierChance.current {
            var generator = DrawnNumbers(draw: chance.draw)
            return make(at: moment, using: &generator)
        }
        var generator = SystemRandomNumberGenerator()
        return make(at: moment, using: &generator)
    }

    /// A new identifier, its random part from `generator`: a seeded one makes a test repeatable.
    package static func make(at moment: Timestamp, using generator: inout some RandomNumberGenerator) -> Identifier {
        let high = UInt64(bitPattern: moment.milliseconds) << 16 | 0x7000 | UInt64.random(in: 0...0x0FFF, using: &generator)
        let low = 0x8000_0000_0000_0000 | UInt64.random(in: 0...0x3FFF_FFFF_FFFF_FFFF, using: &generator)
        return Identifier(trusted: hyphenated(high: high, low: low))
    }

    /// Not greater than any identifier made at `moment` or later: where a search by time begins.
    package static func lowest(at moment: Timestamp) -> Identifier {
        Identifier(trusted: hyphenated(high: UInt64(bitPattern: moment.milliseconds) << 16 | 0x7000, low: 0x8000_0000_0000_0000))
    }

    package var description: String { text }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let identifier = Identifier(text: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a UUID")
        }
        self = identifier
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// Read with every row of the database, so by bytes and without `Character`.
    private static func hasShapeOfUUID(_ text: String) -> Bool {
        var position = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "-"): guard isHyphenPosition(position) else { return false }
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
                guard !isHyphenPosition(position) else { return false }
            default: return false
            }
            position += 1
        }
        return true
    }

    private static func isHyphenPosition(_ position: Int) -> Bool { position == 8 || position == 13 || position == 18 || position == 23 }

    private static func hyphenated(high: UInt64, low: UInt64) -> String {
        let digits: [UInt8] = Array("0123456789abcdef".utf8)
        return String(unsafeUninitializedCapacity: 36) { text in
            var at = 0
            for half in [high, low] {
                for shift in stride(from: 60, through: 0, by: -4) {
                    if at == 8 || at == 13 || at == 18 || at == 23 {
                        text[at] = UInt8(ascii: "-")
                        at += 1
                    }
                    text[at] = digits[Int(half >> UInt64(shift) & 0xF)]
                    at += 1
                }
            }
            return 36
        }
    }
}

/// What makes the random part of identifiers when it is not the system: set around a history that must repeat exactly.
package struct IdentifierChance: Sendable {
    /// Nil, as it always is in a till, for the system's generator. Not a bare function: optimised by Swift 6.3, a task-local function
    /// crashes when it is bound outside a task.
    @TaskLocal package static var current: IdentifierChance?

    let draw: @Sendable () -> UInt64

    /// Draws 64 bits at a time.
    package init(draw: @escaping @Sendable () -> UInt64) { self.draw = draw }
}

/// Numbers that somebody else draws.
private struct DrawnNumbers: RandomNumberGenerator {
    let draw: @Sendable () -> UInt64

    mutating func next() -> UInt64 { draw() }
}

/// The identity of a check.
package typealias CheckID = Identifier<Check>
/// The identity of a tender.
package typealias TenderID = Identifier<Tender>
/// The identity of an approval.
package typealias ApprovalID = Identifier<Approval>
/// The identity of a folio posting.
package typealias PostingID = Identifier<FolioPosting>
/// The identity of one attempt at a posting.
package typealias PostingAttemptID = Identifier<PostingAttempt>
/// The identity of a property.
package typealias PropertyID = Identifier<Property>
/// The identity of an outlet.
package typealias OutletID = Identifier<Outlet>
/// The identity of a floor plan.
package typealias FloorPlanID = Identifier<FloorPlan>
/// The identity of a table.
package typealias TableID = Identifier<Table>
/// The identity of a cashier.
package typealias CashierID = Identifier<Cashier>
/// The identity of a menu item.
package typealias MenuItemID = Identifier<MenuItem>
/// The identity of a menu category.
package typealias MenuCategoryID = Identifier<MenuCategory>
/// The identity of a tax class.
package typealias TaxClassID = Identifier<TaxClass>
/// The identity of a revenue group.
package typealias RevenueGroupID = Identifier<RevenueGroup>
/// The identity of a payment method.
package typealias PaymentMethodID = Identifier<PaymentMethod>
