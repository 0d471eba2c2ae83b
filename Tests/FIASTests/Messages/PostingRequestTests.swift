import FIAS
import Testing

@Suite struct PostingRequestTests {
    private func request(_ text: String) throws -> PostingRequest { try PostingRequest(try FIASRecord.parse(text: text)) }

    @Test(arguments: [
        (22_850, "S18000|S26000|S34000|T12575|T21525|T31050|D1-1000|TP500|SC200|"),
        (11_075, "S14000|S23000|S32000|T11287|T2763|T3525|D1-500|"),
        (10_575, "S18000|T12575|"), (4_380, "S1100|S2200|S3300|S4400|S5500|S6600|S7700|S8800|S9900|D1-123|+03|"),
        (890, "S1520|S2500|D1-132|S32|"), (1_792_000, "D10|D2-768000|S10|S22560000|SC0|T10|TP0|"),
    ])
    func `P7 the printed examples add up`(total: Int, parts: String) throws {
        let request = try request("PR|P#1|WS1|PMROOM|RN1|G#1|GNA|TA\(total)|\(parts)DA000915|TI124254|")
        #expect(request.amounts.total == total)
        #expect(request.amounts.isBalanced)
        var wrong = request.amounts
        wrong.total += 1
        #expect(!wrong.isBalanced)
    }

    @Test func `P7 amounts that overflow do not add up`() {
        #expect(PostingAmounts(total: 0, subtotals: [1: .max, 2: .max]).sumOfParts == nil)
        #expect(!PostingAmounts(total: 0, subtotals: [1: .max, 2: .max]).isBalanced)
    }

    @Test(arguments: AnswerStatus.codes.map(\.code))
    func `P8 each status has its code`(code: String) throws {
        let answer = try PostingAnswer(try FIASRecord.parse(text: "PA|AS\(code)|P#1|"))
        #expect(answer.status.code == code)
        if case .other = answer.status { Issue.record("\(code) is in the table") }
        #expect(AnswerStatus(code: code.lowercased()) == answer.status)
    }

    @Test(arguments: ["WA", "SV", "", "O", "OKAY"])
    func `P8 a status that the table lacks is not taken for another`(code: String) throws {
        #expect(try PostingAnswer(try FIASRecord.parse(text: "PA|AS\(code)|P#1|")).status == .other(code))
        #expect(AnswerStatus(code: code).code == code)
    }

    @Test func `P8 no status is no status`() throws {
        #expect(try PostingAnswer(try FIASRecord.parse(text: "PA|P#1|")).status == .other(""))
    }

    @Test func `P11 the payers of a split check keep its number, date and time`() throws {
        let first = try request("PR|RN2781|G#12345|GNGast|TA22850|S122850|C#1234|ST4|DA000915|TI124254|P#1738|WS1|PMROOM|")
        let second = try request("PR|RN2781|G#12381|GNSharer|TA11075|S111075|C#1234|ST4|DA000915|TI124254|P#1740|WS1|PMROOM|")
        #expect(first.details.checkNumber == second.details.checkNumber)
        #expect(first.stamp == second.stamp)
        #expect(first.postingNumber != second.postingNumber)
    }

    @Test func `P12 a payment in cash names no room`() throws {
        let posting = PostingRequest(
            postingNumber: 1742, workstation: "1", paymentMethod: "CASH", account: nil,
            amounts: PostingAmounts(total: 10_575, subtotals: [1: 10_575]),
            details: PostingDetails(checkNumber: "1234"), stamp: RecordStamp(date: "000915", time: "124254"))
        #expect(posting.record.wireText == "PR|TA10575|S110575|C#1234|WS1|PMCASH|P#1742|DA000915|TI124254|")
        #expect(!Inquiry.isInquiry(posting.record))
        #expect(try PostingRequest(posting.record) == posting)
    }

    @Test func `P13 rounding goes into a free subtotal, or into +0 when all are taken`() {
        let free = PostingAmounts(total: 890, subtotals: [1: 520, 2: 500, 3: 2], discounts: [1: -132])
        #expect(free.isBalanced)
        let full = PostingAmounts(total: 4_503, subtotals: Dictionary(uniqueKeysWithValues: (1...9).map { ($0, $0 * 100) }), rounding: 3)
        #expect(full.isBalanced)
        #expect(full.fields.last == .init("+0", "3"))
    }

