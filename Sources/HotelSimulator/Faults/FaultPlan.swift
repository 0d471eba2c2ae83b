/// A fault as it is asked for over HTTP: `{"kind": "loseAnswer", "booked": true, "on": "posting", "count": 2}`.
package struct FaultPlan: Sendable, Equatable, Decodable {
    /// The names of all faults and disturbances.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case loseAnswer, delayAnswer, bookLate, duplicateAnswer, reorderAnswer, cutBeforeBooking, cutAfterBooking, cutInAnswer, refuse
        case unknownStatus, missingStatus, wrongPostingNumber, missingPostingNumber
        case renewLinkStart, endLink, cut, garbage, halfOpen, nightAudit, resync, slow
    }

    /// What it comes to.
    package enum Effect: Sendable, Equatable {
        case armed(Fault), atOnce(Disturbance)
        /// Every answer from now on takes so long, in milliseconds.
        case slow(ms: Int)
    }

    package var kind: Kind
    /// `loseAnswer`: is the charge booked. `halfOpen`: begin (default) or end.
    package var booked: Bool
    package var begin: Bool
    package var on: InterfaceRequest?
    package var count: Int
    package var ms: Int
    package var bytes: Int
    package var status: String

    package init(
        _ kind: Kind, booked: Bool = true, begin: Bool = true, on: InterfaceRequest? = .posting, count: Int = 1, ms: Int = 0,
        bytes: Int = 0,
        status: String = "UR"
    ) {
        self.kind = kind
        self.booked = booked
        self.begin = begin
        self.on = on
        self.count = count
        self.ms = ms
        self.bytes = bytes
        self.status = status
    }

    enum CodingKeys: String, CodingKey, CaseIterable { case kind, booked, begin, on, count, ms, bytes, status }

    /// Reads a plan. Throws `DecodingError` on an unknown key, kind or request, or a number out of range.
    package init(from decoder: any Decoder) throws {
        let object = try StrictObject<CodingKeys>(decoder)
        let on: String = try object.value(.on, or: InterfaceRequest.posting.rawValue)
        self.init(
            try object.required(.kind), booked: try object.value(.booked, or: true), begin: try object.value(.begin, or: true),
            on: InterfaceRequest(rawValue: on), count: try object.value(.count, or: 1), ms: try object.value(.ms, or: 0),
            bytes: try object.value(.bytes, or: 0), status: try object.value(.status, or: "UR"))
        if self.on == nil && on != "any" { throw problem("on", "“\(on)” is no request", decoder) }
        if let wrong { throw problem(wrong, "is out of range", decoder) }
    }

    /// The name of the value that is out of range, if one is.
    package var wrong: String? {
        if !(1...FaultQueue.countMax).contains(count) { return "count" }
        if !(0...Fault.delayMsMax).contains(ms) { return "ms" }
        if !(0...Fault.bytesMax).contains(bytes) { return "bytes" }
        if status.count != 2 || !status.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }) { return "status" }
        return nil
    }

    /// What the plan comes to.
    package var effect: Effect {
        switch kind {
        case .loseAnswer: .armed(.loseAnswer(booked: booked))
        case .delayAnswer: .armed(.delayAnswer(ms: ms))
        case .bookLate: .armed(.bookLate(ms: ms))
        case .duplicateAnswer: .armed(.duplicateAnswer)
        case .reorderAnswer: .armed(.reorderAnswer)
        case .cutBeforeBooking: .armed(.cutBeforeBooking)
        case .cutAfterBooking: .armed(.cutAfterBooking)
        case .cutInAnswer: .armed(.cutInAnswer(bytes: bytes))
        case .refuse: .armed(.refuse(status: status))
        case .unknownStatus: .armed(.nonsense(.unknownStatus))
        case .missingStatus: .armed(.nonsense(.missingStatus))
        case .wrongPostingNumber: .armed(.nonsense(.wrongPostingNumber))
        case .missingPostingNumber: .armed(.nonsense(.missingPostingNumber))
        case .renewLinkStart: .atOnce(.renewLinkStart)
        case .endLink: .atOnce(.endLink)
        case .cut: .atOnce(.cut)
        case .garbage: .atOnce(.garbage)
        case .halfOpen: .atOnce(.halfOpen(begin))
        case .nightAudit: .atOnce(.nightAudit(ms: ms))
        case .resync: .atOnce(.resync(ms: ms))
        case .slow: .slow(ms: min(ms, HotelSettings.answerDelayMsMax))
        }
    }

    private func problem(_ key: String, _ text: String, _ decoder: any Decoder) -> DecodingError {
        .dataCorrupted(.init(codingPath: decoder.codingPath + [AnyKey(stringValue: key)], debugDescription: text))
    }
}
