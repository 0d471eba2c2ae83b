/// `PS`: a charge to a room without looking the guest up. Answered by `PA`; only one may be under way. FIAS 2.20.24 §6.4.
package struct SimplePosting: Sendable, Hashable {
    /// One article and how many of it.
    package struct Article: Sendable, Hashable {
        /// The article number (`MA`), as text.
        package var number: String
        /// How many (`M#`), 1–99.
        package var count: Int

        /// An article; the count is more than zero.
        package init(number: String, count: Int = 1) {
            self.number = number
            self.count = count
        }
    }

    /// The number of this message (`P#`).
    package var postingNumber: Int?
    /// The workstation (`WS`).
    package var workstation: String?
    /// The room charged (`RN`).
    package var roomNumber: String
    /// The money; nil when the hotel prices the articles.
    package var amounts: PostingAmounts?
    /// The articles, with posting type M.
    package var articles: [Article]
    /// The check; `postingType` is C, M or T.
    package var details: PostingDetails
    /// The payment method (`PM`).
    package var paymentMethod: String?
    /// When (`DA`, `TI`).
    package var stamp: RecordStamp

    /// A simple posting to send.
    package init(
        postingNumber: Int?, workstation: String? = nil, roomNumber: String, amounts: PostingAmounts?, articles: [Article] = [],
        details: PostingDetails, paymentMethod: String? = nil, stamp: RecordStamp
    ) {
        self.postingNumber = postingNumber
        self.workstation = workstation
        self.roomNumber = roomNumber
        self.amounts = amounts
        self.articles = articles
        self.details = details
        self.paymentMethod = paymentMethod
        self.stamp = stamp
    }

    /// Reads a record. An article without a count is one article. Throws `MessageError` when `RN` is missing, a number is malformed or
    /// a count is not more than zero.
    package init(_ record: FIASRecord) throws(MessageError) {
        try record.expect(.ps)
        postingNumber = try record.integer(.postingNumber)
        workstation = record.filled(.workstation)
        roomNumber = try record.require(.roomNumber)
        amounts = record.filled(.totalAmount) == nil ? nil : try PostingAmounts(record)
        articles = try SimplePosting.articles(record)
        details = try PostingDetails(record)
        paymentMethod = record.filled(.paymentMethod)
        stamp = RecordStamp(date: record[.date] ?? "", time: record[.time] ?? "")
    }

    /// The record.
    package var record: FIASRecord {
        var record = FIASRecord(.ps)
        record.set(.roomNumber, roomNumber)
        record.fields += amounts?.fields ?? []
        for article in articles {
            record.set(.articleNumber, article.number)
            record.set(.articleCount, String(article.count))
        }
        record.fields += details.fields
        record.set(.paymentMethod, ifPresent: paymentMethod)
        record.set(.workstation, cut: workstation)
        record.set(.postingNumber, ifPresent: postingNumber)
        record.fields += stamp.fields
        return record
    }

    private static func articles(_ record: FIASRecord) throws(MessageError) -> [Article] {
        var articles: [Article] = []
        for field in record.fields {
            if field.id == .articleNumber {
                articles.append(Article(number: field.value))
            } else if field.id == .articleCount {
                guard let count = Int(field.value), count > 0, !articles.isEmpty else { throw .malformed(.articleCount) }
                articles[articles.count - 1].count = count
            }
        }
        return articles
    }
}
