import PointOfSale
import TestSupport
import Testing

@Suite struct IdentityTests {
    @Test func `identifiers are UUIDs of version 7 and sort by time`() {
        var random = SeededGenerator(seed: 7)
        var previous = ""
        for step in 0..<1000 {
            let id = CheckID.make(at: Sample.evening.advanced(byMs: Int64(step)), using: &random)
            #expect(id.text.utf8.count == 36)
            #expect(Array(id.text)[14] == "7")
            #expect("89ab".contains(Array(id.text)[19]))
            #expect(id.text > previous)
            #expect(CheckID(text: id.text) == id)
            previous = id.text
        }
    }

    @Test(arguments: [
        "", "204", "019ac1d0-0000-7000-8000-00000000000", "019ac1d0-0000-7000-8000-00000000000g", "019ac1d0x0000-7000-8000-000000000000",
    ])
    func `what is no UUID is no identifier`(text: String) {
        #expect(CheckID(text: text) == nil)
    }

    @Test func `identifiers are compared in lower case`() {
        #expect(CheckID(text: "019AC1D0-0000-7000-8000-00000000000A")?.text == "019ac1d0-0000-7000-8000-00000000000a")
    }

    @Test(arguments: ["abcdefgh", "A-Z_0-9-x", String(repeating: "k", count: 64)])
    func `a client key is 8 to 64 letters, digits, hyphens or underlines`(text: String) {
        #expect(ClientKey(text)?.text == text)
    }

    @Test(arguments: ["", "short", String(repeating: "k", count: 65), "with space", "éééééééé", "a;b;c;d;e", "tab\tbed-key"])
    func `anything else is refused`(text: String) {
        #expect(ClientKey(text) == nil)
    }
}

@Suite struct RefusalTests {
    @Test func `codes are upper-case words without their values`() {
        #expect(Refusal.guestNoPosting.code == "GUEST_NO_POSTING")
        #expect(Refusal.wrongPIN(waitMs: 500).code == "WRONG_PIN")
        #expect(Refusal.amountAboveRemaining(Sample.euros(5)).code == "AMOUNT_ABOVE_REMAINING")
        #expect(Refusal.hotelUnavailable(.nightAudit).code == "HOTEL_UNAVAILABLE_NIGHT_AUDIT")
        #expect(Refusal.notPermitted(.configure).code == "NOT_PERMITTED")
    }
}
