/// The requests of one link: those under way and those that wait for their turn. Pure: told the time in milliseconds of a clock that
/// never goes back, returns what became of whom. Nothing is ever sent twice.
struct RequestQueue {
    /// How many may be under way and how many may wait.
    struct Limits {
        var inFlightMax: Int
        var waitingMax: Int
        var lateAnswerGraceMs: Int64
    }

    /// What to do with a request that was submitted.
    enum Submission: Equatable {
        case send
        case wait
        case refuse(Exchange.NotSent)
    }

    /// What a received record is to the requests.
    enum Match: Equatable {
        /// It ends this request.
        case answer(RequestCompletion)
        /// It is a part of the answer to a request under way.
        case part
        /// It looks like an answer, but nobody waits for it: late, double, or with a number never sent.
        case late
        /// It answers nothing.
        case notAnAnswer
    }

    /// A request that nobody waits for any more, although the hotel may still answer it.
    private struct Orphan {
        var request: Request
        var forgottenAtMs: Int64
    }

    private let limits: Limits
    private var inFlight: [Request] = []
    private var waiting: [Request] = []
    private var orphans: [Orphan] = []

    init(limits: Limits) { self.limits = limits }

    /// When `expire` has something to do next, nil when nothing is under way.
    var deadlineMs: Int64? {
        var earliest: Int64?
        for request in inFlight { earliest = min(earliest ?? .max, request.deadlineMs) }
        for request in waiting { earliest = min(earliest ?? .max, request.deadlineMs) }
        return earliest
    }

    mutating func submit(_ request: Request, nowMs: Int64) -> Submission {
        forgetOrphans(nowMs: nowMs)
        guard !isNumberInUse(request) else { return .refuse(.numberInUse) }
        if hasRoom(request.lane), !waiting.contains(where: { $0.lane == request.lane }) {
            inFlight.append(request)
            return .send
        }
        guard waiting.count < limits.waitingMax else { return .refuse(.queueFull) }
        waiting.append(request)
        return .wait
    }

    /// The first waiting request that may go out now; its time begins anew.
    mutating func nextToSend(nowMs: Int64) -> Request? {
        guard let index = waiting.firstIndex(where: { hasRoom($0.lane) }) else { return nil }
        var request = waiting.remove(at: index)
        request.deadlineMs = nowMs + request.timeoutMs
        inFlight.append(request)
        return request
    }

    mutating func match(_ record: FIASRecord, nowMs: Int64) -> Match {
        guard let lanes = RequestLane.answeredBy(record.id) else { return .notAnAnswer }
        forgetOrphans(nowMs: nowMs)
        guard let index = indexAnswered(by: record, lanes: lanes) else {
            orphans.removeAll { lanes.contains($0.request.lane) && $0.request.isNumbered(like: record) }
            return record.id == .ds ? .notAnAnswer : .late
        }
        if record.id == .xi {
            inFlight[index].parts.append(record)
            return .part
        }
        return .answer(inFlight.remove(at: index).completion(.answered(record)))
    }

    /// Ends the requests whose time is up: sent ones are in doubt, waiting ones never left.
    mutating func expire(nowMs: Int64) -> [RequestCompletion] {
        forgetOrphans(nowMs: nowMs)
        let late = inFlight.filter { $0.deadlineMs <= nowMs }
        let stuck = waiting.filter { $0.deadlineMs <= nowMs }
        guard !late.isEmpty || !stuck.isEmpty else { return [] }
        inFlight.removeAll { $0.deadlineMs <= nowMs }
        waiting.removeAll { $0.deadlineMs <= nowMs }
        orphans += late.map { Orphan(request: $0, forgottenAtMs: nowMs + limits.lateAnswerGraceMs) }
        return late.map { $0.completion(.unknown(.timedOut)) } + stuck.map { $0.completion(.notSent(.queueFull)) }
    }

    /// Ends a request that its caller gave up; nil when it is over already.
    mutating func cancel(_ id: RequestID, nowMs: Int64) -> RequestCompletion? {
        if let index = inFlight.firstIndex(where: { $0.id == id }) {
            let request = inFlight.remove(at: index)
            orphans.append(Orphan(request: request, forgottenAtMs: nowMs + limits.lateAnswerGraceMs))
            return request.completion(.unknown(.cancelled))
        }
        if let index = waiting.firstIndex(where: { $0.id == id }) {
            return waiting.remove(at: index).completion(.notSent(.cancelled))
        }
        return nil
    }

    /// Ends everything that waits, because nothing may be sent any more.
    mutating func refuseWaiting(_ reason: Exchange.NotSent) -> [RequestCompletion] {
        defer { waiting.removeAll() }
        return waiting.map { $0.completion(.notSent(reason)) }
    }

    /// Ends everything: the connection is gone, and no answer will come over it.
    mutating func loseLink() -> [RequestCompletion] {
        defer {
            inFlight.removeAll()
            orphans.removeAll()
        }
        return inFlight.map { $0.completion(.unknown(.linkLost)) } + refuseWaiting(.notAlive)
    }

    private func hasRoom(_ lane: RequestLane) -> Bool {
        let max = lane == .posting ? limits.inFlightMax : 1
        return inFlight.count { $0.lane == lane } < max
    }

    private func isNumberInUse(_ request: Request) -> Bool {
        guard let number = request.number else { return false }
        let others = inFlight + waiting + orphans.map(\.request)
        return others.contains { $0.number == number && $0.workstation == request.workstation }
    }

    private mutating func forgetOrphans(nowMs: Int64) {
        guard !orphans.isEmpty else { return }
        orphans.removeAll { $0.forgottenAtMs <= nowMs }
    }

    /// The one request that a record answers. An answer with `P#` belongs to that number, on that workstation if it says one; an answer
    /// without belongs to the only request under way, unless an earlier one may still be answered. Doubt means no match:
    /// crediting an answer to the wrong request would be worse than a request in doubt.
    private func indexAnswered(by record: FIASRecord, lanes: Set<RequestLane>) -> Int? {
        let candidates = inFlight.indices.filter { lanes.contains(inFlight[$0].lane) && inFlight[$0].accepts(record) }
        let isNumbered = record.filled(.postingNumber) != nil && (record.id == .pa || record.id == .pl)
        if isNumbered {
            let hits = candidates.filter { inFlight[$0].isNumbered(like: record) }
            return hits.count == 1 ? hits[0] : nil
        }
        guard candidates.count == 1, !orphans.contains(where: { lanes.contains($0.request.lane) && $0.request.isNumberedLane })
        else { return nil }
        return candidates[0]
    }
}
