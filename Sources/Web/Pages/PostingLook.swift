import PointOfSale

/// How a posting looks on every page: colour, sign and words for its state, and why.
struct PostingLook: Sendable {
    let tone: String
    let sign: String
    let icon: String
    let words: String
    /// Why it ended so, or what it waits for.
    let reason: String?

    init(_ posting: FolioPosting, _ words: Words) {
        self.words = words["state.\(posting.state.rawValue)"]
        reason = posting.state == .accepted ? nil : posting.outcomeCode.map { words.all["outcome.\($0)"] ?? words["outcome.other"] }
        (tone, sign, icon) =
            switch posting.state {
            case .accepted: ("ok", "✓", "check")
            case .refused, .notBooked: ("no", "✗", "cross")
            case .inDoubt: ("wait", "!", "doubt")
            case .queued, .sending: ("wait", "…", "send")
            case .withdrawn: ("plain", "–", "cross")
            }
    }
}

/// Who may read guests' names.
struct NameMask: Sendable {
    private let seesNames: Bool

    /// A manager sees names; so does the cashier who made the charge.
    init(_ cashier: Cashier, madeBy maker: CashierID? = nil) {
        seesNames = cashier.may(.viewGuestCredit) || cashier.id == maker
    }

    /// The name, or its first letter.
    func name(_ name: String) -> String { seesNames ? name : Self.masked(name) }

    /// The text of the wire without the guest's name: wherever it stands, and in FIAS's name fields (`FIAS 2.20.24 §7`, GN, GF, GT).
    func wire(_ text: String, of posting: FolioPosting) -> String {
        guard !seesNames else { return text }
        let name = posting.guest?.name ?? ""
        let unnamed = name.isEmpty ? text : text.replacing(name, with: Self.masked(name))
        return unnamed.split(separator: "|", omittingEmptySubsequences: false).map { field in
            Self.nameFields.contains(String(field.prefix(2))) && field.count > 2 ? field.prefix(2) + Self.dots : String(field)
        }.joined(separator: "|")
    }

    private static let nameFields: Set<String> = ["GN", "GF", "GT"]
    private static let dots = "•••"
    private static func masked(_ name: String) -> String { name.prefix(1) + dots }
}
