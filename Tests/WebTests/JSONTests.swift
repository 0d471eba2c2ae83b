import Foundation
import PointOfSale
import TestSupport
import Testing

@testable import Web

@Suite struct JSONTests {
    private func parse(_ text: String) throws(JSONFault) -> JSONValue { try JSONParser.parse(Array(text.utf8)) }

    @Test func `values of every kind are read`() throws {
        #expect(
            try parse(#" {"a":[1,-2,0],"b":"é\n\u00e9\ud83c\udf7d","c":null,"d":true,"e":false,"f":1.5} "#)
                == .object([
                    "a": .array([.integer(1), .integer(-2), .integer(0)]), "b": .text("é\né🍽"), "c": .null, "d": .boolean(true),
                    "e": .boolean(false), "f": .fraction,
                ]))
        #expect(try parse("[]") == .array([]) && parse("{}") == .object([:]) && parse("99999999999999999999") == .fraction)
    }

    @Test(arguments: [
        "", "{", "[1,]", #"{"a":1,}"#, #"{"a":1 "b":2}"#, "01", "-", "1.", "1e", "nul", #""\x""#, #""\ud800""#, "\"\u{01}\"", "1 2",
        "{a:1}",
        #"{"a":1,"a":2}"#, "'a'", "+1", "NaN",
    ])
    func `what is not JSON is refused, with where`(_ text: String) {
        #expect(throws: JSONFault.self) { try parse(text) }
    }

    @Test func `what is not UTF-8 is refused, and nesting has an end`() {
        #expect(throws: JSONFault.self) { try JSONParser.parse([0x22, 0xFF, 0x22]) }
        #expect(throws: JSONFault.self) { try parse(String(repeating: "[", count: 100_000)) }
        #expect(throws: Never.self) { try parse(String(repeating: "[", count: 16) + String(repeating: "]", count: 16)) }
    }

    @Test func `garbage never traps and agrees with Foundation on what is JSON`() {
        var generator = SeededGenerator(seed: 42)
        let pieces = ["{", "}", "[", "]", ",", ":", "\"a\"", "\"\\u00e9\"", "1", "-2.5e3", "true", "null", " ", "\"", "\\", "x", "0"]
        for _ in 0..<5000 {
            let text = (0..<Int.random(in: 1...8, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }.joined()
            let ours = (try? parse(text)) != nil
            let theirs = (try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)) != nil
            if ours, !theirs { Issue.record("we take what is not JSON: \(text)") }
            if theirs, !ours, !text.contains("\"a\"") { Issue.record("we refuse what is JSON, and no name comes twice: \(text)") }
        }
    }

    @Test func `what is written is read back`() throws {
        let nasty = "\"\\\u{0000}\u{001F}\n</script>é🍽\u{2028}"
        let bytes = JSONWriter.object { json in
            json.field("text", nasty)
            json.field("none", nil as String?)
            json.object("inner") { $0.field("flag", true) }
            json.array("list", [1, 2]) { $0.field("n", $1) }
            json.texts("texts", ["a", "b"])
            json.field("last", -7)
        }
        let expected: JSONValue = .object([
            "text": .text(nasty), "inner": .object(["flag": .boolean(true)]),
            "list": .array([.object(["n": .integer(1)]), .object(["n": .integer(2)])]),
            "texts": .array([.text("a"), .text("b")]), "last": .integer(-7),
        ])
        #expect(try JSONParser.parse(bytes) == expected)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(bytes)) }
    }

    @Test func `page data cannot end its element`() {
        let text = PageData.text { $0.field("name", "</script><script>alert(1)</script><!--") }
        #expect(!text.contains("<"))
        #expect(text.contains("\\u003c/script>"))
    }

    @Test func `fields are taken by name and the rest is refused by name`() throws {
        var fields = try JSONFields(try parse(#"{"n":5,"t":"x","o":{"z":1},"l":[{"q":1},{"q":2}]}"#))
        #expect(try fields.integer("n", in: 1...9) == 5)
        #expect(throws: Problem.fieldIsUnknown("l")) { try fields.nothingElse() }
        var list = try fields.objects("l", countMax: 2)
        #expect(throws: Problem.fieldIsOutOfRange("l[1].q")) { try list[1].integer("q", in: 0...1) }
        var inner = try fields.object("o")
        #expect(throws: Problem.fieldIsMissing("o.y")) { try inner.integer("y", in: 0...1) }
        #expect(throws: Problem.fieldIsUnknown("o.z")) { try inner.nothingElse() }
        #expect(throws: Problem.fieldHasWrongType("t")) { try fields.integer("t", in: 0...1) }
    }

    @Test func `forms are read strictly`() throws {
        var form = try FormFields(Array("a=1+2&b=%C3%A9&c=".utf8))
        #expect(try form.text("a") == "1 2")
        #expect(try form.text("b") == "é")
        #expect(try form.optionalText("c") == nil)
        #expect(throws: Never.self) { try form.nothingElse() }
        for broken in ["a=%", "a=%4", "a=%zz", "a=1&a=2", "a=%FF"] {
            #expect(throws: Problem.malformedForm) { try FormFields(Array(broken.utf8)) }
        }
        var other = try FormFields(Array("x=1".utf8))
        #expect(throws: Problem.fieldIsMissing("a")) { try other.text("a") }
        #expect(throws: Problem.fieldIsUnknown("x")) { try other.nothingElse() }
    }
}
