import Foundation
import PaperPrinter
import PointOfSale
import Printing
import TestSupport
import Testing

/// Byte for byte: a change of what comes out of a printer is a change of a file that somebody looked at.
struct GoldenTests {
    @Test(arguments: Language.allCases)
    func `every paper is the same as ever, byte for byte`(language: Language) throws {
        for (name, paper) in SamplePaper.all(language) {
            let printer = SamplePaper.printer()
            try Golden.expect(EscPosEncoder(printer).bytes(of: paper), "\(name)-\(language.rawValue).bin")
            try Golden.expect(Array(EposEncoder(printer).xml(of: paper).utf8), "\(name)-\(language.rawValue)-epos.txt")
        }
    }

    @Test(arguments: Printer.Width.allCases, PaperCodePage.allCases)
    func `every width and set of characters has its own file`(width: Printer.Width, page: PaperCodePage) throws {
        let bytes = EscPosEncoder(SamplePaper.printer(width, page)).bytes(
            of: .receipt(SamplePaper.split(), SamplePaper.marks, language: .fr))
        try Golden.expect(bytes, "split-\(width.rawValue)-\(page.rawValue).bin")
    }

    @Test(arguments: Language.allCases)
    func `what the printer's own reading of the bytes shows is what was meant`(language: Language) throws {
        for (name, paper) in SamplePaper.all(language) {
            let sheet = PaperInterpreter.sheet(EscPosEncoder(SamplePaper.printer()).bytes(of: paper))
            #expect(sheet.unknown.isEmpty, "\(name): bytes that are no command")
            #expect(sheet.cuts == 1, "\(name)")
            #expect(sheet.drawers == 0, "\(name)")
            try Golden.expect(Array(sheet.text.utf8), "\(name)-\(language.rawValue).txt")
        }
    }
}

/// The voucher of a refund.
struct CreditVoucherTests {
    @Test(arguments: Language.allCases)
    func `what goes back to a room is acknowledged as that, and not as owed`(language: Language) throws {
        let posting = Sample.posting(7, subtotals: [1: -4800], tip: 0, state: .accepted)
        let tender = SamplePaper.tender(1007, SamplePaper.room, cents: -4800, posting: posting.id)
        let check = SamplePaper.check(SamplePaper.dinner, [tender], number: 1012, refunds: Sample.id(77))
        let receipt = SamplePaper.receipt(check, [.init(tender: tender, method: SamplePaper.room, posting: posting)], original: 1007)
        let paper = try #require(ReceiptDocument.voucher(receipt, posting: posting.id, SamplePaper.marks, language: language))
        let text = PaperInterpreter.sheet(EscPosEncoder(SamplePaper.printer()).bytes(of: paper)).text
        #expect(text.contains(language == .fr ? "CRÉDIT SUR CHAMBRE" : "ROOM CREDIT"))
        #expect(!text.contains(language == .fr ? "DÉBIT" : "ROOM CHARGE") && !text.contains(language == .fr ? "devoir" : "charged"))
    }
}

/// Files beside the tests. `ARDOISE_GOLDEN=write` writes them; then look at them, and at `scripts/paper-pictures`.
enum Golden {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    static func expect(_ bytes: [UInt8], _ name: String) throws {
        let file = folder.appending(path: name)
        if ProcessInfo.processInfo.environment["ARDOISE_GOLDEN"] == "write" { try Data(bytes).write(to: file) }
        let golden = try Array(Data(contentsOf: file))
        #expect(bytes == golden, "\(name) differs")
    }
}
