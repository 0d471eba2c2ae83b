/// How a simulated house has set RoomRaccoon up: who may ask, what its answers look like, how tickets show.
package struct RaccoonSettings: Sendable, Equatable, Codable {
    /// The shapes of answer that partners have met or that sister systems use; RoomRaccoon publishes none (`reference/roomraccoon.md` C2).
    package enum AnswerShape: String, Sendable, Codable, CaseIterable {
        /// `{Success, ErrorInfo, Reservations: […]}`
        case reservations
        /// `{Success, ReservationNumber, GuestName, …}`: the first stay only.
        case flat
        /// The same under `Data`.
        case underData
        /// `{success, data: {reservations: […]}}`
        case reservationsUnderData
        /// `"Success": "true"` and `ErrorMessage`.
        case textFlags
        /// `"success": 1`, `error_info`, `reservation_number`.
        case numberFlags
    }

    /// The highest limit of requests a minute.
    package static let requestsPerMinuteMax = 100_000

    package var apiKey: String
    package var hotelID: String
    /// The names of the house's revenue groups by RoomRaccoon's number.
    package var revenueGroups: [Int: String]
    package var answerShape = AnswerShape.reservations
    /// From now on each request becomes one line "POS Ticket #n" (RoomRaccoon: Account settings › Invoice; not retroactive).
    package var consolidatesTickets = false
    /// More than so many requests in one minute are answered 429; nil: any number.
    package var requestsPerMinute: Int?
    /// A wrong key is answered 401; otherwise 200 with `Success` false.
    package var deniesWithStatus = false

    package init(apiKey: String, hotelID: String, revenueGroups: [Int: String]) {
        self.apiKey = apiKey
        self.hotelID = hotelID
        self.revenueGroups = revenueGroups
    }

    /// What the shipped hostel knows its till by.
    package static let demo = RaccoonSettings(
        apiKey: "auberge-demo-key-4f1c", hotelID: "4711",
        revenueGroups: [
            101: "Restaurant, nourriture", 102: "Restaurant, boissons", 103: "Restaurant, vins et alcools", 104: "Petit-déjeuner",
            105: "Boutique", 109: "Pourboires et service",
        ])
}
