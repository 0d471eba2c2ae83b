@testable import HotelSimulator

/// The small hotel with RoomRaccoon, and a second guest whose dates do not meet the first one's.
enum SmallHostel {
    static func make(_ change: (inout RaccoonSettings) -> Void = { _ in }) -> Hotel {
        var hotel = SmallHotel.make()
        var settings = RaccoonSettings(apiKey: "key", hotelID: "42", revenueGroups: [101: "Nourriture", 102: "Boissons"])
        change(&settings)
        hotel.raccoon = settings
        hotel.add(
            Reservation(
                number: "10202", room: "102", guest: Guest(title: "M.", name: "Later", firstName: ""),
                arrival: SmallHotel.today.adding(days: 10), departure: SmallHotel.today.adding(days: 12)))
        return hotel
    }

    static let lines: [POSTicket.Line] = [
        .init(description: "A1007.12 Moules", quantity: 2, amountMinor: 3240, revenueGroup: 101),
        .init(description: "A1007.12 Cidre", quantity: 1, amountMinor: 600, revenueGroup: 102),
    ]

    static let refund: [POSTicket.Line] = [.init(description: "A1008.13 Cidre", quantity: 1, amountMinor: -600, revenueGroup: 102)]

    static func charge(_ reservation: String = "20401", room: String = "204", amount: String = "32.40") -> String {
        #"{"apiKey":"key","hotelId":"42","ChargeRoomRequest":{"ReservationNumber":"\#(reservation)","RoomNumber":"\#(room)","#
            + #""TicketDetails":[{"Description":"A1007.12 Moules","Amount":\#(amount),"Quantity":2,"RevenueGroup":101}]}}"#
    }

    static func verify(_ room: String, key: String = "key") -> String {
        #"{"apiKey":"\#(key)","hotelId":"42","VerifyRoomRequest":{"VerifyType":"RoomNumber","VerifyValue":"\#(room)"}}"#
    }
}
