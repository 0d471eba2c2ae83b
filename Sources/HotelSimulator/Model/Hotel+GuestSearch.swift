extension Hotel {
    /// The longest text that is looked for (FIAS 2.20.24, field PI).
    package static let inquiryLengthMax = 10

    /// Finds who can be charged: by room number, else by account number, else by the beginning of a name.
    /// Case and accents make no difference in names; in room numbers every character counts.
    /// - Parameter limit: the most matches to return.
    package func findGuests(_ inquiry: String, limit: Int) -> [GuestMatch] {
        let wanted = String(inquiry.prefix(Self.inquiryLengthMax))
        guard !wanted.isEmpty, limit > 0 else { return [] }
        let found: [GuestMatch]
        if rooms[wanted] != nil {
            found = stays(inRoom: wanted).map(GuestMatch.stay)
        } else if let account = accounts[wanted] {
            found = account.isOpen ? [.account(account)] : []
        } else if wanted.contains(where: \.isLetter) {
            found = stays(named: Guest.searchKey(of: wanted)).map(GuestMatch.stay) + openAccounts(named: Guest.searchKey(of: wanted))
        } else {
            found = []
        }
        return Array(found.prefix(limit))
    }

    private func stays(inRoom room: String) -> [Reservation] {
        var stays = guests(inRoom: room)
        if settings.allowsPostStayCharges || settings.allowsPreStayCharges {
            stays += reservations.values.filter { $0.room == room && isChargeableOutsideStay($0) }.sorted { $0.number < $1.number }
        }
        return stays.filter(isShown)
    }

    private func stays(named key: String) -> [Reservation] {
        reservations.values
            .filter { $0.guest.searchKey.hasPrefix(key) && ($0.status == .inHouse || isChargeableOutsideStay($0)) && isShown($0) }
            .sorted { ($0.guest.searchKey, $0.room, $0.number) < ($1.guest.searchKey, $1.room, $1.number) }
    }

    private func openAccounts(named key: String) -> [GuestMatch] {
        accounts.values
            .filter { $0.isOpen && Guest.searchKey(of: $0.name).hasPrefix(key) }
            .sorted { $0.number < $1.number }
            .map(GuestMatch.account)
    }

    private func isChargeableOutsideStay(_ stay: Reservation) -> Bool {
        isChargeableAfterStay(stay) || isChargeableBeforeStay(stay)
    }

    private func isShown(_ stay: Reservation) -> Bool {
        !(stay.noPost && settings.hidesNoPostAtInquiry)
    }
}
