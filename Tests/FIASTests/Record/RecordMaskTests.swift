import FIAS
import Testing

@Suite struct RecordMaskTests {
    @Test func `a record shows itself without names, keys and free text`() throws {
        let record = try FIASRecord.parse(
            text: "PR|RN204|G#12345|GNGaribaldi, Mme|GFLucia|GTMme|TA4250|$2123456|CTa note|X1b|A4ROSSI|P#42|WSWS1|AA7|")
        #expect(
            record.description
                == "PR|RN204|G#12345|GN•••|GF•••|GT•••|TA4250|$2•••|CT•••|X1•••|A4•••|P#42|WSWS1|AA7|")
        #expect("\(record)" == record.description)
        #expect(record.wireText.contains("Garibaldi"))
    }

    @Test func `printing, reflecting and dumping hide the same`() throws {
        let record = try FIASRecord.parse(text: "PL|RN204|GNGaribaldi|")
        var dumped = ""
        dump(record, to: &dumped)
        for text in [String(reflecting: record), String(describing: [record]), dumped, "\(record.fields)"] {
            #expect(!text.contains("Garibaldi"))
        }
        #expect(!"\(LinkEvent.received(record, atMs: 0))".contains("Garibaldi"))
        #expect(!"\(Exchange.answered(record))".contains("Garibaldi"))
    }

    @Test(arguments: [("PR|PIGARI|", "PR|PI•••|"), ("PR|PI0910|", "PR|PI0910|"), ("PR|PIA12|", "PR|PIA12|"), ("PR|PI|", "PR|PI|")])
    func `an inquiry by name is a name, one by room is not`(text: String, masked: String) throws {
        #expect(try FIASRecord.parse(text: text).description == masked)
    }

    @Test(arguments: ["GN", "GF", "GT", "$1", "$2", "$3", "CG", "MT", "CT", "X1", "BD", "A0", "A9"])
    func `short values are hidden as well`(id: String) throws {
        let field = try #require(FieldID(id))
        #expect(FIASRecord(.pl, [.init(field, "x")]).description == "PL|\(id)•••|")
        #expect(FIASRecord(.pl, [.init(field, "")]).description == "PL|\(id)|")
    }

    @Test func `versions in LC are no secret`() throws {
        #expect(try FIASRecord.parse(text: "LC|RP16|A16.2031|PH1|").description == "LC|RP16|A16.2031|PH1|")
    }

    @Test func `what a manager may read can be revealed, and only that`() throws {
        let record = try FIASRecord.parse(text: "PA|ASNG|CTINVALID ROOM|GNGast|")
        #expect(record.maskedText(revealing: [.clearText]) == "PA|ASNG|CTINVALID ROOM|GN•••|")
    }
}