    @Test func `P14 a void is the mirror of its posting`() throws {
        let amounts = PostingAmounts(total: -22_850, subtotals: [1: -18_000, 2: -6_000], discounts: [1: 1_350], tip: -200)
        #expect(amounts.isBalanced)
        let record = PostingRequest(
            postingNumber: 9, workstation: "1", paymentMethod: "ROOM",
            account: .init(roomNumber: "1", reservationNumber: "2", guestName: "A"),
            amounts: amounts, stamp: RecordStamp(date: "260110", time: "201530")
        ).record
        #expect(record.wireText.contains("TA-22850|S1-18000|S2-6000|D11350|TP-200|"))
        #expect(try PostingAmounts(record) == amounts)
    }

    @Test func `P20 texts are cut to what FIAS takes, names are not`() {
        let long = String(repeating: "x", count: 60)
        let posting = PostingRequest(
            postingNumber: 1, workstation: long, paymentMethod: "ROOM",
            account: .init(roomNumber: "1", reservationNumber: "2", guestName: long),
            amounts: PostingAmounts(total: 0), details: PostingDetails(cashier: "é" + long, clearText: "a|b" + long, crossReference: long),
            stamp: RecordStamp(date: "260110", time: "201530"))
        let record = posting.record
        #expect(record[.clearText]?.count == 20 && record[.clearText]?.hasPrefix("a bx") == true)
        #expect(record[.crossReference]?.count == 25)
        #expect(record[.cashier]?.count == 16)
        #expect(record[.workstation]?.count == 16)
        #expect(record[.guestName] == long)
        #expect(Inquiry(postingNumber: 1, workstation: "1", paymentMethod: "R", lookingFor: long).record[.inquiry]?.count == 10)
    }

    @Test func `P23 articles are pairs, and one without a count is one`() throws {
        let posting = try SimplePosting(
            try FIASRecord.parse(text: "PS|RN2781|PTM|MA4000|M#1|MA4011|M#3|MA7|X1Minibar|DA000915|TI124300|P#1740|"))
        #expect(posting.articles == [.init(number: "4000"), .init(number: "4011", count: 3), .init(number: "7")])
        #expect(posting.amounts == nil)
        #expect(posting.details.crossReference == "Minibar")
        #expect(try SimplePosting(posting.record) == posting)
    }

    @Test(arguments: ["M#1|MA1|", "MA1|M#0|", "MA1|M#-2|", "MA1|M#x|"])
    func `P23 a count that counts nothing is refused`(articles: String) throws {
        let record = try FIASRecord.parse(text: "PS|RN1|PTM|\(articles)DA000915|TI124300|")
        #expect(throws: MessageError.malformed(.articleCount)) { try SimplePosting(record) }
    }

    @Test(arguments: [
        ("Posting successful. Interface transaction number/s - 881234,881235,881236", ["881234", "881235", "881236"]),
        ("Posting successful. Interface transaction number/s - 660532", ["660532"]), ("n - 1, 2", ["1", "2"]), ("Guest not found", []),
        ("room 204 - vacant", []), ("- ", []), ("a - 1,,2", ["1", "2"]), ("", []),
    ])
    func `P24 transaction numbers stand at the end of a text of any length`(text: String, numbers: [String]) throws {
        let answer = PostingAnswer(status: .ok, text: text, postingNumber: 1, workstation: "1")
        #expect(answer.transactionNumbers == numbers)
        #expect(try PostingAnswer(answer.record).transactionNumbers == numbers)
    }

    @Test(arguments: [
        ("PR|TA1|", MessageError.missing(.postingNumber)), ("PR|P#1|", .missing(.totalAmount)),
        ("PR|P#1|TA1.50|", .malformed(.totalAmount)),
        ("PR|P#1|TA1|S1x|", .malformed("S1")), ("PA|ASOK|", .otherRecord(expected: .pr, found: .pa)),
    ])
    func `a posting that cannot be read says which field`(text: String, error: MessageError) throws {
        let record = try FIASRecord.parse(text: text)
        #expect(throws: error) { try PostingRequest(record) }
    }

    @Test(arguments: [
        ("PR|PI204|P#1|", true), ("PR|PI204|G#|P#1|", true), ("PR|$2123|P#1|", true), ("PR|PI204|G#5|P#1|", false),
        ("PR|PI204|TA1|P#1|", false),
        ("PR|PI|P#1|", false), ("PS|PI204|", false),
    ])
    func `a PR is an inquiry by what it carries`(text: String, isInquiry: Bool) throws {
        #expect(Inquiry.isInquiry(try FIASRecord.parse(text: text)) == isInquiry)
    }
}
