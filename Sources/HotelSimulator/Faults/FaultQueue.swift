/// A fault that waits for its requests.
package struct ArmedFault: Sendable, Equatable, Identifiable {
    /// 1, 2, 3 … in the sequence in which they were armed.
    package let id: Int
    package let fault: Fault
    /// The kind of request that it waits for; nil for any.
    package let request: InterfaceRequest?
    /// How many requests it is still good for.
    package fileprivate(set) var remaining: Int
}

/// The faults that are armed, the oldest first.
package struct FaultQueue: Sendable, Equatable {
    /// The most faults armed at a time.
    package static let armedMax = 100
    /// The most requests that one fault is good for.
    package static let countMax = 10_000

    package private(set) var armed: [ArmedFault] = []
    private var lastID = 0

    package init() {}

    /// Arms a fault for the next `count` requests of a kind. False when the queue is full or the count is out of range.
    @discardableResult
    package mutating func arm(_ fault: Fault, on request: InterfaceRequest?, count: Int = 1) -> Bool {
        guard armed.count < Self.armedMax, (1...Self.countMax).contains(count) else { return false }
        lastID += 1
        armed.append(ArmedFault(id: lastID, fault: fault, request: request, remaining: count))
        return true
    }

    /// The fault that this request meets, if any; it is used up by that.
    mutating func take(for request: InterfaceRequest) -> Fault? {
        guard let index = armed.firstIndex(where: { $0.request == nil || $0.request == request }) else { return nil }
        let fault = armed[index].fault
        armed[index].remaining -= 1
        if armed[index].remaining == 0 { armed.remove(at: index) }
        return fault
    }

    /// Takes every fault away.
    package mutating func disarm() {
        armed = []
    }
}
