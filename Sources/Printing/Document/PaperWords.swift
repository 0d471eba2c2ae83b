import PointOfSale

/// What stands on paper, in both languages. Papers have words of their own: the kitchen does not read what a screen says.
struct PaperWords {
    let language: Language

    private func say(_ fr: String, _ en: String) -> String { language == .fr ? fr : en }

    var provisional: String { say("NOTE PROVISOIRE", "PROVISIONAL BILL") }
    var provisionalText: String { say("ne vaut pas reçu de paiement", "not a receipt of payment") }
    var negative: String { say("TICKET NÉGATIF", "NEGATIVE RECEIPT") }
    var voided: String { say("ADDITION ANNULÉE", "CHECK VOIDED") }
    var testMode: String { say("MODE TEST - SANS VALEUR", "TEST MODE - NO VALUE") }
    var check: String { say("Addition", "Check") }
    var table: String { say("Table", "Table") }
    var counter: String { say("Comptoir", "Counter") }
    var total: String { say("TOTAL", "TOTAL") }
    var beforeDiscount: String { say("Avant remise", "Before discount") }
    var tip: String { say("Pourboire", "Tip") }
    var vat: String { say("TVA", "VAT") }
    var net: String { say("HT", "Net") }
    var gross: String { say("TTC", "Gross") }
    var given: String { say("Donné", "Given") }
    var change: String { say("Rendu", "Change") }
    var room: String { say("Chambre", "Room") }
    var thanks: String { say("Merci et à bientôt", "Thank you, see you soon") }
    var link: String { say("Votre ticket en ligne", "Your receipt online") }
    var noLines: String { say("Aucune ligne", "No lines") }
    var voucher: String { say("DÉBIT SUR CHAMBRE", "ROOM CHARGE") }
    var creditVoucher: String { say("CRÉDIT SUR CHAMBRE", "ROOM CREDIT") }
    var creditAcknowledgement: String {
        say("Cette somme revient au compte de ma chambre.", "This amount goes back to my room account.")
    }
    var signature: String { say("Signature", "Signature") }
    var acknowledgement: String {
        say(
            "Je reconnais devoir cette somme et j'accepte qu'elle soit portée au compte de ma chambre.",
            "I acknowledge this amount and agree that it is charged to my room account.")
    }
    var beingConfirmed: String { say("EN COURS DE CONFIRMATION PAR L'HÔTEL", "BEING CONFIRMED BY THE HOTEL") }
    var refusedByHotel: String { say("REFUSÉ PAR L'HÔTEL", "REFUSED BY THE HOTEL") }
    var kitchen: String { say("CUISINE", "KITCHEN") }
    var cancelled: String { say("ANNULÉ", "CANCELLED") }
    var seat: String { say("Place", "Seat") }
    var testPage: String { say("PAGE D'ESSAI", "TEST PAGE") }

    func guest(_ name: String) -> String { say("Client : \(name)", "Guest: \(name)") }
    func number(_ number: Int) -> String { say("n° \(number)", "no. \(number)") }
    func original(_ number: Int) -> String {
        say("Remboursement de l'addition n° \(number)", "Refund of check no. \(number)")
    }
    func duplicate(_ copy: Int) -> String { say("DUPLICATA n° \(copy)", "DUPLICATE no. \(copy)") }
    func remaining(_ amount: String) -> String { say("NON SOLDÉE - reste \(amount)", "NOT SETTLED - \(amount) left") }
    func toGiveBack(_ amount: String) -> String { say("À RENDRE - \(amount)", "TO GIVE BACK - \(amount)") }
    func servedBy(_ name: String) -> String { say("Servi par \(name)", "Served by \(name)") }
    func covers(_ count: Int) -> String {
        say(count < 2 ? "\(count) couvert" : "\(count) couverts", count == 1 ? "1 cover" : "\(count) covers")
    }
    func confirmedAt(_ clock: String) -> String { say("confirmé par l'hôtel à \(clock)", "confirmed by the hotel at \(clock)") }
    func job(_ text: String) -> String { say("bon \(text)", "job \(text)") }
}
