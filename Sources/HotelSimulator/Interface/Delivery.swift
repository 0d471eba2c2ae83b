package import FIAS

/// One thing that the interface does to a connection.
package enum DeliveryStep: Sendable, Equatable {
    /// Sends a record.
    case send(FIASRecord)
    /// The first bytes of the frame of a record, and no more.
    case sendBeginning(of: FIASRecord, bytes: Int)
    /// Has the request taken up only now: see `PropertyInterface.takeUp`. What comes of it is delivered like any answer.
    case takeUp(FIASRecord)
    /// Hangs up after what was sent.
    case hangUp
    /// Tears the connection down at once.
    case cut
}

/// What the interface does about one request: the steps, after a wait.
package struct Delivery: Sendable, Equatable {
    /// The wait, in milliseconds.
    package var afterMs = 0
    /// What is done then, in sequence.
    package var steps: [DeliveryStep] = []

    package init(afterMs: Int = 0, steps: [DeliveryStep] = []) {
        self.afterMs = afterMs
        self.steps = steps
    }
}
