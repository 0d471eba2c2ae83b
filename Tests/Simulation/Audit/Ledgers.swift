import HotelSimulator
import Storage

/// What stands in the till's tables at the end, read by the auditor's own statements.
struct TillLedger {
    struct Posting {
        let id: String
        let checkID: String
        let tenderID: String?
        let reverses: String?
        let room: String
        let reservation: String
        let total: Int
        let state: String
    }

    struct Attempt {
        let postingID: String
        let number: Int
    }

    struct Tender {
        let id: String
        let checkID: String
        let kind: String
        let amount: Int
        let tip: Int
        let state: String
    }

    struct Check {
        let id: String
        let state: String
        let total: Int
    }

    let postings: [Posting]
    let attempts: [Attempt]
    let tenders: [Tender]
    let checks: [Check]
    /// Posting by the key of the charge.
    let postingsByKey: [String: String]
    /// How often each kind of thing was noted in the journal.
    let journal: [String: Int]

    init(
        postings: [Posting], attempts: [Attempt], tenders: [Tender], checks: [Check], postingsByKey: [String: String],
        journal: [String: Int] = [:]
    ) {
        self.postings = postings
        self.attempts = attempts
        self.tenders = tenders
        self.checks = checks
        self.postingsByKey = postingsByKey
        self.journal = journal
    }

    init(_ tx: any SQLTransaction) throws {
        postings = try tx.query(
            "select id, check_id, tender_id, reverses, room_number, reservation_number, total, state from folio_posting order by id"
        ).map {
            Posting(
                id: try $0.text("id"), checkID: try $0.text("check_id"), tenderID: try $0.optionalText("tender_id"),
                reverses: try $0.optionalText("reverses"), room: try $0.text("room_number"),
                reservation: try $0.text("reservation_number"), total: try $0.int("total"), state: try $0.text("state"))
        }
        attempts = try tx.query("select posting_id, number from posting_attempt order by id").map {
            Attempt(postingID: try $0.text("posting_id"), number: try $0.int("number"))
        }
        tenders = try tx.query("select id, check_id, kind, amount, tip, state from tender order by id").map {
            Tender(
                id: try $0.text("id"), checkID: try $0.text("check_id"), kind: try $0.text("kind"), amount: try $0.int("amount"),
                tip: try $0.int("tip"), state: try $0.text("state"))
        }
        checks = try tx.query(
            """
            select c.id, c.state, coalesce((select sum(l.quantity * l.unit_price) from check_line l where l.check_id = c.id), 0) as total
            from guest_check c order by c.id
            """
        ).map { Check(id: try $0.text("id"), state: try $0.text("state"), total: try $0.int("total")) }
        postingsByKey = Dictionary(
            uniqueKeysWithValues: try tx.query("select client_key, result_id from idempotency where action = 'chargeToRoom'").map {
                (try $0.text("client_key"), try $0.text("result_id"))
            })
        journal = Dictionary(
            uniqueKeysWithValues: try tx.query("select kind, count(*) as count from journal group by kind").map {
                (try $0.text("kind"), try $0.int("count"))
            })
    }
}

/// What the hotel booked for our till, by the number it came under.
struct HotelLedger {
    struct Entry {
        let number: Int
        let room: String
        let reservation: String
        let total: Int
    }

    let entries: [Entry]

    init(entries: [Entry]) { self.entries = entries }

    init(_ hotel: Hotel) {
        entries = hotel.ledger.bookings.filter { $0.charge.details.workstation != Watchman.otherWorkstation }.map { booking in
            guard case .guest(let room, let reservation) = booking.charge.target, booking.owner == .reservation(reservation) else {
                return Entry(number: -1, room: "?", reservation: "?", total: booking.charge.totalMinor)
            }
            return Entry(
                number: Int(booking.charge.details.postingNumber) ?? -1, room: room, reservation: reservation,
                total: booking.charge.totalMinor)
        }
    }
}

extension HotelSide {
    /// How often the hotel booked something under a number of ours.
    func bookings(under number: Int) -> Int {
        HotelLedger(books).entries.count { $0.number == number }
    }
}
