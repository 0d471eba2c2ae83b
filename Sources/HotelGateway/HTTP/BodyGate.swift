import NIOCore
import Synchronization

/// A request's body that leaves once, or never: whoever shuts the gate first knows that nothing has passed it. The head alone asks nothing
/// of the hotel, for it promises a body.
final class BodyGate: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    private enum State { case waiting, passed, shut }
    private struct IsShut: Error {}

    private let body: ByteBuffer
    private let state = Mutex(State.waiting)

    init(_ body: ByteBuffer) { self.body = body }

    /// Lets nothing through from now on. True when nothing has passed.
    func shut() -> Bool {
        state.withLock { state in
            if state == .waiting { state = .shut }
            return state == .shut
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(gate: self) }

    struct Iterator: AsyncIteratorProtocol {
        let gate: BodyGate

        mutating func next() async throws -> ByteBuffer? {
            try gate.state.withLock { state in
                switch state {
                case .waiting:
                    state = .passed
                    return gate.body
                case .passed: return nil
                case .shut: throw IsShut()
                }
            }
        }
    }
}
