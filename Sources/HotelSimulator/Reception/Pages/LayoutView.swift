/// What surrounds every page: the bar, the link's state, a problem to tell.
struct LayoutView: Sendable {
    enum Section { case rooms, stays, interface, raccoon }

    let language, otherLanguage, otherLanguageName: String
    let title, hotelName, town, businessDay: String
    let isRooms, isStays, isInterface, isRaccoon, hasRaccoon: Bool
    let linkText, linkClass: String
    let isAuditing: Bool
    /// Where we are, to come back to after an action.
    let path: String
    let problem: String?

    init(_ visit: Visit, title: String, section: Section) {
        let words = visit.words
        language = visit.language.rawValue
        otherLanguage = visit.language.other.rawValue
        otherLanguageName = visit.language.other == .french ? "Français" : "English"
        self.title = title
        hotelName = visit.hotel.identity.name
        town = visit.hotel.identity.town
        businessDay = visit.formats.day(visit.hotel.businessDate)
        isRooms = section == .rooms
        isStays = section == .stays
        isInterface = section == .interface
        isRaccoon = section == .raccoon
        hasRaccoon = visit.hotel.raccoon != nil
        isAuditing = visit.hotel.isAuditing
        (linkText, linkClass) =
            if visit.isHalfOpen {
                (words["linkSilent"], "no")
            } else if visit.linkedTills > 0 {
                (words["linkAlive"], "ok")
            } else if visit.hotel.raccoon != nil {
                (words["raccoonOpen"], "ok")
            } else {
                (words["linkNone"], "wait")
            }
        path = visit.path
        problem = visit.problem.flatMap { Problem(rawValue: $0) }.map { words["problem", $0.rawValue] }
    }
}

/// One look at the hotel by one visitor: what every page is made from.
struct Visit: Sendable {
    let hotel: Hotel
    let language: Language
    let formats: Formats
    let linkedTills: Int
    let isHalfOpen: Bool
    let path: String
    /// The code of a problem that an action met, from the address.
    let problem: String?

    init(_ simulated: SimulatedHotel, language: Language, path: String, problem: String? = nil) {
        hotel = simulated.snapshot
        self.language = language
        formats = Formats(language: language, identity: hotel.identity)
        linkedTills = simulated.aliveConnectionCount
        isHalfOpen = simulated.isHalfOpen
        self.path = path
        self.problem = problem
    }

    var words: Words { Words.of(language) }
}
