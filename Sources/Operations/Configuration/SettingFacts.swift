import PointOfSale
import Storage

/// A setting as the journal writes it: names and values, no secrets.
struct SettingFacts {
    /// What it is about: `paymentMethod IKPMS`.
    let subject: String
    let values: KeyValuePairs<String, String>

    /// What changed since `before`: all of it when there was nothing. Nil when nothing did.
    func note(since before: SettingFacts?) -> String? {
        let old = Dictionary(uniqueKeysWithValues: (before?.values ?? [:]).map { ($0.key, $0.value) })
        let changes = values.compactMap { name, value -> String? in
            guard let was = old[name] else { return value.isEmpty ? nil : "\(name) \(value)" }
            return was == value ? nil : "\(name) \(was.isEmpty ? "–" : was) → \(value.isEmpty ? "–" : value)"
        }
        return changes.isEmpty ? nil : "\(subject): " + changes.joined(separator: " · ")
    }
}

extension SQLTransaction {
    /// Writes a change into the journal, in the transaction that makes it: who, what, before → after. Nothing when nothing changed.
    func journalChange(
        of id: String, from before: SettingFacts?, to after: SettingFacts, by cashier: CashierID, at moment: Timestamp
    ) throws {
        guard let note = after.note(since: before) else { return }
        try journal(.configurationChanged, subject: id, note: note, by: cashier, at: moment)
    }
}

extension LocalizedName {
    /// Both names, for the journal.
    var facts: String { en.map { "\(fr) / \($0)" } ?? fr }
}

/// Checks of what somebody typed into a form of the back office.
enum SettingRules {
    /// The longest name.
    static let nameCharactersMax = 60

    /// A name without blanks around it.
    /// - Throws: `Refusal.settingInvalid(.name)` when it is empty, too long, or holds control characters.
    static func name(_ text: String) throws(Refusal) -> String {
        let plain = trimmed(text)
        guard (1...nameCharactersMax).contains(plain.count), !hasControls(plain) else { throw .settingInvalid(.name) }
        return plain
    }

    /// A name in French and, where given, in English.
    /// - Throws: `Refusal.settingInvalid(.name)`.
    static func name(fr: String, en: String?) throws(Refusal) -> LocalizedName {
        let english = en.map(trimmed).flatMap { $0.isEmpty ? nil : $0 }
        return LocalizedName(fr: try name(fr), en: try english.map { text throws(Refusal) in try name(text) })
    }

    /// A code without blanks.
    /// - Throws: `Refusal.settingInvalid(.code)`.
    static func code(_ text: String) throws(Refusal) -> String {
        let plain = trimmed(text)
        guard (1...CatalogueBuilder.codeCharactersMax).contains(plain.count),
            plain.utf8.allSatisfy({ $0.isCodeCharacter })
        else { throw .settingInvalid(.code) }
        return plain
    }

    /// A number within bounds.
    /// - Throws: `Refusal.settingInvalid` about the field.
    static func number(_ number: Int, in range: ClosedRange<Int>, _ field: SettingField) throws(Refusal) -> Int {
        guard range.contains(number) else { throw .settingInvalid(field) }
        return number
    }

    static func trimmed(_ text: String) -> String {
        let blanks = text.prefix { $0.isWhitespace }.count
        let rest = text.dropFirst(blanks)
        return String(rest.dropLast(rest.reversed().prefix { $0.isWhitespace }.count))
    }

    static func hasControls(_ text: String) -> Bool { text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } }
}

extension UInt8 {
    /// A to Z, a to z, 0 to 9, `_`, `-`, `.`.
    fileprivate var isCodeCharacter: Bool {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
