import Foundation
import Mustache

/// Every word of the reception pages in one language, by key, as the shipped files `words-fr.json` and `words-en.json` have them.
struct Words: Sendable {
    let texts: [String: String]

    private static let french = Words(PackageResources.words_fr_json)
    private static let english = Words(PackageResources.words_en_json)

    /// The words of a language.
    static func of(_ language: Language) -> Words {
        switch language {
        case .french: french
        case .english: english
        }
    }

    private init(_ bytes: [UInt8]) {
        guard let texts = try? JSONDecoder().decode([String: String].self, from: Data(bytes)) else {
            preconditionFailure("the words that are compiled in are JSON")
        }
        self.texts = texts
    }

    /// The words of a key; the key itself when it has none, so that the lack shows.
    subscript(_ key: String) -> String { texts[key] ?? key }

    /// The words of one of a family of keys: `problem`, `sameRoom` is `problemSameRoom`.
    subscript(_ family: String, _ member: String) -> String {
        self[family + member.prefix(1).uppercased() + member.dropFirst()]
    }
}

extension Words: MustacheParent {
    /// For templates: `{{w.navRooms}}`.
    func child(named name: String) -> Any? { texts[name] }
}
