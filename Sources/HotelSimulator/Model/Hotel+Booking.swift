extension Hotel {
    /// Books a till's charge: every rule of the hotel first, then all lines or none.
    /// - Throws: why the hotel refuses; nothing is booked then.
    @discardableResult
    package mutating func book(_ charge: Charge, atMs: Int64) throws(BookingRefusal) -> Booking {
        if isAuditing && settings.refusesDuringNightAudit { throw .nightAudit }
        guard isKnown(charge.paymentMethod, for: charge.target) else { throw .paymentMethodUnknown }
        guard charge.addsUp else { throw .sumMismatch }
        try checkPlace(of: charge)
        let owner = try owner(of: charge)
        try checkGuest(owner, takes: charge)
        try checkParts(of: charge)

        let booking = Booking(charge: charge, owner: isBooked(charge) ? bill(of: owner) : nil, lines: lines(for: charge, atMs: atMs))
        if let owner = booking.owner {
            for line in booking.lines { write(line, to: owner) }
        }
        record(.booked(booking), atMs: atMs)
        usePackage(for: charge, on: booking.owner, atMs: atMs)
        return booking
    }

    /// A simple posting may leave the method out: the room says it all.
    private func isKnown(_ method: String, for target: Charge.Target) -> Bool {
        switch target {
        case .direct: paymentMethods.direct.contains(method)
        case .guest, .room, .account:
            method.isEmpty || paymentMethods.room.contains(method) || paymentMethods.roomByManager.contains(method)
        }
    }

    /// Outlet and service period, where the hotel takes only those that it has set up.
    private func checkPlace(of charge: Charge) throws(BookingRefusal) {
        let (outlet, time) = (charge.details.outlet, charge.details.servingTime)
        if settings.takesKnownOutletsOnly && !outlet.isEmpty && outlets[outlet] == nil { throw .outletUnknown }
        if let known = settings.servingTimes, !known.contains(Int(time) ?? 0) { throw .servingTimeUnknown }
    }

    private func owner(of charge: Charge) throws(BookingRefusal) -> FolioOwner {
        switch charge.target {
        case .guest(let room, let number):
            return try ownerOfStay(number, inRoom: room)
        case .room(let room):
            guard rooms[room] != nil else { throw .roomUnknown }
            guard let guest = guests(inRoom: room).first else { throw .roomVacant }
            return .reservation(guest.number)
        case .account(let number):
            guard let account = accounts[number] else { throw .accountUnknown }
            guard account.isOpen else { throw .accountClosed }
            return .account(number)
        case .direct:
            guard let master = postingMasters[charge.paymentMethod] ?? postingMaster, reservations[master] != nil else {
                throw .noPostingMaster
            }
            return .reservation(master)
        }
    }

    /// Where the lines go: reception may have routed the stay's charges to another bill.
    private func bill(of owner: FolioOwner) -> FolioOwner {
        guard case .reservation(let number) = owner else { return owner }
        return reservations[number]?.routedTo ?? owner
    }

    private func ownerOfStay(_ number: String, inRoom room: String) throws(BookingRefusal) -> FolioOwner {
        guard let stay = reservations[number] else { throw .reservationUnknown }
        guard stay.room == room else { throw .guestNotInRoom }
        switch stay.status {
        case .inHouse: break
        case .checkedOut: guard isChargeableAfterStay(stay) else { throw .guestCheckedOut }
        case .due: guard isChargeableBeforeStay(stay) else { throw .guestNotArrived }
        }
        return .reservation(number)
    }

    func isChargeableAfterStay(_ stay: Reservation) -> Bool {
        settings.allowsPostStayCharges && stay.status == .checkedOut && stay.departure == businessDate
    }

    func isChargeableBeforeStay(_ stay: Reservation) -> Bool {
        settings.allowsPreStayCharges && stay.status == .due && stay.arrival == businessDate
    }

    /// No-post and credit: what depends on the guest.
    private func checkGuest(_ owner: FolioOwner, takes charge: Charge) throws(BookingRefusal) {
        guard case .reservation(let number) = owner, let stay = reservations[number], charge.target != .direct else { return }
        if stay.noPost && settings.checksNoPostAtPosting { throw .noPosting }
        guard charge.totalMinor > 0, let left = creditLeftMinor(of: stay), charge.totalMinor > left else { return }
        if !mayOverrideCredit(charge) { throw .creditLimit(availableMinor: left) }
    }

    private func mayOverrideCredit(_ charge: Charge) -> Bool {
        let byManager = paymentMethods.roomByManager.contains(charge.paymentMethod)
        return switch settings.creditOverride {
        case .nobody: false
        case .flag: charge.overridesCreditLimit
        case .managerMethod: byManager
        case .flagOrManagerMethod: charge.overridesCreditLimit || byManager
        }
    }

    private func checkParts(of charge: Charge) throws(BookingRefusal) {
        if charge.totalMinor < 0 && !settings.allowsNegativePostings { throw .negativeNotAllowed }
        for part in charge.parts where part.amountMinor != 0 {
            if case .tax = part.component, !settings.acceptsItemisedTaxes { throw .taxesNotItemised }
            guard codes.parts[part.component] != nil else { throw .partWithoutCode(part.component) }
        }
    }

    private func isBooked(_ charge: Charge) -> Bool {
        if charge.target == .direct && settings.directPostings == .doNotPost { return false }
        return charge.totalMinor != 0 || charge.parts.contains { $0.amountMinor != 0 } || settings.zeroPostings == .post
    }

    private mutating func lines(for charge: Charge, atMs: Int64) -> [FolioLine] {
        let time = charge.details.time.isEmpty ? wallClock(atMs: atMs).hhmmss : charge.details.time
        var lines = amounts(of: charge).map { code, amount in
            makeLine(
                code, text: folioText(code, charge.details), amountMinor: amount, time: time, origin: .interface, details: charge.details)
        }
        if charge.target == .direct && settings.directPostings == .postAndBalance {
            let text = "\(codes.payment.text) \(charge.paymentMethod)"
            lines.append(
                makeLine(
                    codes.payment, text: text, amountMinor: -charge.totalMinor, time: time, origin: .interface, details: charge.details))
        }
        return lines
    }

    /// The lines that the settings make of a charge: code and amount.
    private func amounts(of charge: Charge) -> [(TransactionCode, Int)] {
        if charge.target == .direct && settings.directPostings == .doNotPost { return [] }
        let parts = charge.parts.filter { $0.amountMinor != 0 }
        if parts.isEmpty { return settings.zeroPostings == .doNotPost ? [] : [(codes.wholeCharge, 0)] }
        let tip = parts.filter { $0.component == .tip }.reduce(0) { $0 + $1.amountMinor }
        switch settings.subtotalPostings {
        case .each:
            return parts.compactMap { part in codes.parts[part.component].map { ($0, part.amountMinor) } }
        case .tipApart:
            guard tip != 0, let tipCode = codes.parts[.tip] else { return [(codes.wholeCharge, charge.totalMinor)] }
            return [(codes.wholeCharge, charge.totalMinor - tip), (tipCode, tip)].filter { $0.1 != 0 }
        case .single:
            return [(codes.wholeCharge, charge.totalMinor)]
        }
    }

    /// `Restaurant, nourriture · Brasserie · 1007`.
    private func folioText(_ code: TransactionCode, _ details: ChargeDetails) -> String {
        let chosen =
            switch settings.folioText {
            case .checkNumber: details.checkNumber
            case .clearText: details.clearText
            case .reference: details.reference
            case .none: ""
            }
        return [code.text, outlets[details.outlet] ?? "", chosen].filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
