import FIAS

/// The link to the tills: its state, its last records, and everything that can go wrong with it.
struct InterfaceView: Sendable {
    /// A record on the wire.
    struct Record: Sendable {
        let time, text: String
        let fromHotel: Bool
    }

    /// A fault that waits.
    struct Armed: Sendable {
        let name, request: String
        let remaining: Int
    }

    /// A button that brings a fault about.
    struct Button: Sendable {
        let kind, label: String
    }

    /// Buttons that belong together.
    struct Group: Sendable {
        let title: String
        let buttons: [Button]
    }

    /// A choice in a list.
    struct Choice: Sendable {
        let value, label: String
        let isChosen: Bool
    }

    /// The switches of the hotel's interface that decide what a till can find out.
    struct Switches: Sendable {
        let allowsBillView, showsBalance, allowsNegativePostings: Bool
        let folioTexts: [Choice]
    }

    let layout: LayoutView
    let w: Words
    let switches: Switches
    let today: String
    let records: [Record]
    let armed: [Armed]
    let groups: [Group]
    let statuses: [String]
    let linkedTills, answerDelayMs: Int
    let hasNoRecords, hasArmed, isAuditing, isHalfOpen: Bool

    /// The most records that the page shows.
    private static let recordsShownMax = 40

    private static let layoutOfButtons: [(String, [String])] = [
        ("answers", ["loseAnswer", "loseAnswerUnbooked", "delayAnswer", "bookLate", "duplicateAnswer", "reorderAnswer"]),
        ("cuts", ["cutBeforeBooking", "cutAfterBooking", "cutInAnswer", "cut"]),
        ("nonsense", ["refuse", "unknownStatus", "missingStatus", "wrongPostingNumber", "missingPostingNumber", "garbage"]),
        ("link", ["renewLinkStart", "endLink", "halfOpen", "nightAudit", "resync", "slow"]),
    ]

    init(_ visit: Visit, wire: [WireEntry], faults: [ArmedFault]) {
        let words = visit.words
        w = words
        layout = LayoutView(visit, title: words["navInterface"], section: .interface)
        records = wire.suffix(Self.recordsShownMax).reversed().map { entry in
            Record(time: visit.hotel.wallClock(atMs: entry.atMs).clockText, text: entry.text, fromHotel: entry.fromHotel)
        }
        armed = faults.map { fault in
            Armed(
                name: words["fault", fault.fault.name], request: words["request", fault.request?.rawValue ?? "any"],
                remaining: fault.remaining)
        }
        groups = Self.layoutOfButtons.map { title, kinds in
            Group(title: words["faults", title], buttons: kinds.map { Button(kind: $0, label: words["fault", $0]) })
        }
        statuses = AnswerStatus.codes.map(\.code).filter { $0 != "OK" }
        linkedTills = visit.linkedTills
        answerDelayMs = visit.hotel.settings.answerDelayMs
        let settings = visit.hotel.settings
        switches = Switches(
            allowsBillView: settings.allowsBillView, showsBalance: settings.showsBalance,
            allowsNegativePostings: settings.allowsNegativePostings,
            folioTexts: HotelSettings.FolioText.allCases.map { text in
                Choice(value: text.rawValue, label: words["folioText", text.rawValue], isChosen: settings.folioText == text)
            })
        today = visit.hotel.businessDate.iso
        hasNoRecords = records.isEmpty
        hasArmed = !armed.isEmpty
        isAuditing = visit.hotel.isAuditing
        isHalfOpen = visit.isHalfOpen
    }
}
