import PointOfSale
import TestSupport
import Testing

@testable import Operations

@Suite struct HotelLedgerFileTests {
    private static let day = BusinessDate(year: 2026, month: 11, day: 22)

    private func read(_ text: String) throws -> [HotelBooking] { try HotelLedgerFile(Array(text.utf8), currency: .eur).lines }

    private func faults(_ text: String) -> [String] {
        let rejected = #expect(throws: HotelLedgerRejected.self) { try read(text) }
        return rejected?.faults.map { "\($0.line ?? 0) \($0.reason) \($0.value ?? "")" } ?? []
    }

    @Test func `the simulated hotel's own list is read`() throws {
        let list = """
            business_date,time,room,reservation,guest,transaction_number,code,amount,text,check_number
            2026-11-22,20:14:02,204,20401,"Garibaldi, Mme",7001,3000,120.00,A1007.4242,1007
            2026-11-22,20:14:02,204,20401,"Garibaldi, Mme",7002,3900,-12.50,A1007.4242,1007
            2026-11-22,03:00:00,204,20401,"Garibaldi, Mme",7003,1000,180.00,Chambre,
            """
        let lines = try read(list)
        #expect(
            lines[0]
                == HotelBooking(
                    date: Self.day, roomNumber: "204", reservationNumber: "20401", checkNumber: 1007, amount: Sample.euros(12_000),
                    text: "A1007.4242"))
        #expect(lines.map(\.amount.minorUnits) == [12_000, -1250, 18_000] && lines[2].checkNumber == nil)
    }

    @Test func `a French spreadsheet is read, accents, semicolons and commas included`() throws {
        let list =
            "Jour hôtelier;Chambre;N° d’addition;Libellé;Montant;Utilisateur\r\n22/11/2026;0204;1007;Repas A1007.42;\"1 204,80\";ANNE\r\n"
        let lines = try read(list)
        #expect(
            lines == [
                HotelBooking(
                    date: Self.day, roomNumber: "0204", reservationNumber: nil, checkNumber: 1007, amount: Sample.euros(120_480),
                    text: "Repas A1007.42")
            ])
        let latin = list.unicodeScalars.flatMap { $0.value < 0x100 ? [UInt8($0.value)] : [0x92] }
        #expect(try HotelLedgerFile(latin, currency: .eur).lines == lines)
    }

    @Test func `a text in two columns is looked through as one`() throws {
        #expect(try read("amount,text,reference\n1,Dinner,A7.7\n")[0].reference?.text == "A7.7")
    }

    @Test(arguments: [
        ("1204.80", 120_480), ("1 204,80", 120_480), ("1,204.80", 120_480), ("1.204,80", 120_480), ("1,204", 120_400), ("12", 1200),
        ("12.5", 1250), ("-12,50", -1250), ("\u{2212}12,50", -1250), ("12.50-", -1250), ("+3", 300), ("1\u{202F}204,80 €", 120_480),
        ("0,01", 1), ("1.204.500,10", 120_450_010),
    ])
    func `amounts are read in every manner`(_ text: String, _ cents: Int) {
        #expect(LedgerText.minorUnits(text, digits: 2) == cents)
    }

    @Test(arguments: ["", "-", "1,2,3", "12,345,6", "1.5.", "abc", "1e5", "--1", ",5", "99999999999", "12.3456", "1 000 000 000"])
    func `what is no amount is none`(_ text: String) {
        #expect(LedgerText.minorUnits(text, digits: 2) == nil)
    }

    @Test(arguments: ["2026-11-22", "22/11/2026", "22.11.2026", "22-11-26", "2026-11-22 20:14", "2026-11-22T20:14:00Z"])
    func `dates are read in every manner`(_ text: String) { #expect(LedgerText.date(text) == Self.day) }

    @Test(arguments: ["", "11/22/2026", "22 nov. 2026", "2026-11-31", "22/11", "1/2/3/4", "22/11/226"])
    func `what is no date is none`(_ text: String) { #expect(LedgerText.date(text) == nil) }

    @Test func `every fault is told with its line`() {
        #expect(faults("") == ["0 fileEmpty "])
        #expect(faults("date,room\n") == ["1 columnMissing amount", "1 columnMissing text"])
        #expect(faults("amount,montant,text\n") == ["1 columnTwice montant"])
        #expect(faults("amount,text\n1,a\nx,b\n2\n,c\n") == ["3 amountUnreadable x", "4 fieldCount 1 ≠ 2", "5 amountUnreadable "])
        #expect(faults("date,amount,text\nsoon,1,a\n") == ["2 dateUnreadable soon"])
        #expect(faults("amount,text\n1,\"a\n") == ["2 quoteNeverCloses "])
        #expect(faults("amount,text\n1,\"a\"b\n") == ["2 textAfterQuote "])
        #expect(faults("amount,text\n" + String(repeating: "x,y\n", count: 500)).count == HotelLedgerRejected.faultsMax)
    }

    @Test func `what is too large is not read`() {
        let row = "1,a\n"
        #expect(faults("amount,text\n" + String(repeating: row, count: HotelLedgerFile.linesMax + 1)) == ["0 tooManyLines "])
        let rejected = #expect(throws: HotelLedgerRejected.self) {
            try HotelLedgerFile(Array(repeating: 0x41, count: HotelLedgerFile.bytesMax + 1), currency: .eur)
        }
        #expect(rejected?.faults.map(\.reason) == [.fileTooLarge])
    }

    @Test func `any bytes at all are read or refused`() {
        let alphabet = Array("amount,text;\"\n\r\t 0123456789.,-/A€é".utf8) + [0, 0xFF, 0xC3]
        for seed in 1...400 as ClosedRange<UInt64> {
            var random = SeededGenerator(seed: seed)
            let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in alphabet.randomElement(using: &random)! }
            let file = Array("amount;text\n".utf8) + bytes
            guard let read = try? HotelLedgerFile(file, currency: .eur) else { continue }
            #expect(read.lines.allSatisfy { abs($0.amount.minorUnits) <= Money.minorUnitsMax }, "seed \(seed)")
        }
    }

    @Test func `ten thousand lines are read and compared within a second`() throws {
        var text = "date;chambre;reservation;montant;texte;addition\n"
        var ours: [OwnBooking] = []
        for number in 1...10_000 {
            text += "22/11/2026;204;12345;\(number),\(10 + number % 90);Restaurant A\(number).\(number) merci;\(number)\n"
            ours.append(
                OwnBooking(
                    postingID: Sample.id(1), reference: PostingReference(checkNumber: number, number: number), guest: Sample.garibaldi,
                    amount: Sample.euros(number * 100 + 10 + number % 90), date: Self.day, standing: .booked))
        }
        let bytes = Array(text.utf8)
        var isEqual = false
        let time = try ContinuousClock().measure {
            isEqual = Reconciliation(of: Self.day, in: .eur, ours: ours, hotels: try HotelLedgerFile(bytes, currency: .eur).lines).isEqual
        }
        print("10,000 lines read and compared in \(time)")
        // Unoptimised and on a busy machine; the promise is a second in the product.
        #expect(isEqual && time < .seconds(10))
    }
}
