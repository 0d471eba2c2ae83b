import FIAS
import Testing

@Suite(.timeLimit(.minutes(15)))
struct LoopbackTests {
    @Test func `an inquiry and a posting are answered over a real socket`() async throws {
        try await withLoopback(hotel: ScriptedHotel(answering: friendlyAnswer), server: { $0.roomPaymentMethods = ["16", "ROOM"] }) {
            link, _ in
            let state = try await link.isAlive()
            #expect(state.session == 1)
            #expect(state.roomPaymentMethods == ["16", "ROOM"])
            guard case .answered(let list) = await link.exchange(inquiry(41)) else { throw Unanswered() }
            #expect(try PostingList(list).matches.map(\.guestName) == ["Gast, Hr."])
            guard case .answered(let answer) = await link.exchange(posting(42)) else { throw Unanswered() }
            #expect(try PostingAnswer(answer).status == .ok)
            #expect(try PostingAnswer(answer).transactionNumbers == ["881234"])
        }
    }

    @Test func `P9 sixteen at once each get their own answer`() async throws {
        try await withLoopback(hotel: ScriptedHotel(answering: friendlyAnswer)) { link, _ in
            try await link.isAlive()
            let mistaken = await withTaskGroup(of: Int.self) { tasks in
                for lane in 0..<16 {
                    tasks.addTask {
                        var mistaken = 0
                        for number in 0..<25 {
                            let own = 1 + lane * 25 + number
                            guard case .answered(let answer) = await link.exchange(posting(own)), answer[.postingNumber] == String(own)
                            else {
                                mistaken += 1
                                continue
                            }
                        }
                        return mistaken
                    }
                }
                return await tasks.reduce(0, +)
            }
            #expect(mistaken == 0)
        }
    }

    @Test func `P6 a posting that the hotel passes over in silence is in doubt`() async throws {
        let hotel = ScriptedHotel()
        try await withLoopback(hotel: hotel, link: { $0.postingTimeoutMs = 30 }) { link, _ in
            try await link.isAlive()
            #expect(await link.exchange(posting(1)) == .unknown(.timedOut))
            #expect(await hotel.next { $0 != .alive } == .record(posting(1)))
            #expect(hotel.records == [posting(1)])
        }
    }

    @Test func `a guest's bill is read back`() async throws {
        let items = [100, 250].map {
            BillItem(roomNumber: "204", reservationNumber: "5", amount: $0, text: "Bar", departmentCode: "400", folioWindow: "1")
        }
        let balance = BillBalance(roomNumber: "204", reservationNumber: "5", balance: 350)
        let hotel = ScriptedHotel { $0.id == .xr ? items.map(\.record) + [balance.record] : [] }
        try await withLoopback(hotel: hotel) { link, _ in
            try await link.isAlive()
            #expect(await link.billView(roomNumber: "204", reservationNumber: "5") == .bill(items: items, balance: balance))
        }
    }

    @Test func `a bill that is none is told apart from a bill`() async throws {
        let hotel = ScriptedHotel { _ in [FIASRecord(.xb, [.init(.balance, "nonsense")])] }
        try await withLoopback(hotel: hotel) { link, _ in
            try await link.isAlive()
            #expect(await link.billView(roomNumber: "204", reservationNumber: "5") == .unreadable(.malformed(.balance)))
        }
    }

    @Test func `names keep their accents on the way there and back`() async throws {
        for codePage in [CodePage.windows1252, .cp850, .utf8] {
            let hotel = ScriptedHotel { request in
                [FIASRecord(.pa, [.init(.answerStatus, "OK"), .init(.guestName, request[.guestName] ?? "")])]
            }
            try await withLoopback(hotel: hotel, server: { $0.codePage = codePage }, link: { $0.codePage = codePage }) { link, _ in
                try await link.isAlive()
                var request = posting(1)
                request.fields = request.fields.map { $0.id == .guestName ? .init(.guestName, "Müller, Hélène ") : $0 }
                guard case .answered(let answer) = await link.exchange(request) else { throw Unanswered() }
                #expect(answer[.guestName] == "Müller, Hélène ")
            }
        }
    }
}

struct Unanswered: Error {}
