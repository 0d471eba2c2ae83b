import FIAS
import Foundation
import NIOPosix
import Testing

@Suite(.timeLimit(.minutes(15)))
struct TLSLinkTests {
    private func path(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/\(name).pem").path
    }

    private func server(_ name: String, trusting client: String? = nil) -> LinkServerTLS {
        LinkServerTLS(chainPath: path(name), keyPath: path("\(name)-key"), clientTrustPath: client.map(path))
    }

    @Test func `a pinned certificate is trusted whatever it is called`() async throws {
        let hotel = ScriptedHotel(answering: friendlyAnswer)
        try await withLoopback(
            hotel: hotel, server: { $0.tls = server("hotel") }, link: { $0.tls = LinkTLS(trust: .pinnedFile(path: path("hotel"))) }
        ) { link, _ in
            try await link.isAlive()
            guard case .answered = await link.exchange(inquiry(1)) else { throw Unanswered() }
        }
    }

    @Test func `a hang-up without a goodbye is a hang-up, not a fault of TLS`() async throws {
        let hotel = ScriptedHotel { _, connection in connection.abort() }
        try await withLoopback(
            hotel: hotel, server: { $0.tls = server("hotel") },
            link: {
                $0.tls = LinkTLS(trust: .pinnedFile(path: path("hotel")))
                $0.reconnectDelaysMs = [600_000]
            }
        ) { link, _ in
            try await link.isAlive()
            #expect(await link.exchange(posting(1)) == .unknown(.linkLost))
            try await link.reaches { $0.lastFault == .closedByHotel }
        }
    }

    @Test func `an authority vouches for a name, here an address`() async throws {
        try await withLoopback(
            hotel: ScriptedHotel(), server: { $0.tls = server("hotel-by-address") },
            link: { $0.tls = LinkTLS(trust: .rootsFile(path: path("hotel-by-address"))) }
        ) { link, _ in try await link.isAlive() }
    }

    @Test func `both ends may prove who they are`() async throws {
        try await withLoopback(
            hotel: ScriptedHotel(), server: { $0.tls = server("hotel", trusting: "vendor") },
            link: {
                let own = LinkTLS.ClientCertificate.pem(chainPath: path("vendor"), keyPath: path("vendor-key"))
                $0.tls = LinkTLS(trust: .pinnedFile(path: path("hotel")), clientCertificate: own)
            }
        ) { link, _ in try await link.isAlive() }
    }

    @Test(arguments: [LinkTLS.Trust.pinnedFile(path: "stranger"), .rootsFile(path: "hotel"), .systemRoots])
    func `a certificate that is not trusted is a fault of its own`(trust: LinkTLS.Trust) async throws {
        try await withLoopback(
            hotel: ScriptedHotel(), server: { $0.tls = server("hotel") }, link: { $0.tls = LinkTLS(trust: located(trust)) }
        ) { link, _ in
            let state = try await link.reaches { $0.lastFault != nil }
            #expect(state.lastFault == .tlsFailed)
            #expect(link.state.session == 0)
        }
    }

    @Test func `a hotel without TLS is a fault of the same kind`() async throws {
        try await withLoopback(hotel: ScriptedHotel(), link: { $0.tls = LinkTLS(trust: .pinnedFile(path: path("hotel"))) }) { link, _ in
            let state = try await link.reaches { $0.lastFault != nil }
            #expect(state.lastFault == .tlsFailed)
        }
    }

    @Test func `a hotel that asks for a certificate lets no stranger in`() async throws {
        let hotel = ScriptedHotel()
        try await withLoopback(
            hotel: hotel, server: { $0.tls = server("hotel", trusting: "vendor") },
            link: {
                let own = LinkTLS.ClientCertificate.pem(chainPath: path("stranger"), keyPath: path("stranger-key"))
                $0.tls = LinkTLS(trust: .pinnedFile(path: path("hotel")), clientCertificate: own)
            }
        ) { link, _ in
            try await link.reaches { $0.lastFault != nil }
            #expect(link.state.session == 0)
            #expect(!hotel.seen.contains(.alive))
        }
    }

    @Test func `files that are missing stop the link before it connects`() async throws {
        var configuration = LinkConfiguration(host: "127.0.0.1", port: 1)
        configuration.tls = LinkTLS(trust: .pinnedFile(path: "/nowhere.pem"))
        let link = FIASLink(configuration: configuration, group: MultiThreadedEventLoopGroup.singleton, logger: .silent)
        await #expect(throws: (any Error).self) { try await link.run() }
        #expect(link.state == LinkState(sinceMs: link.state.sinceMs))
    }

    private func located(_ trust: LinkTLS.Trust) -> LinkTLS.Trust {
        switch trust {
        case .pinnedFile(let name): .pinnedFile(path: path(name))
        case .rootsFile(let name): .rootsFile(path: path(name))
        case .systemRoots: .systemRoots
        }
    }
}
