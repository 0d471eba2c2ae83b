/// A guest, or a paymaster, as the hotel offers it for charging. Lives as long as the screen that shows it; nothing of it is stored.
package struct GuestAccount: Hashable, Sendable, Codable {
    package let roomNumber: RoomNumber
    /// The hotel's number of the stay; `0` for an account of the city ledger (`FIAS 2.20.24 §6.1`).
    package let reservationNumber: String
    /// The name as the hotel writes it; sent back to it unchanged.
    package let name: String
    package let title: String?
    package let firstName: String?
    package let arrival: BusinessDate?
    package let departure: BusinessDate?
    package let vip: String?
    /// False when the reservation is marked "no posting" (`S1-15`).
    package let mayBeCharged: Bool
    /// What the hotel lets this stay run up, if it says so.
    package let creditLimit: Money?
    /// What stands on the folio, if the hotel says so.
    package let balance: Money?
    /// What the stay includes, in the hotel's own words: a meal plan, an allowance. Shown, never reckoned with.
    package let packageAllowance: String?
    /// Whether it is an internal account of the hotel, with no guest in it (`S1-07`).
    package let isPaymaster: Bool

    /// A guest. An account of the city ledger is always internal.
    package init(
        roomNumber: RoomNumber, reservationNumber: String, name: String, title: String? = nil, firstName: String? = nil,
        arrival: BusinessDate? = nil,
        departure: BusinessDate? = nil, vip: String? = nil, mayBeCharged: Bool = true, creditLimit: Money? = nil, balance: Money? = nil,
        packageAllowance: String? = nil, isPaymaster: Bool = false
    ) {
        self.roomNumber = roomNumber
        self.reservationNumber = reservationNumber
        self.name = name
        self.title = title
        self.firstName = firstName
        self.arrival = arrival
        self.departure = departure
        self.vip = vip
        self.mayBeCharged = mayBeCharged
        self.creditLimit = creditLimit
        self.balance = balance
        self.packageAllowance = packageAllowance
        self.isPaymaster = isPaymaster || reservationNumber == "0"
    }

    /// What may still be charged: limit less balance, known only when the hotel gives both.
    package var creditLeft: Money? {
        guard let creditLimit, let balance else { return nil }
        return creditLimit - balance
    }

    /// The same account, known to be internal.
    package var asPaymaster: GuestAccount {
        GuestAccount(
            roomNumber: roomNumber, reservationNumber: reservationNumber, name: name, title: title, firstName: firstName, arrival: arrival,
            departure: departure, vip: vip, mayBeCharged: mayBeCharged, creditLimit: creditLimit, balance: balance,
            packageAllowance: packageAllowance, isPaymaster: true)
    }

    /// The name as people say it: `Mme Garibaldi, Lucia`. Hotels write the title before the name, behind it (`Garibaldi, Mme`) or nowhere.
    package var displayName: String {
        let first = firstName.flatMap { familyName.contains($0) ? nil : ", " + $0 }
        return shortName + (first ?? "")
    }

    /// Title and family name, for a button: `Mme Garibaldi`.
    package var shortName: String { [title, familyName].compactMap { $0 }.joined(separator: " ") }

    private var familyName: String {
        let trimmed = name.trimmingBlanks
        guard let title else { return trimmed }
        for affix in [", \(title)", " \(title)"] where trimmed.hasSuffix(affix) { return String(trimmed.dropLast(affix.count)) }
        return trimmed.hasPrefix(title + " ") ? String(trimmed.dropFirst(title.count + 1)) : trimmed
    }

    /// Whether the hotel knows this guest as an account of its city ledger.
    package var isCityLedger: Bool { reservationNumber == "0" }
}

/// Whom the cashier chose from the hotel's list: what a posting is addressed to.
package struct GuestChoice: Hashable, Sendable, Codable {
    package let roomNumber: RoomNumber
    package let reservationNumber: String
    /// Exactly as the hotel wrote it.
    package let name: String

    /// The longest reservation number (`FIAS 2.20.24 §7`, G#, 10; OPERA Cloud's are longer).
    package static let reservationNumberCharactersMax = 20
    /// The longest name (`FIAS 2.20.24 §7`, GN).
    package static let nameCharactersMax = 200

    /// A choice; nil when a part could not have come from the hotel.
    package init?(roomNumber: RoomNumber, reservationNumber: String, name: String) {
        guard (1...Self.reservationNumberCharactersMax).contains(reservationNumber.count), reservationNumber.isPrintableField,
            name.count <= Self.nameCharactersMax, name.isPrintableField
        else { return nil }
        self.roomNumber = roomNumber
        self.reservationNumber = reservationNumber
        self.name = name
    }

    /// The choice of a guest that the hotel listed.
    package init(_ guest: GuestAccount) {
        roomNumber = guest.roomNumber
        reservationNumber = guest.reservationNumber
        name = guest.name
    }

    /// Whether it is an account of the city ledger, which has no stay.
    package var isCityLedger: Bool { reservationNumber == "0" }

    /// Whether the hotel's answer still holds this stay in this room.
    package func matches(_ guest: GuestAccount) -> Bool {
        guest.roomNumber == roomNumber && guest.reservationNumber == reservationNumber
    }
}
