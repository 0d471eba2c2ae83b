package import NIOCore
import NIOPosix
import Synchronization

/// One vendor's connection at the hotel's end. What is asked of it is done in the order of asking; after the end of the connection nothing
/// happens.
package final class LinkServerConnection: Sendable, Identifiable {
    /// Counts the connections of one server.
    package let id: Int
    /// Where the vendor connects from, for people; nil when the system does not know.
    package let remoteAddress: SocketAddress?

    private let channel: any Channel
    private let driver: NIOLoopBoundBox<ServerLinkDriver>
    private let known: Mutex<Known>

    private struct Known {
        var negotiation = LinkNegotiation()
        var isAlive = false
        var isMute = false
    }

    init(id: Int, channel: any Channel, driver: NIOLoopBoundBox<ServerLinkDriver>) {
        self.id = id
        self.channel = channel
        self.driver = driver
        remoteAddress = channel.remoteAddress
        known = Mutex(Known())
    }

    /// What the vendor said of itself when the link last came alive.
    package var negotiation: LinkNegotiation { known.withLock(\.negotiation) }

    /// Whether the link is alive.
    package var isAlive: Bool { known.withLock(\.isAlive) }

    /// Whether the vendor described this field for this record type.
    package func wants(_ field: FieldID, in record: RecordID) -> Bool { negotiation.wants(field, in: record) }

    /// Whether the vendor described this record type.
    package func describes(_ record: RecordID) -> Bool { negotiation.describes(record) }

    /// Sends a record; returns when it is on its way to the socket.
    package func send(_ record: FIASRecord) async { perform { $0.send(record) } }

    /// Sends bytes as they are: for peers that misbehave on purpose.
    package func sendBytes(_ raw: [UInt8]) async { perform { $0.sendBytes(raw) } }

    /// Sends `LS`: the vendor must describe itself again before data count.
    package func sendLinkStart() { perform { $0.startAgain() } }

    /// Sends `LE`, waits for the vendor's, and closes.
    package func sendLinkEnd() { perform { $0.end() } }

    /// Hangs up after what was sent (FIN).
    package func close() { perform { $0.close() } }

    /// Hangs up at once and drops what was not sent yet (RST).
    package func abort() { perform { $0.abort() } }

    /// Whether nothing is heard or said, without hanging up.
    var isMute: Bool { known.withLock(\.isMute) }

    func mute(_ begins: Bool) {
        let wasMute = known.withLock { known in
            defer { known.isMute = begins }
            return known.isMute
        }
        if wasMute && !begins { perform { $0.wake() } }
    }

    func update(negotiation: LinkNegotiation, isAlive: Bool) {
        known.withLock { known in
            known.negotiation = negotiation
            known.isAlive = isAlive
        }
    }

    private func perform(_ body: @escaping @Sendable (ServerLinkDriver) -> Void) {
        channel.eventLoop.execute { [driver] in body(driver.value) }
    }
}
