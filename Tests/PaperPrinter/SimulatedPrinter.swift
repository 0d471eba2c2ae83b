import NIOCore
import NIOPosix
import Synchronization

/// A printer on the network that never wastes paper: it listens as one does, answers questions about itself, and keeps what came out.
package final class SimulatedPrinter: Sendable {
    /// What may be wrong with it.
    package enum Fault: Hashable, Sendable {
        case outOfPaper, coverOpen
        /// It knows no questions, as cheap clones do.
        case mute
        /// It hangs up after so many bytes of a job.
        case cutsAfter(Int)
        /// It takes the job and never says that it is done.
        case neverDone
    }

    private struct State {
        var fault: Fault?
        var jobs: [[UInt8]] = []
        var waiting: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())
    private let server: any Channel

    /// Where it listens.
    package let port: Int

    private init(server: any Channel, hands: JobHands) {
        self.server = server
        port = server.localAddress?.port ?? 0
        hands.printer.withLock { $0 = self }
    }

    /// Switches it on, on a free port of this machine unless one is named; runs `body`; switches it off.
    package static func on<T>(port: Int = 0, _ body: (SimulatedPrinter) async throws -> T) async throws -> T {
        let hands = JobHands()
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(PrinterEnd(hands: hands)) }
            }
            .bind(host: "127.0.0.1", port: port).get()
        let printer = SimulatedPrinter(server: server, hands: hands)
        do {
            let value = try await body(printer)
            try await server.close().get()
            return value
        } catch {
            try? await server.close().get()
            throw error
        }
    }

    /// What is wrong with it from now on.
    package func suffers(_ fault: Fault?) { state.withLock { $0.fault = fault } }

    /// The bytes of every job that arrived, questions left out.
    package var jobs: [[UInt8]] { state.withLock { $0.jobs } }
    /// What lies in the tray, job by job.
    package var sheets: [PaperSheet] { jobs.map(PaperInterpreter.sheet) }

    /// Waits until so many jobs have arrived.
    package func holds(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.jobs.count < count { state.waiting.append((count, continuation)) }
                return state.jobs.count >= count
            }
            if isThere { continuation.resume() }
        }
    }

    fileprivate var fault: Fault? { state.withLock { $0.fault } }

    fileprivate func keep(_ job: [UInt8]) {
        let ready = state.withLock { state in
            state.jobs.append(job)
            let ready = state.waiting.filter { $0.count <= state.jobs.count }
            state.waiting.removeAll { $0.count <= state.jobs.count }
            return ready
        }
        for one in ready { one.continuation.resume() }
    }
}

/// Lets a connection find its printer, which is made after it listens.
private final class JobHands: Sendable {
    let printer = Mutex<SimulatedPrinter?>(nil)
}

/// One connection: questions are answered, everything else is a job.
private final class PrinterEnd: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let hands: JobHands
    private var job: [UInt8] = []

    init(hands: JobHands) { self.hands = hands }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard let printer = hands.printer.withLock({ $0 }) else { return }
        var buffer = unwrapInboundIn(data)
        job += buffer.readBytes(length: buffer.readableBytes) ?? []
        let fault = printer.fault
        if case .cutsAfter(let count)? = fault, job.count > count {
            job = Array(job.prefix(count))
            context.close(promise: nil)
            return
        }
        for question in takeQuestions() where fault != .mute {
            if question == 0x01, fault == .neverDone { continue }
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: [answer(question, fault)])), promise: nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        if !job.isEmpty { hands.printer.withLock { $0 }?.keep(job) }
        job = []
        context.fireChannelInactive()
    }

    /// `DLE EOT 2`, `DLE EOT 4`, and `GS r 1` (as 1), taken out of what came.
    private func takeQuestions() -> [UInt8] {
        var (questions, rest, at): ([UInt8], [UInt8], Int) = ([], [], 0)
        while at < job.count {
            if at + 2 < job.count, job[at] == 0x10, job[at + 1] == 0x04 {
                questions.append(job[at + 2])
                at += 3
            } else if at + 2 == job.count - 1, job[at] == 0x1D, job[at + 1] == 0x72 {
                questions.append(job[at + 2])
                at += 3
            } else {
                rest.append(job[at])
                at += 1
            }
        }
        job = rest
        return questions
    }

    private func answer(_ question: UInt8, _ fault: SimulatedPrinter.Fault?) -> UInt8 {
        switch (question, fault) {
        case (0x02, .coverOpen): 0x12 | 0x04
        case (0x02, .outOfPaper): 0x12 | 0x20
        case (0x04, .outOfPaper): 0x12 | 0x60
        case (0x01, .outOfPaper): 0x0C
        case (0x01, _): 0x00
        default: 0x12
        }
    }
}
