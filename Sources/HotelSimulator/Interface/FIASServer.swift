package import FIAS
import Foundation
package import Logging
package import NIOCore
import ServiceLifecycle

/// The hotel's end of the link on the network: listens, gives records to the hotel, delivers what the hotel says, and disturbs the link
/// when asked to.
package final class FIASServer: Service {
    private let hotel: SimulatedHotel
    private let server: FIASLinkServer
    private let deliveries: Deliveries
    private let profile: HotelProfile

    /// A server that does nothing until `run`.
    /// - Parameter sleep: waits so many milliseconds; given in so that tests decide how long that is.
    package init(
        hotel: SimulatedHotel, configuration: LinkServerConfiguration, profile: HotelProfile, group: any EventLoopGroup, logger: Logger,
        sleep: @escaping @Sendable (_ ms: Int) async throws -> Void = FIASServer.sleep
    ) {
        self.hotel = hotel
        self.profile = profile
        deliveries = Deliveries(codePage: configuration.codePage, sleep: sleep) { request, connection in
            hotel.takeUp(request, on: connection.id, described: connection.described(by: profile))
        }
        let zone = hotel.snapshot.identity.timeZone
        server = FIASLinkServer(
            configuration: configuration,
            handler: Counterpart(hotel: hotel, deliveries: deliveries, profile: profile), group: group,
            clock: LinkClock(
                nowMs: { hotel.nowMs },
                secondsFromGMT: { zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double($0) / 1000)) }),
            logger: logger
        ) { _, event in
            switch event {
            case .sent(let record, let atMs): hotel.log(record, fromHotel: true, atMs: atMs)
            case .received(let record, let atMs): hotel.log(record, fromHotel: false, atMs: atMs)
            case .stateChanged, .undecodable: break
            }
        }
    }

    /// Waits on the system's clock.
    package static let sleep: @Sendable (_ ms: Int) async throws -> Void = { ms in try await Task.sleep(for: .milliseconds(ms)) }

    /// The port listened on, once there is one. Throws what `run` throws when it cannot listen.
    package func boundPort() async throws -> Int { try await server.boundPort() }

    /// Whether the line is open and nobody is at this end of it.
    var isMute: Bool { server.isMute }

    /// Listens until cancellation or graceful shutdown. Throws when the port is taken.
    package func run() async throws {
        let news = hotel.news { news in
            switch news {
            case .ledger(let entry): entry.event.concernsTheLink
            case .disturb: true
            case .changed: false
            }
        }
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await self.deliveries.run() }
            tasks.addTask {
                for await item in news { await self.pass(on: item) }
            }
            defer { tasks.cancelAll() }
            try await server.run()
        }
    }

    private func pass(on news: HotelNews) async {
        switch news {
        case .ledger(let entry):
            await tellAll { $0.records(for: entry.event, in: $1) }
        case .disturb(let disturbance):
            await disturb(disturbance)
        case .changed:
            break
        }
    }

    /// Sends every linked till what it is to hear.
    private func tellAll(_ records: (GuestMovements, Hotel) -> [FIASRecord]) async {
        let snapshot = hotel.snapshot
        for connection in server.connections where connection.isAlive {
            let movements = GuestMovements(
                described: connection.described(by: profile), clock: snapshot.wallClock(atMs: hotel.nowMs))
            for record in records(movements, snapshot) { await connection.send(record) }
        }
    }

    private func disturb(_ disturbance: Disturbance) async {
        switch disturbance {
        case .renewLinkStart: server.connections.forEach { $0.sendLinkStart() }
        case .endLink: server.connections.forEach { $0.sendLinkEnd() }
        case .cut: server.connections.forEach { $0.abort() }
        case .garbage:
            for connection in server.connections { await connection.sendBytes(Self.garbage) }
        case .halfOpen(let begins):
            server.mute(begins)
            hotel.noteChange()
        case .resync(let ms):
            await tellAll { $0.swapBegins(of: $1) }
            deliveries.later(ms: ms) { await self.tellAll { movements, _ in movements.swapEnds } }
        case .nightAudit(let ms):
            let hasStarted: Void? = try? hotel.change { hotel, atMs throws(DeskRefusal) in try hotel.startNightAudit(atMs: atMs) }
            guard hasStarted != nil else { return }  // one is running: whoever began it ends it
            deliveries.later(ms: ms) { [hotel] in
                _ = try? hotel.change { hotel, atMs throws(DeskRefusal) in try hotel.finishNightAudit(atMs: atMs) }
            }
        }
    }

    /// Control bytes and noise between frames, a frame that breaks off, and a frame that is no record.
    private static let garbage: [UInt8] =
        [0x06, 0x15, 0x05, 0x0D, 0x0A] + Array("noise".utf8) + [0x02] + Array("PA|AS".utf8) + [0x02] + Array("?".utf8) + [0x03]
}

extension LedgerEvent {
    /// Whether a till may have to hear of it over the link.
    var concernsTheLink: Bool {
        switch self {
        case .checkedIn, .checkedOut, .moved, .noPostChanged, .nightAuditStarted, .nightAuditFinished: true
        case .booked, .lineWritten, .lineTransferred, .routed, .creditLimitChanged: false
        }
    }
}

extension LinkServerConnection {
    /// What the till on this connection described; everything where nothing needs describing.
    func described(by profile: HotelProfile) -> DescribedFields {
        guard profile.answersAsDescribed else { return .everything }
        let negotiation = negotiation
        return DescribedFields { negotiation.wants($0, in: $1) }
    }
}
