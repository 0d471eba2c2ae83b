package import PointOfSale

/// One line of the journal: who did what, when, to what. Never changed, never deleted, and without personal data of guests.
package struct JournalEntry: Hashable, Sendable, Identifiable {
    package let id: Identifier<JournalEntry>
    package let at: Timestamp
    package let kind: Kind
    /// The id of what it is about: a check, a tender, a posting, a cashier.
    package let subject: String
    /// A person's reason, or a stable word.
    package let note: String?
    /// Nil when the program acted by itself.
    package let cashierID: CashierID?

    /// What can happen that somebody may ask about later.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case checkOpened, lineVoided, paymentTaken, checkClosedFree
        case creditApproved, paymentVoided, refusalAcknowledged, checkVoided, checkRefunded, refundApproved, refundWithdrawn
        case roomChargeQueued, postingConcluded, postingInDoubt, postingWithdrawn
        case doubtSettledBooked, doubtSettledNotBooked, doubtAskedAgain
        case postingSentAgain, reversalQueued, reconciled
        case signedIn, signInRefused, pinSet
        case configurationLoaded, configurationChanged
        case revenueQueued, dayClosed
        case discountGiven, discountApproved, discountRemoved, discountSpread
        case postingRelayed, relayTakenBack
        case duplicatePrinted, printSettled, signaturesDeleted
    }

    /// The longest note kept; a longer one is cut.
    package static let noteCharactersMax = 500
}

extension SQLTransaction {
    /// Adds a line to the journal, in the transaction that does what it tells of.
    package func journal(
        _ kind: JournalEntry.Kind, subject: String, note: String? = nil, by cashier: CashierID?, at moment: Timestamp
    ) throws {
        try execute(
            """
            insert into journal (id, property_id, noted_at, kind, subject, note, cashier_id)
            values ($1, (select id from property), $2, $3, $4, $5, $6)
            """,
            Identifier<JournalEntry>.make(at: moment), moment, kind.rawValue, subject,
            note.map { String($0.prefix(JournalEntry.noteCharactersMax)) }, cashier)
    }

    /// The newest lines of the journal, newest first; only those before `before`, for the next page.
    package func journalEntries(before: Identifier<JournalEntry>? = nil, limit: Int) throws -> [JournalEntry] {
        try query("select * from journal where id < $1 order by id desc limit $2", before?.text ?? "~", limit).map(Self.journalEntry)
    }

    /// The newest lines of these kinds, newest first.
    package func journalEntries(kinds: [JournalEntry.Kind], limit: Int) throws -> [JournalEntry] {
        let names = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return try query("select * from journal where kind in (\(names)) order by id desc limit $1", limit).map(Self.journalEntry)
    }

    /// The journal of one thing, oldest first.
    package func journalEntries(subject: String) throws -> [JournalEntry] {
        try query("select * from journal where subject = $1 order by id", subject).map(Self.journalEntry)
    }

    private static func journalEntry(_ row: SQLRow) throws -> JournalEntry {
        JournalEntry(
            id: try row.id("id"), at: try row.moment("noted_at"), kind: try row.state("kind"), subject: try row.text("subject"),
            note: try row.optionalText("note"), cashierID: try row.optionalID("cashier_id"))
    }
}
