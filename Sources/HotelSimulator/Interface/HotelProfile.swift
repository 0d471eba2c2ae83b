/// Which hotel system the simulator behaves like (`fias.md` §12, §13).
package enum HotelProfile: String, Sendable, Codable, CaseIterable {
    /// Oracle's interface, to the letter: drops the older connection, silent on a charge without inquiry, `LA` only on `LS`.
    case ifc8Strict
    /// protel: one client only, `LA` is answered, answers without date and time, letters in outlets, simple postings to a guest.
    case protel
    /// A public test stub: `LS` and `LA` at once on accept, nothing needs describing, no inquiry needed.
    case minimal

    /// The settings with what this system always does put in.
    package func adapted(_ settings: HotelSettings) -> HotelSettings {
        var settings = settings
        switch self {
        case .ifc8Strict:
            break
        case .protel:
            settings.answersCarryTime = false
            settings.acceptsLettersInOutlet = true
            settings.simplePostingsNameGuest = true
            settings.announcesNightAudit = false
        case .minimal:
            settings.acceptsChargeWithoutInquiry = true
            settings.acceptsLettersInOutlet = true
            settings.announcesNightAudit = false
        }
        return settings
    }

    /// Whether an answer holds only the fields that the till described; otherwise it holds all.
    package var answersAsDescribed: Bool { self != .minimal }
}
