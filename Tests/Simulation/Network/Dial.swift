import FIAS
import NIOCore
import NIOEmbedded

/// An attempt of the till to connect, which the network answers.
struct Dial: Sendable {
    let channel: EmbeddedChannel
    let answer: EventLoopPromise<any Channel>

    /// Makes channels that nobody but the history sees, and tells it of each.
    static func into(_ dials: Mailbox<Dial>) -> LinkDial {
        { eventLoop, setUp in
            let channel = EmbeddedChannel()
            let answer = eventLoop.makePromise(of: (any Channel).self)
            do {
                try setUp(channel)
                dials.put(Dial(channel: channel, answer: answer))
            } catch {
                answer.fail(error)
            }
            return answer.futureResult
        }
    }

    /// The hotel took the call.
    func succeed() throws {
        channel.connect(to: try SocketAddress(ipAddress: "192.0.2.1", port: 5010), promise: nil)
        answer.succeed(channel)
    }

    /// Nobody answered.
    func fail() { answer.fail(IOError(errnoCode: 111, reason: "connection refused")) }
}
