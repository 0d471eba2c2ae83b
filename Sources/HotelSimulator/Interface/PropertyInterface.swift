package import FIAS

/// The hotel's interface program: a conversation for each connection, and the faults that spoil its answers.
/// A value that is told the time; booking a charge and delivering its answer are two steps, so that "booked, answer lost" is exact.
package struct PropertyInterface: Sendable {
    package var faults = FaultQueue()
    /// The hotel keeps the line open and says nothing.
    package var isHalfOpen = false

    private var conversations: [Int: Conversation] = [:]
    /// Answers that wait for the next answer on their connection.
    private var held: [Int: [FIASRecord]] = [:]

    package init() {}

    /// A connection came alive: what was asked on it before is forgotten.
    package mutating func begin(connection: Int) {
        conversations[connection] = Conversation()
        held[connection] = nil
    }

    /// A connection is gone, and with it every inquiry made on it.
    package mutating func end(connection: Int) {
        conversations[connection] = nil
        held[connection] = nil
    }

    /// Takes up a request that was put off when it came: books, then says what is to be delivered. The connection may be gone by now; an
    /// inquiry that opened the way when the request came still does.
    package mutating func takeUp(
        _ record: FIASRecord, on connection: Int, in hotel: inout Hotel, described: DescribedFields, atMs: Int64
    ) -> Delivery {
        let answers = conversations[connection, default: Conversation()].answer(
            record, in: &hotel, described: described, atMs: atMs, isExpected: true)
        return Delivery(steps: answers.map(DeliveryStep.send))
    }

    /// Answers one record: books, then says what is to be delivered.
    package mutating func respond(
        to record: FIASRecord, on connection: Int, in hotel: inout Hotel, described: DescribedFields, atMs: Int64
    ) -> Delivery {
        guard !isHalfOpen, let request = InterfaceRequest(record) else { return Delivery() }
        let fault = faults.take(for: request)
        let slowMs = hotel.settings.answerDelayMs
        switch fault {
        case .loseAnswer(booked: false):
            return Delivery()
        case .cutBeforeBooking:
            return Delivery(steps: [.cut])
        case .bookLate(let ms):
            let isExpected = conversations[connection, default: Conversation()].expects(record, in: hotel, atMs: atMs)
            return isExpected ? Delivery(afterMs: slowMs + ms, steps: [.takeUp(record)]) : Delivery()
        case .refuse(let status):
            let refusal = Conversation.refusal(
                of: record, status: AnswerStatus(code: status), text: "Refused by the simulator", in: hotel, described: described,
                atMs: atMs)
            return Delivery(afterMs: slowMs, steps: withHeld([refusal], on: connection))
        default:
            break
        }
        let answers = conversations[connection, default: Conversation()].answer(record, in: &hotel, described: described, atMs: atMs)
        guard !answers.isEmpty else { return Delivery() }
        return deliver(answers, on: connection, fault: fault, slowMs: slowMs)
    }

    private mutating func deliver(_ answers: [FIASRecord], on connection: Int, fault: Fault?, slowMs: Int) -> Delivery {
        switch fault {
        case .loseAnswer:
            return Delivery()
        case .delayAnswer(let ms):
            return Delivery(afterMs: slowMs + ms, steps: answers.map(DeliveryStep.send))
        case .duplicateAnswer:
            return Delivery(afterMs: slowMs, steps: withHeld(answers + answers, on: connection))
        case .reorderAnswer:
            held[connection, default: []] += answers
            return Delivery()
        case .cutAfterBooking:
            return Delivery(steps: [.cut])
        case .cutInAnswer(let bytes):
            return Delivery(afterMs: slowMs, steps: [.sendBeginning(of: answers[0], bytes: bytes), .hangUp])
        case .nonsense(let nonsense):
            return Delivery(afterMs: slowMs, steps: withHeld(answers.map { spoiled($0, by: nonsense) }, on: connection))
        case .cutBeforeBooking, .bookLate, .refuse, nil:
            return Delivery(afterMs: slowMs, steps: withHeld(answers, on: connection))
        }
    }

    /// The answers, then those that waited for them.
    private mutating func withHeld(_ answers: [FIASRecord], on connection: Int) -> [DeliveryStep] {
        (answers + (held.removeValue(forKey: connection) ?? [])).map(DeliveryStep.send)
    }

    private func spoiled(_ answer: FIASRecord, by nonsense: Fault.Nonsense) -> FIASRecord {
        let fields = answer.fields.compactMap { field -> FIASRecord.Field? in
            switch (nonsense, field.id) {
            case (.unknownStatus, .answerStatus): .init(.answerStatus, "QQ")
            case (.missingStatus, .answerStatus), (.missingPostingNumber, .postingNumber): nil
            case (.wrongPostingNumber, .postingNumber): .init(.postingNumber, "9" + field.value.suffix(6) + "9")
            default: field
            }
        }
        return FIASRecord(answer.id, fields)
    }
}
