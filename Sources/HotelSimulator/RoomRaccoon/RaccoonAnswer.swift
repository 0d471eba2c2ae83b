import Foundation

/// What RoomRaccoon answers, in any of its shapes.
struct RaccoonAnswer: Sendable, Equatable {
    let status: Int
    let body: String
    private(set) var retryAfterSeconds: Int?

    init(status: Int = 200, body: String, retryAfterSeconds: Int? = nil) {
        self.status = status
        self.body = body
        self.retryAfterSeconds = retryAfterSeconds
    }

    /// No, with its words.
    static func refused(_ words: String, status: Int = 200, as shape: RaccoonSettings.AnswerShape) -> RaccoonAnswer {
        RaccoonAnswer(status: status, body: json(envelope(false, words, shape)))
    }

    /// The stays of a room.
    static func stays(_ stays: [Reservation], in hotel: Hotel, as shape: RaccoonSettings.AnswerShape) -> RaccoonAnswer {
        var answer = envelope(true, "", shape)
        switch shape {
        case .reservations, .textFlags:
            answer["Reservations"] = stays.map { stay in
                var entry: [String: Any] = [
                    "ReservationNumber": stay.number, "RoomNumber": stay.room,
                    "IsChargeAllowed": shape == .textFlags ? (stay.noPost ? "false" : "true") : !stay.noPost,
                    "Guests": [["FirstName": stay.guest.firstName, "LastName": stay.guest.name]], "ArrivalDate": stay.arrival.iso,
                    "DepartureDate": stay.departure.iso,
                ]
                if let limit = stay.creditLimitMinor { entry["CreditLimit"] = decimal(limit, hotel) }
                return entry
            }
        case .flat: answer.merge(flat(stays[0])) { own, _ in own }
        case .underData: answer["Data"] = flat(stays[0])
        case .reservationsUnderData:
            answer["data"] = [
                "reservations": stays.map { stay in
                    [
                        "reservationNumber": stay.number, "roomNumber": stay.room, "guestName": stay.guest.fullName,
                        "isChargeAllowed": !stay.noPost,
                    ] as [String: Any]
                }
            ]
        case .numberFlags:
            answer["data"] = stays.map { stay in
                [
                    "reservation_number": Int(stay.number) ?? 0, "room_number": stay.room, "guest_name": stay.guest.fullName,
                    "charge_allowed": stay.noPost ? 0 : 1,
                ] as [String: Any]
            }
        }
        return RaccoonAnswer(body: json(answer))
    }

    /// Yes to a charge.
    static func charged(_ ticket: POSTicket, as shape: RaccoonSettings.AnswerShape) -> RaccoonAnswer {
        var answer = envelope(true, "", shape)
        switch shape {
        case .underData, .reservationsUnderData: answer["Data"] = ["ReservationNumber": ticket.reservation, "TicketNumber": ticket.number]
        case .numberFlags: answer["ticket_number"] = ticket.number
        default: answer["TicketNumber"] = ticket.number
        }
        return RaccoonAnswer(body: json(answer))
    }

    private static func envelope(_ success: Bool, _ words: String, _ shape: RaccoonSettings.AnswerShape) -> [String: Any] {
        switch shape {
        case .reservations, .flat, .underData: ["Success": success, "ErrorInfo": words]
        case .reservationsUnderData: words.isEmpty ? ["success": success] : ["success": success, "message": words]
        case .textFlags: ["Success": success ? "true" : "false", "ErrorMessage": words.isEmpty ? NSNull() : words]
        case .numberFlags: ["success": success ? 1 : 0, "error_info": words]
        }
    }

    private static func flat(_ stay: Reservation) -> [String: Any] {
        [
            "ReservationNumber": stay.number, "RoomNumber": stay.room, "GuestName": stay.guest.fullName, "IsChargeAllowed": !stay.noPost,
        ]
    }

    private static func decimal(_ minor: Int, _ hotel: Hotel) -> NSDecimalNumber {
        NSDecimalNumber(string: AmountText.text(minor, minorDigits: hotel.identity.currencyMinorDigits))
    }

    private static func json(_ object: [String: Any]) -> String {
        guard let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes]) else {
            preconditionFailure("an answer is made of texts, numbers and lists")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
