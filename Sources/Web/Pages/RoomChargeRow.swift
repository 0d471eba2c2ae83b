import PointOfSale

/// One room charge of a check, as the waiter sees it: sent, being confirmed, posted, refused.
struct RoomChargeRow: Sendable {
    let posting: String
    let progress: String
    let room: String
    let amount: String
    let tone: String
    let sign: String
    let progressWords: String

    /// The charges of a check that were not taken back, oldest first.
    static func rows(_ postings: [FolioPosting], _ words: Words) -> [RoomChargeRow] {
        postings.compactMap { posting in
            guard let progress = ChargeProgress(posting.state), let guest = posting.guest else { return nil }
            let look = look(of: progress)
            return RoomChargeRow(
                posting: posting.id.text, progress: progress.rawValue,
                room: words("roomNumber", ["room": guest.roomNumber.text]),
                amount: MoneyText(words.language).text(posting.breakdown.total), tone: look.tone, sign: look.sign,
                progressWords: words["progress.\(progress.rawValue)"])
        }
    }

    /// Colour and sign: neither carries the meaning alone.
    static func look(of progress: ChargeProgress) -> (tone: String, sign: String) {
        switch progress {
        case .waiting, .sent: ("info", "…")
        case .beingConfirmed: ("wait", "!")
        case .posted: ("ok", "✓")
        case .refused: ("no", "✗")
        }
    }
}
