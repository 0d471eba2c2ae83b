package import PointOfSale

/// Where revenue goes that no room pays (`S1-05`): an account of the house, which the hotel keeps checked in to a pseudo room. What was
/// sold is charged to it and what was taken is paid on it, so that it stands at nothing for each way of paying (`ohip.md` §4).
package struct OHIPHouseAccount: Hashable, Sendable {
    /// The longest code of a way of paying (`csh.json`, `cashieringPaymentMethodType`).
    package static let paymentMethodCharactersMax = 20

    /// The pseudo room.
    package let room: RoomNumber
    /// The hotel's way of paying for each of ours, by the hotel code that ours bears (`PaymentMethod.hotelCode`).
    package let paymentMethods: [String: String]

    /// An account. Ways of paying that could not stand on the wire are left out.
    package init(room: RoomNumber, paymentMethods: [String: String] = [:]) {
        self.room = room
        self.paymentMethods = paymentMethods.mapValues(\.trimmed)
            .filter { (1...Self.paymentMethodCharactersMax).contains($0.value.count) }
    }

    /// The hotel's way of paying: the one that the table names, or else the code that ours bears itself; nil when it bears none.
    package func paymentMethod(for hotelCode: String) -> String? {
        paymentMethods[hotelCode] ?? (hotelCode.isEmpty ? nil : hotelCode)
    }
}
