import FIAS

/// Reads an inquiry and finds its guests.
struct InquiryReader {
    let request: FIASRecord

    func matches(in hotel: Hotel) -> [GuestMatch] {
        if let card = request.filled(.track2) { return guest(withKeyCard: card, in: hotel) }
        let asked = request.filled(.matchesMax).flatMap { Int($0) } ?? hotel.settings.matchesMax
        let limit = asked > 0 ? min(asked, hotel.settings.matchesMax) : hotel.settings.matchesMax
        return hotel.findGuests(request[.inquiry] ?? "", limit: limit)
    }

    /// Why nobody was found, as the hotel puts it.
    func reasonForNothing(in hotel: Hotel) -> BookingRefusal {
        let wanted = request[.inquiry] ?? ""
        if hotel.accounts[wanted] != nil { return .accountClosed }
        guard hotel.rooms[wanted] != nil else { return wanted.contains(where: \.isNumber) ? .roomUnknown : .reservationUnknown }
        let hasLeft = hotel.reservations.values.contains {
            $0.room == wanted && $0.status == .checkedOut && $0.departure == hotel.businessDate
        }
        return hasLeft ? .guestCheckedOut : .roomVacant
    }

    /// The key cards of this hotel carry the reservation number.
    private func guest(withKeyCard card: String, in hotel: Hotel) -> [GuestMatch] {
        guard let stay = hotel.reservations[card], stay.status == .inHouse else { return [] }
        return [.stay(stay)]
    }
}

/// One match as the fields of a `PL` block; begins with `RN`, `G#`, `GN` (FIAS 2.20.24, record PL).
struct MatchBlock {
    let match: GuestMatch
    let hotel: Hotel

    var fields: [FIASRecord.Field] {
        switch match {
        case .stay(let stay): fields(of: stay)
        case .account(let account): fields(of: account)
        }
    }

    private func fields(of stay: Reservation) -> [FIASRecord.Field] {
        let guest = stay.guest
        var fields: [FIASRecord.Field] = [
            .init(.roomNumber, stay.room), .init(.reservationNumber, stay.number), .init(.guestName, guest.wireName),
            .init(.guestFirstName, guest.firstName), .init(.guestTitle, guest.title), .init(.vipStatus, guest.vip),
            .init(.language, guest.language), .init(.groupNumber, stay.group ?? ""), .init(.arrival, stay.arrival.yymmdd),
            .init(.departure, stay.departure.yymmdd), .init(.profileNumber, guest.profile), .init(.noPost, stay.noPost ? "Y" : "N"),
            .init(.paymentMethod, stay.paymentMethod),
        ]
        if let field = hotel.settings.packageField, let allowance = stay.allowance {
            fields.append(.init(.siteDefined(field), allowance.name))
        }
        let balance = hotel.folio(of: .reservation(stay.number))?.balanceMinor ?? 0
        fields += creditFields(limitMinor: stay.creditLimitMinor, balanceMinor: balance)
        return fields
    }

    private func fields(of account: Account) -> [FIASRecord.Field] {
        let balance = hotel.folio(of: .account(account.number))?.balanceMinor ?? 0
        return [
            .init(.roomNumber, account.number), .init(.reservationNumber, "0"), .init(.guestName, account.name), .init(.noPost, "N"),
        ] + creditFields(limitMinor: nil, balanceMinor: balance)
    }

    /// `CL` and `BA` with or without the decimal point; a stay without a limit has a blank `CL`.
    private func creditFields(limitMinor: Int?, balanceMinor: Int) -> [FIASRecord.Field] {
        let digits = hotel.identity.currencyMinorDigits
        let written: (Int) -> String
        switch hotel.settings.creditData {
        case .omitted: return []
        case .minorUnits: written = { String($0) }
        case .withPoint: written = { AmountText.text($0, minorDigits: digits) }
        }
        let limit = FIASRecord.Field(.creditLimit, limitMinor.map(written) ?? "")
        return hotel.settings.showsBalance ? [limit, .init(.balance, written(balanceMinor))] : [limit]
    }
}
