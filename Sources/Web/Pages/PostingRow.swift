import PointOfSale

/// One posting in a list.
struct PostingRow: Sendable {
    let id: String
    let state: String
    let time: String
    let check: Int
    let room: String
    let guest: String
    let tone: String
    let sign: String
    let stateWords: String
    let reason: String?
    let cashier: String
    let amount: String

    init(_ posting: FolioPosting, _ words: Words, _ calendar: BusinessCalendar, _ mask: NameMask, now: Timestamp) {
        let look = PostingLook(posting, words)
        id = posting.id.text
        state = posting.state.rawValue
        time = TimeText(words.language, calendar).recent(posting.createdAt, now: now)
        check = posting.checkNumber
        room = posting.guest?.roomNumber.text ?? "–"
        guest = posting.guest.map { mask.name($0.name) } ?? words["posting.revenue"]
        tone = look.tone
        sign = look.sign
        stateWords = look.words
        reason = posting.isReversal ? [words["takenBack"], look.reason].compactMap(\.self).joined(separator: " · ") : look.reason
        cashier = posting.cashierName
        amount = MoneyText(words.language).text(posting.breakdown.total)
    }
}
