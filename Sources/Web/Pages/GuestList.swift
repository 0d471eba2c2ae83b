import Operations
import PointOfSale

/// The guests that the hotel named, as cards.
struct GuestList: Sendable {
    let title: String
    let problem: ProblemBox?
    let guests: [Card]

    /// One guest.
    struct Card: Sendable {
        let room: String
        let reservation: String
        /// Exactly as the hotel wrote it: it goes back unchanged.
        let name: String
        let display: String
        let short: String
        let mayBeCharged: Bool
        let tone: String
        let badge: String
        let stay: String
        let remark: String
    }

    /// Guests found.
    init(_ found: [GuestAccount], searched: String, _ visit: Visit, system: String, seesCredit: Bool) {
        let words = visit.words
        let rooms = Set(found.map(\.roomNumber))
        title =
            rooms.count == 1 && searched.contains(where: \.isNumber)
            ? words.counted("guestsIn", found.count).replacing("{room}", with: found[0].roomNumber.text)
            : words.counted("guestsFound", found.count)
        problem = nil
        guests = found.map { Self.card($0, words, system: system, seesCredit: seesCredit) }
    }

    /// Nobody found.
    init(nobodyFor text: String, _ words: Words) {
        title = words(text.contains(where: \.isNumber) ? "nobody" : "nobodyNamed", ["text": text])
        problem = nil
        guests = []
    }

    /// The hotel could not be asked, or not like that.
    init(_ problem: Problem, _ words: Words) {
        title = words["whichRoom"]
        self.problem = ProblemBox(problem, words)
        guests = []
    }

    private static func card(_ guest: GuestAccount, _ words: Words, system: String, seesCredit: Bool) -> Card {
        let place = words(guest.isCityLedger ? "account" : "stayRoom", ["room": guest.roomNumber.text])
        let stay = TimeText.stay(from: guest.arrival, to: guest.departure, words.language)
        return Card(
            room: guest.roomNumber.text, reservation: guest.reservationNumber, name: guest.name, display: guest.displayName,
            short: guest.shortName,
            mayBeCharged: guest.mayBeCharged, tone: guest.mayBeCharged ? "ok" : "no",
            badge: words[guest.mayBeCharged ? "mayBeCharged" : "noPosting"],
            stay: [stay, place].compactMap { $0 }.joined(separator: " · "),
            remark: remark(guest, words, system: system, seesCredit: seesCredit))
    }

    /// VIP or internal account, and what is left of the credit for those who may know it.
    private static func remark(_ guest: GuestAccount, _ words: Words, system: String, seesCredit: Bool) -> String {
        guard guest.mayBeCharged else { return words("noPostingRemark", ["system": system]) }
        var remarks: [String] = []
        if guest.isPaymaster { remarks.append(words["paymaster"]) }
        if let vip = guest.vip, !vip.isEmpty { remarks.append(words["vip"] + " " + vip) }
        if let included = guest.packageAllowance { remarks.append(words("included", ["package": included])) }
        if seesCredit, let left = guest.creditLeft {
            let money = MoneyText(words.language)
            remarks.append(
                left.isNegative ? words("creditGone", ["amount": money.text(-left)]) : words("creditLeft", ["amount": money.text(left)]))
        }
        return remarks.joined(separator: " · ")
    }
}
