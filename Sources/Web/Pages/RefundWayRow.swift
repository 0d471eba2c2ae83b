import Operations
import PointOfSale

/// One way of giving money back, as the pages offer it: the account of a stay that was charged, another room of that hotel, or a method
/// that is settled at once.
struct RefundWayRow: Sendable {
    let value: String
    let name: String
    let isFirst: Bool
    /// Where guests of that hotel are searched; nil where nobody is.
    var searchPath: String?
    /// Whether the guest signs for it (`S2-07`).
    var signs = false
    /// Whom the pad names.
    var guest = ""
    var room = ""

    /// The ways for a check: the stays that it was charged to first (`S2-09`), then another room of the same hotel, then what is settled at
    /// once.
    static func rows(of original: Check?, _ visit: Visit) async throws -> [RefundWayRow] {
        let restaurant = visit.till.restaurant
        var rows: [RefundWayRow] = []
        if let original {
            let story = try await restaurant.story(of: original.id)
            let charged = story.postings.filter { $0.state == .accepted && !$0.breakdown.total.isNegative }
            rows += try await stays(charged, visit)
            let hotels = Set(charged.map(\.integration))
            for method in try await restaurant.hotelMethods(for: original.id)
            where method.kind == .room && hotels.contains(method.integration) {
                let hotel = try restaurant.hotels.line(method.integration).capabilities
                let name = visit.words("refundOtherRoom", ["hotel": hotel.systemName])
                rows.append(
                    RefundWayRow(
                        value: "room:\(method.id)", name: name, isFirst: rows.isEmpty,
                        searchPath: "/checks/\(original.id)/guests?hotel=\(method.integration.rawValue)",
                        signs: try await restaurant.signaturePolicy(of: method.integration).isAsked))
            }
        }
        for method in try await restaurant.paymentMethods() where !method.kind.isHotelAccount {
            rows.append(RefundWayRow(value: "method:\(method.id)", name: method.name.text(in: visit.language), isFirst: rows.isEmpty))
        }
        return rows
    }

    private static func stays(_ charged: [FolioPosting], _ visit: Visit) async throws -> [RefundWayRow] {
        let mask = NameMask(try visit.cashier)
        var (rows, named): ([RefundWayRow], Set<HotelStay>) = ([], [])
        for posting in charged {
            guard let guest = posting.guest, named.insert(HotelStay(guest, posting.integration)).inserted else { continue }
            let name = mask.name(guest.name)
            rows.append(
                RefundWayRow(
                    value: "posting:\(posting.id)",
                    name: visit.words("refundToRoom", ["room": guest.roomNumber.text, "guest": name]), isFirst: rows.isEmpty,
                    signs: try await visit.till.restaurant.signaturePolicy(of: posting.integration).isAsked, guest: name,
                    room: guest.roomNumber.text))
        }
        return rows
    }

    private struct HotelStay: Hashable {
        let guest: GuestChoice
        let integration: Integration

        init(_ guest: GuestChoice, _ integration: Integration) {
            self.guest = guest
            self.integration = integration
        }
    }
}
