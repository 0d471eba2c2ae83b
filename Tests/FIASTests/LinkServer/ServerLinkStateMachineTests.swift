import Testing

@testable import FIAS

@Suite struct ServerLinkStateMachineTests {
    typealias Action = ServerLinkStateMachine.Action

    private struct Dialogue {
        var machine: ServerLinkStateMachine

        init(_ configure: (inout LinkServerConfiguration) -> Void = { _ in }) throws {
            var configuration = LinkServerConfiguration()
            configure(&configuration)
            let authentication = try configuration.authenticationKey.map { try LinkAuthentication(key: $0) }
            machine = ServerLinkStateMachine(configuration: configuration, authentication: authentication)
        }

        mutating func hears(_ text: String, nowMs: Int64 = 0) throws -> [Action] {
            machine.received(try FIASRecord.parse(text: text), nowMs: nowMs)
        }

        mutating func isDescribed() throws {
            _ = machine.accepted()
            _ = try hears("LD|DA1|TI2|V#1.0|IFPO|")
            _ = try hears("LR|RIPR|FLRNG#|")
            _ = try hears("LA|")
        }
    }

    @Test func `L1 LS on accept, LA after the description, and the fields are known`() throws {
        var server = try Dialogue()
        #expect(server.machine.accepted() == [.sendStart])
        #expect(try server.hears("LD|DA1|TI2|V#1.0|IFPO|") == [])
        #expect(try server.hears("LR|RIPR|FLRNG#|") == [])
        #expect(try server.hears("LA|") == [.sendAlive, .becomeAlive])
        #expect(server.machine.negotiation.wants(.roomNumber, in: .pr))
        #expect(!server.machine.negotiation.wants(.guestName, in: .pr))
        #expect(!server.machine.negotiation.describes(.pl))
    }

    @Test(arguments: [("RT1|", true), ("RT0|", false), ("", false)])
    func `L4 LC is sent before LA, and only when asked for`(requestType: String, isAsked: Bool) throws {
        var server = try Dialogue()
        _ = server.machine.accepted()
        _ = try server.hears("LD|DA1|TI2|V#1.0|IFPO|\(requestType)")
        #expect(try server.hears("LA|") == (isAsked ? [.sendConfiguration, .sendAlive, .becomeAlive] : [.sendAlive, .becomeAlive]))
    }

    @Test func `L5 LA of a link that is alive is answered by nothing, by protel with LA`() throws {
        var strict = try Dialogue()
        try strict.isDescribed()
        #expect(try strict.hears("LA|") == [])
        var protel = try Dialogue { $0.answersAliveWithAlive = true }
        try protel.isDescribed()
        #expect(try protel.hears("LA|") == [.sendAlive])
    }

    @Test func `L6 the vendor's LE is answered and closed, ours waits two seconds`() throws {
        var server = try Dialogue()
        try server.isDescribed()
        #expect(try server.hears("LE|") == [.sendEnd, .close])
        #expect(try server.hears("PR|PI1|") == [])
        var ending = try Dialogue()
        try ending.isDescribed()
        #expect(ending.machine.end(nowMs: 100) == [.sendEnd])
        #expect(ending.machine.deadlineMs == 2_100)
        #expect(ending.machine.timePassed(nowMs: 2_100) == [.close])
        var answered = try Dialogue()
        try answered.isDescribed()
        _ = answered.machine.end(nowMs: 0)
        #expect(try answered.hears("LE|") == [.close])
    }

    @Test func `L9 a minimal hotel is alive at once and takes what it is told`() throws {
        var server = try Dialogue { $0.sendsStartAndAliveAtOnce = true }
        #expect(server.machine.accepted() == [.sendStart, .sendAlive, .becomeAlive])
        #expect(try server.hears("PR|PI204|P#1|") == [.deliver(try FIASRecord.parse(text: "PR|PI204|P#1|"))])
    }

