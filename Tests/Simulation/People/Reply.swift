import PointOfSale

/// What the till answered a person.
struct Reply: Sendable {
    enum Content: Sendable {
        case opened(Check)
        case charged(ClientKey, PostingID)
        case refused(ClientKey?, code: String)
        /// A fault of the machine: a person sees a request id and tries again.
        case failed
        case looked(Check)
        case doubts([Doubt])
        case done
    }

    /// A posting in doubt as the manager sees it, with the numbers under which it may have been booked.
    struct Doubt: Sendable {
        let posting: FolioPosting
        let numbers: [Int]
    }

    let program: Int
    /// Whom it is for; nil for the desk.
    let diner: Int?
    let content: Content
}
