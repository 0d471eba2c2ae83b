import NIOCore
import NIOPosix
import Synchronization

/// Where and how the line between a till and a hotel breaks.
struct Cut: Hashable, Sendable, CustomStringConvertible {
    /// Which of the two frames is not let through.
    enum Side: String, CaseIterable, Sendable { case request, answer }
    /// What the ends notice.
    enum Manner: String, CaseIterable, Sendable {
        /// An orderly end.
        case finished
        /// A reset.
        case reset
        /// Nothing: the line stays open and carries nothing any more.
        case silence
    }

    let side: Side
    /// How many bytes of that frame get through.
    let bytes: Int
    let manner: Manner

    var description: String { "\(manner.rawValue) after \(bytes) bytes of the \(side.rawValue)" }
}

/// The line between a till and a hotel: passes whole frames on, and breaks once where it is told to. Counts the bytes of postings and of
/// their answers.
final class CutWire: Sendable {
    /// What the wire has seen of the last posting.
    struct Seen: Sendable, Hashable {
        var requestBytes = 0
        var answerBytes = 0
        /// Whether the cut that was asked for has happened.
        var isCut = false
    }

    /// Makes of the answers that were kept back what then goes down the wire, segment by segment.
    typealias Spoiling = @Sendable (_ answers: [String]) -> [ByteBuffer]

    private struct Keeping {
        let count: Int
        let spoil: Spoiling
        var answers: [String] = []
    }

    /// What becomes of a frame.
    enum Passage {
        case passes
        case isCut(Cut)
        /// It stays here; these segments go on instead, as soon as there are any.
        case isKept([ByteBuffer])
    }

    private struct State {
        var keeping: Keeping?
        var till: (any Channel)?
        var cut: Cut?
        /// The number of the posting whose answer is to be cut.
        var awaited: String?
        var seen = Seen()

        mutating func request(_ frame: CutFrame) -> Passage {
            seen.requestBytes = frame.byteCount
            guard let cut, !seen.isCut else { return .passes }
            guard cut.side == .request else {
                awaited = frame.postingNumber
                return .passes
            }
            seen.isCut = true
            return .isCut(cut)
        }

        mutating func answer(_ frame: CutFrame, to till: any Channel) -> Passage {
            seen.answerBytes = frame.byteCount
            if keeping != nil { return keep(frame, from: till) }
            guard let cut, cut.side == .answer, !seen.isCut, awaited == frame.postingNumber else { return .passes }
            seen.isCut = true
            return .isCut(cut)
        }

        private mutating func keep(_ frame: CutFrame, from till: any Channel) -> Passage {
            self.till = till
            keeping?.answers.append(frame.record)
            guard let full = keeping, full.answers.count == full.count else { return .isKept([]) }
            keeping = nil
            return .isKept(full.spoil(full.answers))
        }
    }

    private let state = Mutex(State())
    private let hotelPort: Int
    private let group: any EventLoopGroup

    init(to hotelPort: Int, group: any EventLoopGroup) {
        self.hotelPort = hotelPort
        self.group = group
    }

    /// Listens on a free port while the body runs.
    func carries<Value: Sendable>(_ body: (_ port: Int) async throws -> Value) async throws -> Value {
        let listener = try await ServerBootstrap(group: group)
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .childChannelOption(.autoRead, value: false)
            .childChannelInitializer { till in self.connect(till) }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            let value = try await body(listener.localAddress?.port ?? 0)
            try await listener.close()
            return value
        } catch {
            listener.close(promise: nil)
            throw error
        }
    }

    /// Breaks the line at the next posting, once.
    func arm(_ cut: Cut?) {
        state.withLock { state in
            state.cut = cut
            state.awaited = nil
            state.seen = Seen()
        }
    }

    var seen: Seen { state.withLock(\.seen) }

    /// Keeps the answers to postings back until there are so many of them, and then sends what `spoil` makes of them; once.
    func keepAnswers(_ count: Int, then spoil: @escaping Spoiling) {
        state.withLock { $0.keeping = Keeping(count: count, spoil: spoil) }
    }

    /// How many answers are kept back now.
    var keptCount: Int { state.withLock { $0.keeping?.answers.count ?? 0 } }

    /// Sends what was kept back, however few there are.
    func release() {
        let (till, segments) = state.withLock { state in
            defer { state.keeping = nil }
            return (state.till, state.keeping.map { $0.spoil($0.answers) } ?? [])
        }
        for segment in segments { till?.writeAndFlush(segment, promise: nil) }
    }

    func passage(of frame: CutFrame, to receiver: any Channel) -> Passage {
        state.withLock { state in
            switch frame.side {
            case .request: return frame.isPosting ? state.request(frame) : .passes
            case .answer: return frame.isAnswer ? state.answer(frame, to: receiver) : .passes
            }
        }
    }

    private func connect(_ till: any Channel) -> EventLoopFuture<Void> {
        ClientBootstrap(group: till.eventLoop)
            .channelOption(.socketOption(.tcp_nodelay), value: 1)
            .channelOption(.autoRead, value: false)
            .connect(host: "127.0.0.1", port: hotelPort)
            .flatMap { hotel in
                till.eventLoop.makeCompletedFuture {
                    let pair = CutPair(till: till, hotel: hotel)
                    try till.pipeline.syncOperations.addHandler(CutEnd(of: self, pair: pair, side: .request))
                    try hotel.pipeline.syncOperations.addHandler(CutEnd(of: self, pair: pair, side: .answer))
                }
                .flatMap {
                    hotel.setOption(.autoRead, value: true).and(till.setOption(.autoRead, value: true)).map { _ in }
                }
            }
    }
}
