import Foundation
import HotelSimulator

/// A hotel with 5,000 guests in house, written as a hotel file and read back by the simulator's own loader. The last guest's bill
/// stands for the posting master.
enum LargeHotel {
    static let guests = 5_000
    static let firstRoom = 1_001

    static func hotel(nowMs: Int64) throws -> Hotel {
        try HotelLoader.hotel(from: try JSONSerialization.data(withJSONObject: file), named: "large hotel", atMs: nowMs)
    }

    /// Names of three syllables, 1,000 of them, so that a few letters find a few guests.
    static func name(of guest: Int) -> String {
        let first = ["Bar", "Cor", "Del", "Fau", "Gar", "Lam", "Mor", "Per", "Rou", "Val"]
        let middle = ["ba", "de", "ga", "ki", "lo", "mi", "no", "ri", "su", "ta"]
        let last = ["din", "ette", "fort", "lier", "mand", "net", "quin", "seau", "tel", "vois"]
        return first[guest % 10] + middle[guest / 10 % 10] + last[guest / 100 % 10]
    }

    static func room(of guest: Int) -> String { String(firstRoom + guest) }
    static func reservation(of guest: Int) -> String { String(100_001 + guest) }

    private static var file: [String: Any] {
        let code = { (code: String, text: String) in ["code": code, "text": text] }
        var parts: [String: Any] = ["TP": code("2900", "Pourboire"), "SC": code("2910", "Service"), "+0": code("2990", "Arrondi")]
        for number in 1...9 {
            parts["S\(number)"] = code("20\(number)0", "Restaurant \(number)")
            parts["D\(number)"] = code("20\(number)5", "Remise \(number)")
            parts["T\(number)"] = code("28\(number)0", "TVA \(number)")
        }
        return [
            "hotel": ["id": "LARGE", "name": "Grand Hôtel", "town": "Saint-Malo", "currency": "EUR", "timeZone": "Europe/Paris"],
            "rooms": [["type": "Double", "from": firstRoom, "to": firstRoom + guests - 1]],
            "codes": [
                "roomRate": code("1000", "Hébergement"), "openingBalance": code("1900", "Report"), "payment": code("9000", "Règlement"),
                "wholeCharge": code("2000", "Restaurant"), "parts": parts,
            ] as [String: Any],
            "paymentMethods": ["room": ["ROOM"], "direct": ["CASH", "CARD"]],
            "postingMaster": reservation(of: guests - 1),
            "outlets": [["number": "1", "name": "Brasserie"], ["number": "2", "name": "Bar"]],
            "reservations": (0..<guests).map { guest in
                ["number": reservation(of: guest), "room": room(of: guest), "name": name(of: guest), "arrives": -1, "departs": 3]
                    as [String: Any]
            },
        ]
    }
}