    @Test func `L10 the key is proven on the last LS, or the link ends`() throws {
        func server(_ configure: (inout LinkServerConfiguration) -> Void = { _ in }) throws -> Dialogue {
            var server = try Dialogue {
                $0.authenticationKey = LinkAuthenticationTests.key
                configure(&$0)
            }
            _ = server.machine.accepted()
            server.machine.startSent(LinkAuthenticationTests.stamp)
            return server
        }
        let cryptogram = LinkAuthenticationTests.cryptogram
        var right = try server()
        #expect(try right.hears("LD|V#1|IFPO|RT1|CG\(cryptogram)|") == [])
        #expect(try right.hears("LA|") == [.sendConfiguration, .sendAlive, .becomeAlive])
        var replayed = try server()
        replayed.machine.startSent(RecordStamp(date: "170831", time: "102202"))
        #expect(try replayed.hears("LD|V#1|IFPO|RT1|CG\(cryptogram)|") == [.reportNotAuthentic, .close])
        var withoutRequestType = try server()
        #expect(try withoutRequestType.hears("LD|V#1|IFPO|CG\(cryptogram)|") == [.close])
        var withoutCryptogram = try server()
        #expect(try withoutCryptogram.hears("LD|V#1|IFPO|RT1|") == [.reportNotAuthentic, .close])
        var lenient = try server { $0.acceptsMissingCryptogram = true }
        #expect(try lenient.hears("LD|V#1|IFPO|RT1|") == [])
    }

    @Test(arguments: [true, false])
    func `L10 a key is asked for even when no description is`(requiresDescription: Bool) throws {
        var server = try Dialogue {
            $0.authenticationKey = LinkAuthenticationTests.key
            $0.requiresDescription = requiresDescription
        }
        _ = server.machine.accepted()
        #expect(try server.hears("LA|") == [.sendStart])
    }

    @Test func `L11 data before the link is alive are ignored`() throws {
        var server = try Dialogue()
        _ = server.machine.accepted()
        #expect(try server.hears("PR|PI204|P#1|") == [])
        _ = try server.hears("LD|V#1|IFPO|")
        #expect(try server.hears("PR|PI204|P#1|") == [])
    }

    @Test func `L12 LS of a vendor is answered by LA once described, by LS before`() throws {
        var server = try Dialogue()
        _ = server.machine.accepted()
        #expect(try server.hears("LS|") == [.sendStart])
        try server.isDescribed()
        #expect(try server.hears("LS|") == [.sendAlive])
    }

    @Test func `LA without a description is answered by LS, by a lenient hotel with LA`() throws {
        var strict = try Dialogue()
        #expect(try strict.hears("LA|") == [.sendStart])
        var lenient = try Dialogue { $0.requiresDescription = false }
        #expect(try lenient.hears("LA|") == [.sendAlive, .becomeAlive])
        var protel = try Dialogue { $0.requiresRecordDescriptions = true }
        _ = try protel.hears("LD|V#1|IFPO|")
        #expect(try protel.hears("LA|") == [.sendStart])
    }

    @Test func `LA may be held back, as protel does`() throws {
        var server = try Dialogue { $0.aliveDelayMs = 5_000 }
        _ = try server.hears("LD|V#1|IFPO|")
        #expect(try server.hears("LA|", nowMs: 1_000) == [])
        #expect(try server.hears("PR|PI1|P#1|") == [])
        #expect(server.machine.timePassed(nowMs: 5_999) == [])
        #expect(server.machine.timePassed(nowMs: 6_000) == [.sendAlive, .becomeAlive])
    }

    @Test func `L3 a renewed start forgets the description, and data wait for the next`() throws {
        var server = try Dialogue()
        try server.isDescribed()
        #expect(server.machine.startAgain() == [.sendStart])
        #expect(!server.machine.negotiation.describes(.pr))
        #expect(try server.hears("PR|PI1|P#1|") == [])
        try server.isDescribed()
        #expect(try server.hears("PR|PI1|P#1|").count == 1)
    }

    @Test func `a description in mid-life replaces the one before`() throws {
        var server = try Dialogue()
        try server.isDescribed()
        _ = try server.hears("LD|V#2|IFPO|")
        _ = try server.hears("LR|RIPL|FLRN|")
        #expect(try server.hears("LA|") == [.sendAlive, .becomeAlive])
        #expect(!server.machine.negotiation.describes(.pr))
        #expect(server.machine.negotiation.wants(.roomNumber, in: .pl))
    }
}
