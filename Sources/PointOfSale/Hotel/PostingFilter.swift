/// Which postings a report is about; what is nil or empty leaves all.
package struct PostingFilter: Hashable, Sendable {
    /// Made at this moment or later.
    package var from: Timestamp
    /// Made before this moment.
    package var until: Timestamp
    package var kind: FolioPosting.Kind?
    package var state: PostingState?
    package var room: String
    /// A part of a guest's name, in any case.
    package var guest: String
    /// A part of the cashier's name, in any case.
    package var cashier: String

    /// A filter.
    package init(
        from: Timestamp, until: Timestamp, kind: FolioPosting.Kind? = nil, state: PostingState? = nil, room: String = "",
        guest: String = "", cashier: String = ""
    ) {
        self.from = from
        self.until = until
        self.kind = kind
        self.state = state
        self.room = room
        self.guest = guest
        self.cashier = cashier
    }

    /// Whether the names of a posting fit: compared as people read them, whatever the case.
    package func fits(_ posting: FolioPosting) -> Bool {
        (guest.isEmpty || posting.guest.map { $0.name.lowercased().contains(guest.lowercased()) } ?? false)
            && (cashier.isEmpty || posting.cashierName.lowercased().contains(cashier.lowercased()))
    }
}
