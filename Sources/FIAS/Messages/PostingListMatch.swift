/// One guest or account of a posting list, as its fields; missing and blank both mean "not given", never zero. FIAS 2.20.24 §6.1.
package struct PostingListMatch: Sendable, Hashable {
    /// Every field of the block in the order of the wire, unknown ones included; begins with `RN`.
    package var fields: [FIASRecord.Field]

    /// A block of these fields.
    package init(fields: [FIASRecord.Field]) {
        self.fields = fields
    }

    /// A field of the block, nil when it is missing or blank.
    package subscript(_ id: FieldID) -> String? {
        fields.first { $0.id == id && !$0.value.isEmpty }?.value
    }

    /// The room or account number, as text.
    package var roomNumber: String { self[.roomNumber] ?? "" }
    /// The reservation number; `0` marks a city-ledger account.
    package var reservationNumber: String { self[.reservationNumber] ?? "" }
    /// The name exactly as received, trailing blanks included: a posting sends it back like this.
    package var guestName: String { self[.guestName] ?? "" }
    /// The first name.
    package var guestFirstName: String? { self[.guestFirstName] }
    /// The title.
    package var guestTitle: String? { self[.guestTitle] }
    /// The VIP status.
    package var vipStatus: String? { self[.vipStatus] }
    /// The language code.
    package var language: String? { self[.language] }
    /// The arrival, YYMMDD.
    package var arrival: String? { self[.arrival] }
    /// The departure, YYMMDD.
    package var departure: String? { self[.departure] }
    /// The guest's own payment method in the hotel.
    package var paymentMethod: String? { self[.paymentMethod] }
    /// Whether the guest may not be charged; nil when the hotel does not say.
    package var noPost: Bool? { self[.noPost].map { $0 == "Y" } }
    /// The site-defined field `An`: what it holds, the hotel's interface set-up says (FIAS 2.20.24 §5.1, A0–A9).
    package func siteDefined(_ n: Int) -> String? { self[.siteDefined(n)] }
    /// Whether this is a city-ledger account and no stay.
    package var isAccount: Bool { reservationNumber == "0" }

    /// The credit limit in minor units, nil when not given or not readable.
    package func creditLimit(minorDigits: Int) -> Int? {
        self[.creditLimit].flatMap { Amount.minorUnits($0, minorDigits: minorDigits) }
    }

    /// The balance in minor units, nil when not given or not readable.
    package func balance(minorDigits: Int) -> Int? {
        self[.balance].flatMap { Amount.minorUnits($0, minorDigits: minorDigits) }
    }

    /// What a posting to this guest sends back.
    package var account: PostingRequest.Account {
        PostingRequest.Account(roomNumber: roomNumber, reservationNumber: reservationNumber, guestName: guestName)
    }
}
