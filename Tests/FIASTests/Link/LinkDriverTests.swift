import NIOCore
import NIOEmbedded
import Synchronization
import Testing

@testable import FIAS

@Suite(.timeLimit(.minutes(15)))
struct LinkDriverTests {
    @Test func `what we say of ourselves is frozen, byte for byte`() async throws {
        let hotel = VirtualHotel()
        try await hotel.run {
            let heard = try await hotel.accepts().comesAlive()
            #expect(
                heard == [
                    "LD|DA260110|TI201500|V#1.0|IFPO|RT1|",
                    "LR|RIPR|FLDATIP#WSPMPIMXRNG#GNTAS1S2S3S4S5S6S7S8S9D1D2D3D4D5D6D7D8D9T1T2T3T4T5T6T7T8T9TPSCSOC#CVSTT#IDCOCTX1|",
                    "LR|RIPL|FLRNG#GNGFGTGVGAGDNPCLBAPMA0A1A2A3P#WSSOIDC#DATI|",
                    "LR|RIPA|FLASCTRNG#GNP#WSSOIDC#DATI|",
                    "LR|RIXR|FLRNG#DATI|",
                    "LR|RIXI|FLRNG#BDBIDCF#FDDATI|",
                    "LR|RIXB|FLRNG#BAASDATI|",
                    "LA|DA260110|TI201500|",
                ])
            try await hotel.link.isAlive()
        }
    }

    @Test func `protel hears LS before the description`() async throws {
        let hotel = VirtualHotel { $0.answersStartWithStart = true }
        try await hotel.run {
            let heard = try await hotel.accepts().comesAlive()
            #expect(heard.first == "LS|DA260110|TI201500|")
        }
    }

    @Test func `L10 a link with a key proves it on the hotel's LS, and asks for something`() async throws {
        let hotel = VirtualHotel {
            $0.authenticationKey = "FidCrypt0S|" + LinkAuthenticationTests.key
            $0.requestType = nil
        }
        try await hotel.run {
            let connection = try await hotel.accepts()
            try await connection.says("LS|DA170831|TI102201|")
            let description = try LinkDescription(try FIASRecord.parse(text: try await connection.hears()))
            #expect(description.requestType == 1)
            let authentication = try LinkAuthentication(key: LinkAuthenticationTests.key)
            #expect(authentication.verifies(description.cryptogram ?? "", for: LinkAuthenticationTests.stamp))
        }
    }

    @Test func `L10 a key that is none stops the link before it connects`() async throws {
        let hotel = VirtualHotel { $0.authenticationKey = "secret" }
        await #expect(throws: LinkAuthentication.KeyError.malformed) { try await hotel.link.run() }
    }

    @Test func `L8 and after it the next attempt, on the link's own clock`() async throws {
        let hotel = VirtualHotel()
        try await hotel.run {
            let silent = try await hotel.accepts()
            await hotel.waits(ms: 3_000)
            #expect(try await silent.hears() == "LS|DA260110|TI201500|")
            await hotel.waits(ms: 30_000)
            try await hotel.link.reaches { $0.phase == .disconnected && $0.lastFault == .noAlive }
            await hotel.waits(ms: 250)
            _ = try await hotel.accepts().comesAlive()
            #expect(try await hotel.link.isAlive().lastFault == nil)
        }
    }

    @Test func `P15 a posting without an answer is in doubt after a minute, and its answer is a late one`() async throws {
        let hotel = VirtualHotel()
        let late = hotel.link.lateAnswers()
        try await hotel.run {
            let connection = try await hotel.accepts()
            _ = try await connection.comesAlive()
            try await hotel.link.isAlive()
            async let outcome = hotel.link.exchange(posting(42))
            #expect(try await connection.hears().hasPrefix("PR|RN204|"))
            await hotel.waits(ms: 60_000)
            #expect(await outcome == .unknown(.timedOut))
            try await connection.says("PA|ASOK|P#42|WSWS1|")
            let expected = try record("PA|ASOK|P#42|WSWS1|")
            let heard = await late.first { _ in true }
            #expect(heard == expected)
            #expect(try await connection.hearsNow() == nil)
        }
    }

    @Test func `P16 a posting under way when the hotel hangs up is in doubt, and is not sent again`() async throws {
        let hotel = VirtualHotel()
        try await hotel.run {
            let connection = try await hotel.accepts()
            _ = try await connection.comesAlive()
            try await hotel.link.isAlive()
            async let outcome = hotel.link.exchange(posting(42))
            _ = try await connection.hears()
            try await connection.hangsUp()
            #expect(await outcome == .unknown(.linkLost))
            #expect(await hotel.link.exchange(posting(43)) == .notSent(.notAlive))
            await hotel.waits(ms: 250)
            let next = try await hotel.accepts()
            #expect(try await next.comesAlive().allSatisfy { !$0.hasPrefix("PR|") })
            #expect(try await hotel.link.isAlive().session == 2)
            #expect(try await next.hearsNow() == nil)
        }
    }

    @Test func `L12 a line that is only half open is found and replaced`() async throws {
        let hotel = VirtualHotel()
        try await hotel.run {
            let dead = try await hotel.accepts()
            _ = try await dead.comesAlive()
            try await hotel.link.isAlive()
            await hotel.waits(ms: 299_999)
            #expect(try await dead.hearsNow() == nil)
            await hotel.waits(ms: 1)
            #expect(try await dead.hears() == "LS|DA260110|TI201500|")
            await hotel.waits(ms: 30_000)
            try await hotel.link.reaches { $0.lastFault == .timedOut && $0.phase == .disconnected }
            await hotel.waits(ms: 250)
            _ = try await hotel.accepts().comesAlive()
            try await hotel.link.isAlive()
        }
    }

    @Test func `P19 not a byte leaves during a night audit`() async throws {
        let hotel = VirtualHotel()
        try await hotel.run {
            let connection = try await hotel.accepts()
            _ = try await connection.comesAlive()
            try await hotel.link.isAlive()
            try await connection.says("NS|DA130425|TI030400|")
            #expect(await hotel.link.exchange(posting(1)) == .notSent(.nightAudit))
            try await connection.says("NE|DA130425|TI032500|")
            #expect(try await connection.hearsNow() == nil)
            async let outcome = hotel.link.exchange(posting(1))
            #expect(try await connection.hears() == posting(1).wireText)
            try await connection.says("PA|ASOK|P#1|WSWS1|")
            let expected = try record("PA|ASOK|P#1|WSWS1|")
            #expect(await outcome == .answered(expected))
        }
    }

    @Test func `a caller that is cancelled hears doubt at once`() async throws {
        let hotel = VirtualHotel()
        try await hotel.run {
            let connection = try await hotel.accepts()
            _ = try await connection.comesAlive()
            try await hotel.link.isAlive()
            let outcome = try await withThrowingTaskGroup(of: Exchange.self) { tasks in
                tasks.addTask { await hotel.link.exchange(posting(42)) }
                _ = try await connection.hears()
                tasks.cancelAll()
                return try await tasks.next()
            }
            #expect(outcome == .unknown(.cancelled))
        }
    }

    @Test func `a caller that was cancelled before it asked sends nothing`() async throws {
        let hotel = VirtualHotel()
        try await hotel.run {
            let connection = try await hotel.accepts()
            _ = try await connection.comesAlive()
            try await hotel.link.isAlive()
            let outcome = await withTaskGroup(of: Exchange.self) { tasks in
                tasks.cancelAll()
                tasks.addTask { await hotel.link.exchange(posting(42)) }
                return await tasks.next()
            }
            #expect(outcome == .notSent(.cancelled))
            #expect(try await connection.hearsNow() == nil)
        }
    }

    @Test func `records split, merged and between garbage are understood`() async throws {
        let seen = Mutex<[String]>([])
        let hotel = VirtualHotel(observer: { event in
            switch event {
            case .received(let record, let atMs): seen.withLock { $0.append("\(record.wireText)@\(atMs)") }
            case .undecodable(let byteCount): seen.withLock { $0.append("\(byteCount) bytes") }
            case .sent, .stateChanged: break
            }
        })
        try await hotel.run {
            let connection = try await hotel.accepts()
            let bytes = "\u{6}\u{2}LS|DA260110|TI201500|\u{3}\r\n\u{2}?\u{3}\u{2}LA|\u{3}"
            for byte in bytes.utf8 { try await connection.channel.writeInbound(ByteBuffer(bytes: [byte])) }
            try await hotel.link.isAlive()
        }
        #expect(seen.withLock(\.self) == ["1 bytes", "LS|DA260110|TI201500|@1768072500000", "2 bytes", "1 bytes", "LA|@1768072500000"])
    }
}
