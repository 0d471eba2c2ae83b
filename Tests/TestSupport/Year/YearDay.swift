import HotelGateway
import Operations
import PointOfSale
import Storage

/// One business date after another.
struct YearDay {
    /// Mme Garibaldi stays all year.
    private static let guest = GuestAccount(roomNumber: RoomNumber("9003")!, reservationNumber: "900301", name: "Direction, repas internes")

    let house: TestHouse
    let hotel: YearHotel
    let dispatcher: PostingDispatcher
    var random: SeededGenerator
    var outcome = SimulatedYear.Outcome()
    /// What all dates that were looked at come to, minor units.
    var total = 0
    private var key = 0
    private var linkIsDownUntil = Timestamp(milliseconds: 0)
    private var toBalance: [BusinessDate] = []

    init(house: TestHouse, hotel: YearHotel, dispatcher: PostingDispatcher, random: SeededGenerator) {
        self.house = house
        self.hotel = hotel
        self.dispatcher = dispatcher
        self.random = random
    }

    /// Plays a date window by window; the one before is balanced once its last revenue has had the time to arrive.
    mutating func play(_ date: BusinessDate, checks: Int) async throws {
        let windows = RevenueWindow.all(of: date, in: Sample.calendar)
        outcome.windows[date] = windows.count
        let auditAt = windows.count - 5
        var left = checks
        for (index, window) in windows.enumerated() {
            move(to: window.start.advanced(byMs: RevenueBooks.graceMs + 1))
            if index == auditAt { try hotel.audit(true) }
            if index == auditAt + 1 { try hotel.audit(false) }
            flap()
            // The books are kept with the first moment after the grace of the window before.
            let now = house.clock.now
            try await house.database.write { tx in _ = try tx.keepBooks(at: now, takesRevenue: true) }
            try await settle()
            let share =
                index == windows.count - 1 ? left : min(left, Int.random(in: 0...max(1, checks * 2 / windows.count), using: &random))
            left -= share
            for _ in 0..<share { try await serve(within: window, of: share) }
            if index == 4 { try await balance() }
        }
        toBalance.append(date)
    }

    /// A guest comes, eats and pays.
    private mutating func serve(within window: RevenueWindow, of share: Int) async throws {
        let spare = window.end.ms(since: house.clock.now) - 1
        move(to: house.clock.now.advanced(byMs: Int64.random(in: 0...max(0, spare / Int64(share + 1)), using: &random)))
        key += 1
        outcome.checks += 1
        let outlet = Int.random(in: 1...2, using: &random)
        let plus = [[20, 52], [75], [20, 20, 71, 80], [52]].randomElement(using: &random)!
        let pays = Int.random(in: 0..<10, using: &random)
        if pays < 3, outlet == 1, hotel.linkState.isAlive {
            _ = try await house.charge(key: key, to: Self.guest, plus: plus)
            outcome.rooms += 1
            try await settle()
        } else {
            try await house.paid(pays < 7 ? "CARD" : "CASH", key: key, tip: pays == 5 ? 150 : 0, outlet: outlet, plus: plus)
        }
    }

    /// Sends what is due; a person looks into the hotel's books for what is in doubt, and sends revenue again that is not there.
    private func settle() async throws {
        await dispatcher.sendDue()
        let doubts = try await house.restaurant.postings(in: [.inDoubt], limit: 100)
        guard !doubts.isEmpty else { return }
        for doubt in doubts {
            _ = try await house.restaurant.settleDoubt(
                of: doubt.id, isOnFolio: hotel.booked(doubt.id) != 0, note: "Livre", by: house.helene)
        }
        let today = Sample.calendar.businessDate(at: house.clock.now)
        for date in [today.previous, today] {
            for sent in try await house.restaurant.revenueDay(date, by: house.helene).sent where sent.posting?.state == .notBooked {
                _ = try await house.restaurant.resendRevenue(sent.batch.id, by: house.helene)
            }
        }
        await dispatcher.sendDue()
    }

    /// The line falls now and then, for up to an hour.
    private mutating func flap() {
        if Int.random(in: 0..<40, using: &random) == 0 {
            linkIsDownUntil = house.clock.now.advanced(byMs: Int64.random(in: 60_000...3_600_000, using: &random))
        }
        hotel.link(is: house.clock.now < linkIsDownUntil ? .down : .alive)
    }

    /// Each date must come to the same in our books and in the hotel's.
    private mutating func balance() async throws {
        linkIsDownUntil = house.clock.now
        hotel.link(is: .alive)
        for _ in 0..<3 {
            move(to: house.clock.now.advanced(byMs: PostingWait.msMax))
            try await settle()
        }
        for date in toBalance {
            let report = try await house.restaurant.dayReport(of: date, by: house.helene)
            let postings = try await house.database.read { tx in try tx.bookedPostings(of: date) }
            let booked = postings.reduce(0) { $0 + hotel.booked($1) }
            total += report.total.minorUnits
            outcome.revenuePostings += try await house.restaurant.revenueDay(date, by: house.helene).sent.count
            let isWhole = report.difference.isZero && booked == report.total.minorUnits && report.hotel.notMeant.isEmpty
            guard case .closed = report.status, isWhole else {
                outcome.unbalanced.append("\(date): \(report.status), ours \(report.total.minorUnits), hotel's \(booked), \(report.hotel)")
                continue
            }
        }
        toBalance = []
    }

    private func move(to moment: Timestamp) { house.clock.advance(ms: max(0, moment.ms(since: house.clock.now))) }
}

extension SQLTransaction {
    /// The postings that carry what was paid on a business date.
    fileprivate func bookedPostings(of date: BusinessDate) throws -> [PostingID] {
        try query(
            """
            select p.id from tender t join folio_posting p on p.tender_id = t.id where t.business_date = $1
            union select r.posting_id from revenue_batch b join revenue_posting r on r.batch_id = b.id where b.business_date = $2
            """,
            date, date
        ).compactMap { PostingID(text: try $0.text("id")) }
    }
}
