import Foundation
import Testing

@testable import HotelSimulator

@Suite struct WordsTests {
    @Test func `both languages have the same keys and no empty words`() {
        let french = Words.of(.french).texts, english = Words.of(.english).texts
        #expect(Set(french.keys) == Set(english.keys))
        #expect(!french.values.contains("") && !english.values.contains(""))
    }

    @Test(arguments: Problem.allCases) func `every problem has words`(problem: Problem) {
        for language in Language.allCases {
            #expect(Words.of(language).texts["problem" + problem.rawValue.prefix(1).uppercased() + problem.rawValue.dropFirst()] != nil)
        }
    }

    @Test func `no page shows the key of a word that is missing`() async throws {
        try await Desk.open { (desk: Desk) async throws in
            desk.hotel.arm(.duplicateAnswer, on: nil)
            for language in ["fr", "en"] {
                for path in ["/", "/stays", "/interface", "/folios/20401", "/rooms/101", "/accounts/40010"] {
                    let page = try await desk.get(path, language: language).body
                    for match in page.matches(of: />((?:fault|faults|request|room|stay|stays|nav|figure|link)[A-Z]\w*)</) {
                        Issue.record("\(path) shows \(match.1)")
                    }
                    #expect(!page.contains("><button></button>") && !page.contains("<h2></h2>"))
                }
            }
        }
    }

    @Test(arguments: [
        (Language.french, 123_456_789, "1\u{202F}234\u{202F}567,89\u{A0}€"), (.french, -2400, "−24,00\u{A0}€"), (.french, 5, "0,05\u{A0}€"),
        (.english, 123_456_789, "€1,234,567.89"), (.english, -2400, "−€24.00"), (.english, 100_000, "€1,000.00"),
    ])
    func `money is written as the language does`(language: Language, minor: Int, text: String) {
        #expect(Formats(language: language, identity: SmallHotel.make().identity).money(minor) == text)
    }

    @Test func `days and times are written as the language does`() {
        let formats = Formats(language: .french, identity: SmallHotel.make().identity)
        #expect(formats.day(SmallHotel.today) == "22\u{A0}nov.")
        #expect(formats.time("201530") == "20:15")
        #expect(formats.time("x") == "x")
    }
}
