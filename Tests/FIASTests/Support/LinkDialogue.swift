@testable import FIAS

/// A conversation with the client's state machine, told in records and in milliseconds.
struct LinkDialogue {
    typealias Action = LinkStateMachine.Action

    var machine: LinkStateMachine
    var nowMs: Int64 = 1_000

    /// A link that is switched on and not connected yet.
    init(_ configure: (inout LinkConfiguration) -> Void = { _ in }) {
        var configuration = LinkConfiguration(host: "hotel", port: 5010)
        configure(&configuration)
        machine = LinkStateMachine(configuration: configuration)
    }

    /// A link that is alive in its first session.
    static func alive(_ configure: (inout LinkConfiguration) -> Void = { _ in }) throws -> LinkDialogue {
        var dialogue = LinkDialogue(configure)
        try dialogue.comesAlive()
        return dialogue
    }

    mutating func comesAlive() throws {
        if machine.stage == .idle { _ = machine.start() }
        while machine.stage != .connecting { _ = waits(machine.deadlineMs.map { $0 - nowMs } ?? 0) }
        _ = machine.connected(nowMs: nowMs)
        _ = try hears("LS|DA260110|TI201500|")
        _ = try hears("LA|DA260110|TI201500|")
    }

    /// The hotel says something.
    mutating func hears(_ text: String) throws -> [Action] {
        machine.received(try FIASRecord.parse(text: text), nowMs: nowMs)
    }

    /// Time passes; the machine is woken whenever it wants to be, as the driver does.
    mutating func waits(_ ms: Int64) -> [Action] {
        let end = nowMs + ms
        var actions: [Action] = []
        while let deadline = machine.deadlineMs, deadline <= end {
            nowMs = max(nowMs, deadline)
            actions += machine.timePassed(nowMs: nowMs)
        }
        nowMs = end
        return actions
    }

    /// Somebody wants a request sent.
    mutating func asks(_ record: FIASRecord, as id: RequestID, timeoutMs: Int? = nil, session: Int? = nil) -> [Action] {
        machine.submit(record, as: id, timeoutMs: timeoutMs, session: session, nowMs: nowMs)
    }

    /// The connection is gone.
    mutating func isCutOff(chance: Double = 0) -> [Action] { machine.closed(chance: chance, nowMs: nowMs) }
}

extension LinkStateMachine.Action {
    /// The request of this id ended like this.
    static func ends(_ id: RequestID, _ exchange: Exchange, parts: [FIASRecord] = []) -> LinkStateMachine.Action {
        .complete(RequestCompletion(id: id, exchange: exchange, parts: parts))
    }
}

/// The record that a text is.
func record(_ text: String) throws -> FIASRecord { try FIASRecord.parse(text: text) }
