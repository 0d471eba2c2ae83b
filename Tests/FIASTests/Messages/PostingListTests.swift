import FIAS
import Testing

@Suite struct PostingListTests {
    private func list(_ text: String) throws -> PostingList { try PostingList(try FIASRecord.parse(text: text)) }

    @Test func `P1 one match`() throws {
        let list = try list("PL|P#41|WS3|RN2781|G#12345|GNGuest, Mr.|NPN|CL500.00|BA120.50|")
        #expect(list.postingNumber == 41)
        #expect(list.workstation == "3")
        let match = try #require(list.matches.first)
        #expect(list.matches.count == 1)
        #expect(match.account == .init(roomNumber: "2781", reservationNumber: "12345", guestName: "Guest, Mr."))
        #expect(match.noPost == false)
        #expect(match.creditLimit(minorDigits: 2) == 50_000)
        #expect(match.balance(minorDigits: 2) == 12_050)
    }

    @Test func `P2 sharers are one match each, list fields stand anywhere`() throws {
        let list = try list("PL|SO123|WS456|IDELI|RN2781|G#12345|GNGuest, Mr.|RN2781|G#12381|GNSharer, Mr.|P#1734|")
        #expect(list.postingNumber == 1734)
        #expect(list.matches.map(\.reservationNumber) == ["12345", "12381"])
        #expect(list.matches.map(\.roomNumber) == ["2781", "2781"])
        #expect(list.echoes == [.init(.outlet, "123"), .init(.cashier, "ELI")])
    }

    @Test func `P2 fields of a guest may come in any order and unknown ones stay`() throws {
        let list = try list("PL|RN1|GNA |ZZ?|G#7|NPY|DA260110|RN2|G#8|P#5|GNB|A4|GV3|")
        #expect(list.matches.map(\.guestName) == ["A ", "B"])
        #expect(list.matches[0].noPost == true)
        #expect(list.matches[0]["ZZ"] == "?")
        #expect(list.matches[1].noPost == nil)
        #expect(list.matches[1].vipStatus == "3")
        #expect(list.matches[1][.siteDefined(4)] == nil)
    }

    @Test func `P3 a search by name asks for a number of matches and reads as many`() throws {
        let inquiry = Inquiry(
            postingNumber: 1736, workstation: "WS456", paymentMethod: "ROOM", lookingFor: "G", matchesMax: 4, outlet: "123", cashier: "ELI",
            stamp: RecordStamp(date: "000915", time: "124254"))
        #expect(inquiry.record.wireText == "PR|PIG|PMROOM|MX4|SO123|WSWS456|IDELI|P#1736|DA000915|TI124254|")
        #expect(try Inquiry(inquiry.record) == inquiry)
        let list = try list(
            "PL|SO123|WS456|IDELI|RN2781|G#12345|GNGast, Hr.|RN352|G#12940|GNGandhi, Mr.|RN352|G#12875|GNGaribaldi, Mr.|P#1736|")
        #expect(list.matches.map(\.guestName) == ["Gast, Hr.", "Gandhi, Mr.", "Garibaldi, Mr."])
    }

    @Test func `P4 no match is an answer with a status`() throws {
        let answer = try PostingAnswer(try FIASRecord.parse(text: "PA|SO123|WS456|IDJOSH|ASNG|CTINVALID ROOM|P#1735|"))
        #expect(answer.status == .guestNotFound)
        #expect(answer.text == "INVALID ROOM")
        #expect(answer.postingNumber == 1735)
        #expect(answer.stamp == nil)
        #expect(answer.roomNumber == nil)
    }

    @Test func `P5 an account keeps its zero and sends it back`() throws {
        let match = try #require(try list("PL|P#1|WS1|RN4711|G#0|GNACME Travel|").matches.first)
        #expect(match.isAccount)
        let request = PostingRequest(
            postingNumber: 2, workstation: "1", paymentMethod: "CL", account: match.account, amounts: PostingAmounts(total: 1),
            stamp: RecordStamp(date: "260110", time: "201500"))
        #expect(request.record.wireText.hasPrefix("PR|RN4711|G#0|GNACME Travel|TA1|"))
        #expect(!Inquiry.isInquiry(request.record))
        #expect(try PostingRequest(request.record) == request)
    }

    @Test(arguments: [("NPY", true), ("NPN", false), ("NP", nil), ("GV1", nil)])
    func `P17 no posting is yes, no or not said`(field: String, noPost: Bool?) throws {
        #expect(try list("PL|RN1|G#1|GNA|\(field)|").matches[0].noPost == noPost)
    }

    @Test(arguments: [("CL500.00", 50_000), ("CL50000", 50_000), ("CL", nil), ("GV1", nil), ("CLnone", nil)])
    func `P18 a credit limit that is not given is not zero`(field: String, limit: Int?) throws {
        #expect(try list("PL|RN1|G#1|GNA|\(field)|").matches[0].creditLimit(minorDigits: 2) == limit)
    }

    @Test(arguments: [("P#0007", 7), ("P#7 ", 7), ("P#", nil), ("P#x", nil), ("P#0", nil)])
    func `P9 an echoed number is read as it may come`(field: String, number: Int?) throws {
        #expect(try list("PL|\(field)|RN1|G#1|").postingNumber == number)
        #expect(try PostingAnswer(try FIASRecord.parse(text: "PA|ASOK|\(field)|")).postingNumber == number)
    }

    @Test func `fields before the first guest belong to nobody`() throws {
        #expect(try list("PL|P#1|GNnobody|").matches.isEmpty)
    }

    @Test func `a list written is the list read`() throws {
        let match = PostingListMatch(fields: [
            .init(.roomNumber, "204"), .init(.reservationNumber, "9"), .init(.guestName, "É"), .init(.noPost, "Y"),
        ])
        let list = PostingList(postingNumber: 3, workstation: "W", matches: [match, match], echoes: [.init(.outlet, "1")])
        #expect(try PostingList(list.record) == list)
    }

    @Test func `a real record of an OPERA site is read`() throws {
        let text =
            "PL|P#246|WSIACBOX|DA230613|TI211026|RN4142|G#912345|GNROSSI|GA230610|GD230617|GFMARIO|GLEA|GV1|A01|A101/01/2000|A21|A31|A4X |"
        let match = try #require(try list(text).matches.first)
        #expect(match.arrival == "230610" && match.departure == "230617" && match.guestFirstName == "MARIO" && match.language == "EA")
        #expect(match[.siteDefined(4)] == "X ")
    }
}
