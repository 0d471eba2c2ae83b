/// What a charge consists of, by the field that carries it (FIAS 2.20.24, record PR).
package enum ChargeComponent: Sendable, Hashable {
    case subtotal(Int), discount(Int), tax(Int), tip, serviceCharge, rounding

    /// Every component that a charge can have, in the sequence in which lines are booked.
    package static let all: [ChargeComponent] =
        (1...9).flatMap { [.subtotal($0), .discount($0)] } + (1...9).map(ChargeComponent.tax) + [.tip, .serviceCharge, .rounding]

    private static let byFieldCode = Dictionary(uniqueKeysWithValues: all.map { ($0.fieldCode, $0) })

    /// `S1`, `D1`, `T1`, `TP`, `SC` or `+0`.
    package var fieldCode: String {
        switch self {
        case .subtotal(let number): "S\(number)"
        case .discount(let number): "D\(number)"
        case .tax(let number): "T\(number)"
        case .tip: "TP"
        case .serviceCharge: "SC"
        case .rounding: "+0"
        }
    }

    /// The component that a field carries; nil for any other field.
    package init?(fieldCode: String) {
        guard let component = Self.byFieldCode[fieldCode] else { return nil }
        self = component
    }
}

/// A charge that a till asks the hotel to book: read from the wire, nothing decided yet.
package struct Charge: Sendable, Equatable {
    /// One amount of the charge, in minor units.
    package struct Part: Sendable, Equatable {
        package var component: ChargeComponent
        package var amountMinor: Int

        package init(_ component: ChargeComponent, _ amountMinor: Int) {
            self.component = component
            self.amountMinor = amountMinor
        }
    }

    /// Whom it is for.
    package enum Target: Sendable, Equatable {
        /// A guest or paymaster: the room and the reservation number must belong together.
        case guest(room: String, reservation: String)
        /// Whoever is in the room: a simple posting names no guest.
        case room(String)
        /// A city ledger account.
        case account(String)
        /// Nobody: paid in the restaurant by another method, sent for the hotel's books.
        case direct
    }

    package var target: Target
    package var totalMinor: Int
    package var parts: [Part]
    /// The hotel's code of the payment method (`PM`).
    package var paymentMethod: String
    /// The till asks to go over the credit limit (`CO` = `Y`).
    package var overridesCreditLimit: Bool
    package var details: ChargeDetails

    package init(
        target: Target, totalMinor: Int, parts: [Part], paymentMethod: String = "ROOM", overridesCreditLimit: Bool = false,
        details: ChargeDetails = ChargeDetails()
    ) {
        self.target = target
        self.totalMinor = totalMinor
        self.parts = parts
        self.paymentMethod = paymentMethod
        self.overridesCreditLimit = overridesCreditLimit
        self.details = details
    }

    /// The sum rule: the total is what the parts add up to (FIAS 2.20.24, record PR).
    package var addsUp: Bool {
        parts.reduce(0) { $0 + $1.amountMinor } == totalMinor
    }
}

/// What a till says about the check behind a charge. Text as it came; empty when not sent.
package struct ChargeDetails: Sendable, Equatable, Codable {
    package var checkNumber = ""
    package var covers = ""
    package var outlet = ""
    package var servingTime = ""
    package var table = ""
    package var cashier = ""
    package var workstation = ""
    package var postingNumber = ""
    /// `CT`: what the guest reads.
    package var clearText = ""
    /// `X1`: a second text.
    package var reference = ""
    /// The till's date, `YYMMDD`; kept, never used for booking.
    package var date = ""
    /// The till's time, `HHMMSS`.
    package var time = ""

    package init() {}
}
