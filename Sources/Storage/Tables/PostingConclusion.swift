package import PointOfSale

/// Where a posting goes next, and why: what the hotel said, what evidence shows, or what a person decided.
package struct PostingConclusion: Hashable, Sendable {
    package let state: PostingState
    /// A stable word, if there is anything to say.
    package let code: String?
    /// The hotel's own words.
    package let hotelText: String?
    /// The hotel's numbers for what it booked.
    package let transactionNumbers: [String]
    /// Back in the queue: not to be sent before this moment.
    package let notBefore: Timestamp?

    /// A conclusion.
    package init(
        _ state: PostingState, code: String? = nil, hotelText: String? = nil, transactionNumbers: [String] = [],
        notBefore: Timestamp? = nil
    ) {
        self.state = state
        self.code = code
        self.hotelText = hotelText
        self.transactionNumbers = transactionNumbers
        self.notBefore = notBefore
    }
}

extension SQLTransaction {
    /// Moves a posting on, and its tender with it; closes the check when that paid it in full.
    ///
    /// Throws `StorageFault.illegalMove` when the move does not exist, or the posting is no longer where `posting` says: what two hands
    /// would conclude at once, the first concludes.
    package func conclude(_ posting: FolioPosting, as conclusion: PostingConclusion, at moment: Timestamp) throws {
        try setPostingState(of: posting, to: conclusion, at: moment)
        guard let tenderID = posting.tenderID, let tenderState = conclusion.state.tenderState else { return }
        try setTenderState(tenderID, from: .pending, to: tenderState, at: moment)
        guard tenderState == .settled, let check = try posting.checkID.flatMap({ try check($0) }), check.state == .open,
            check.totals.isSettled
        else { return }
        try closeCheck(check.id, at: moment)
    }

    private func setPostingState(of posting: FolioPosting, to conclusion: PostingConclusion, at moment: Timestamp) throws {
        let next = conclusion.state
        guard posting.state.successors.contains(next) else {
            throw StorageFault.illegalMove("posting", id: posting.id.text, from: posting.state.rawValue, to: next.rawValue)
        }
        let changed = try execute(
            """
            update folio_posting set state = $1, outcome_code = $2, hotel_text = $3, transaction_numbers = $4,
                not_before = coalesce($5, not_before), updated_at = $6
            where id = $7 and state = $8
            """,
            next.rawValue, conclusion.code, conclusion.hotelText, try Self.listText(conclusion.transactionNumbers),
            conclusion.notBefore, moment, posting.id, posting.state.rawValue)
        guard changed == 1 else {
            let now = try first("select state from folio_posting where id = $1", posting.id)?.text("state")
            throw StorageFault.illegalMove("posting", id: posting.id.text, from: now ?? "nothing", to: next.rawValue)
        }
    }
}
