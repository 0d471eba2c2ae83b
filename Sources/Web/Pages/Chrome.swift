import Operations
import PointOfSale

/// The frame around a page: who is signed in, how the hotel link stands, where one is.
struct Chrome: Sendable {
    /// Which entry of the navigation is lit.
    enum Section: Sendable { case floor, history, hotel, postings, day, configuration, none }

    let language: String
    let isFrench: Bool
    let house: String
    let isDemo: Bool
    /// Whether some hotel that may be charged is the built-in simulated one (`S2-03`).
    let isTest: Bool
    let cashier: String
    let role: String
    /// Where the language switch comes back to.
    let path: String
    let isFloor: Bool
    let isHistory: Bool
    let maySettle: Bool
    let isHotel: Bool
    let isPostings: Bool
    let isConfiguration: Bool
    let isDay: Bool
    let mayViewPostings: Bool
    let mayViewReports: Bool
    let mayConfigure: Bool
    let maySetUpTill: Bool
    let link: LinkChip
    let build: String

    /// The frame for one visit.
    init(_ visit: Visit, _ property: Property, cashier: Cashier, section: Section, path: String) {
        let words = visit.words
        language = visit.language.rawValue
        isFrench = visit.language == .fr
        house = property.name
        isDemo = visit.till.configuration.isDemo
        isTest = visit.till.restaurant.hotels.all.contains { $0.capabilities.isTest }
        self.cashier = cashier.name
        role = Self.name(of: cashier.role, words)
        self.path = path
        isFloor = section == .floor
        isHistory = section == .history
        maySettle = cashier.may(.settleChecks)
        isHotel = section == .hotel
        isPostings = section == .postings
        isConfiguration = section == .configuration
        isDay = section == .day
        mayViewReports = cashier.may(.viewReports)
        mayViewPostings = cashier.may(.viewPostings)
        mayConfigure = cashier.may(.configure)
        maySetUpTill = cashier.may(.setUpTill)
        link = LinkChip(visit)
        build = visit.till.assets.build
    }

    /// What a role is called.
    static func name(of role: Cashier.Role, _ words: Words) -> String {
        switch role {
        case .waiter: words["roleWaiter"]
        case .manager: words["roleManager"]
        case .administrator: words["roleAdministrator"]
        }
    }
}

/// How the hotel link stands, as every page shows it.
struct LinkChip: Sendable {
    let phase: String
    let tone: String
    let system: String
    let words: String

    init(_ visit: Visit) {
        // Of several lines the one that wants attention; of none, OPERA's, which says that there is none.
        let hotels = visit.till.restaurant.hotels
        let used = hotels.all.filter { $0.linkState.isInUse }
        let hotel = used.first { !$0.linkState.isAlive } ?? used.first ?? hotels.opera
        let state = hotel.linkState
        phase = state.phase.rawValue
        system = hotel.capabilities.systemName
        words = visit.words["link.\(state.phase.rawValue)"]
        tone = Self.tone(of: state.phase)
    }

    /// The colour of a phase.
    static func tone(of phase: HotelLinkState.Phase) -> String {
        switch phase {
        case .alive: "ok"
        case .down: "no"
        case .connecting, .nightAudit, .resyncing: "wait"
        }
    }
}

/// What went wrong, on the page where it happened.
struct ProblemBox: Sendable {
    let text: String
    let advice: String?

    init(_ problem: Problem, _ words: Words) {
        text = problem.detail(words)
        advice = nil
    }
}

/// The JSON that a page's script reads. It stands in a script element, where only `<` could end it.
enum PageData {
    static func text(_ write: (inout JSONWriter) -> Void) -> String {
        String(decoding: JSONWriter.object(write), as: UTF8.self).replacing("<", with: "\\u003c")
    }
}

extension JSONWriter {
    /// How a script writes money: `{symbol, digits}`.
    mutating func money(_ currency: Currency) {
        object("money") { json in
            json.field("symbol", MoneyText.symbol(of: currency))
            json.field("digits", currency.minorDigits)
        }
    }

    /// The words that a script uses.
    mutating func words(_ keys: [String], _ words: Words) {
        object("words") { json in
            for key in keys { json.entry(key, words[key]) }
        }
    }
}
