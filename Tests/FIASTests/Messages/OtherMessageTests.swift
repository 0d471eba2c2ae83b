import FIAS
import Testing

@Suite struct OtherMessageTests {
    private let stamp = RecordStamp(date: "260110", time: "201530")
    private func parse(_ text: String) throws -> FIASRecord { try FIASRecord.parse(text: text) }

    @Test func `link records are the printed ones`() throws {
        let description = LinkDescription(
            stamp: RecordStamp(date: "001015", time: "123046"), version: "1.01", interfaceFamily: "PB", requestType: 183)
        #expect(description.record.wireText == "LD|DA001015|TI123046|V#1.01|IFPB|RT183|")
        #expect(try LinkDescription(description.record) == description)
        let record = LinkRecord(.pa, [.answerStatus, .siteDefined(1), .reservationNumber])
        #expect(record.record.wireText == "LR|RIPA|FLASA1G#|")
        #expect(try LinkRecord(record.record) == record)
        let answer = try LinkConfigurationAnswer(try parse("LC|RP16,ROOM|A060;10|A16.2031|A27.43.23|A37.02|PH1|"))
        #expect(answer == LinkConfigurationAnswer(roomPaymentMethods: ["16", "ROOM"], hotelID: "1", hotelVersion: "6.2031"))
        #expect(try LinkConfigurationAnswer(answer.record) == answer)
    }

    @Test func `a field list with an odd end keeps what is whole`() throws {
        #expect(try LinkRecord(try parse("LR|RIPR|FLRNG#+|")).fields == [.roomNumber, .reservationNumber])
        #expect(try LinkRecord(try parse("LR|RIPR|")).fields == [])
        #expect(throws: MessageError.missing(.describedRecord)) { try LinkRecord(try parse("LR|FLRN|")) }
        #expect(throws: MessageError.malformed(.describedRecord)) { try LinkRecord(try parse("LR|RIP|FLRN|")) }
    }

    @Test(arguments: ["LS", "LA", "LE", "DR", "DS", "DE", "NS", "NE"])
    func `records of date and time alone may be bare`(id: String) throws {
        let bare = try parse("\(id)|"), full = try parse("\(id)|DA260110|TI201530|")
        switch id {
        case "LS": try check(LinkStart.self, bare, full)
        case "LA": try check(LinkAlive.self, bare, full)
        case "LE": try check(LinkEnd.self, bare, full)
        case "DR": try check(ResyncRequest.self, bare, full)
        case "DS": try check(ResyncStart.self, bare, full)
        case "DE": try check(ResyncEnd.self, bare, full)
        case "NS": try check(NightAuditStart.self, bare, full)
        default: try check(NightAuditEnd.self, bare, full)
        }
    }

    private func check<M: StampedMessage>(_ type: M.Type, _ bare: FIASRecord, _ full: FIASRecord) throws {
        #expect(try M(bare).stamp == nil)
        #expect(try M(full).stamp == stamp)
        #expect(try M(full).record == full)
        #expect(try M(bare).record == bare)
        #expect(throws: MessageError.self) { try M(FIASRecord(.pr)) }
    }

    @Test func `the bill of the specification is read and written`() throws {
        let item = try BillItem(try parse("XI|RN2781|F#1|G#12345|DC400|BI2500|BDLobby Bar|DA001031|TI184300|FDY|"))
        #expect(item.amount == 2_500 && item.text == "Lobby Bar" && item.departmentCode == "400" && item.isShown)
        #expect(try BillItem(item.record) == item)
        let balance = try BillBalance(try parse("XB|RN2781|G#12345|BA13850|DA001101|TI071500|"))
        #expect(balance.balance == 13_850 && !balance.isRefused)
        #expect(try BillBalance(balance.record) == balance)
        let request = try BillRequest(try parse("XR|RN2781|G#12345|"))
        #expect(try BillRequest(request.record) == request)
    }

    @Test func `a refused bill has a status and no balance to believe`() throws {
        #expect(try BillBalance(try parse("XB|ASUR|BA0|")).isRefused)
        #expect(try BillBalance(try parse("XB|ASUR|")).balance == 0)
        #expect(throws: MessageError.missing(.balance)) { try BillBalance(try parse("XB|ASOK|")) }
        #expect(throws: MessageError.malformed(.balance)) { try BillBalance(try parse("XB|BAx|")) }
    }

    @Test func `guests come, go and move`() throws {
        let come = try GuestIn(try parse("GI|RN2781|G#12345|GNGuest, Mr.|GLEA|GV3|GSN|"))
        #expect(come.details[.guestName] == "Guest, Mr." && !come.isShared && !come.isSwap)
        #expect(try GuestIn(come.record) == come)
        let swap = try GuestIn(try parse("GI|RN1001|G#12345|GSN|SF|"))
        #expect(swap.isSwap)
        #expect(try GuestIn(swap.record) == swap)
        let vacant = try GuestOut(try parse("GO|RN1002|GSN|SF|"))
        #expect(vacant.reservationNumber == nil && vacant.isSwap)
        #expect(try GuestOut(vacant.record) == vacant)
    }

    @Test func `in a move the second share flag is that of the old room`() throws {
        let move = try GuestChange(try parse("GC|RN9327|GSN|G#12345|GNGuest, Mr.|RO2781|GSY|"))
        #expect(!move.isShared)
        #expect(move.move == .init(oldRoomNumber: "2781", oldRoomIsShared: true))
        #expect(try GuestChange(move.record) == move)
        let change = try GuestChange(try parse("GC|RN2781|G#12345|GNGast, Hr.|GLGE|"))
        #expect(change.move == nil && change.details[.language] == "GE")
    }
}
