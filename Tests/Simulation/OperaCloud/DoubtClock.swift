import PointOfSale
import Storage
import Synchronization

/// How long doubts last.
final class DoubtClock: Sendable {
    struct Times: Sendable {
        var begun: [PostingID: Int64] = [:]
        var settled = 0
        /// From its beginning to its end, and from its beginning or the last mishap, whichever was later, ms.
        var slowestMs: Int64 = 0
        var slowestUndisturbedMs: Int64 = 0
        var refusals: [String] = []
    }

    private let state = Mutex(Times())

    var times: Times { state.withLock { $0 } }

    func note(refused text: String) { state.withLock { $0.refusals.append(text) } }

    func note(_ change: PostingChange, atMs nowMs: Int64, lastMishapMs: Int64) {
        state.withLock { times in
            guard change.state != .inDoubt else {
                if times.begun[change.postingID] == nil { times.begun[change.postingID] = nowMs }
                return
            }
            guard let begunMs = times.begun.removeValue(forKey: change.postingID) else { return }
            times.settled += 1
            times.slowestMs = max(times.slowestMs, nowMs - begunMs)
            times.slowestUndisturbedMs = max(times.slowestUndisturbedMs, nowMs - max(begunMs, lastMishapMs))
        }
    }
}
