import FIAS
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(15)))
struct LinkShutdownTests {
    @Test func `a graceful shutdown of both ends says LE and ends`() async throws {
        let logger = Logger.silent
        let hotel = ScriptedHotel(answering: friendlyAnswer)
        let server = FIASLinkServer(
            configuration: LinkServerConfiguration(), handler: hotel, group: MultiThreadedEventLoopGroup.singleton, logger: logger)
        let serverGroup = ServiceGroup(services: [server], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await serverGroup.run() }
            let port = try await server.boundPort()
            let link = FIASLink(
                configuration: LinkConfiguration(host: "127.0.0.1", port: port), group: MultiThreadedEventLoopGroup.singleton,
                logger: logger)
            let linkGroup = ServiceGroup(services: [link], logger: logger)
            tasks.addTask { try await linkGroup.run() }
            try await link.isAlive()
            await linkGroup.triggerGracefulShutdown()
            #expect(await hotel.next { $0 == .closed } == .closed)
            #expect(link.state.phase == .disconnected || link.state.phase == .ending)
            await serverGroup.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    @Test func `a hotel's LE is answered, and the link comes back`() async throws {
        let faults = Mutex<[LinkFault]>([])
        let observer: @Sendable (LinkEvent) -> Void = { event in
            if case .stateChanged(let state) = event, let fault = state.lastFault { faults.withLock { $0.append(fault) } }
        }
        try await withLoopback(hotel: ScriptedHotel(), observer: observer) { link, server in
            try await link.isAlive()
            try #require(server.connections.first).sendLinkEnd()
            try await link.reaches { $0.session == 2 && $0.phase == .alive }
            #expect(Set(faults.withLock(\.self)) == [.endedByHotel])
        }
    }

    @Test func `a port that is taken is an error, for run and for those who wait for the port`() async throws {
        try await withLoopback(hotel: ScriptedHotel()) { _, first in
            var configuration = LinkServerConfiguration()
            configuration.port = try await first.boundPort()
            let second = FIASLinkServer(
                configuration: configuration, handler: ScriptedHotel(), group: MultiThreadedEventLoopGroup.singleton,
                logger: .silent)
            await #expect(throws: IOError.self) { try await second.run() }
            await #expect(throws: IOError.self) { _ = try await second.boundPort() }
        }
    }

    @Test func `a link to nobody says that it was refused, and ends when it is cancelled`() async throws {
        var configuration = LinkConfiguration(host: "127.0.0.1", port: 1)
        configuration.reconnectDelaysMs = [5]
        let link = FIASLink(
            configuration: configuration, group: MultiThreadedEventLoopGroup.singleton,
            logger: .silent)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await link.run() }
            try await link.reaches { $0.lastFault == .refused }
            #expect(await link.exchange(posting(1)) == .notSent(.notAlive))
            tasks.cancelAll()
            try await tasks.waitForAll()
        }
        #expect(link.state.phase == .disconnected)
    }
}
