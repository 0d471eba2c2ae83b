import Foundation
import HTTPTypes
import HummingbirdTesting
import Operations
import PointOfSale
import TestSupport
import Testing

@testable import Web

/// Mistakes in a configuration file are told in the reader's language, all of them.
@Suite struct ConfigurationFaultTests {
    @Test func `a file with mistakes is refused in French and in English, place by place`() async throws {
        let web = try await WebHouse.open()
        let admin = try await web.house.administrator()
        var set = try TestHouse.brasserie()
        set.items[0].price = "29.999"
        set.outlets[1].number = set.outlets[0].number
        set.hotel.port = 0
        let json = String(decoding: try JSONEncoder().encode(set), as: UTF8.self)
        try await web.visit { browser in
            var details: [String: String] = [:]
            for language in ["fr", "en"] {
                let token = web.token(admin, language: language == "fr" ? .fr : .en)
                let answer = try await browser.call(.put, "/configuration", json: json, token: token)
                #expect(answer.status == .unprocessableContent)
                details[language] = answer.text
            }
            let (fr, en) = (try #require(details["fr"]), try #require(details["en"]))
            #expect(fr.contains("doit être un montant comme 29.00") && fr.contains("le numéro 1 sert deux fois"))
            #expect(fr.contains("hotel.port : doit aller de 1 à 65535"))
            #expect(en.contains("should be an amount like 29.00") && en.contains("the number 1 is used twice"))
            #expect(en.contains("hotel.port: should be 1 to 65535"))
        }
    }

    @Test func `each sentence of the configuration's reader has its French, with as many values`() throws {
        let sentences = try Self.sentences()
        #expect(sentences.count > 50)
        for sentence in sentences {
            let french = Words.faultsInFrench[sentence]
            #expect(french != nil, "\(sentence)")
            #expect(french?.ranges(of: "{}").count == sentence.ranges(of: "{}").count, "\(sentence)")
        }
    }

    @Test func `the values of a sentence stand in it in any language`() {
        let fault: ConfigurationFault = "should be \(1) to \("9")"
        #expect(fault.sentence == "should be {} to {}" && fault.description == "should be 1 to 9")
        #expect(fault.filled("de {} à {}") == "de 1 à 9")
        let plain: ConfigurationFault = "is empty"
        #expect(plain.description == "is empty" && plain.filled("est vide") == "est vide")
    }

    /// What a mistake begins with, so that paths and names of things are told from sentences.
    private static let beginnings = [
        "should ", "is ", "there is no ", "needs ", "need ", "holds ", "two people", "somebody", "outlet {}", "a {} ", "names ", "x and y",
        "this place", "the code {}", "the itemizer {}", "the PLU {}", "the number {}", "the table number {}", "the name {}", "the place {}",
        "cannot ", "{} is not",
    ]

    /// Every sentence in the sources of the reader.
    private static func sentences() throws -> Set<String> {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appending(path: "Sources/Operations/Configuration")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { name in
            name.hasPrefix("CatalogueBuilder")
                || [
                    "ConfigurationReader.swift", "ConfigurationLoaded.swift", "ExportConfiguration.swift",
                    "ConfigurationSet+RoomRaccoon.swift", "ConfigurationSet+Paper.swift",
                ]
                .contains(name)
        }
        return try files.reduce(into: []) { found, name in
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                found.formUnion(
                    literals(in: line).filter { literal in beginnings.contains { literal.hasPrefix($0) } || literal == "is empty" })
            }
        }
    }

    /// The string literals of a line, `{}` for each value in them.
    private static func literals(in line: Substring) -> [String] {
        var (found, current, depth, isInside): ([String], String, Int, Bool) = ([], "", 0, false)
        var previous: Character = " "
        for character in line {
            if isInside, depth == 0, previous == "\\", character == "(" {
                current.removeLast()
                current += "{}"
                depth = 1
            } else if depth > 0 {
                depth += character == "(" ? 1 : character == ")" ? -1 : 0
            } else if character == "\"" {
                if isInside { found.append(current) }
                (isInside, current) = (!isInside, "")
            } else if isInside {
                current.append(character)
            }
            previous = character
        }
        return found
    }
}
