import Foundation

/// Turns a hotel file into a hotel, and checks what the format alone cannot.
struct HotelBuilder {
    /// The most rooms and the most stays of one hotel.
    static let roomsMax = 5_000
    static let reservationsMax = 50_000
    /// The longest room number, in characters (FIAS 2.20.24 says 8; OPERA sends longer ones).
    static let roomNumberLengthMax = 12
    /// The minute from which the hotel's day is today's date: before it, last night's audit has not run yet. It is when the shipped
    /// restaurant closes, so that both count alike in a demo that begins at night.
    static let businessDayBeginsMinute = 5 * 60 + 30

    let file: HotelFile
    let path: String
    let atMs: Int64

    func build() throws(HotelFileError) -> Hotel {
        guard let zone = TimeZone(identifier: file.hotel.timeZone) else {
            throw error("hotel.timeZone", "no such time zone “\(file.hotel.timeZone)”")
        }
        guard (0...3).contains(file.hotel.minorDigits) else { throw error("hotel.minorDigits", "must be 0, 1, 2 or 3") }
        let wall = WallClock(atMs: atMs, in: zone)
        let beforeAudit = wall.secondOfDay < Self.businessDayBeginsMinute * 60
        var hotel = Hotel(
            identity: Hotel.Identity(
                id: file.hotel.id, name: file.hotel.name, town: file.hotel.town, currencyCode: file.hotel.currency,
                currencyMinorDigits: file.hotel.minorDigits, timeZone: zone),
            codes: try codes(),
            paymentMethods: PaymentMethods(
                room: file.paymentMethods.room, roomByManager: file.paymentMethods.roomByManager, direct: file.paymentMethods.direct),
            outlets: Dictionary(file.outlets.map { ($0.number, $0.name) }, uniquingKeysWith: { first, _ in first }),
            postingMaster: file.postingMaster, postingMasters: file.postingMasters,
            businessDate: wall.date.adding(days: beforeAudit ? -1 : 0))
        hotel.settings = file.settings
        try addRooms(to: &hotel)
        try addAccounts(to: &hotel)
        try addReservations(to: &hotel)
        if let master = file.postingMaster, hotel.reservations[master] == nil {
            throw error("postingMaster", "no reservation has the number \(master)")
        }
        for (method, master) in file.postingMasters {
            guard file.paymentMethods.direct.contains(method) else {
                throw error("postingMasters.\(method)", "is none of the direct payment methods")
            }
            guard hotel.reservations[master] != nil else {
                throw error("postingMasters.\(method)", "no reservation has the number \(master)")
            }
        }
        return hotel
    }

    private func codes() throws(HotelFileError) -> TransactionCodes {
        var parts: [ChargeComponent: TransactionCode] = [:]
        for (field, entry) in file.codes.parts {
            guard let component = ChargeComponent(fieldCode: field) else {
                throw error("codes.parts.\(field)", "no part of a charge is called so; use S1–S9, D1–D9, T1–T9, TP, SC or +0")
            }
            parts[component] = code(entry)
        }
        return TransactionCodes(
            parts: parts, roomRate: code(file.codes.roomRate), openingBalance: code(file.codes.openingBalance),
            payment: code(file.codes.payment), wholeCharge: code(file.codes.wholeCharge))
    }

    private func code(_ entry: CodeEntry) -> TransactionCode {
        TransactionCode(code: entry.code, text: entry.text, window: max(1, entry.window))
    }

    private func addRooms(to hotel: inout Hotel) throws(HotelFileError) {
        for (index, entry) in file.rooms.enumerated() {
            let place = "rooms[\(index)]"
            for number in try numbers(of: entry, at: place) where !entry.except.contains(number) {
                guard (1...Self.roomNumberLengthMax).contains(number.count), isPlain(number) else {
                    throw error(place, "“\(number)” cannot be a room number: 1 to \(Self.roomNumberLengthMax) characters, no | or control")
                }
                guard hotel.rooms[number] == nil else { throw error(place, "room \(number) is there twice") }
                hotel.add(Room(number: number, type: entry.type, isDummy: entry.dummy))
                guard hotel.rooms.count <= Self.roomsMax else { throw error(place, "more than \(Self.roomsMax) rooms") }
            }
        }
        if hotel.rooms.isEmpty { throw error("rooms", "a hotel needs a room") }
    }

