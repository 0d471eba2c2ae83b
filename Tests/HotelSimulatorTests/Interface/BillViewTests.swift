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

    @Test func `an account has a bill too`() throws {
        var counter = Counter()
        #expect(try counter.say("XR|RN40010|G#0|") == ["XB|RN40010|G#0|BA0|DA261122|TI210000|"])
    }
}
