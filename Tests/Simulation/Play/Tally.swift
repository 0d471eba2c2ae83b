/// What histories amounted to, added up.
package struct Tally: Sendable {
    package var histories = 0
    package var charges = 0
    package var bookings = 0
    package var duplicates = 0
    package var losses = 0
    package var wrongRooms = 0
    package var unexplainedDoubts = 0
    package var otherFindings = 0
    package var doubts = 0
    package var doubtsSettledByMachine = 0
    package var doubtsSettledByPerson = 0
    package var doubtsLeftListed = 0
    package var reversals = 0
    package var resends = 0
    package var starts = 0
    package var virtualMs: Int64 = 0
    package var faults: [String: Int] = [:]
    /// State of posting, attempt, link and evidence together: each combination that was ever seen.
    package var states: Set<String> = []

    package init() {}

    package static func += (left: inout Tally, right: Tally) {
        left.histories += right.histories
        left.charges += right.charges
        left.bookings += right.bookings
        left.duplicates += right.duplicates
        left.losses += right.losses
        left.wrongRooms += right.wrongRooms
        left.unexplainedDoubts += right.unexplainedDoubts
        left.otherFindings += right.otherFindings
        left.doubts += right.doubts
        left.doubtsSettledByMachine += right.doubtsSettledByMachine
        left.doubtsSettledByPerson += right.doubtsSettledByPerson
        left.doubtsLeftListed += right.doubtsLeftListed
        left.reversals += right.reversals
        left.resends += right.resends
        left.starts += right.starts
        left.virtualMs += right.virtualMs
        left.faults.merge(right.faults, uniquingKeysWith: +)
        left.states.formUnion(right.states)
    }
}

/// Something that must not be.
package struct Finding: Sendable, CustomStringConvertible {
    package enum Kind: String, Sendable {
        case duplicate, loss, wrongRoom, unexplainedDoubt, other
    }

    package let kind: Kind
    /// Which rule or invariant it breaks: `I2`, `R1`.
    package let rule: String
    package let text: String
    package var description: String { "\(rule) \(kind.rawValue): \(text)" }
}
