/// What the hotel says of a guest's account when it is asked.
package struct AccountReading: Hashable, Sendable {
    package let folio: FolioReading
    /// What stands on the folio, if the hotel says so.
    package let balance: Money?
    /// Whether the hotel was asked for the attempt's own reference, over all its accounts: one that it does not show was not booked.
    package let isOfWholeHouse: Bool

    /// A reading.
    package init(_ folio: FolioReading, balance: Money? = nil, isOfWholeHouse: Bool = false) {
        self.folio = folio
        self.balance = balance
        self.isOfWholeHouse = isOfWholeHouse
    }
}

/// The lines of a folio, or why there are none.
package enum FolioReading: Hashable, Sendable {
    case lines([FolioLine])
    /// Of what the attempt asked for, the hotel shows some and not the rest: so much of it. Nothing may be sent after it by machine.
    case part(Money)
    /// This hotel system has no such question, or will not answer it.
    case notOffered
    /// The hotel refuses it for this guest: gone, perhaps, or the feature is off (`FIAS 2.20.24 §5`, XB with AS).
    case refused
    /// No answer could be had just now.
    case unavailable(HotelUnavailable)
}

/// One line of a folio as the hotel shows it (`FIAS 2.20.24 §5`, XI).
package struct FolioLine: Hashable, Sendable {
    package let text: String
    package let amount: Money
    /// The hotel's date of the booking, if it says one.
    package let date: BusinessDate?

    /// A line.
    package init(text: String, amount: Money, date: BusinessDate? = nil) {
        self.text = text
        self.amount = amount
        self.date = date
    }

    /// The attempts of ours that it names.
    package var references: [PostingReference] { PostingReference.found(in: text) }
}
