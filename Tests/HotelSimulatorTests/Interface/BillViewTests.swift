import FIAS
import Testing

@testable import HotelSimulator

@Suite struct BillViewTests {
    @Test func `a bill comes line by line and ends with its balance`() throws {
        var counter = Counter()
        try counter.lookUp204()
        _ = try counter.say("PR|RN204|G#20401|TA1000|S11000|C#1007|SO1|PMROOM|P#2|WS3|TI201500|")
        #expect(
            try counter.say("XR|RN204|G#20401|") == [
                "XI|RN204|F#1|G#20401|DC1900|BI12050|BDReport|DA261121|TI120000|FDY|",
                "XI|RN204|F#1|G#20401|DC2010|BI1000|BDGroupe 1 · Brasserie · 1007|DA261122|TI201500|FDY|",
                "XB|RN204|G#20401|BA13050|DA261122|TI210000|",
            ])
    }

    @Test(arguments: ["XR|RN204|G#77|", "XR|RN999|G#20401|", "XR|RN204|", "XR|"]) func `a bill of nobody is refused`(text: String) throws {
        var counter = Counter()
        let answers = try counter.say(text)
        #expect(answers.count == 1)
        #expect(answers.first?.contains("|ASUR|BA0|") == true)
    }

    @Test func `the bill view can be switched off`() throws {
        var settings = HotelSettings()
        settings.allowsBillView = false
        var counter = Counter(settings: settings)
        #expect(try counter.say("XR|RN204|G#20401|") == ["XB|RN204|G#20401|ASUR|BA0|DA261122|TI210000|"])
    }

    @Test(arguments: [
        (HotelSettings.FolioText.checkNumber, "Groupe 1 · Brasserie · 1007"), (.clearText, "Groupe 1 · Brasserie · A1007.42"),
        (.reference, "Groupe 1 · Brasserie · X-42"), (.none, "Groupe 1 · Brasserie"),
    ])
    func `a bill shows the text of the till that the hotel chose`(text: HotelSettings.FolioText, shown: String) throws {
        var settings = HotelSettings()
        settings.folioText = text
        var counter = Counter(settings: settings)
        try counter.lookUp204()
        _ = try counter.say("PR|RN204|G#20401|TA1000|S11000|C#1007|CTA1007.42|X1X-42|SO1|PMROOM|P#2|WS3|TI201500|")
        #expect(try counter.say("XR|RN204|G#20401|")[1] == "XI|RN204|F#1|G#20401|DC2010|BI1000|BD\(shown)|DA261122|TI201500|FDY|")
    }

    @Test func `a bill does not show what was routed away or transferred`() throws {
        var counter = Counter()
        try counter.lookUp204()
        let before = try counter.say("XR|RN204|G#20401|")
        _ = try counter.say("PR|RN204|G#20401|TA1000|S11000|C#1007|PMROOM|P#2|WS3|")
        let line = try #require(counter.hotel.ledger.bookings.first?.transactionNumbers.first)
        try counter.hotel.transferLine(line, from: .reservation("20401"), to: .account("40010"), atMs: 0)
        #expect(try counter.say("XR|RN204|G#20401|") == before)
        try counter.hotel.route("20401", to: .account("40010"), atMs: 0)
        _ = try counter.say("PR|RN204|G#20401|TA1000|S11000|C#1008|PMROOM|P#3|WS3|")
        #expect(try counter.say("XR|RN204|G#20401|") == before)
        #expect(counter.hotel.ledger.bookings.count == 2)
    }

    @Test func `an account has a bill too`() throws {
        var counter = Counter()
        #expect(try counter.say("XR|RN40010|G#0|") == ["XB|RN40010|G#0|BA0|DA261122|TI210000|"])
    }
}
