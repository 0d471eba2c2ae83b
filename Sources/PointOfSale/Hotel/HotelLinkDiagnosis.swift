/// What a try of the line showed, where the line can tell more than that there was no answer: a question that books nothing (`S2-02`).
package struct HotelLinkDiagnosis: Hashable, Sendable {
    package let finding: Finding
    /// How long the answer took, ms; nil when there was none.
    package let answeredInMs: Int64?
    /// The hotel system's own words, without our secrets.
    package let words: String?

    /// What it comes to.
    package enum Finding: String, Hashable, Sendable, CaseIterable {
        /// The hotel knows us, and somebody is in that room.
        case good
        /// The hotel knows us, and nobody is in that room.
        case goodNobodyThere
        case keyRefused, hotelIDRefused
        /// It knows us not, and does not say whether it is the key or the number.
        case credentialsRefused
        case nameUnknown, unreachable, tlsFailed, timedOut, cut
        /// It asks to be left alone for a while.
        case busy
        /// Somebody answers there, but not that hotel system.
        case notRoomRaccoon
        /// It answers, and what it says cannot be read.
        case unclear
    }

    /// A diagnosis.
    package init(finding: Finding, answeredInMs: Int64?, words: String?) {
        self.finding = finding
        self.answeredInMs = answeredInMs
        self.words = words
    }

    /// Whether room charges would go through now.
    package var isGood: Bool { finding == .good || finding == .goodNobodyThere }
}
