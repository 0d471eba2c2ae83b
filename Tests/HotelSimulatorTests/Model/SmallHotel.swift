import Foundation

@testable import HotelSimulator

/// A hotel small enough to keep in mind: five rooms, two dummy rooms, six stays, two accounts, on 2026-11-22.
enum SmallHotel {
    static let nowMs: Int64 = 1_795_377_600_000  // 2026-11-22 20:00:00 UTC
    static let today = CivilDate(iso: "2026-11-22").unsafelyUnwrapped

    static func make(settings: HotelSettings = HotelSettings(), masters: [String: String] = [:]) -> Hotel {
        var hotel = Hotel(
            identity: Hotel.Identity(
                id: "TEST", name: "Hôtel de l’Essai", town: "Saint-Malo", currencyCode: "EUR", currencyMinorDigits: 2,
                timeZone: TimeZone(identifier: "Europe/Paris") ?? .gmt),
            codes: codes, paymentMethods: PaymentMethods(room: ["ROOM"], roomByManager: ["ROOMM"], direct: ["CASH", "CARD"]),
            outlets: ["1": "Brasserie"], postingMaster: "900001", postingMasters: masters, businessDate: today)
        hotel.settings = settings
        for number in ["101", "102", "204", "0910", "12A"] { hotel.add(Room(number: number, type: "Double")) }
        for number in ["9000", "9001"] { hotel.add(Room(number: number, type: "Compte", isDummy: true)) }
        hotel.add(Account(number: "40010", name: "Corsaire Voyages"))
        hotel.add(Account(number: "40030", name: "Armement Bréhat", isOpen: false))
        add("20401", "204", "Mme", "Garibaldi", limit: 50_000, balance: 12_050, rate: 15_900, to: &hotel)
        add("20402", "204", "M.", "Gast", noPost: true, to: &hotel)
        add("91001", "0910", "M.", "Le Bihan", to: &hotel)
        add("99011", "12A", "Mme", "Éléonore", limit: 0, to: &hotel)
        add("10101", "101", "M.", "Hamon", status: .due, arrives: 0, to: &hotel)
        add("10201", "102", "M.", "Galland", status: .checkedOut, departs: 0, to: &hotel)
        add("900001", "9000", "", "Compte de passage", departs: 300, to: &hotel)
        add("900101", "9001", "", "Séminaire Cap Horn", departs: 300, to: &hotel)
        return hotel
    }

    private static var codes: TransactionCodes {
        var parts: [ChargeComponent: TransactionCode] = [
            .tip: TransactionCode(code: "2900", text: "Pourboire", window: 2),
            .serviceCharge: TransactionCode(code: "2910", text: "Service"),
            .rounding: TransactionCode(code: "2990", text: "Arrondi"),
        ]
        for number in 1...8 {
            parts[.subtotal(number)] = TransactionCode(code: "20\(number)0", text: "Groupe \(number)")
            parts[.discount(number)] = TransactionCode(code: "20\(number)5", text: "Remise \(number)")
            parts[.tax(number)] = TransactionCode(code: "280\(number)", text: "Taxe \(number)")
        }
        return TransactionCodes(
            parts: parts, roomRate: TransactionCode(code: "1000", text: "Hébergement"),
            openingBalance: TransactionCode(code: "1900", text: "Report"), payment: TransactionCode(code: "9000", text: "Règlement"),
            wholeCharge: TransactionCode(code: "2000", text: "Restaurant"))
    }

    private static func add(
        _ number: String, _ room: String, _ title: String, _ name: String, status: Reservation.Status = .inHouse, arrives: Int = -1,
        departs: Int = 3, noPost: Bool = false, limit: Int? = nil, balance: Int = 0, rate: Int = 0, to hotel: inout Hotel
    ) {
        let stay = Reservation(
            number: number, room: room, guest: Guest(title: title, name: name, firstName: "", profile: "7\(number)"),
            arrival: today.adding(days: arrives), departure: today.adding(days: departs), status: status, noPost: noPost,
            creditLimitMinor: limit, rateMinor: rate)
        hotel.add(stay, openingBalanceMinor: balance)
    }

    /// A charge to Mme Garibaldi in 204: 28.00 + 12.00 + 2.50 tax.
    static func dinner(
        target: Charge.Target = .guest(room: "204", reservation: "20401"), total: Int = 4250,
        parts: [Charge.Part] = [.init(.subtotal(1), 2800), .init(.subtotal(2), 1200), .init(.tax(1), 250)],
        method: String = "ROOM", override: Bool = false, check: String = "1007"
    ) -> Charge {
        var details = ChargeDetails()
        details.checkNumber = check
        details.outlet = "1"
        details.time = "201500"
        return Charge(
            target: target, totalMinor: total, parts: parts, paymentMethod: method, overridesCreditLimit: override, details: details)
    }
}
