import Foundation
import TestSupport
import Testing

@testable import HotelGateway

@Suite struct JSONReaderTests {
    private func read(_ text: String) -> JSONValue? { JSONReader.read(Array(text.utf8)) }

    @Test(arguments: [
        "", " ", "{", "}", "[1,]", "{\"a\":1,}", "{a:1}", "'a'", "01", "1.", ".5", "-", "+1", "1e", "tru", "nul", "\"a", "\"\\x\"",
        "\"\\u12\"",
        "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\u{1}\"", "1 2", "{}{}", "[1}", "\"\\u+123\"", "NaN", "{\"a\" 1}",
    ]) func `what is no JSON is none`(text: String) {
        #expect(read(text) == nil)
    }

    @Test(arguments: [
        ("0", "0"), ("-0.50", "-0.50"), ("1e+9", "1e+9"), (" [ ] ", "[]"), ("{ }", "{}"), ("\"\\u00e9\\n\\ud83c\\udf4b\"", "\"é\\u000a🍋\""),
        ("{\"b\":1,\"a\":[true,false,null]}", "{\"a\":[true,false,null],\"b\":1}"), ("\u{FEFF}{}", "{}"),
        ("\"\\/\\b\\f\\r\\t\\\\\\\"\"", "\"/\\u0008\\u000c\\u000d\\u0009\\\\\\\"\""),
    ]) func `documents are read and written`(text: String, written: String) {
        #expect(read(text)?.text == written)
    }

    @Test func `bytes that are no UTF-8 and depths without end are refused`() {
        #expect(JSONReader.read([0x22, 0xFF, 0x22]) == nil)
        #expect(read(String(repeating: "[", count: 32) + String(repeating: "]", count: 32)) != nil)
        #expect(read(String(repeating: "[", count: 34) + String(repeating: "]", count: 34)) == nil)
        #expect(read(String(repeating: "[", count: 90_000)) == nil)
        #expect(read("[" + String(repeating: "1,", count: 30_000) + "1]") == nil)
    }

    @Test func `a name that stands twice is kept twice`() {
        #expect(read(#"{"Success":true,"success":false}"#)?.values(named: ["success"]) == [.bool(true), .bool(false)])
    }

    @Test func `any text written is read back the same, here and by Foundation`() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<2_000 {
            let scalars = (0..<Int.random(in: 0...20, using: &random)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0...0x2FFFF, using: &random))
            }
            let text = String(String.UnicodeScalarView(scalars))
            let written = JSONValue.array([.string(text)]).text
            #expect(read(written) == .array([.string(text)]))
            let other = try #require(try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String])
            #expect(Array(other[0].unicodeScalars) == Array(text.unicodeScalars))
        }
    }
}
