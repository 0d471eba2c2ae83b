/// The work of a reconciliation: our reference decides; check number, room and amount only suggest.
struct ReconciliationComparison {
    private let date: BusinessDate
    private let currency: Currency
    private let unread: [GuestChoice: String]
    private var lines: [PostingReference: [HotelBooking]] = [:]
    private var unnamed: [Suggestion: [HotelBooking]] = [:]
    private var linesOfOthers = 0
    private var known: Set<PostingReference> = []
    private var differences: [ReconciliationDifference] = []
    private var ourCount = 0
    private var ourTotal: Money

    /// Where a line without a reference could belong.
    private struct Suggestion: Hashable {
        let checkNumber: Int
        let roomNumber: String
    }

    init(date: BusinessDate, currency: Currency, hotels: [HotelBooking], unread: [GuestChoice: String]) {
        self.date = date
        self.currency = currency
        self.unread = unread
        ourTotal = .zero(currency)
        for line in hotels {
            if let reference = line.reference {
                lines[reference, default: []].append(line)
            } else {
                linesOfOthers += 1
                guard let checkNumber = line.checkNumber, let room = line.roomNumber, isOnDate(line) else { continue }
                unnamed[Suggestion(checkNumber: checkNumber, roomNumber: room), default: []].append(line)
            }
        }
    }

    /// Compares one of our attempts with what stands under its reference.
    mutating func compare(_ own: OwnBooking) {
        guard known.insert(own.reference).inserted else { return }
        guard own.guest != nil else {
            // Revenue stands on the hotel's posting accounts, balanced to nothing: the report of revenue tells of it.
            lines[own.reference] = nil
            return
        }
        let found = lines[own.reference] ?? []
        let (all, today) = (found.map(\.amount).total(currency), onDate(found))
        let isOfDate = own.date == date
        switch own.standing {
        case .booked where isOfDate:
            ourCount += 1
            ourTotal += own.amount
            compareBooked(own, found, all: all, today: today)
        case .booked:
            if !today.isZero { note(.otherDate, own, ours: .zero(currency), hotels: today, detail: own.date.description) }
        case .unknown:
            if isOfDate || !today.isZero { note(.inDoubt, own, ours: .zero(currency), hotels: today, detail: nil) }
        case .notBooked:
            if !today.isZero || (isOfDate && !all.isZero) { note(.notExpected, own, ours: .zero(currency), hotels: today, detail: nil) }
        }
    }

    private mutating func compareBooked(_ own: OwnBooking, _ found: [HotelBooking], all: Money, today: Money) {
        if found.isEmpty {
            if let reason = own.guest.flatMap({ unread[$0] }) {
                note(.notCompared, own, ours: own.amount, hotels: today, detail: reason)
            } else {
                note(.missing, own, ours: own.amount, hotels: today, detail: takeSuggestion(for: own))
            }
        } else if all == own.amount {
            if today != own.amount {
                let other = found.compactMap(\.date).first { $0 != date }
                note(.otherDate, own, ours: own.amount, hotels: today, detail: other?.description)
            } else if let guest = own.guest, let stranger = found.first(where: { !$0.isOnBill(of: guest) }) {
                note(.otherRoom, own, ours: own.amount, hotels: today, detail: stranger.roomNumber ?? stranger.reservationNumber)
            }
        } else if let times = Self.times(own.amount, in: all) {
            note(.twice, own, ours: own.amount, hotels: today, detail: String(times))
        } else {
            note(.otherAmount, own, ours: own.amount, hotels: today, detail: nil)
        }
    }

    /// What the hotel has under references that nobody here knows.
    mutating func addUnknown() {
        for (reference, found) in lines where !known.contains(reference) {
            let today = onDate(found)
            guard !today.isZero else { continue }
            differences.append(
                ReconciliationDifference(
                    kind: .unknownHere, reference: reference.text, postingID: nil, checkNumber: reference.checkNumber,
                    roomNumber: found.lazy.compactMap(\.roomNumber).first, ours: .zero(currency), hotels: today, detail: nil))
        }
    }

    var result: Reconciliation {
        let sums = lines.values.map(onDate).filter { !$0.isZero }
        return Reconciliation(
            date: date, ours: .init(count: ourCount, total: ourTotal), hotels: .init(count: sums.count, total: sums.total(currency)),
            differences: differences.sorted { $0.reference < $1.reference }, linesOfOthers: linesOfOthers)
    }

    private mutating func note(
        _ kind: ReconciliationDifference.Kind, _ own: OwnBooking, ours: Money, hotels: Money, detail: String?
    ) {
        differences.append(
            ReconciliationDifference(
                kind: kind, reference: own.reference.text, postingID: own.postingID, checkNumber: own.reference.checkNumber,
                roomNumber: own.guest?.roomNumber.text, ours: ours, hotels: hotels, detail: detail))
    }

    /// The text of a line that a missing booking may be, so that a person looks there first. Each line is suggested once.
    private mutating func takeSuggestion(for own: OwnBooking) -> String? {
        guard let guest = own.guest else { return nil }
        let place = Suggestion(checkNumber: own.reference.checkNumber, roomNumber: guest.roomNumber.text)
        guard let candidates = unnamed[place] else { return nil }
        if let index = candidates.firstIndex(where: { $0.amount == own.amount }) { return unnamed[place]!.remove(at: index).text }
        guard candidates.map(\.amount).total(currency) == own.amount else { return nil }
        unnamed[place] = nil
        return candidates[0].text
    }

    private func isOnDate(_ line: HotelBooking) -> Bool { line.date.map { $0 == date } ?? true }

    private func onDate(_ found: [HotelBooking]) -> Money { found.lazy.filter(isOnDate).map(\.amount).total(currency) }

    /// How often an amount goes into a sum, when more than once and without a rest.
    private static func times(_ amount: Money, in sum: Money) -> Int? {
        guard !amount.isZero, sum.minorUnits % amount.minorUnits == 0, sum.minorUnits / amount.minorUnits > 1 else { return nil }
        return sum.minorUnits / amount.minorUnits
    }
}

extension HotelBooking {
    /// Whether the line stands on that guest's bill: the stay decides where it is named, for guests move from room to room.
    fileprivate func isOnBill(of guest: GuestChoice) -> Bool {
        if let reservationNumber, !guest.isCityLedger { return reservationNumber == guest.reservationNumber }
        return roomNumber.map { $0 == guest.roomNumber.text } ?? true
    }
}
