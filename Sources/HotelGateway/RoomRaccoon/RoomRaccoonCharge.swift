import PointOfSale

/// What RoomRaccoon is asked to put on a reservation: `ChargeRoomRequest` (`reference/roomraccoon.md` C2).
///
/// Each amount is that of its whole line, discounts already taken off; RoomRaccoon has no place for a discount on the whole check, and
/// knows the tax from the revenue group. It shows the descriptions one by one, so each begins with our reference: whoever has to find out
/// whether a charge is there looks for `A1007.12`.
struct RoomRaccoonCharge: Hashable, Sendable {
    /// The longest description of one line, in Unicode scalars.
    static let descriptionScalarsMax = 80
    /// The most lines of one request; a longer check goes by revenue group.
    static let linesMax = 200
    /// What tips and service are called on the guest's account.
    static let tipText = "Tip"
    static let serviceText = "Service"

    /// One line: an entry of `TicketDetails`.
    struct Detail: Hashable, Sendable {
        let description: String
        let quantity: Int
        let amount: Money
        let group: Int
    }

    /// Why there is nothing that could be sent.
    enum Gap: Error, Hashable, Sendable {
        /// Revenue that no room pays is not RoomRaccoon's business (`S2-01`).
        case noGuest
        /// The revenue group of ours that has no number of RoomRaccoon's.
        case groupMissing(Itemizer)
        case tipGroupMissing
        case nothingToCharge

        /// For whoever sets the house up.
        var words: String {
            switch self {
            case .noGuest: "RoomRaccoon takes guests' charges only"
            case .groupMissing(let itemizer): "revenue group \(itemizer.number) has no RoomRaccoon revenue group"
            case .tipGroupMissing: "tips have no RoomRaccoon revenue group"
            case .nothingToCharge: "there is nothing to charge"
            }
        }
    }

    let guest: GuestChoice
    let details: [Detail]

    /// The charge for a posting under a number.
    /// - Throws: `Gap` when it cannot be put into RoomRaccoon's words.
    init(_ posting: FolioPosting, number: Int, settings: RoomRaccoonSettings) throws(Gap) {
        guard let guest = posting.guest else { throw .noGuest }
        self.guest = guest
        let reference = posting.reference(number: number).text
        var details: [Detail] = []
        for line in Self.lines(of: posting) {
            guard let group = settings.revenueGroups[line.itemizer] else { throw .groupMissing(line.itemizer) }
            details.append(
                Detail(
                    description: Self.text(reference, line.description), quantity: max(abs(line.quantity), 1), amount: line.amount,
                    group: group))
        }
        for (text, amount) in [(Self.tipText, posting.breakdown.tip), (Self.serviceText, posting.breakdown.serviceCharge)]
        where !amount.isZero {
            guard let group = settings.tipGroup else { throw .tipGroupMissing }
            details.append(Detail(description: Self.text(reference, text), quantity: 1, amount: amount, group: group))
        }
        guard !details.isEmpty else { throw .nothingToCharge }
        self.details = details
    }

    /// The request without who asks: what is written down before it is sent.
    var json: JSONValue {
        .object([
            .init(
                name: "ChargeRoomRequest",
                value: .object([
                    .init(name: "ReservationNumber", value: .string(guest.reservationNumber)),
                    .init(name: "RoomNumber", value: .string(guest.roomNumber.text)),
                    .init(name: "TicketDetails", value: .array(details.map(\.json))),
                ]))
        ])
    }

    /// The posting's own lines if they come to what it charges, group by group; else one line for each group.
    private static func lines(of posting: FolioPosting) -> [PostingLine] {
        let parts = posting.breakdown
        var sums = parts.subtotals
        for (itemizer, discount) in parts.discounts { sums[itemizer, default: .zero(discount.currency)] += discount }
        var given: [Itemizer: Money] = [:]
        for line in posting.lines { given[line.itemizer, default: .zero(line.amount.currency)] += line.amount }
        if !posting.lines.isEmpty, posting.lines.count <= linesMax, given.filter({ !$0.value.isZero }) == sums.filter({ !$0.value.isZero })
        {
            return posting.lines
        }
        return sums.filter { !$0.value.isZero }.sorted { $0.key < $1.key }.map { itemizer, amount in
            PostingLine(description: "Restaurant", quantity: amount.isNegative ? -1 : 1, itemizer: itemizer, amount: amount)
        }
    }

    /// Our reference, then what it is: without control signs and marks that turn the reading direction, cut at a whole character.
    private static func text(_ reference: String, _ description: String) -> String {
        let plain = String(String.UnicodeScalarView(description.unicodeScalars.map { isShown($0) ? $0 : " " }))
        var text = reference + " "
        for character in plain.trimmed {
            if text.unicodeScalars.count + character.unicodeScalars.count > descriptionScalarsMax - 1 { return text + "…" }
            text.append(character)
        }
        return text
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: false
        default: true
        }
    }
}

extension RoomRaccoonCharge.Detail {
    fileprivate var json: JSONValue {
        .object([
            .init(name: "Amount", value: .number(amount.decimalText)),
            .init(name: "Description", value: .string(description)),
            .init(name: "Quantity", value: .number(String(quantity))),
            .init(name: "RevenueGroup", value: .number(String(group))),
        ])
    }
}

extension Money {
    /// `-12.50`: with exactly the digits of its currency and nothing that a language would add.
    var decimalText: String {
        let digits = String(minorUnits.magnitude)
        let sign = isNegative ? "-" : ""
        guard currency.minorDigits > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, currency.minorDigits + 1 - digits.count)) + digits
        return sign + padded.dropLast(currency.minorDigits) + "." + padded.suffix(currency.minorDigits)
    }

    /// An amount as RoomRaccoon writes it: `500`, `500.0`, `-12.50`; nil when it is none, or finer than the currency.
    init?(decimalText text: String, _ currency: Currency) {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        var decimals = parts.count == 2 ? String(parts[1]) : ""
        while decimals.count > currency.minorDigits, decimals.last == "0" { decimals.removeLast() }
        guard decimals.count <= currency.minorDigits else { return nil }
        decimals += String(repeating: "0", count: currency.minorDigits - decimals.count)
        guard parts[0].count <= 12, let units = Int(parts[0] + decimals), units <= Money.minorUnitsMax else { return nil }
        self.init(isNegative ? -units : units, currency)
    }
}
