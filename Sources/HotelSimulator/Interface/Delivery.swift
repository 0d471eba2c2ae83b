package import FIAS

/// One thing that the interface does to a connection.
package enum DeliveryStep: Sendable, Equatable {
    case send(FIASRecord)
    /// The first bytes of the frame of a record, and no more.
    case sendBeginning(of: FIASRecord, bytes: Int)
    /// Tears the connection down without a farewell.
    case cut
}

/// What the interface does about one request: the steps, after a wait.
package struct Delivery: Sendable, Equatable {
    package var afterMs = 0
    package var steps: [DeliveryStep] = []

    package init(afterMs: Int = 0, steps: [DeliveryStep] = []) {
        self.afterMs = afterMs
        self.steps = steps
    }
}
