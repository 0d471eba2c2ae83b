import Synchronization

/// A request on its way to the event loop, and the caller's chance to give it up.
struct SubmittedRequest: Sendable {
    let record: FIASRecord
    let timeoutMs: Int?
    /// The session that the link must be in, nil for any.
    let session: Int?
    let giveUp = GiveUp()

    /// Brings together a caller that gives up and a request that is just being submitted, whichever comes first.
    final class GiveUp: Sendable {
        private enum State {
            case open
            case submitted(RequestID)
            case givenUp
        }

        private let state = Mutex(State.open)

        /// Notes the id; false when the caller has given up already.
        func markSubmitted(as id: RequestID) -> Bool {
            state.withLock { state in
                if case .givenUp = state { return false }
                state = .submitted(id)
                return true
            }
        }

        /// Notes that the caller gave up; the id of the request if it was submitted.
        func markGivenUp() -> RequestID? {
            state.withLock { state in
                if case .submitted(let id) = state { return id }
                state = .givenUp
                return nil
            }
        }
    }
}
