/// The hotel as the API shows it.
struct HotelResource: Encodable {
    let id, name, town, currency, businessDate: String
    let minorDigits, linkedTills, ledgerEntries: Int
    let isAuditing, isHalfOpen: Bool
    let roomPaymentMethods, managerPaymentMethods, directPaymentMethods: [String]
    let settings: HotelSettings

    init(_ simulated: SimulatedHotel) {
        let hotel = simulated.snapshot
        id = hotel.identity.id
        name = hotel.identity.name
        town = hotel.identity.town
        currency = hotel.identity.currencyCode
        minorDigits = hotel.identity.currencyMinorDigits
        businessDate = hotel.businessDate.iso
        isAuditing = hotel.isAuditing
        isHalfOpen = simulated.isHalfOpen
        linkedTills = simulated.aliveConnectionCount
        ledgerEntries = hotel.ledger.entries.count
        roomPaymentMethods = hotel.paymentMethods.room
        managerPaymentMethods = hotel.paymentMethods.roomByManager
        directPaymentMethods = hotel.paymentMethods.direct
        settings = hotel.settings
    }
}
