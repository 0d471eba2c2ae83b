import Crypto
package import PointOfSale
import Storage

/// What became of a posting that was handed over, as its sender is told.
package struct RelayedAnswer: Hashable, Sendable {
    package let state: PostingState
    /// A stable word for how it ended: that of the posting here.
    package let code: String?
    /// The hotel's own words.
    package let hotelText: String?
    /// The hotel's numbers for what it booked.
    package let transactionNumbers: [String]
    /// The posting here; nil when the key was taken back before anything came.
    package let postingID: PostingID?
    /// Whether this key had been used before.
    package let isRepeat: Bool

    init(_ posting: FolioPosting, isRepeat: Bool) {
        state = posting.state
        code = posting.outcomeCode
        hotelText = posting.hotelText
        transactionNumbers = posting.transactionNumbers
        postingID = posting.id
        self.isRepeat = isRepeat
    }

    private init() {
        state = .withdrawn
        code = nil
        hotelText = nil
        transactionNumbers = []
        postingID = nil
        isRepeat = true
    }

    /// Nothing came under the key, and nothing ever will.
    static let takenBack = RelayedAnswer()
}

extension Restaurant {
    /// Takes over a posting of another till: writes it down as one of this till's own and sends it by its line (`S1-02`).
    ///
    /// The key is looked at in the transaction that writes, so that however often it comes, it is one posting.
    /// - Throws: `Refusal` — this till is no gateway or another than the one meant, the workstation is not the key's, the line to the hotel
    ///   is away (then nothing was written), the key came with another posting before.
    package func takeOver(_ request: RelayedRequest, from sender: GatewayKey) async throws -> RelayedAnswer {
        guard sender.allows(request.workstation) else { throw Refusal.workstationNotAllowed }
        let (moment, line, digest) = (now(), hotel.linkState, request.digest)
        let answer = try await database.write { tx in
            try tx.mustBeGateway()
            guard try tx.gatewayMark() == request.mark else { throw Refusal.gatewayForgot }
            guard try request.breakdown.total.currency == tx.property().currency else { throw Refusal.gatewayNotHere }
            if let known = try tx.relayed(under: request.key) {
                guard let posting = known.posting else { return RelayedAnswer.takenBack }
                guard known.inputHash == digest else { throw Refusal.keyReused }
                return RelayedAnswer(posting, isRepeat: true)
            }
            guard line.isAlive else { throw Refusal.hotelUnavailable(line.phase == .nightAudit ? .nightAudit : .notConnected) }
            let posting = request.posting(answeredForBy: sender.madeBy, at: moment)
            try tx.enqueue(posting)
            try tx.rememberRelayed(request.key, posting: posting.id, inputHash: digest, from: sender.id, at: moment)
            try tx.journal(.postingRelayed, subject: posting.id.text, note: sender.id.text, by: nil, at: moment)
            return RelayedAnswer(posting, isRepeat: false)
        }
        if !answer.isRepeat, let id = answer.postingID {
            if let posting = try await database.read({ tx in try tx.posting(id) }) { signals.announce(PostingChange(posting)) }
            signals.wake()
        }
        return answer
    }

    /// What became of a posting that was handed over, waiting a while until there is something to say.
    /// - Throws: `Refusal` — this till is no gateway or another than the one meant, nothing came under that key.
    package func relayed(_ key: PostingAttemptID, at mark: String, waitMs: Int) async throws -> RelayedAnswer {
        let answer = try await database.read { tx in try tx.relayedAnswer(key, at: mark) }
        guard let answer else { throw Refusal.unknownRelayed }
        return try await outcome(of: answer, atMostMs: waitMs)
    }

    /// Takes a posting back, if nothing of it has left yet. A key under which nothing came is used up by it: what comes later is not taken.
    /// - Returns: what became of it: withdrawn, or how it stands if that was too late.
    /// - Throws: `Refusal` — this till is no gateway, or another than the one meant.
    package func takeBack(_ key: PostingAttemptID, at mark: String, from sender: GatewayKey) async throws -> RelayedAnswer {
        let moment = now()
        let (answer, moved) = try await database.write { tx -> (RelayedAnswer, FolioPosting?) in
            guard let answer = try tx.relayedAnswer(key, at: mark) else {
                try tx.rememberRelayed(key, posting: nil, inputHash: nil, from: sender.id, at: moment)
                try tx.journal(.relayTakenBack, subject: key.text, note: sender.id.text, by: nil, at: moment)
                return (.takenBack, nil)
            }
            guard answer.state == .queued, let posting = try answer.postingID.flatMap({ try tx.posting($0) }) else { return (answer, nil) }
            try tx.conclude(posting, as: PostingConclusion(.withdrawn), at: moment)
            try tx.journal(.relayTakenBack, subject: posting.id.text, note: sender.id.text, by: nil, at: moment)
            guard let after = try tx.posting(posting.id) else { throw StorageFault.missing("posting", id: posting.id.text) }
            return (RelayedAnswer(after, isRepeat: true), after)
        }
        if let moved { signals.announce(PostingChange(moved)) }
        return answer
    }

    /// The answer once there is something to tell, or as it is when the time is over.
    package func outcome(of answer: RelayedAnswer, atMostMs: Int) async throws -> RelayedAnswer {
        guard let id = answer.postingID, !answer.state.hasAnswer else { return answer }
        // Listening begins before looking, so that a change in between is not missed.
        let changes = signals.changes(of: id)
        let current: @Sendable () async throws -> RelayedAnswer = { [database] in
            let posting = try await database.read { tx in try tx.posting(id) }
            return posting.map { RelayedAnswer($0, isRepeat: answer.isRepeat) } ?? answer
        }
        let found = try await current()
        guard !found.state.hasAnswer else { return found }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await change in changes where change.state.hasAnswer { return } }
            group.addTask { try? await Task.sleep(for: .milliseconds(atMostMs)) }
            await group.next()
            group.cancelAll()
        }
        return try await current()
    }
}

extension RelayedRequest {
    fileprivate var digest: String { SHA256.hash(data: Array(fingerprint.utf8)).hexadecimal }
}

extension SQLTransaction {
    /// What became of what came under that key; nil when nothing did.
    fileprivate func relayedAnswer(_ key: PostingAttemptID, at mark: String) throws -> RelayedAnswer? {
        try mustBeGateway()
        guard try gatewayMark() == mark else { throw Refusal.gatewayForgot }
        return try relayed(under: key).map { entry in entry.posting.map { RelayedAnswer($0, isRepeat: true) } ?? .takenBack }
    }
}
