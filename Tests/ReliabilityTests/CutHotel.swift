import Foundation
import HotelSimulator
import PointOfSale

/// A hotel whose guests differ in nothing but their numbers, so that every charge to any of them has the same number of bytes.
enum CutHotel {
    /// How many guests it has, each in a room of their own.
    static let guestsCount = 400

    /// What it lets a till find out afterwards.
    enum Evidence: String, CaseIterable, Sendable {
        /// The bill over the link, with our reference on every line.
        case billView
        /// Neither bill nor balance: nobody but a person can tell.
        case nothing
    }

    static func make(_ evidence: Evidence, atMs: Int64) -> Hotel {
        let zone = TimeZone(identifier: "Europe/Paris") ?? .gmt
        let day = WallClock(atMs: atMs, in: zone).date
        var hotel = Hotel(
            identity: .init(id: "CUT", name: "Hôtel", town: "Saint-Malo", currencyCode: "EUR", currencyMinorDigits: 2, timeZone: zone),
            codes: codes, paymentMethods: PaymentMethods(room: ["ROOM"], roomByManager: [], direct: ["CASH"]), businessDate: day)
        hotel.settings.folioText = .clearText
        hotel.settings.allowsBillView = evidence == .billView
        hotel.settings.showsBalance = evidence == .billView
        for index in 0..<guestsCount {
            hotel.add(Room(number: room(index), type: "Double"))
            hotel.add(
                Reservation(
                    number: reservation(index), room: room(index), guest: Guest(title: "Mme", name: "Guest", firstName: ""), arrival: day,
                    departure: day.adding(days: 3)))
        }
        return hotel
    }

    /// Whom the till charges.
    static func guest(_ index: Int) -> GuestChoice? {
        RoomNumber(room(index % guestsCount)).flatMap {
            GuestChoice(roomNumber: $0, reservationNumber: reservation(index % guestsCount), name: "Guest, Mme")
        }
    }

    private static func room(_ index: Int) -> String { String(1001 + index) }
    private static func reservation(_ index: Int) -> String { String(500_001 + index) }

    private static var codes: TransactionCodes {
        let restaurant = TransactionCode(code: "2000", text: "Restaurant")
        var parts: [ChargeComponent: TransactionCode] = [.tip: TransactionCode(code: "2900", text: "Pourboire")]
        for number in 1...9 { parts[.subtotal(number)] = TransactionCode(code: "20\(number)0", text: "Groupe \(number)") }
        return TransactionCodes(
            parts: parts, roomRate: restaurant, openingBalance: restaurant, payment: restaurant, wholeCharge: restaurant)
    }
}
