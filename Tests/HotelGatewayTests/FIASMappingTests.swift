import FIAS
import PointOfSale
import TestSupport
import Testing

@testable import HotelGateway

@Suite struct FIASMappingTests {
    @Test func `a posting becomes the record of the specification`() {
        let record = PostingRequest(Sample.posting(), number: 42).record
        #expect(record[.totalAmount] == "4250")
        #expect(record[.subtotal(1)] == "2800")
        #expect(record[.subtotal(2)] == "1200")
        #expect(record[.tip] == "250")
        #expect(record[.roomNumber] == "204")
        #expect(record[.reservationNumber] == "12345")
        #expect(record[.guestName] == "Garibaldi, Lucia")
        #expect(record[.checkNumber] == "1007")
        #expect(record[.covers] == "2")
        #expect(record[.servingTime] == "4")
        #expect(record[.table] == "12")
        #expect(record[.outlet] == "1")
        #expect(record[.workstation] == "TILL1")
        #expect(record[.cashier] == "Anna")
        #expect(record[.paymentMethod] == "ROOM")
        #expect(record[.postingNumber] == "42")
        #expect(record[.date] == "261122")
        #expect(record[.time] == "201530")
        #expect(record[.inquiry] == nil)
    }

    @Test func `what goes over the wire is known before it is sent, and the same each time`() throws {
        let posting = Sample.posting()
        let first = PostingRequest(posting, number: 42).record.wireText
        #expect(first == PostingRequest(posting, number: 42).record.wireText)
        #expect(try PostingRequest(FIASRecord.parse(text: first)).amounts.isBalanced)
    }

    @Test func `revenue names no guest and no room, and a manager's word goes as CO`() {
        let record = PostingRequest(Sample.revenue(), number: 43).record
        #expect(record[.roomNumber] == nil && record[.reservationNumber] == nil && record[.guestName] == nil)
        #expect(record[.totalAmount] == "4250" && record[.subtotal(1)] == "2800" && record[.tip] == "250")
        #expect(record[.paymentMethod] == "CASH" && record[.creditOverride] == nil)
        #expect(PostingRequest(Sample.posting(overridesCredit: true), number: 44).record[.creditOverride] == "Y")
    }

    @Test func `what a stay includes is read from the field that the hotel writes it in`() throws {
        let list = try PostingList(try FIASRecord.parse(text: "PL|RN306|G#30601|GNKermarrec|A1261120|A5Demi-pension|P#7|"))
        let read = { (field: Int?) in
            GuestAccount(list.matches[0], currency: .eur, minorDigits: 2, packageField: field)?.packageAllowance
        }
        #expect(read(5) == "Demi-pension" && read(1) == "261120" && read(4) == nil && read(nil) == nil)
    }

    @Test func `an answer that names a room is not about revenue`() throws {
        let (posting, attempt) = (Sample.revenue(), Sample.attempt())
        let yes = PostingReply(answer: try FIASRecord.parse(text: "PA|ASOK|P#42|WSTILL1|"), to: posting, as: attempt)
        #expect(yes.outcome == .accepted(transactionNumbers: []))
        let other = PostingReply(answer: try FIASRecord.parse(text: "PA|ASOK|RN204|P#42|WSTILL1|"), to: posting, as: attempt)
        #expect(other.outcome == .inDoubt(.mismatchedAnswer))
    }

    @Test func `every share of a split is a record whose parts add up`() throws {
        var random = SeededGenerator(seed: 10)
        for _ in 0..<500 {
            let whole = Dictionary(
                uniqueKeysWithValues: (1...9).map { (Itemizer($0)!, Sample.euros(Int.random(in: 1...9_999, using: &random))) })
            let amount = Int.random(in: 1...whole.values.total(.eur).minorUnits, using: &random)
            let share = PostingBreakdown.share(of: Sample.euros(amount), in: whole, after: [], tip: Sample.euros(7))
            let subtotals = Dictionary(uniqueKeysWithValues: share.subtotals.map { ($0.key.number, $0.value.minorUnits) })
            let record = PostingRequest(Sample.posting(subtotals: subtotals, tip: 7), number: 1).record
            #expect(try PostingRequest(record).amounts.isBalanced)
            #expect(record[.totalAmount] == String(amount + 7))
        }
    }