    private func numbers(of entry: RoomsEntry, at place: String) throws(HotelFileError) -> [String] {
        switch (entry.from, entry.to) {
        case (nil, nil):
            guard !entry.numbers.isEmpty else { throw error(place, "says neither “from” and “to” nor “numbers”") }
            return entry.numbers
        case (let from?, let to?):
            guard from >= 0, from <= to, to - from < Self.roomsMax else {
                throw error(place, "“from” \(from) “to” \(to) is no run of rooms")
            }
            return (from...to).map(String.init) + entry.numbers
        default:
            throw error(place, "“from” and “to” go together")
        }
    }

    private func addAccounts(to hotel: inout Hotel) throws(HotelFileError) {
        for (index, entry) in file.accounts.enumerated() {
            let place = "accounts[\(index)].number"
            guard hotel.accounts[entry.number] == nil else { throw error(place, "account \(entry.number) is there twice") }
            guard hotel.rooms[entry.number] == nil else { throw error(place, "\(entry.number) is a room already") }
            hotel.add(Account(number: entry.number, name: entry.name, isOpen: entry.open))
        }
    }

    private func addReservations(to hotel: inout Hotel) throws(HotelFileError) {
        guard file.reservations.count <= Self.reservationsMax else {
            throw error("reservations", "more than \(Self.reservationsMax)")
        }
        for (index, entry) in file.reservations.enumerated() {
            let place = "reservations[\(index)]"
            let digits = entry.number.utf8.allSatisfy { (48...57).contains($0) }
            guard digits, (1...10).contains(entry.number.count), entry.number.contains(where: { $0 != "0" }) else {
                throw error("\(place).number", "must be 1 to 10 digits and not 0, is “\(entry.number)”")
            }
            guard hotel.reservations[entry.number] == nil else { throw error("\(place).number", "\(entry.number) is there twice") }
            guard hotel.rooms[entry.room] != nil else { throw error("\(place).room", "there is no room \(entry.room)") }
            guard entry.arrives <= entry.departs else { throw error("\(place).departs", "is before “arrives”") }
            guard !entry.name.isEmpty else { throw error("\(place).name", "is empty") }
            hotel.add(
                try reservation(entry, at: place, businessDate: hotel.businessDate),
                openingBalanceMinor: try amount(entry.balance, at: "\(place).balance") ?? 0)
        }
    }

    private func reservation(_ entry: ReservationEntry, at place: String, businessDate: CivilDate) throws(HotelFileError) -> Reservation {
        let limit = try amount(entry.creditLimit, at: "\(place).creditLimit")
        if let limit, limit < 0 { throw error("\(place).creditLimit", "is negative") }
        return Reservation(
            number: entry.number, room: entry.room,
            guest: Guest(
                title: entry.title, name: entry.name, firstName: entry.firstName, language: entry.language, vip: entry.vip,
                profile: entry.profile.isEmpty ? "7\(entry.number)" : entry.profile),
            arrival: businessDate.adding(days: entry.arrives), departure: businessDate.adding(days: entry.departs), status: entry.status,
            noPost: entry.noPost, creditLimitMinor: limit, rateMinor: try amount(entry.rate, at: "\(place).rate") ?? 0, group: entry.group,
            paymentMethod: entry.paymentMethod, allowance: try allowance(entry, at: place))
    }

    private func allowance(_ entry: ReservationEntry, at place: String) throws(HotelFileError) -> PackageAllowance? {
        guard let name = entry.package else {
            guard entry.packageAmount == nil else { throw error("\(place).package", "is missing beside “packageAmount”") }
            return nil
        }
        guard isPlain(name), !name.isEmpty else { throw error("\(place).package", "must be plain text") }
        guard let daily = try amount(entry.packageAmount ?? "0.00", at: "\(place).packageAmount"), daily >= 0 else {
            throw error("\(place).packageAmount", "is negative")
        }
        return PackageAllowance(name: name, dailyMinor: daily)
    }

    private func amount(_ text: String?, at place: String) throws(HotelFileError) -> Int? {
        guard let text else { return nil }
        guard let minor = AmountText.minorUnits(text, minorDigits: file.hotel.minorDigits) else {
            throw error(place, "“\(text)” is no amount; write it like \"120.50\"")
        }
        return minor
    }

    private func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0 != "|" && $0.value >= 32 && $0.value != 127 }
    }

    private func error(_ place: String, _ problem: String) -> HotelFileError {
        HotelFileError(path: path, place: place, problem: problem)
    }
}
