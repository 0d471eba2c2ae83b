import PointOfSale

/// Asks the hotel what it booked (`getFinancialPostings`, `ohip.md` §3.4): in pages, over all days that a charge can have fallen on.
struct OHIPReadBack: Sendable {
    /// The most pages of one question: 2,000 lines.
    static let pagesMax = 40
    /// The longest that is looked back over, days: a date that lies further off is no hotel's.
    static let daysMax = 400

    let client: OHIPClient
    let hotelID: String
    let currency: Currency

    /// The lines that bear exactly this charge's reference. The hotel's search goes by parts of a number, so that 1007 finds 10071, and
    /// gives texts back with blanks behind them: what it finds is compared whole and trimmed.
    /// - Parameter first: the day of the check, on the wall; nil when it is today's.
    func bookings(of charge: OHIPCharge, since first: BusinessDate?) async -> Result<[OHIPBooking], HotelUnavailable> {
        // A payment bears no check number, only the reference.
        let wanted: OHIPRequest.Parameter =
            charge.payment == nil ? .init("checkNumberWildCard", charge.checkNumber) : .init("referenceNumberWildCard", charge.reference)
        return await bookings([wanted], since: first).map { found in
            found.filter { $0.reference == charge.reference && ($0.checkNumber.isEmpty || $0.checkNumber == charge.checkNumber) }
        }
    }

    /// The lines that a search finds, from the day before `first`, or before the hotel's own day, to the day after it: what was sent
    /// around midnight may stand on either side of it.
    func bookings(_ wanted: [OHIPRequest.Parameter], since first: BusinessDate?) async -> Result<[OHIPBooking], HotelUnavailable> {
        do throws(HotelUnavailable) {
            let today = try await businessDate()
            var day = min(first ?? today, today).previous
            let last = today.next
            guard last.daysSince1970 - day.daysSince1970 <= Self.daysMax else { throw .nonsense }
            var found: [OHIPBooking] = []
            while day <= last {
                let end = min(last, BusinessDate(daysSince1970: day.daysSince1970 + OHIPRequest.postingsDaysMax - 1))
                found += try await pages(wanted, from: day, to: end)
                day = end.next
            }
            return .success(found)
        } catch {
            return .failure(error)
        }
    }

    private func businessDate() async throws(HotelUnavailable) -> BusinessDate {
        let http = try await client.send(.businessDate(hotelID: hotelID)).answer
        guard let date = Self.businessDate(in: http, hotelID: hotelID) else { throw .nonsense }
        return date
    }

    /// The day that an answer names for this hotel.
    static func businessDate(in http: HTTPAnswer, hotelID: String) -> BusinessDate? {
        let hotels = JSONReader.read(http.body)?["hotels"]?.list ?? []
        return hotels.first { $0["hotelId"]?.scalarText.map { $0 == hotelID } ?? true }?["businessDate"]?.date
    }

    private func pages(_ wanted: [OHIPRequest.Parameter], from first: BusinessDate, to last: BusinessDate) async throws(HotelUnavailable)
        -> [OHIPBooking]
    {
        var found: [OHIPBooking] = []
        var offset = 0
        for _ in 0..<Self.pagesMax {
            let request = OHIPRequest.postings(wanted, from: first, to: last, offset: offset, hotelID: hotelID)
            let http = try await client.send(request).answer
            guard let page = OHIPBookingPage(http, currency: currency), !page.isUnreadable else { throw .nonsense }
            found += page.bookings
            offset += page.count
            guard page.hasMore, page.count > 0 else { return found }
        }
        // More than could be read: what was not read may be what was looked for.
        throw .nonsense
    }
}

extension DoubtRules {
    /// How doubts are settled with OPERA Cloud: its gateway cuts after 60 s what the hotel may still be at, so that 120 s must pass before
    /// what is not there counts as not booked (`ohip.md` §3.4).
    package static let operaCloud = DoubtRules(quietMs: 120_000, billIsComplete: true, looksForRevenue: true)
}
