import FIAS
import Logging
import NIOCore
import NIOPosix
import Testing

/// A hotel and a link to it over the loopback interface, both running while `body` runs.
func withLoopback(
    hotel: ScriptedHotel, server configureServer: (inout LinkServerConfiguration) -> Void = { _ in },
    link configureLink: (inout LinkConfiguration) -> Void = { _ in }, observer: (@Sendable (LinkEvent) -> Void)? = nil,
    _ body: (FIASLink, FIASLinkServer) async throws -> Void
) async throws {
    var serverConfiguration = LinkServerConfiguration()
    configureServer(&serverConfiguration)
    let logger = Logger.silent
    let server = FIASLinkServer(
        configuration: serverConfiguration, handler: hotel, group: MultiThreadedEventLoopGroup.singleton, logger: logger)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask { try await server.run() }
        var linkConfiguration = LinkConfiguration(host: "127.0.0.1", port: try await server.boundPort())
        linkConfiguration.reconnectDelaysMs = [10]
        configureLink(&linkConfiguration)
        let link = FIASLink(
            configuration: linkConfiguration, group: MultiThreadedEventLoopGroup.singleton, logger: logger, observer: observer)
        tasks.addTask { try await link.run() }
        try await body(link, server)
        tasks.cancelAll()
        try await tasks.waitForAll()
    }
}

extension FIASLink {
    /// Waits until the state is as wished; returns it.
    @discardableResult
    func reaches(_ isWished: (LinkState) -> Bool) async throws -> LinkState {
        for await state in states() where isWished(state) { return state }
        throw CancellationError()
    }

    /// Waits until requests may be sent.
    @discardableResult
    func isAlive() async throws -> LinkState { try await reaches { $0.phase == .alive } }
}

/// A posting of this number that adds up.
func posting(_ number: Int, workstation: String = "WS1", room: String = "204") -> FIASRecord {
    PostingRequest(
        postingNumber: number, workstation: workstation, paymentMethod: "ROOM",
        account: .init(roomNumber: room, reservationNumber: "12345", guestName: "Gast, Hr."),
        amounts: PostingAmounts(total: 4250, subtotals: [1: 2800, 2: 1200], tip: 250), stamp: RecordStamp(date: "260110", time: "201530")
    ).record
}

/// An inquiry of this number.
func inquiry(_ number: Int, workstation: String = "WS1", room: String = "204") -> FIASRecord {
    Inquiry(postingNumber: number, workstation: workstation, paymentMethod: "ROOM", lookingFor: room).record
}
