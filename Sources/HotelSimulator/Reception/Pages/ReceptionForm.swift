import Foundation

/// The fields of every form.
struct ReceptionForm: Decodable {
    let back, number, room, noPost, limit, action: String?
    let kind, on, count, ms, bytes, status: String?
    let amount, text, line, to: String?
    let allowsBillView, folioText, showsBalance, allowsNegativePostings: String?
    let shape, consolidates, deniesWithStatus: String?

    func required(_ field: KeyPath<ReceptionForm, String?>) throws(Problem) -> String {
        guard let value = self[keyPath: field], !value.isEmpty else { throw .malformedBody }
        return value
    }

    /// The credit limit as people write it; empty takes it away.
    func limit(in hotel: Hotel) throws(Problem) -> Int? {
        try Self.minorUnits(limit, in: hotel, orThrow: .limitOutOfRange)
    }

    /// An amount as people write it.
    func amountByHand(in hotel: Hotel) throws(Problem) -> Int {
        guard let minor = try optionalAmountByHand(in: hotel) else { throw .amountOutOfRange }
        return minor
    }

    /// An amount as people write it, nil when the field is empty.
    func optionalAmountByHand(in hotel: Hotel) throws(Problem) -> Int? {
        try Self.minorUnits(amount, in: hotel, orThrow: .amountOutOfRange)
    }

    /// The bill of the reservation or account whose number stands in a field.
    func owner(_ field: KeyPath<ReceptionForm, String?>, in hotel: Hotel) throws(Problem) -> FolioOwner {
        guard let owner = hotel.folioOwner(numbered: try required(field)) else { throw .reservationUnknown }
        return owner
    }

    /// The hotel's settings with the switches of the page as they were sent; a switch that is off is not sent by a browser.
    func settings(on current: HotelSettings) throws(Problem) -> HotelSettings {
        guard let text = HotelSettings.FolioText(rawValue: folioText ?? "") else { throw .malformedBody }
        var settings = current
        settings.folioText = text
        settings.allowsBillView = allowsBillView != nil
        settings.showsBalance = showsBalance != nil
        settings.allowsNegativePostings = allowsNegativePostings != nil
        return settings
    }

    /// With a comma or a point, blanks anywhere; nil when empty.
    private static func minorUnits(_ text: String?, in hotel: Hotel, orThrow problem: Problem) throws(Problem) -> Int? {
        let plain = (text ?? "").filter { !$0.isWhitespace }.replacingOccurrences(of: ",", with: ".").replacingOccurrences(
            of: "−", with: "-")
        if plain.isEmpty { return nil }
        guard let minor = AmountText.minorUnits(plain, minorDigits: hotel.identity.currencyMinorDigits) else { throw problem }
        return minor
    }

    /// The fault that a button asks for.
    func plan() throws(Problem) -> FaultPlan {
        let asked = kind ?? ""
        let loses = asked == "loseAnswerUnbooked"
        guard let kind = FaultPlan.Kind(rawValue: loses ? "loseAnswer" : asked) else { throw .malformedPlan }
        let request = InterfaceRequest(rawValue: on ?? "")
        guard request != nil || on == "any" || on == nil else { throw .malformedPlan }
        let plan = FaultPlan(
            kind, booked: !loses, begin: true, on: on == nil ? .posting : request, count: try number(count, or: 1),
            ms: try number(ms, or: 0), bytes: try number(bytes, or: 0), status: status ?? "UR")
        guard plan.wrong == nil else { throw .malformedPlan }
        return plan
    }

    private func number(_ text: String?, or fallback: Int) throws(Problem) -> Int {
        guard let text, !text.isEmpty else { return fallback }
        guard let number = Int(text) else { throw .malformedPlan }
        return number
    }
}
