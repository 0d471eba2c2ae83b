import PaperPrinter
import PointOfSale
import Printing
import TestSupport
import Testing

@testable import Printing

/// A guest's name may hold anything; on paper it does nothing.
struct HostileTextTests {
    static let names = [
        "Bob\u{1B}p\u{0}22", "\u{1B}@\u{1D}V\u{0}Gone", "\u{10}\u{14}\u{1}\u{0}\u{5}", "A\u{9B}B\u{85}C", "مُحَمَّد", "\u{202E}gnorw",
        "👨‍👩‍👧‍👦 Famille",
        "日本 太郎", "Łukasz Żółć", "a\u{301}\u{302}\u{303}", String(repeating: "\u{300}", count: 300), "line\nbreak\r\ttab", "  ",
        "x" + String(repeating: "y", count: 199), "\u{7F}\u{0}", "DLE\u{10}\u{4}\u{1}",
    ]

    @Test(arguments: names)
    func `a hostile name opens no drawer, cuts no paper and leaves the page readable`(name: String) {
        let slip = KitchenSlip(
            outletName: name, checkNumber: 1, tableNumber: nil, covers: 1, cashierName: name, sentAt: Sample.evening, job: "1",
            lines: [.init(quantity: 1, name: name, note: name, seat: 1)])
        for page in PaperCodePage.allCases {
            for width in Printer.Width.allCases {
                let printer = SamplePaper.printer(width, page)
                let paper = ReceiptDocument.kitchen(slip, copy: 0, isTest: false, calendar: Sample.calendar, language: .fr)
                Self.expectHarmless(EscPosEncoder(printer).bytes(of: paper), printer)
            }
        }
    }

    @Test func `random text of all planes is harmless, a thousand times`() {
        var generator = SeededGenerator(seed: 9)
        let page = PrintableText(page: .pc850)
        for _ in 0..<1000 {
            let scalars = (0..<Int.random(in: 0...80, using: &generator)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0...(Bool.random(using: &generator) ? 0xFF : 0x2FFFF), using: &generator))
            }
            let plain = page.plain(String(String.UnicodeScalarView(scalars)))
            let bytes = page.encoded(plain)
            #expect(bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
            #expect(bytes.count == plain.unicodeScalars.count)
            #expect(page.plain(plain) == plain)
        }
    }

    @Test func `what a page lacks is written as a clerk would`() {
        let old = PrintableText(page: .pc437)
        #expect(old.plain("12,50 €") == "12,50 EUR")
        #expect(old.plain("Bœuf à l’étouffée") == "Boeuf à l'étouffée")
        #expect(old.plain("Łukasz Żółć") == "Lukasz Zólc")
        #expect(old.plain("Ångström — «ok»…") == "Ångström - «ok»...")
        #expect(old.plain("e\u{301}t\u{E9}") == "été")
        #expect(old.plain("👨‍👩‍👧‍👦!") == "?!")
        #expect(old.plain("1\u{202F}204") == "1 204")
        #expect(old.plain("a\u{202E}b\u{200F}c") == "abc")
    }

    @Test func `the euro has its byte on each page`() {
        #expect(PrintableText(page: .pc858).encoded("12,50 € é") == [0x31, 0x32, 0x2C, 0x35, 0x30, 0x20, 0xD5, 0x20, 0x82])
        #expect(PrintableText(page: .windows1252).encoded("€é") == [0x80, 0xE9])
        #expect(PrintableText(page: .latin9).encoded("€é") == [0xA4, 0xE9])
        #expect(PrintableText(page: .pc850).plain("€") == "EUR")
    }

    @Test(arguments: PaperCodePage.allCases)
    func `every letter that a page has comes out as itself`(page: PaperCodePage) {
        let text = PrintableText(page: page)
        for scalar in page.upperHalf.unicodeScalars where scalar != "\u{FFFD}" {
            let letter = String(Character(scalar))
            #expect(text.plain(letter) == letter)
            let bytes = [0x1B, 0x74, page.escposNumber] + text.encoded(letter) + [0x0A]
            #expect(PaperInterpreter.sheet(bytes).text == letter, "\(page) \(letter)")
        }
    }

    @Test(arguments: names)
    func `xml stays xml`(name: String) {
        let marked = name + "<&>\"' ]]>"
        var paper = ReceiptDocument(language: .fr)
        paper.add(.text(marked, .plain))
        paper.add(.code("https://a/?b=1&c=<2>"))
        let xml = EposEncoder(SamplePaper.printer()).xml(of: paper)
        #expect(!xml.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(xml.contains("&lt;&amp;&gt;&quot;'"))
        #expect(xml.contains("b=1&amp;c=&lt;2&gt;"))
    }

    @Test func `words are broken at blanks, never run together`() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<500 {
            let words = (0..<8).map { _ in String(repeating: "m", count: Int.random(in: 1...9, using: &generator)) }
            let lines = PaperLayout.wrapped(words.joined(separator: " "), width: Int.random(in: 9...24, using: &generator))
            #expect(lines.flatMap { $0.split(separator: " ") }.map(String.init) == words)
        }
    }

    @Test(arguments: Language.allCases)
    func `what follows a picture or a code stands where it should`(language: Language) {
        for (name, paper) in SamplePaper.all(language) {
            let sheet = PaperInterpreter.sheet(EscPosEncoder(SamplePaper.printer()).bytes(of: paper))
            for case .line(let runs, let alignment) in sheet.items where runs.first?.text.hasPrefix("Merci") == true {
                #expect(alignment == 1, "\(name)")
            }
        }
    }

    @Test(arguments: Printer.Width.allCases)
    func `no line is wider than the paper`(width: Printer.Width) {
        var receipt = SamplePaper.split()
        receipt = SamplePaper.receipt(
            SamplePaper.check(
                [
                    SamplePaper.line(1, String(repeating: "Suprême ", count: 30), "x", cents: 99_999_99, quantity: 99),
                    SamplePaper.line(2, String(repeating: "W", count: 200), "x", cents: 1),
                ], []), [])
        for language in Language.allCases {
            let bytes = EscPosEncoder(SamplePaper.printer(width)).bytes(of: .receipt(receipt, SamplePaper.marks, language: language))
            Self.expectHarmless(bytes, SamplePaper.printer(width))
        }
    }

    private static func expectHarmless(_ bytes: [UInt8], _ printer: Printer) {
        let sheet = PaperInterpreter.sheet(bytes)
        #expect(sheet.unknown.isEmpty)
        #expect(sheet.drawers == 0)
        #expect(sheet.cuts == 1)
        for case .line(let runs, _) in sheet.items {
            let width = runs.reduce(0) { $0 + $1.text.unicodeScalars.count * $1.wide }
            #expect(width <= printer.width.rawValue, "\(runs.map(\.text).joined())")
        }
    }
}
