import TestSupport
import Testing

@testable import Operations

struct CSVTableTests {
    private func rows(_ text: String) throws -> [[String]] {
        try CSVTable(Array(text.utf8), columns: ["a", "b"]).records.map { [$0["a"], $0["b"]] }
    }

    @Test(arguments: [
        ("a,b\n1,2\n", [["1", "2"]]),
        ("a;b\r\n1;2,5\r\n", [["1", "2,5"]]),
        ("a\tb\n1\t2", [["1", "2"]]),
        ("\u{FEFF}A;B\n1;2\n", [["1", "2"]]),
        ("b,a\n2,1\n", [["1", "2"]]),
        ("a,b\n\"x, y\",\"say \"\"oui\"\"\"\n", [["x, y", "say \"oui\""]]),
        ("a,b\n\"two\nlines\",\n", [["two\nlines", ""]]),
        ("a,b\n\n 1 , 2 \n\n", [["1", "2"]]),
        ("a,b\n", []),
        ("a,b\n,\n", [["", ""]]),
    ])
    func `spreadsheets are read as they write`(text: String, expected: [[String]]) throws {
        #expect(try rows(text) == expected)
    }

    @Test(arguments: [
        ("", "file: is empty"),
        ("a\n1\n", "line 1: there is no column b"),
        ("a,b,c\n1,2,3\n", "line 1: nobody knows a column c"),
        ("a,b,b\n1,2,3\n", "line 1: a column stands there twice"),
        ("a,b\n1,2\n1\n", "line 3: has 1 fields where the first line has 2"),
        ("a,b\n1,2,3\n", "line 2: has 3 fields where the first line has 2"),
        ("a,b\n\"x\ny\",1\n\"z,1\n", "line 4: a quote is opened and never closed"),
        ("a,b\n\"x\"y,1\n", "line 2: something stands after a closing quote"),
    ])
    func `what cannot be read is named with its line`(text: String, problem: String) {
        let rejected = #expect(throws: ConfigurationRejected.self) { try rows(text) }
        #expect(rejected?.problems.map(\.description) == [problem])
    }

    @Test func `text of another encoding is refused, not guessed`() {
        let rejected = #expect(throws: ConfigurationRejected.self) {
            try CSVTable([0x61, 0x2C, 0x62, 0x0A, 0xE9, 0x2C, 0x31], columns: ["a", "b"])
        }
        #expect(rejected?.problems.map(\.place) == ["file"])
    }

    @Test func `fields of a menu or staff list that mean nothing are named with their line`() throws {
        var set = try TestHouse.brasserie()
        let before = set
        let menu =
            "plu,name_fr,name_en,category,price,tax,revenue,look\nx,A,,PLATS,1,TVA10,CUISINE,hot\n2,B,,PLATS,1,TVA10,CUISINE,\n,C,,,,,,\n"
        var rejected = #expect(throws: ConfigurationRejected.self) { try set.replaceItems(csv: Array(menu.utf8)) }
        #expect(rejected?.problems.map(\.place) == ["line 2, plu", "line 4, plu"])
        rejected = #expect(throws: ConfigurationRejected.self) {
            try set.replaceStaff(csv: Array("number,name,role,language\nx,A,boss,de\n".utf8))
        }
        #expect(rejected?.problems.map(\.place) == ["line 2, number"])
        #expect(set == before)
    }
}
