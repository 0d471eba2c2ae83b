import Foundation

/// Who stays: the part of a reservation that carries a person's name.
package struct Guest: Sendable, Equatable {
    package var title: String
    package var name: String
    package var firstName: String
    /// The language as FIAS codes it: `FR`, `EA` (English), `GE`, `IT`, `SP` … (FIAS 2.20.24 field GL).
    package var language: String
    /// VIP status, mostly a digit; empty for none.
    package var vip: String
    /// The guest's profile number (`G+` of FIAS).
    package var profile: String

    /// The name as it is looked for: lower case, no accents.
    package let searchKey: String

    package init(title: String, name: String, firstName: String, language: String = "FR", vip: String = "", profile: String = "") {
        self.title = title
        self.name = name
        self.firstName = firstName
        self.language = language
        self.vip = vip
        self.profile = profile
        searchKey = Guest.searchKey(of: name)
    }

    /// `Mme Garibaldi, Lucia`: for people.
    package var fullName: String {
        let named = firstName.isEmpty ? name : "\(name), \(firstName)"
        return title.isEmpty ? named : "\(title) \(named)"
    }

    /// `Garibaldi, Mme`: the name as the hotel sends it in `GN`.
    package var wireName: String {
        title.isEmpty ? name : "\(name), \(title)"
    }

    /// Text as names are compared: case and accents make no difference (`Éléonore` = `eleonore`).
    package static func searchKey(of text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
}
