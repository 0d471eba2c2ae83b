import FIAS
import PointOfSale

extension PostingReply {
    /// What an exchange over the link came to, for the posting that was sent in it.
    init(_ exchange: Exchange, to posting: FolioPosting, as attempt: PostingAttempt) {
        switch exchange {
        case .answered(let record): self.init(answer: record, to: posting, as: attempt)
        case .notSent(let reason): self.init(.notSent(PostingOutcome.NotSent(reason)))
        case .unknown(.timedOut): self.init(.inDoubt(.timedOut))
        case .unknown(.linkLost): self.init(.inDoubt(.linkLost))
        case .unknown(.cancelled): self.init(.inDoubt(.interrupted))
        }
    }

    /// What an answer means (`FIAS 2.20.24 §8.1`). One that names another stay, or says neither yes nor no, leaves the posting in doubt.
    init(answer record: FIASRecord, to posting: FolioPosting, as attempt: PostingAttempt) {
        guard let answer = try? PostingAnswer(record) else {
            self.init(.inDoubt(.unknownAnswer), answer: record.wireText)
            return
        }
        self.init(
            answer.isAbout(posting, attempt) ? answer.outcome : .inDoubt(.mismatchedAnswer), hotelText: answer.text, answer: record.wireText
        )
    }
}

extension PostingAnswer {
    /// Whether what the answer echoes fits the posting; what it leaves out fits (rule R4).
    func isAbout(_ posting: FolioPosting, _ attempt: PostingAttempt) -> Bool {
        let check = echoes.first { $0.id == .checkNumber }?.value
        return postingNumber.map { $0 == attempt.number } ?? true
            && workstation.map { $0.trimmedAtEnd == posting.workstation.trimmedAtEnd } ?? true
            && roomNumber.map { $0 == posting.guest?.roomNumber.text } ?? true
            && reservationNumber.map { $0 == posting.guest?.reservationNumber } ?? true
            && check.flatMap(Int.init).map { $0 == posting.checkNumber } ?? true
    }

    /// What the status says of the booking (`FIAS 2.20.24 §8.1`).
    var outcome: PostingOutcome {
        switch status {
        case .ok: .accepted(transactionNumbers: transactionNumbers)
        case .guestNotFound: .refused(.guestNotFound)
        case .noPosting: .refused(.noPosting)
        case .creditLimit: .refused(.creditLimit)
        case .invalidAccount: .refused(.invalidAccount)
        case .sumMismatch: .refused(.sumMismatch)
        case .denied: .refused(.denied)
        case .noRight, .featureOff: .refused(.noRight)
        case .unprocessable, .noResponse: .refused(.unprocessable)
        case .retry: .tryAgain(.retry)
        case .nightAudit: .tryAgain(.nightAudit)
        // Not answers to a posting: whether anything was booked is not known, so it is not sent again.
        case .busy, .messageNotFound, .balanceMismatch, .notDepartureDay, .deleted, .other: .inDoubt(.unknownAnswer)
        }
    }
}

extension String {
    /// Without the blanks at its end, which a hotel may drop or add.
    fileprivate var trimmedAtEnd: Substring { self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)] }
}

extension PostingOutcome.NotSent {
    init(_ reason: Exchange.NotSent) {
        switch reason {
        case .nightAudit: self = .nightAudit
        case .resyncing: self = .resyncing
        case .queueFull, .numberInUse: self = .busy
        case .notAlive, .notARequest, .cancelled: self = .linkDown
        }
    }
}
