import PointOfSale

/// One line of the hotel's books, as a charge's answer and as `getFinancialPostings` tell it.
struct OHIPBooking: Hashable, Sendable {
    let number: String?
    let transactionCode: String
    let amount: Money
    /// Trimmed: the hotel has been seen to give it back with a blank behind it (`ohip.md` §3.1).
    let reference: String
    let checkNumber: String
    let remark: String
    let date: BusinessDate?
    let room: String?
    let reservation: String?
    /// A payment on the bill, and no charge to it.
    let isPayment: Bool

    /// A line; nil when it names no amount that can be read.
    init?(_ json: JSONValue, currency: Currency) {
        guard let amount = Self.amount(json, currency) else { return nil }
        self.amount = amount
        number = json["transactionNo"]?.scalarText.map { String($0.prefix(Self.numberCharactersMax)) }
        transactionCode = json["transactionCode"]?.scalarText ?? ""
        reference = json["reference"]?.scalarText ?? ""
        checkNumber = json["checkNo"]?.scalarText ?? ""
        remark = json["remark"]?.scalarText ?? json["transactionDescription"]?.scalarText ?? ""
        date = json["revenueDate"]?.date ?? json["transactionDate"]?.date
        let guest = json["guestInfo"]
        room = guest?["roomId"]?.scalarText
        isPayment = json["transactionType"]?.scalarText?.lowercased() == "payment"
        reservation = guest?["reservationId"].flatMap { $0.scalarText ?? $0["id"]?.scalarText }
    }

    /// The longest number that is kept.
    private static let numberCharactersMax = 40

    /// What was posted; or debit less credit; or price times quantity.
    private static func amount(_ json: JSONValue, _ currency: Currency) -> Money? {
        if let posted = json["postedAmount"]?.money(currency) { return posted }
        let (debit, credit) = (json["debitAmount"]?.money(currency), json["creditAmount"]?.money(currency))
        if debit != nil || credit != nil { return (debit ?? .zero(currency)) - (credit ?? .zero(currency)) }
        guard let price = json["price"]?.money(currency) else { return nil }
        let quantity = json["quantity"]?.scalarText ?? "1"
        guard let count = Int(quantity), abs(count) <= 1000 else { return nil }
        return price * count
    }

    /// As a line of a folio: the reference first, so that it is found there.
    var folioLine: FolioLine {
        FolioLine(text: [reference, remark].filter { !$0.isEmpty }.joined(separator: " "), amount: amount, date: date)
    }
}

/// A page of lines.
struct OHIPBookingPage: Hashable, Sendable {
    let bookings: [OHIPBooking]
    /// How many lines the hotel gave, readable or not.
    let count: Int
    let hasMore: Bool
    /// Lines that bear one of our marks and cannot be read: nothing is then known of what was booked.
    let isUnreadable: Bool

    /// The page in an answer; nil when it is none. No content is an empty page.
    init?(_ http: HTTPAnswer, currency: Currency) {
        guard http.status == 204 || http.status == 200 else { return nil }
        if http.status == 204 || http.body.isEmpty {
            (bookings, count, hasMore, isUnreadable) = ([], 0, false, false)
            return
        }
        guard let json = JSONReader.read(http.body), case .object = json else { return nil }
        let rows = json["journalPostings"]?["postings"]?.list ?? []
        let read = rows.map { OHIPBooking($0, currency: currency) }
        bookings = read.compactMap(\.self)
        count = rows.count
        hasMore = json["hasMore"]?.truth ?? (rows.count >= OHIPRequest.postingsLimit)
        isUnreadable = zip(rows, read).contains { row, booking in
            booking == nil && (row["reference"]?.scalarText.map { !PostingReference.found(in: $0).isEmpty } ?? true)
        }
    }
}