    @Test(arguments: [
        ("OK", PostingOutcome.accepted(transactionNumbers: [])), ("NG", .refused(.guestNotFound)), ("NP", .refused(.noPosting)),
        ("CO", .refused(.creditLimit)), ("IA", .refused(.invalidAccount)), ("DM", .refused(.sumMismatch)), ("DN", .refused(.denied)),
        ("FX", .refused(.noRight)), ("UR", .refused(.unprocessable)), ("RY", .tryAgain(.retry)), ("NA", .tryAgain(.nightAudit)),
        ("ZZ", .inDoubt(.unknownAnswer)), ("BY", .inDoubt(.unknownAnswer)), ("", .inDoubt(.unknownAnswer)),
    ])
    func `P8: each answer status has one meaning`(status: String, outcome: PostingOutcome) throws {
        let answer = try FIASRecord.parse(text: "PA|AS\(status)|RN204|G#12345|P#42|WSTILL1|")
        #expect(PostingReply(.answered(answer), to: Sample.posting(), as: Sample.attempt()).outcome == outcome)
    }

    @Test(arguments: ["RN205|G#12345|P#42|", "RN204|G#12346|P#42|", "RN204|G#12345|P#43|", "RN204|G#12345|P#42|C#1008|"])
    func `an OK that names another room, stay, number or check leaves doubt`(echo: String) throws {
        let answer = try FIASRecord.parse(text: "PA|ASOK|\(echo)")
        #expect(PostingReply(.answered(answer), to: Sample.posting(), as: Sample.attempt()).outcome == .inDoubt(.mismatchedAnswer))
    }

    @Test func `an OK brings the hotel's transaction numbers and words`() throws {
        let text = "Posting successful. Interface transaction number/s - 881234,881235"
        let answer = try FIASRecord.parse(text: "PA|ASOK|RN204|P#42|CT\(text)|")
        let reply = PostingReply(.answered(answer), to: Sample.posting(), as: Sample.attempt())
        #expect(reply.outcome == .accepted(transactionNumbers: ["881234", "881235"]))
        #expect(reply.hotelText == text)
        #expect(reply.answer == answer.wireText)
    }

    @Test func `silence and hang-up are doubt, what never left is not`() {
        let outcome = { PostingReply($0, to: Sample.posting(), as: Sample.attempt()).outcome }
        #expect(outcome(.unknown(.timedOut)) == .inDoubt(.timedOut))
        #expect(outcome(.unknown(.linkLost)) == .inDoubt(.linkLost))
        #expect(outcome(.unknown(.cancelled)) == .inDoubt(.interrupted))
        #expect(outcome(.notSent(.notAlive)) == .notSent(.linkDown))
        #expect(outcome(.notSent(.nightAudit)) == .notSent(.nightAudit))
        #expect(outcome(.notSent(.queueFull)) == .notSent(.busy))
    }

    @Test func `a guest from a posting list keeps room, stay, name and rights`() throws {
        let list = try PostingList(
            FIASRecord.parse(
                text: "PL|P#41|WS3|RN0204|G#12345|GNGaribaldi, Lucia |GTMme|GA261121|GD261125|NPN|CL500.00|BA12050|RN204|G#2|GNGast|NPY|"))
        let guests = list.matches.compactMap { GuestAccount($0, currency: .eur, minorDigits: 2) }
        #expect(guests.map(\.roomNumber.text) == ["0204", "204"])
        #expect(guests[0].name == "Garibaldi, Lucia ")
        #expect(guests[0].creditLeft == Sample.euros(37_950))
        #expect(guests[0].arrival?.description == "2026-11-21")
        #expect(guests.map(\.mayBeCharged) == [true, false])
        #expect(guests[1].creditLimit == nil)
    }
}
