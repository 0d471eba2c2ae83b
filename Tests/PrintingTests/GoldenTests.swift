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
