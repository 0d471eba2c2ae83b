import FIAS
import PointOfSale

extension GuestAccount {
    /// The most characters shown of what a stay includes.
    private static let packageCharactersMax = 60

    /// A guest from one block of a posting list (`FIAS 2.20.24 §6.1`); nil when the block names no room.
    init?(_ match: PostingListMatch, currency: Currency, minorDigits: Int, packageField: Int? = nil) {
        guard let room = RoomNumber(match.roomNumber), !match.reservationNumber.isEmpty else { return nil }
        let amount = { (minorUnits: Int?) in minorUnits.map { Money($0, currency) } }
        self.init(
            roomNumber: room, reservationNumber: match.reservationNumber, name: match.guestName, title: match.guestTitle,
            firstName: match.guestFirstName, arrival: match.arrival.flatMap(BusinessDate.init(fias:)),
            departure: match.departure.flatMap(BusinessDate.init(fias:)), vip: match.vipStatus, mayBeCharged: match.noPost != true,
            creditLimit: amount(match.creditLimit(minorDigits: minorDigits)), balance: amount(match.balance(minorDigits: minorDigits)),
            packageAllowance: packageField.flatMap(match.siteDefined).map { String($0.prefix(Self.packageCharactersMax)) })
    }
}

extension BusinessDate {
    /// Takes `YYMMDD` of this century (`FIAS 2.20.24 §2`, type D); nil when it is no date.
    init?(fias text: String) {
        guard text.utf8.count == 6, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let digits = Array(text)
        self.init(iso: "20\(String(digits[0...1]))-\(String(digits[2...3]))-\(String(digits[4...5]))")
    }
}
