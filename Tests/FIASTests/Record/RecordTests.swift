import FIAS
import TestSupport
import Testing

@Suite struct RecordTests {
    @Test func `F6 blank, missing, unknown and repeated fields are told apart`() throws {
        let record = try FIASRecord.parse(text: "PL|P#41|TI|RN101|G#1|ZZnews|RN102|G#2|")
        #expect(record[.time] == "")
        #expect(record.filled(.time) == nil)
        #expect(record[.date] == nil)
        #expect(record["ZZ"] == "news")
        #expect(record[.roomNumber] == "101")
        #expect(record.all(.roomNumber) == ["101", "102"])
        #expect(record.fields.map(\.id.text) == ["P#", "TI", "RN", "G#", "ZZ", "RN", "G#"])
    }

    @Test(arguments: [
        ("D10", "D1", "0"), ("A61,1,1", "A6", "1,1,1"), ("S22560000", "S2", "2560000"), ("X12 Bottles", "X1", "2 Bottles"),
        ("G+7", "G+", "7"), ("$2x", "$2", "x"), ("+03", "+0", "3"), ("G#0", "G#", "0"), ("D2-768000", "D2", "-768000"),
        ("T#12", "T#", "12"),
        ("SF", "SF", ""),
    ])
    func `F7 a field's id is its first two characters, whatever they are`(text: String, id: String, value: String) throws {
        let record = try FIASRecord.parse(text: "PR|\(text)|")
        #expect(record.fields == [.init(try #require(FieldID(id)), value)])
        #expect(record.wireText == "PR|\(text)|")
    }

    @Test(arguments: ["PA|ASOK|P#7", "PA|ASOK|P#7|"])
    func `F9 the last separator may be missing`(text: String) throws {
        #expect(try FIASRecord.parse(text: text).wireText == "PA|ASOK|P#7|")
    }

    @Test(arguments: ["LA|", "LA"])
    func `F10 a record may be an id alone`(text: String) throws {
        #expect(try FIASRecord.parse(text: text) == FIASRecord(.la))
    }

    @Test(arguments: [
        ("", RecordError.empty), ("|", .malformedID), ("P|RN1|", .malformedID), ("PRX|RN1|", .malformedID), (" A|", .malformedID),
    ])
    func `text without a record id is no record`(text: String, error: RecordError) {
        #expect(throws: error) { try FIASRecord.parse(text: text) }
    }

    @Test func `fields too short to have an id are skipped`() throws {
        #expect(try FIASRecord.parse(text: "PR||R|RN204| 1x|").wireText == "PR|RN204|")
    }

    @Test func `P20 separators and control characters never reach the wire`() {
        var record = FIASRecord(.pr, [.init(.clearText, "a|b\u{0}c\u{7F}d\u{85}e")])
        record.set(.guestName, "x\r\ny\u{2}\u{3}")
        #expect(record.wireText == "PR|CTa b c d e|GNx  y  |")
        #expect(FIASRecord(.pr, [.init(.messageText, "one\r\ntwo|\u{1}")]).wireText == "PR|MTone\r\ntwo  |")
    }

    @Test(arguments: ["0910", "A12", "ABCDEFGHIJKL", "007 "])
    func `P21 a room number is text`(room: String) throws {
        let bytes = FIASRecord(.pr, [.init(.roomNumber, room)]).encoded(in: .windows1252)
        #expect(try FIASRecord.decode(bytes, in: .windows1252)[.roomNumber] == room)
    }

    @Test func `the frame of the specification's example has the specification's bytes`() throws {
        let record = FIASRecord(.ls, RecordStamp(date: "001015", time: "123045").fields)
        let bytes: [UInt8] = [
            0x02, 0x4C, 0x53, 0x7C, 0x44, 0x41, 0x30, 0x30, 0x31, 0x30, 0x31, 0x35, 0x7C, 0x54, 0x49, 0x31, 0x32, 0x33, 0x30, 0x34, 0x35,
            0x7C, 0x03,
        ]
        #expect(record.framed(in: .windows1252) == bytes)
        #expect(try FIASRecord.decode(bytes.dropFirst().dropLast(), in: .cp850) == record)
    }

    @Test(arguments: CodePage.allCases)
    func `any record of printable fields survives bytes and text`(codePage: CodePage) throws {
        var random = SeededGenerator(seed: 7)
        let alphabet = Array("ABCabc 0123456789-.,#$+'éüñß")
        for _ in 0..<2_000 {
            var record = FIASRecord(["PR", "PA", "GI", "XX"].randomElement(using: &random)!)
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                let id = ["RN", "G#", "D1", "+0", "$2", "ZZ"].compactMap { FieldID($0) }.randomElement(using: &random)!
                record.set(id, String((0..<Int.random(in: 0...20, using: &random)).map { _ in alphabet.randomElement(using: &random)! }))
            }
            #expect(try FIASRecord.parse(text: record.wireText) == record)
            let decoded = try FIASRecord.decode(record.encoded(in: codePage), in: codePage)
            if codePage == .utf8 || codePage == .windows1252 || codePage == .cp850 {
                #expect(decoded == record)
            } else {
                #expect(decoded.fields.map(\.id) == record.fields.map(\.id))
            }
        }
    }
}
