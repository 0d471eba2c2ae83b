/// What a try of a line over the web showed, step by step: it books nothing.
package struct HotelLineWalk: Hashable, Sendable {
    /// The steps, in turn; each needs the one before.
    package enum Step: String, Hashable, Sendable, CaseIterable {
        /// The gateway lets us in.
        case token
        /// The hotel is ours to ask, and has a day.
        case businessDate
        /// Guests can be looked for.
        case search
        /// Every transaction code of our table is one that may be posted by hand.
        case codes
    }

    /// Why a step failed: what to ask the hotel for.
    package enum Trouble: String, Hashable, Sendable, CaseIterable {
        case nameUnknown, unreachable, tlsFailed, timedOut, cut
        /// Key, client, login or password.
        case credentialsRefused
        /// No access to this hotel, or no subscription to this part of the interface.
        case notAllowed
        /// The hotel asks to be left alone, or broke.
        case busy
        /// Somebody answers there, but not as that system would.
        case nonsense
        /// Codes of our table that the hotel does not have, or does not let be posted by hand.
        case codesUnknown
    }

    /// The step that failed.
    package struct Failure: Hashable, Sendable {
        package let step: Step
        package let trouble: Trouble
        /// The hotel's words without our secrets, or the codes that are not there.
        package let words: String?

        /// A failure.
        package init(step: Step, trouble: Trouble, words: String?) {
            self.step = step
            self.trouble = trouble
            self.words = words
        }
    }

    package let passed: [Step]
    /// The step that failed, and why; nil when all went well.
    package let failure: Failure?
    package let businessDate: BusinessDate?
    /// How long the hotel took for its date, ms.
    package let answeredInMs: Int64?
    /// The hotel's own codes that may be posted by hand; nil when they could not be read.
    package let codes: [HotelCode]?

    /// What a walk showed.
    package init(passed: [Step], failure: Failure?, businessDate: BusinessDate?, answeredInMs: Int64?, codes: [HotelCode]?) {
        self.passed = passed
        self.failure = failure
        self.businessDate = businessDate
        self.answeredInMs = answeredInMs
        self.codes = codes
    }
}
