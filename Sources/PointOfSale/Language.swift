/// The languages that every screen, receipt and error speaks.
package enum Language: String, Hashable, Sendable, Codable, CaseIterable {
    case fr
    case en
}

/// A name in French and, where the house wrote one, in English.
package struct LocalizedName: Hashable, Sendable, Codable {
    /// The French name: always there.
    package let fr: String
    /// The English name, if any.
    package let en: String?

    /// A name; without English the French one serves both.
    package init(fr: String, en: String? = nil) {
        self.fr = fr
        self.en = en
    }

    /// The name in that language, the French one where there is no other.
    package func text(in language: Language) -> String { language == .en ? en ?? fr : fr }
}
