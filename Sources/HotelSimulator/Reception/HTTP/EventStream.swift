import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import Synchronization

/// Server-sent events: one short message for every change of the hotel, so that a page knows when to look again. Ends with the page, or
/// when the server stops.
final class EventStream: Sendable {
    /// The most pages that watch at a time.
    static let watchersMax = 64

    private let hotel: SimulatedHotel
    private let watchers = Mutex(0)

    init(hotel: SimulatedHotel) {
        self.hotel = hotel
    }

    /// The stream. Throws `Problem.tooManyWatchers` when too many pages watch already.
    func response() throws(Problem) -> Response {
        guard watchers.withLock({ $0 < Self.watchersMax }) else { throw .tooManyWatchers }
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: ResponseBody { [self] writer in
                watchers.withLock { $0 += 1 }
                defer { watchers.withLock { $0 -= 1 } }
                let news = hotel.news()
                try await writer.write(ByteBuffer(string: ": watching\n\n"))
                for await item in news.cancelOnGracefulShutdown() {
                    try await writer.write(ByteBuffer(string: "event: \(Self.name(of: item))\ndata: {}\n\n"))
                }
                try await writer.finish(nil)
            })
    }

    private static func name(of news: HotelNews) -> String {
        switch news {
        case .ledger(let entry): entry.event.kind
        case .changed, .disturb: "changed"
        }
    }
}
