/// The identity of one `Subject`: a UUID of version 7 (RFC 9562), so that identifiers sort by the moment they were made.
///
/// Kept as lower-case text, which is also how the database and the API show it.
package struct Identifier<Subject>: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The UUID, 36 characters, lower case.
    package let text: String

    /// Takes an identifier from outside; nil unless it is a UUID in text form.
    package init?(text: String) {
        guard text.utf8.count == 36, Self.hasShapeOfUUID(text) else { return nil }
        self.text = text.lowercased()
    }

    private init(trusted: String) { text = trusted }

    /// A new identifier for something made at `moment`.
    package static func make(at moment: Timestamp) -> Identifier {
        var generator = SystemRandomNumberGenerator()
        return make(at: moment, using: &generator)
    }

    /// A new identifier, its random part from `generator`: a seeded one makes a test repeatable.
    package static func make(at moment: Timestamp, using generator: inout some RandomNumberGenerator) -> Identifier {
        let high = UInt64(bitPattern: moment.milliseconds) << 16 | 0x7000 | UInt64.random(in: 0...0x0FFF, using: &generator)
        let low = 0x8000_0000_0000_0000 | UInt64.random(in: 0...0x3FFF_FFFF_FFFF_FFFF, using: &generator)
        return Identifier(trusted: hyphenated(high: high, low: low))
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

    private static func hasShapeOfUUID(_ text: String) -> Bool {
        for (position, byte) in text.utf8.enumerated() {
            switch position {
            case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return false }
            default:
                guard Character(UnicodeScalar(byte)).isHexDigit else { return false }
            }
        }
        return true
    }

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

/// The identity of a check.
package typealias CheckID = Identifier<Check>
/// The identity of a tender.
package typealias TenderID = Identifier<Tender>
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
