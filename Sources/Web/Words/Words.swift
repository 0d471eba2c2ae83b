import PointOfSale

/// One thing the till says, in each of its languages.
struct Phrase: Hashable, Sendable {
    let fr: String
    let en: String

    init(_ fr: String, _ en: String) {
        self.fr = fr
        self.en = en
    }

    func text(in language: Language) -> String { language == .fr ? fr : en }
}

/// What the till says, in one language. Tables live beside this file, one per topic; both languages stand in each entry.
struct Words: Sendable {
    let language: Language
    /// Every phrase by its key, as the templates read them.
    let all: [String: String]

    /// Every table of phrases.
    static let phrases: [String: Phrase] = [
        common, floor, payment, settlement, hotel, desk, reconciliation, postings, problems, refusals, settlementRefusals, configuration,
        gateway,
        settingRefusals, menuSettings, help, day, integrations, paper, discounts, relay,
        operaCloud, operaCloudRefusals,
    ].reduce(into: [:]) { all, table in
        all.merge(table) { _, _ in preconditionFailure("a phrase has two meanings") }
    }

    private static let byLanguage = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, Words(language: $0)) })

    /// The words of a language, made once.
    static subscript(language: Language) -> Words { byLanguage[language]! }

    private init(language: Language) {
        self.language = language
        all = Self.phrases.mapValues { $0.text(in: language) }
    }

    /// The phrase under a key.
    subscript(key: String) -> String {
        guard let text = all[key] else { preconditionFailure("there is no phrase \(key)") }
        return text
    }

    /// The phrase under a key, with its `{blanks}` filled in.
    func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
        values.reduce(self[key]) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    /// The singular or the plural of a counted thing: keys `tableOne` and `tableMany`, with `{count}`.
    func counted(_ key: String, _ count: Int) -> String {
        let isOne = language == .fr ? count < 2 : count == 1
        return self(key + (isOne ? "One" : "Many"), ["count": String(count)])
    }
}
