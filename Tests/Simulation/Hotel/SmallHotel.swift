import Foundation
import HotelSimulator

/// The hotel of the histories: few rooms, one of each kind of guest.
enum SmallHotel {
    /// Who can be charged, by room and reservation; the first two share a room.
    static let guests: [(room: String, reservation: String, name: String)] = [
        ("204", "20401", "Garibaldi"), ("204", "20402", "Gast"), ("0205", "20501", "Perrin"), ("12A", "99011", "Lefèvre"),
        ("301", "30101", "Prigent"), ("302", "30201", "Suzuki"),
    ]
    /// Empty rooms, to move to.
    static let emptyRooms = ["401", "402", "403"]

    static func hotel(atMs: Int64, settings: HotelSettings) -> Hotel {
        let zone = TimeZone(secondsFromGMT: 3_600) ?? .gmt
        var hotel = Hotel(
            identity: Hotel.Identity(
                id: "SIM", name: "Hôtel", town: "Saint-Malo", currencyCode: "EUR", currencyMinorDigits: 2, timeZone: zone),
            codes: codes, paymentMethods: PaymentMethods(room: ["ROOM"], roomByManager: [], direct: ["CASH"]),
            businessDate: WallClock(atMs: atMs, in: zone).date)
        hotel.settings = settings
        for room in Set(guests.map(\.room)).sorted() + emptyRooms { hotel.add(Room(number: room, type: "Double")) }
        for (room, reservation, name) in guests {
            hotel.add(
                Reservation(
                    number: reservation, room: room, guest: Guest(title: "Mme", name: name, firstName: "Ann"),
                    arrival: hotel.businessDate, departure: hotel.businessDate.adding(days: 4)),
                openingBalanceMinor: 12_000)
        }
        return hotel
    }

    private static let codes = TransactionCodes(
        parts: [
            .subtotal(1): TransactionCode(code: "2010", text: "Restaurant"),
            .subtotal(3): TransactionCode(code: "2030", text: "Vins"), .tip: TransactionCode(code: "2900", text: "Pourboire", window: 2),
        ],
        roomRate: TransactionCode(code: "1000", text: "Hébergement"), openingBalance: TransactionCode(code: "1900", text: "Report"),
        payment: TransactionCode(code: "9000", text: "Règlement"), wholeCharge: TransactionCode(code: "2000", text: "Restaurant"))
}
