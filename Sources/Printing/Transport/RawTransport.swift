import NIOCore
import NIOPosix
import PointOfSale

/// ESC/POS over a plain TCP connection: one job a connection. The line itself acknowledges nothing, so the printer is asked (`DLE EOT`,
/// `GS r`) where it answers.
struct RawTransport: Sendable {
    let host: String
    let port: Int

    /// How long a printer may take to say whether it is ready, ms; one that does not know the question never answers.
    static let readyMsMax: Int64 = 800
    /// How long the whole of a job may take, ms: a long receipt at 100 mm a second, with room for a slow line.
    static let jobMsMax: Int64 = 20_000

    /// Sends a job and waits until the printer has worked it off, if it can say so.
    func send(_ bytes: [UInt8]) async -> PrintOutcome {
        let answers = StatusBytes()
        guard let channel = await connect(answers) else { return .notSent(.unreachable) }
        let outcome = await exchange(bytes, channel, answers)
        // A polite end: what is on its way still arrives.
        try? await channel.close(mode: .output)
        try? await channel.close()
        return outcome
    }

    /// What keeps it from printing; a printer that answers nothing counts as ready once it takes the connection.
    func readiness() async -> PrinterFault? {
        let answers = StatusBytes()
        guard let channel = await connect(answers) else { return .unreachable }
        let (fault, _) = await askIfReady(channel, answers)
        try? await channel.close()
        return fault
    }

    /// Whether anybody takes a connection there.
    func isReachable() async -> Bool {
        guard let channel = await connect(StatusBytes()) else { return false }
        try? await channel.close()
        return true
    }

    private func connect(_ answers: StatusBytes) async -> (any Channel)? {
        try? await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.milliseconds(PrinterLink.connectMsMax))
            .channelOption(.socketOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(answers) }
            }
            .connect(host: host, port: port).get()
    }

    private func exchange(_ bytes: [UInt8], _ channel: any Channel, _ answers: StatusBytes) async -> PrintOutcome {
        let (fault, speaks) = await askIfReady(channel, answers)
        if let fault { return .notSent(fault) }
        do {
            var buffer = channel.allocator.buffer(capacity: bytes.count + Command.askWhenDone.count)
            buffer.writeBytes(bytes)
            if speaks { buffer.writeBytes(Command.askWhenDone) }
            let late = channel.eventLoop.scheduleTask(in: .milliseconds(Self.jobMsMax)) { channel.close(promise: nil) }
            defer { late.cancel() }
            try await channel.writeAndFlush(buffer)
        } catch {
            return .unknown(.noAnswer)
        }
        guard speaks else { return .printed }
        guard let answer = await answers.next(withinMs: PrinterLink.answerMsMax, on: channel.eventLoop) else { return .unknown(.noAnswer) }
        // GS r 1: bits 2 and 3 when the paper has ended (it stopped with our job in hand).
        return answer & 0x0C != 0 ? .unknown(.outOfPaper) : .printed
    }

    /// What stands in the way, and whether the printer answers questions at all.
    private func askIfReady(_ channel: any Channel, _ answers: StatusBytes) async -> (fault: PrinterFault?, speaks: Bool) {
        guard let offline = await ask(Command.askOfflineCause, channel, answers) else { return (nil, false) }
        // DLE EOT 2: bit 2 cover open, bit 5 stopped for want of paper, bit 6 an error.
        if offline & 0x04 != 0 { return (.coverOpen, true) }
        if offline & 0x20 != 0 { return (.outOfPaper, true) }
        if offline & 0x40 != 0 { return (.offline, true) }
        guard let paper = await ask(Command.askPaper, channel, answers) else { return (nil, false) }
        // DLE EOT 4: bits 5 and 6 when there is none.
        return (paper & 0x60 != 0 ? .outOfPaper : nil, true)
    }

    private func ask(_ question: [UInt8], _ channel: any Channel, _ answers: StatusBytes) async -> UInt8? {
        let buffer = channel.allocator.buffer(bytes: question)
        guard (try? await channel.writeAndFlush(buffer)) != nil else { return nil }
        return await answers.next(withinMs: Self.readyMsMax, on: channel.eventLoop)
    }
}
