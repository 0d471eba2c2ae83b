import FIAS
import Testing

@testable import HotelSimulator

@Suite struct InquiryTests {
    @Test func `both sharers of a room are listed with their rights and credit`() throws {
        var counter = Counter()
        let answers = try counter.say("PR|PI204|PMROOM|SO1|WS3|IDAnna|P#41|C#1007|DA260110|TI201500|")
        #expect(
            answers == [
                "PL|RN204|G#20401|GNGaribaldi, Mme|GF|GTMme|GV|GA261121|GD261125|NPN|PMCA|CL500.00|BA120.50|"
                    + "RN204|G#20402|GNGast, M.|GF|GTM.|GV|GA261121|GD261125|NPY|PMCA|CL|BA0.00|"
                    + "P#41|WS3|SO1|IDAnna|C#1007|DA261122|TI210000|"
            ])
    }

    @Test(arguments: [
        ("PI0910", "PL|RN0910|G#91001|GNLe Bihan, M.|P#7|"), ("PI12A", "PL|RN12A|G#99011|GNÉléonore, Mme|P#7|"),
        ("PIele", "PL|RN12A|G#99011|GNÉléonore, Mme|P#7|"), ("PI9001", "PL|RN9001|G#900101|GNSéminaire Cap Horn|P#7|"),
        ("PIG|MX1", "PL|RN204|G#20401|GNGaribaldi, Mme|P#7|"),
        ("PIG|MX0", "PL|RN204|G#20401|GNGaribaldi, Mme|RN204|G#20402|GNGast, M.|P#7|"),
        ("PI40010", "PL|RN40010|G#0|GNCorsaire Voyages|P#7|"), ("$291001", "PL|RN0910|G#91001|GNLe Bihan, M.|P#7|"),
        ("PI910", "PA|ASNG|P#7|CTINVALID ROOM|"), ("PI101", "PA|ASNG|P#7|CTROOM VACANT|"), ("PI102", "PA|ASNG|P#7|CTCHECKED OUT|"),
        ("PIzzz", "PA|ASNG|P#7|CTGuest not found|"), ("PI40030", "PA|ASIA|P#7|CTInvalid account|"),
        ("$210101", "PA|ASNG|P#7|CTGuest not found|"),
    ])
    func `an inquiry answers with the matches or the reason`(inquiry: String, answer: String) throws {
        var counter = Counter(described: Counter.description(["PL": "RNG#GNP#", "PA": "ASCTP#"]))
        #expect(try counter.say("PR|\(inquiry)|PMROOM|P#7|WS1|") == [answer])
    }

    @Test(arguments: [
        (HotelSettings.CreditData.withPoint, "|CL500.00|BA120.50|"), (.minorUnits, "|CL50000|BA12050|"), (.omitted, "|NPN|P#7|"),
    ])
    func `credit data is written as the hotel is set up`(setting: HotelSettings.CreditData, part: String) throws {
        var settings = HotelSettings()
        settings.creditData = setting
        var counter = Counter(settings: settings, described: Counter.description(["PL": "RNG#GNNPCLBAP#"]))
        #expect(try counter.say("PR|PIgari|PMROOM|P#7|WS1|").first?.contains(part) == true)
    }

    @Test func `a hotel may keep the balance to itself`() throws {
        var settings = HotelSettings()
        settings.showsBalance = false
        var counter = Counter(settings: settings, described: Counter.description(["PL": "RNG#GNNPCLBAP#"]))
        #expect(try counter.say("PR|PIgari|PMROOM|P#7|WS1|") == ["PL|RN204|G#20401|GNGaribaldi, Mme|NPN|CL500.00|P#7|"])
    }

    @Test func `only fields that were asked for and sent are repeated`() throws {
        var counter = Counter(described: Counter.description(["PL": "RNG#GNSO", "PA": "AS"]))
        #expect(try counter.say("PR|PI0910|PMROOM|P#7|WS1|SO|") == ["PL|RN0910|G#91001|GNLe Bihan, M.|"])
        #expect(try counter.say("PR|PI1|PMROOM|P#7|WS1|SO1|") == ["PA|ASNG|"])
    }
}
