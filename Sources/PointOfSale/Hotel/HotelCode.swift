/// One of the hotel's own transaction codes, as the hotel lists it.
package struct HotelCode: Hashable, Sendable {
    package let code: String
    /// What the hotel calls it.
    package let text: String

    /// A code.
    package init(code: String, text: String) {
        self.code = code
        self.text = text
    }

    /// The longest code that a line of a charge may bear (`csh.json`, `transactionCode`).
    package static let charactersMax = 80
    /// The longest description kept.
    package static let textCharactersMax = 200
}

/// Under which of the hotel's codes a part of a charge is booked, and where and when that holds: OPERA Cloud knows no outlets, service
/// periods or revenue groups over its interface (`ohip.md` §3.2).
package struct HotelCodeRule: Hashable, Sendable {
    /// A part of a charge.
    package enum Part: Hashable, Sendable {
        case sales(Itemizer)
        case discount(Itemizer)
        case tip
        case serviceCharge
    }

    /// What is booked so; nil stands for any of the hotel's outlets, any service period.
    package struct Key: Hashable, Sendable {
        package let part: Part
        /// The hotel's number of the outlet (`S1-12`).
        package let outlet: Int?
        package let servicePeriod: Int?

        /// A key.
        package init(_ part: Part, outlet: Int? = nil, servicePeriod: Int? = nil) {
            self.part = part
            self.outlet = outlet
            self.servicePeriod = servicePeriod
        }

        /// The keys that are looked at where this one has no code, the most specific first. A discount without a code of its own is booked
        /// under the code of what it is taken off.
        package var fallbacks: [Key] {
            var keys: [Key] = []
            if outlet != nil, servicePeriod != nil {
                keys = [Key(part, outlet: outlet), Key(part, servicePeriod: servicePeriod)]
            }
            if outlet != nil || servicePeriod != nil { keys.append(Key(part)) }
            guard case .discount(let itemizer) = part else { return keys }
            let sales = Key(.sales(itemizer), outlet: outlet, servicePeriod: servicePeriod)
            return keys + [sales] + sales.fallbacks
        }
    }

    /// The numbers of service periods.
    package static let servicePeriods = 1...9999
}

extension [HotelCodeRule.Key: String] {
    /// The code that a key without one of its own is booked under, and whose it is; nil when there is none, and the charge cannot be sent.
    package func fallback(of key: HotelCodeRule.Key) -> (key: HotelCodeRule.Key, code: String)? {
        key.fallbacks.lazy.compactMap { other in self[other].map { (other, $0) } }.first
    }
}
