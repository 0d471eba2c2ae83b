/// A way of paying, as configured.
package struct PaymentMethod: Hashable, Sendable, Codable, Identifiable {
    package let id: PaymentMethodID
    /// Short code, unique: `CASH`, `CARD`, `IKPMS` (`S1-02`).
    package let code: String
    package let name: LocalizedName
    package let kind: Kind
    /// The hotel's code for it (`FIAS 2.20.24 §6.2`, PM, up to five characters). Empty: its revenue is not meant for the hotel.
    package let hotelCode: String
    /// Whether more may be given than is due.
    package let givesChange: Bool
    package let opensDrawer: Bool
    /// Where it stands among the others, from 0.
    package let position: Int
    package let isActive: Bool
    /// On a charge to a room: whether the receipts paid in all other ways go to the hotel too (`S1-02`, `S1-05`).
    package let transmitsReceipts: Bool
    /// On a charge to a room: the till that is the gateway; empty is this one (`S1-02`).
    package let serverAddress: String
    /// Whether a tip may be added (`S1-08`).
    package let takesTips: Bool
    /// On a charge to an account of a hotel: whose hotel's system (`S2-04`).
    package let integration: Integration
    /// Whether it is counted with the drawer at closing (`S2-04`).
    package let countsInFloat: Bool

    /// What happens when it is used.
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case cash
        case card
        /// The amount goes to a guest's account in the hotel.
        case room
        /// The amount goes to a hotel account with no guest in it (`S1-07`).
        case paymaster
        case voucher
        /// The guest signs and pays later, by an invoice of the house.
        case openAccount
        /// Anything else that is counted at the end of the day: cheques, a delivery service.
        case other

        /// Whether each payment is booked on an account of the hotel's by itself, in real time (`S1-06`, `S1-07`).
        package var isHotelAccount: Bool { self == .room || self == .paymaster }

        /// Whether something lies in the drawer for it, unless the house says otherwise.
        package var isCounted: Bool {
            switch self {
            case .cash, .card, .voucher, .other: true
            case .room, .paymaster, .openAccount: false
            }
        }
    }

    /// What this server may be called as the gateway.
    package static let ownAddresses: Set = ["localhost", "127.0.0.1", "::1"]
    /// Whether another Ardoise is the gateway, and not this one (`S1-02`).
    package var isGatewayElsewhere: Bool { !serverAddress.isEmpty && !Self.ownAddresses.contains(serverAddress.lowercased()) }

    /// The longest code of the hotel's (`FIAS 2.20.24 §7`, PM).
    package static let hotelCodeCharactersMax = 5
    /// The longest code.
    package static let codeCharactersMax = 16
    /// The code of every charge to a room: the hotel's interface goes by it (`S1-02`).
    package static let roomCode = "IKPMS"
    /// The code of every charge to a room by RoomRaccoon (`S2-04`).
    package static let roomRaccoonCode = "ROOMRACCOON"
    /// What a charge to a room is called unless the house says otherwise (`S1-02`).
    package static let roomName = "Opera"

    /// A payment method.
    package init(
        id: PaymentMethodID, code: String, name: LocalizedName, kind: Kind, hotelCode: String, givesChange: Bool, opensDrawer: Bool,
        position: Int, isActive: Bool = true, transmitsReceipts: Bool = false, serverAddress: String = "", takesTips: Bool = true,
        integration: Integration = .opera, countsInFloat: Bool? = nil
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.kind = kind
        self.hotelCode = hotelCode
        self.givesChange = givesChange
        self.opensDrawer = opensDrawer
        self.position = position
        self.isActive = isActive
        self.transmitsReceipts = transmitsReceipts
        self.serverAddress = serverAddress
        self.takesTips = takesTips
        self.integration = integration
        self.countsInFloat = countsInFloat ?? kind.isCounted
    }
}

extension PaymentMethod {
    /// The same method, its postings handed over at that address: a file of settings names no gateway, for it holds no key of one.
    package func handedOver(at address: String) -> PaymentMethod {
        PaymentMethod(
            id: id, code: code, name: name, kind: kind, hotelCode: hotelCode, givesChange: givesChange, opensDrawer: opensDrawer,
            position: position, isActive: isActive, transmitsReceipts: transmitsReceipts, serverAddress: address, takesTips: takesTips,
            integration: integration, countsInFloat: countsInFloat)
    }
}
