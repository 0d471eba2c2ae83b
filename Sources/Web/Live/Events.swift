import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// `GET /events`: server-sent events that say what kind of thing changed.
enum Events {
    /// A line goes out at least this often, so that a dead connection is noticed; also when a session's end is noticed.
    static let heartbeatMs = 15_000
    /// A browser that lost the connection tries again after this.
    static let retryMs = 2000

    static let watch: @Sendable (Visit) async throws -> Response = { visit in
        let live = visit.till.live
        let watch = try live.watch()
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store", .xAccelBuffering: "no"],
            body: ResponseBody { writer in
                defer { live.leave(watch) }
                try await writer.write(ByteBuffer(string: "retry: \(retryMs)\n\n"))
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        while true {
                            try await Task.sleep(for: .milliseconds(heartbeatMs))
                            live.announce(.heartbeat, to: watch)
                        }
                    }
                    defer { group.cancelAll() }
                    // A server that stops does not wait for its watchers.
                    for await kind in watch.changes.cancelOnGracefulShutdown() {
                        guard isStillSignedIn(visit) else { break }
                        try await writer.write(ByteBuffer(string: text(of: kind)))
                    }
                }
                try await writer.finish(nil)
            })
    }

    private static func isStillSignedIn(_ visit: Visit) -> Bool {
        visit.token.map { visit.till.sessions.find($0, now: visit.till.now, touching: false) != nil } ?? false
    }

    private static func text(of kind: LiveUpdates.Kind) -> String {
        kind == .heartbeat ? ": \n\n" : "event: \(kind.rawValue)\ndata: {}\n\n"
    }
}

extension HTTPField.Name {
    /// Tells nginx to pass events on at once.
    static let xAccelBuffering = HTTPField.Name("X-Accel-Buffering")!
}
