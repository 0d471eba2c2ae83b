/// How a request ended. FIAS has neither an idempotency key nor a question "was it booked?", so *unknown* is a value of its own.
package enum Exchange: Sendable, Equatable {
    /// The hotel answered.
    case answered(FIASRecord)
    /// No byte of the request left this process.
    case notSent(NotSent)
    /// The request was handed to the socket and no answer came: it may have been carried out.
    case unknown(Unknown)

    /// Why nothing was sent.
    package enum NotSent: Sendable, Equatable {
        /// The link is not alive, or not in the session asked for any more.
        case notAlive
        /// The hotel is in its night audit.
        case nightAudit
        /// The hotel is resynchronising.
        case resyncing
        /// Too many requests wait already, or this one waited its whole time for its turn.
        case queueFull
        /// Another request with the same `P#` and `WS` is under way.
        case numberInUse
        /// FIAS gives this record no answer, so there is nothing to wait for.
        case notARequest
        /// The caller gave up before its turn came.
        case cancelled
    }

    /// Why the outcome is not known.
    package enum Unknown: Sendable, Equatable {
        /// No answer came in time.
        case timedOut
        /// The connection was lost.
        case linkLost
        /// The caller gave up.
        case cancelled
    }
}

/// How a request for a bill ended.
package enum BillView: Sendable, Equatable {
    /// The items in the hotel's order, and the balance, which may be a refusal.
    case bill(items: [BillItem], balance: BillBalance)
    /// No byte of the request left this process.
    case notSent(Exchange.NotSent)
    /// No complete bill came.
    case unknown(Exchange.Unknown)
    /// The hotel answered with something that is no bill.
    case unreadable(MessageError)
}
