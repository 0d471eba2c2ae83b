import Foundation
import Hummingbird
import Logging
import NIOCore
import Storage

/// The least that a durable answer over HTTP can cost here: a route of Hummingbird, one row through the product's own storage, no rules.
enum BarePost {
    static let count = 30_000

    static func measure(_ machine: Machine) async throws -> Load.Result {
        let database = try SQLiteDatabase.open(at: machine.folder.appending(path: "bare.sqlite").path, migrations: [])
        try await database.write { tx in
            try tx.executeScript("CREATE TABLE bare (id BIGINT PRIMARY KEY, body TEXT NOT NULL)")
        }
        let result = try await withServer(router(database)) { port in
            var connections: [HTTPConnection] = []
            for _ in 0..<CheckClosing.workers {
                connections.append(try await HTTPConnection.open(host: "127.0.0.1", port: port, group: machine.group))
            }
            let open = connections
            return try await Load.closedLoop(workers: open.count, count: count) { worker, number in
                let answer = try await open[worker].send(HTTPRequest.bytes("POST", "/rows/\(number)", body: #"{"quantity":1}"#))
                guard answer.status == 201 else { throw TillClient.Refused(description: "\(answer.status) \(answer.body)") }
            }
        }
        try await database.close()
        return result
    }

    private static func router(_ database: SQLiteDatabase) -> Router<BasicRequestContext> {
        let router = Router()
        router.post("/rows/:id") { request, context -> HTTPResponse.Status in
            let id = try context.parameters.require("id", as: Int64.self)
            let body = try await request.body.collect(upTo: 4_096)
            let text = String(buffer: body)
            try await database.write { tx in
                _ = try tx.execute("INSERT INTO bare (id, body) VALUES ($1, $2)", id, text)
            }
            return .created
        }
        return router
    }

    /// Serves on any free port while the body runs.
    private static func withServer<Answer: Sendable>(
        _ router: Router<BasicRequestContext>, _ body: @escaping @Sendable (_ port: Int) async throws -> Answer
    ) async throws -> Answer {
        let (ports, port) = AsyncStream<Int>.makeStream()
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                if let bound = channel.localAddress?.port { port.yield(bound) }
            }, logger: .quiet)
        return try await withThrowingTaskGroup(of: Answer?.self) { group in
            group.addTask {
                try await application.run()
                return nil
            }
            group.addTask {
                for await bound in ports { return try await body(bound) }
                return nil
            }
            defer { group.cancelAll() }
            while let answer = try await group.next() {
                if let answer { return answer }
            }
            throw RawLimits.Failed(description: "the bare server ended before it was asked")
        }
    }
}
