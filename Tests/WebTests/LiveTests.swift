import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import NIOPosix
import PointOfSale
import ServiceLifecycle
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct LiveTests {
    @Test func `everybody who watches is told, and who left is forgotten`() async throws {
        let live = LiveUpdates()
        let (first, second) = (try live.watch(), try live.watch())
        live.announce(.floor)
        live.leave(second)
        live.announce(.posting)
        live.leave(first)
        var seen: [LiveUpdates.Kind] = []
        for await kind in first.changes { seen.append(kind) }
        #expect(seen == [.floor, .posting])
        seen = []
        for await kind in second.changes { seen.append(kind) }
        #expect(seen == [.floor])
        #expect(live.watcherCount == 0)
    }

    @Test func `no more than so many watch at once`() throws {
        let live = LiveUpdates()
        for _ in 0..<LiveUpdates.watchersMax { _ = try live.watch() }
        #expect(throws: Problem.overloaded) { try live.watch() }
    }

    @Test func `a page that reads slowly keeps the newest changes only`() async throws {
        let live = LiveUpdates()
        let watch = try live.watch()
        for _ in 0..<1000 { live.announce(.posting) }
        live.announce(.link)
        live.leave(watch)
        var seen: [LiveUpdates.Kind] = []
        for await kind in watch.changes { seen.append(kind) }
        #expect(seen.count <= 16 && seen.last == .link)
    }

    @Test(.timeLimit(.minutes(15))) func `the server stops while pages watch, and tells them what happened before`() async throws {
        let web = try await WebHouse.open(WebConfiguration(port: 0, version: "test"))
        let token = web.token(web.house.anna)
        var logger = Logger(label: "live")
        logger.logLevel = .critical
        let group = ServiceGroup(configuration: .init(services: [web.server.service], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let port = try await web.server.boundPort()
            let client = TestClient(
                host: "127.0.0.1", port: port, configuration: .init(),
                eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup.singleton))
            client.connect()
            let request = TestClient.Request("/events", method: .get, headers: [.authorization: "Bearer \(token)"])
            async let events = client.execute(request)
            while web.server.till.live.watcherCount == 0 { await Task.yield() }
            web.server.till.live.announce(.floor)
            await group.triggerGracefulShutdown()
            let answer = try await events
            #expect(answer.status == .ok && answer.headers[.contentType] == "text/event-stream")
            try await tasks.waitForAll()
            #expect(web.server.till.live.watcherCount == 0)
            try await client.shutdown()
        }
    }

    @Test func `a port in use is told to whoever waits for the port`() async throws {
        let web = try await WebHouse.open(WebConfiguration(port: 0, version: "test"))
        var logger = Logger(label: "live")
        logger.logLevel = .critical
        let group = ServiceGroup(configuration: .init(services: [web.server.service], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let port = try await web.server.boundPort()
            let second = WebHouse(house: web.house, configuration: WebConfiguration(port: port, version: "test"))
            let other = ServiceGroup(configuration: .init(services: [second.server.service], logger: logger))
            await #expect(throws: (any Error).self) { try await other.run() }
            await #expect(throws: (any Error).self) { try await second.server.boundPort() }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }
}
