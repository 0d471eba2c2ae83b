import HotelSimulator
import PointOfSale

/// Compares OPERA Cloud's ledger with the till's postings when everything has come to rest.
struct CloudAuditor {
    let postings: [FolioPosting]
    let hotel: Hotel
    private(set) var findings: [Finding] = []
    private(set) var tally = CloudTally()

    init(postings: [FolioPosting], hotel: Hotel) {
        self.postings = postings
        self.hotel = hotel
        tally.histories = 1
    }

    mutating func judge() {
        let bookings = Dictionary(grouping: hotel.ledger.bookings) { $0.charge.details.checkNumber }
        tally.bookings = hotel.ledger.bookings.count
        for posting in postings { judge(posting, booked: bookings[posting.folioMark] ?? []) }
        let ours = Set(postings.map(\.folioMark))
        for check in bookings.keys.sorted() where !ours.contains(check) {
            find(.loss, "R1", "the hotel booked \(check), which we do not know of")
        }
        judgeHouseAccount()
    }

    private mutating func judge(_ posting: FolioPosting, booked: [Booking]) {
        let name = "\(posting.folioMark), \(posting.state.rawValue)"
        tally.charges += 1
        switch posting.state {
        case .accepted:
            tally.accepted += 1
            if booked.isEmpty { find(.loss, "I1", "\(name): the hotel knows nothing of it") }
        case .refused, .notBooked, .withdrawn:
            if !booked.isEmpty { find(.loss, "I2", "\(name): the hotel booked it") }
        case .queued, .sending, .inDoubt:
            find(.unexplainedDoubt, "E2", "\(name) (\(posting.outcomeCode ?? "")): a person would have to settle it")
        }
        if booked.count > 1 { find(.duplicate, "I1", "\(name): booked \(booked.count) times") }
        for booking in booked {
            let owner = FolioOwner.reservation(posting.guest?.reservationNumber ?? CloudHotel.houseReservation)
            if booking.owner != owner { find(.wrongRoom, "I2", "\(name): booked on another bill") }
            if booking.charge.totalMinor != posting.breakdown.total.minorUnits {
                find(.other, "I2", "\(name): \(booking.charge.totalMinor) booked, \(posting.breakdown.total.minorUnits) meant")
            }
        }
    }

    /// What was charged to the house's account was paid there.
    private mutating func judgeHouseAccount() {
        let balance = hotel.folio(of: .reservation(CloudHotel.houseReservation))?.balanceMinor ?? 0
        if balance != 0 { find(.other, "S1-05", "the house's account stands at \(balance)") }
    }

    mutating func find(_ kind: Finding.Kind, _ rule: String, _ text: String) {
        findings.append(Finding(kind: kind, rule: rule, text: text))
        tally.findings[kind.rawValue, default: 0] += 1
    }
}
