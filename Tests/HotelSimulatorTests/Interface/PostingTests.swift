import FIAS
import Testing

@testable import HotelSimulator

@Suite struct PostingTests {
    private static let dinner = "PR|RN204|G#20401|GNGaribaldi, Mme|TA4250|S12800|S21200|T1250|C#1007|CV2|SO1|WS3|IDAnna|PMROOM|P#42|"
    private static let terse = Counter.description(["PL": "RNG#GN", "PA": "ASCTP#"])

    @Test func `a charge after an inquiry is booked and answered with its transaction numbers`() throws {
        var counter = Counter()
        try counter.lookUp204()
        let answers = try counter.say(Self.dinner)
        let numbers = try #require(counter.hotel.ledger.bookings.first).transactionNumbers
        #expect(numbers.count == 3)
        #expect(
            answers == [
                "PA|ASOK|RN204|G#20401|GNGaribaldi, Mme|P#42|WS3|SO1|IDAnna|C#1007|DA261122|TI210000|"
                    + "CTPosting successful. Interface transaction number/s - \(numbers.map(String.init).joined(separator: ","))|"
            ])
        let details = try #require(counter.hotel.ledger.bookings.first).charge.details
        #expect(details.postingNumber == "42" && details.covers == "2" && details.cashier == "Anna" && details.workstation == "3")
    }

    @Test func `a charge without an inquiry meets silence and books nothing`() throws {
        var counter = Counter()
        #expect(try counter.say(Self.dinner) == [])
        _ = try counter.say("PR|PI0910|PMROOM|P#1|WS3|")
        #expect(try counter.say(Self.dinner) == [])
        #expect(counter.hotel.ledger.entries.isEmpty)
    }

    @Test func `a lenient hotel books without an inquiry`() throws {
        var settings = HotelSettings()
        settings.acceptsChargeWithoutInquiry = true
        var counter = Counter(settings: settings)
        #expect(try counter.say(Self.dinner).first?.hasPrefix("PA|ASOK|") == true)
    }

    @Test func `an inquiry goes stale where the hotel says so`() throws {
        var settings = HotelSettings()
        settings.inquiryLifeMs = 60_000
        var counter = Counter(settings: settings)
        try counter.lookUp204()
        counter.nowMs += 60_001
        #expect(try counter.say(Self.dinner) == [])
        try counter.lookUp204()
        #expect(try counter.say(Self.dinner).count == 1)
    }

    @Test(arguments: [
        ("TA4251|S12800|S21200|T1250|PMROOM", "DM", "Sum of amounts does not match total"),
        ("TA4250|S94250|PMROOM", "UR", "No transaction code for S9"), ("TA4250|S14250|PMCASH", "UR", "Payment method not mapped"),
        ("TA4250|S14250", "UR", "Payment method missing"), ("TA42.50|S14250|PMROOM", "UR", "Invalid amount"),
        ("TA4250|S1abc|PMROOM", "UR", "Invalid amount"), ("S14250|PMROOM", "UR", "Total missing"),
        ("TA4250|S14250|PMROOM|SOBAR", "UR", "Invalid outlet"), ("TA40000|S140000|PMROOM", "CO", "Credit limit exceeded"),
        ("TA9999999999999999|S19999999999999999|PMROOM", "UR", "Invalid amount"),
    ])
    func `a charge that cannot be booked is refused with its status`(fields: String, status: String, text: String) throws {
        var counter = Counter(described: Self.terse)
        try counter.lookUpTersely()
        #expect(try counter.say("PR|RN204|G#20401|\(fields)|P#42|WS3|") == ["PA|AS\(status)|P#42|CT\(text)|"])
        #expect(counter.hotel.ledger.entries.isEmpty)
    }

    @Test func `a guest without posting rights is refused even with an override`() throws {
        var counter = Counter(described: Self.terse)
        try counter.lookUpTersely()
        #expect(
            try counter.say("PR|RN204|G#20402|TA100|S1100|COY|PMROOMM|P#42|WS3|") == ["PA|ASNP|P#42|CTNo posting allowed for this guest|"])
    }

    @Test(arguments: ["COY|PMROOM", "PMROOMM"]) func `a manager takes a charge over the limit`(fields: String) throws {
        var counter = Counter(described: Self.terse)
        try counter.lookUpTersely()
        #expect(try counter.say("PR|RN204|G#20401|TA40000|S140000|\(fields)|P#42|WS3|").first?.hasPrefix("PA|ASOK|P#42|") == true)
    }

    @Test func `a guest who left between inquiry and charge is not found`() throws {
        var counter = Counter(described: Self.terse)
        try counter.lookUpTersely()
        try counter.hotel.checkOut("20401", atMs: counter.nowMs)
        #expect(try counter.say(Self.dinner) == ["PA|ASNG|P#42|CTCHECKED OUT|"])
    }

    @Test func `during the night audit a charge waits`() throws {
        var counter = Counter(described: Self.terse)
        try counter.lookUpTersely()
        try counter.hotel.startNightAudit(atMs: counter.nowMs)
        #expect(try counter.say(Self.dinner) == ["PA|ASNA|P#42|CTNight audit running|"])
        try counter.hotel.finishNightAudit(atMs: counter.nowMs)
        #expect(try counter.say(Self.dinner).first?.hasPrefix("PA|ASOK|") == true)
    }

    @Test func `a cash payment needs no inquiry and goes to the posting master`() throws {
        var counter = Counter(described: Self.terse)
        #expect(try counter.say("PR|PMCASH|TA1000|S11100|D1-100|C#8|P#42|WS3|").first?.hasPrefix("PA|ASOK|P#42|") == true)
        #expect(counter.hotel.ledger.bookings.map(\.owner) == [.reservation("900001")])
    }

    @Test func `an account is charged with the reservation number zero`() throws {
        var counter = Counter(described: Self.terse)
        #expect(try counter.say("PR|RN40010|G#0|TA100|S1100|PMROOM|P#2|WS1|") == [])
        _ = try counter.say("PR|PI40010|PMROOM|P#1|WS1|")
        #expect(try counter.say("PR|RN40010|G#0|TA100|S1100|PMROOM|P#2|WS1|").first?.hasPrefix("PA|ASOK|") == true)
        #expect(counter.hotel.folio(of: .account("40010"))?.balanceMinor == 100)
    }

    @Test func `an amount is scaled where the hotel counts in tens`() throws {
        var settings = HotelSettings()
        settings.amountScaleDigits = 1
        var counter = Counter(settings: settings, described: Self.terse)
        try counter.lookUpTersely()
        _ = try counter.say("PR|RN204|G#20401|TA425|S1425|PMROOM|P#42|WS3|")
        #expect(counter.hotel.ledger.bookings.first?.charge.totalMinor == 4250)
    }

    @Test(arguments: [
        ("PS|RN0910|PTC|TA1450|SO1|P#9|", "PA|ASOK|P#9|"), ("PS|RN101|PTC|TA1450|P#9|", "PA|ASNG|P#9|CTROOM VACANT|"),
        ("PS|RN0910|PTM|MA1450|M#2|P#9|", "PA|ASUR|P#9|CTPosting type not set up|"), ("PS|PTC|TA1|P#9|", "PA|ASUR|P#9|CTRoom missing|"),
        ("PS|RN0910|PTC|TA100|S150|P#9|", "PA|ASDM|P#9|CTSum of amounts does not match total|"),
    ])
    func `a simple posting goes to the first guest of the room`(request: String, answer: String) throws {
        var counter = Counter(described: Self.terse)
        #expect(try counter.say(request).first?.hasPrefix(answer) == true)
    }

    @Test func `protel puts a simple posting on the guest it names`() throws {
        var counter = Counter(settings: HotelProfile.protel.adapted(HotelSettings()), described: Self.terse)
        _ = try counter.say("PS|RN204|G#20401|PTD|TA100|SOWIFI|P#9|")
        #expect(counter.hotel.ledger.bookings.map(\.charge.target) == [.guest(room: "204", reservation: "20401")])
    }

    @Test func `simple postings can be switched off`() throws {
        var settings = HotelSettings()
        settings.allowsSimplePostings = false
        var counter = Counter(settings: settings, described: Self.terse)
        #expect(try counter.say("PS|RN0910|PTC|TA100|P#9|") == ["PA|ASFX|P#9|CTSimple postings are switched off|"])
    }

    @Test func `protel leaves date and time out of its answers`() throws {
        var counter = Counter(settings: HotelProfile.protel.adapted(HotelSettings()))
        #expect(try counter.say("PR|PI999|PMROOM|P#1|WS3|") == ["PA|ASNG|P#1|WS3|CTINVALID ROOM|"])
    }

    @Test(arguments: ["LZ|DA260101|", "GI|RN204|", "NS|"]) func `a record that the interface does not know meets silence`(text: String)
        throws
    {
        var counter = Counter()
        #expect(try counter.say(text) == [])
    }
}

extension Counter {
    fileprivate mutating func lookUpTersely() throws {
        try #require(try say("PR|PI204|PMROOM|P#1|WS3|").first?.hasPrefix("PL|RN204|G#20401|") == true)
    }
}
