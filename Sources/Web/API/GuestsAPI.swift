import Hummingbird
import Operations
import PointOfSale

/// Who stays in the hotel, and how its link stands.
enum GuestsAPI {
    static let find: @Sendable (Visit) async throws -> Response = { visit in
        var body = try await visit.json()
        let text = try body.text("text", lengthMax: GuestInquiry.charactersMax * 2)
        let integration = try body.optionallyParsed("hotel") { Integration(rawValue: $0) } ?? .opera
        try body.nothingElse()
        let cashier = try visit.cashier
        let guests = try await found(text, in: integration, visit, by: cashier)
        let seesCredit = cashier.may(.viewGuestCredit)
        return .json { json in
            json.array("guests", guests) { json, guest in
                json.field("roomNumber", guest.roomNumber.text)
                json.field("reservationNumber", guest.reservationNumber)
                json.field("name", guest.name)
                json.field("title", guest.title)
                json.field("firstName", guest.firstName)
                json.field("arrival", guest.arrival?.description)
                json.field("departure", guest.departure?.description)
                json.field("vip", guest.vip)
                json.field("packageAllowance", guest.packageAllowance)
                json.field("mayBeCharged", guest.mayBeCharged)
                json.field("isPaymaster", guest.isPaymaster)
                if seesCredit { json.field("creditLeft", guest.creditLeft?.minorUnits) }
            }
        }
    }

    /// An empty list where the hotel knows nobody: for a program that is an answer, not a problem.
    private static func found(_ text: String, in integration: Integration, _ visit: Visit, by cashier: Cashier) async throws
        -> [GuestAccount]
    {
        do {
            return try await visit.till.restaurant.findGuests(text, in: integration, by: cashier)
        } catch Refusal.guestNotFound {
            return []
        }
    }

    static let showHotelLink: @Sendable (Visit) async throws -> Response = { visit in
        let chosen = visit.request.uri.queryParameters["hotel"].flatMap { Integration(rawValue: String($0)) } ?? .opera
        let hotel = try visit.till.restaurant.hotels.line(chosen)
        let (state, capabilities) = (hotel.linkState, hotel.capabilities)
        return .json { json in
            json.field("phase", state.phase.rawValue)
            json.field("since", TimeText.iso(state.since))
            json.field("fault", state.fault?.rawValue)
            json.field("hotel", capabilities.systemName)
            json.object("capabilities") { json in
                json.field("findsByName", capabilities.findsByName)
                json.field("takesOutsideRevenue", capabilities.takesOutsideRevenue)
                json.field("takesCheckDiscounts", capabilities.takesCheckDiscounts)
                json.field("showsLines", capabilities.showsLines)
            }
        }
    }
}
