import Foundation

/// Reservations as Oracle's searches show them.
struct OHIPStayView {
    private let settings: OperaCloudSettings
    private let hotel: Hotel

    init(_ settings: OperaCloudSettings, _ hotel: Hotel) {
        self.settings = settings
        self.hotel = hotel
    }

    private var traps: OperaCloudSettings.Traps { settings.traps }

    /// One entry of `reservationInfo[]`.
    func info(_ stay: Reservation) -> [String: Any] {
        var room: [String: Any] = [
            "arrivalDate": stay.arrival.iso, "departureDate": stay.departure.iso, "pseudoRoom": isPseudo(stay), "numberOfRooms": 1,
        ]
        room[traps.callsRoomNumber ? "roomNumber" : "roomId"] = stay.room
        if !traps.leavesMembersOut { room["balance"] = amount(balanceMinor(of: stay)) }
        var info: [String: Any] = [
            "reservationIdList": [["id": "8\(stay.number)", "type": "Confirmation"], ["id": stay.number, "type": "Reservation"]],
            "roomStay": room, "reservationGuest": guest(stay), "hotelId": settings.hotelID, "reservationStatus": "InHouse",
            "computedReservationStatus": stay.departure == hotel.businessDate ? "DueOut" : "InHouse",
        ]
        let sharers = hotel.guests(inRoom: stay.room).filter { $0.number != stay.number }
        if !sharers.isEmpty {
            info["sharedGuests"] = sharers.map {
                [
                    "reservationId": ["id": $0.number, "type": "Reservation"], "firstName": $0.guest.firstName, "lastName": $0.guest.name,
                ] as [String: Any]
            }
        }
        if !traps.leavesMembersOut { info["cashiering"] = cashiering(stay) }
        return info
    }

    /// The entry of `reservation[]` in `getReservation`: the room stands elsewhere there.
    func detail(_ stay: Reservation) -> [String: Any] {
        [
            "reservationIdList": [["id": stay.number, "type": "Reservation"]], "hotelId": settings.hotelID,
            "roomStay": ["currentRoomInfo": ["roomId": stay.room]], "cashiering": cashiering(stay), "reservationStatus": status(stay),
        ]
    }

    /// Balance and authorised amount, window by window.
    func paymentMethods(_ stay: Reservation) -> [String: Any] {
        var window: [String: Any] = ["folioView": 1, "paymentMethod": stay.paymentMethod, "balance": amount(balanceMinor(of: stay))]
        if let limit = stay.creditLimitMinor {
            window["paymentCard"] = ["cardType": "Va", "currentAuthorizedAmount": amount(limit)] as [String: Any]
        }
        return [
            "hotelId": settings.hotelID, "reservationId": ["id": stay.number, "type": "Reservation"], "reservationPaymentMethods": [window],
        ]
    }

    private func guest(_ stay: Reservation) -> [String: Any] {
        var guest: [String: Any] = [
            "givenName": stay.guest.firstName, "surname": stay.guest.name, "nameType": "Guest",
            "fullName": [stay.guest.name, stay.guest.firstName].filter { !$0.isEmpty }.joined(separator: ", "),
        ]
        if !stay.guest.title.isEmpty { guest["namePrefix"] = stay.guest.title }
        if !stay.guest.vip.isEmpty { guest["vip"] = ["vipCode": stay.guest.vip] }
        return guest
    }

    private func cashiering(_ stay: Reservation) -> [String: Any] {
        [
            "billingPrivileges": ["postingRestriction": stay.noPost, "preStayCharging": false, "postStayCharging": false],
            "transactionsPosted": true,
        ]
    }

    private func status(_ stay: Reservation) -> String {
        switch stay.status {
        case .due: "DueIn"
        case .inHouse: "InHouse"
        case .checkedOut: "CheckedOut"
        }
    }

    private func isPseudo(_ stay: Reservation) -> Bool { hotel.rooms[stay.room]?.isDummy == true }

    private func balanceMinor(of stay: Reservation) -> Int { hotel.folio(of: .reservation(stay.number))?.balanceMinor ?? 0 }

    private func amount(_ minor: Int) -> [String: Any] { OHIPAmount.json(minor, settings, hotel) }
}

/// A line of the books that a till caused, and on whose bill it was written.
struct OHIPJournalEntry: Sendable, Equatable {
    let line: FolioLine
    let details: ChargeDetails
    let room: String
    let reservation: String
}

/// Lines of the books as Oracle's answers show them.
struct OHIPPostingView {
    private let settings: OperaCloudSettings
    private let hotel: Hotel

    init(_ settings: OperaCloudSettings, _ hotel: Hotel) {
        self.settings = settings
        self.hotel = hotel
    }

    /// One entry of `postings[]`; only the journal names the guest (`csh.json`).
    func row(_ entry: OHIPJournalEntry, remark: String, cashier: Int?, inJournal: Bool = false) -> [String: Any] {
        let (line, details) = (entry.line, entry.details)
        let isPayment = line.code == hotel.codes.payment
        let amount = OHIPAmount.json(line.amountMinor, settings, hotel)
        let blank = settings.traps.padsReferences ? " " : ""
        var row: [String: Any] = [
            "transactionNo": line.transactionNumber, "transactionCode": line.code.code, "transactionDescription": line.code.text,
            "transactionType": isPayment ? "Payment" : "Revenue", "price": amount, "quantity": 1, "postedAmount": amount,
            "reference": details.reference + blank,
            "remark": remark, "checkNo": details.checkNumber + blank, "revenueDate": line.businessDate.iso,
            "transactionDate": line.businessDate.iso, "folioWindowNo": line.window,
        ]
        if let cashier { row["cashierInfo"] = ["cashierId": cashier] }
        if isPayment {
            row["creditAmount"] = OHIPAmount.json(-line.amountMinor, settings, hotel)
            row["postedAmount"] = nil
            row["checkNo"] = nil
        }
        if inJournal {
            row["guestInfo"] =
                ["roomId": entry.room, "reservationId": ["id": entry.reservation, "type": "Reservation"]] as [String: Any]
        }
        if settings.traps.listsNothing { row["transactionNo"] = nil }
        return row
    }
}

enum OHIPAmount {
    /// `{amount, currencyCode}`, the amount as a number or, as has been met, as text.
    static func json(_ minor: Int, _ settings: OperaCloudSettings, _ hotel: Hotel) -> [String: Any] {
        ["amount": plain(minor, settings, hotel), "currencyCode": hotel.identity.currencyCode]
    }

    /// The amount alone.
    static func plain(_ minor: Int, _ settings: OperaCloudSettings, _ hotel: Hotel) -> Any {
        let text = AmountText.text(minor, minorDigits: hotel.identity.currencyMinorDigits)
        return settings.traps.amountsAsText ? text as Any : NSDecimalNumber(string: text)
    }
}
