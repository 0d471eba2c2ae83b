import FIAS
import HotelSimulator
import PointOfSale

/// The hotel: answers the link, works on requests, forgets, delays and refuses as the history wills.
extension World {
    private static let workMs: ClosedRange<Int64> = 2...40
    private static let overslowMs: ClosedRange<Int64> = 130_000...290_000
    /// A hotel books within its quiet period or not at all, ms.
    private static let slowWorkMs: ClosedRange<Int64> = 1_000...55_000
    /// Slow enough for the line to be torn, to come back, and for the till to look at the bill twice, ms.
    private static let slowBehindCutMs: ClosedRange<Int64> = 35_000...55_000
    private static let tornAfterMs: ClosedRange<Int64> = 50...3_000
    /// An answer may come ten times later than anybody waits, ms.
    private static let lateMs: ClosedRange<Int64> = 5_000...600_000
    private static let codePage = CodePage.windows1252

    func hotelAccepts(_ connection: Connection) {
        // The interface has one client: a newcomer ends the older connection (FIAS 2.20.24 §1.1).
        for (id, link) in hotel.links.sorted(by: { $0.key < $1.key }) where !link.isGone { hotelHangsUp(id) }
        perform(hotel.accept(connection.id), on: connection.id)
    }

    func bytesReachHotel(_ id: Int) {
        guard let connection = network[id], let bytes = connection.arrive(at: .hotel), !connection.hasHotelClosed, hotel.isUp else {
            return
        }
        if hasHalfway(.hotel) { reach(.postingHalfway) }
        var rest = bytes[...]
        while let frame = hotel.links[id]?.scanner.next(in: &rest) {
            guard case .record(let bytes) = frame, let record = try? FIASRecord.decode(bytes, in: Self.codePage) else { continue }
            guard let actions = hotel.links[id]?.machine.received(record, nowMs: time.uptimeMs) else { return }
            perform(actions, on: id)
        }
    }

    func hotelLinkDeadline(_ id: Int) {
        guard let actions = hotel.links[id]?.machine.timePassed(nowMs: time.uptimeMs) else { return }
        perform(actions, on: id)
    }

    func perform(_ actions: [ServerLinkStateMachine.Action], on id: Int) {
        for action in actions { perform(action, on: id) }
        guard let deadlineMs = hotel.links[id]?.machine.deadlineMs else { return }
        plan(.hotelLinkDeadline(connection: id), inMs: deadlineMs - time.uptimeMs)
    }

    private func perform(_ action: ServerLinkStateMachine.Action, on id: Int) {
        let stamp = RecordStamp(wallMs: HouseImage.beginsAt.milliseconds + time.uptimeMs, secondsFromGMT: 3_600)
        switch action {
        case .sendStart:
            hotel.links[id]?.machine.startSent(stamp)
            hotelSays(LinkStart(stamp: stamp).record, on: id)
        case .sendAlive: hotelSays(LinkAlive(stamp: stamp).record, on: id)
        case .sendEnd: hotelSays(LinkEnd(stamp: stamp).record, on: id)
        case .sendConfiguration:
            hotelSays(LinkConfigurationAnswer(roomPaymentMethods: ["ROOM"], hotelID: "SIM", hotelVersion: nil).record, on: id)
        case .becomeAlive: hotel.interface.begin(connection: id)
        case .deliver(let record): hotelHears(record, on: id)
        case .reportNotAuthentic: break
        case .close: hotelHangsUp(id)
        }
    }

    func hotelSays(_ record: FIASRecord, on id: Int) {
        guard let connection = network[id], !connection.hasHotelClosed else { return }
        if record.id != .la || story.isTold { tell("hotel", "says \(record.wireText)") }
        var bytes = record.framed(in: Self.codePage)
        if faultHappens(plan.garbage) {
            bytes = [0x06, 0x0D, 0x0A] + bytes + Array("noise".utf8)
            count(.garbage)
        }
        carry(bytes, to: .till, over: connection)
    }

    func hotelHangsUp(_ id: Int) {
        guard let connection = network[id], !connection.hasHotelClosed else { return }
        connection.hasHotelClosed = true
        hotelLost(id)
        let atMs = connection.arrivalAfterAll(at: .till, nowMs: time.uptimeMs, delayMs: dice.ms(0...3))
        plan(.closeReachesTill(connection: id), inMs: atMs - time.uptimeMs)
    }

    func hotelLost(_ id: Int) { hotel.lose(id) }

    // MARK: Requests

    private func hotelHears(_ record: FIASRecord, on id: Int) {
        guard let negotiation = hotel.links[id]?.machine.negotiation else { return }
        tell("hotel", "hears \(record.wireText)")
        let isPosting = InterfaceRequest(record) == .posting
        if isPosting, let number = record[.postingNumber].flatMap({ Int($0) }) { watchman.hotelHeard(number) }
        // A doubt is waiting out its quiet minute: the worst moment to set the clock on the wall.
        if plan.clockJump > 0, InterfaceRequest(record) == .billView, faultHappens(300) { setClock() }
        if plan.slowBehindCut > 0, InterfaceRequest(record) == .billView, faultHappens(900) { setClockForward() }
        if faultHappens(plan.lostRequest), isPosting { return count(.lostRequest) }
        var ms = dice.ms(Self.workMs)
        if faultHappens(plan.slowWork) {
            ms = dice.ms(Self.slowWorkMs)
            count(.slowWork, "\(ms) ms")
        }
        if isPosting, faultHappens(plan.overslow) {
            ms = dice.ms(Self.overslowMs)
            count(.overslow, "\(ms) ms")
        }
        if isPosting, hotel.hasBooked, faultHappens(plan.slowBehindCut) {
            ms = dice.ms(Self.slowBehindCutMs)
            count(.slowWork, "\(ms) ms, and the line is torn meanwhile")
            plan(.faultStrikes(dice.happens(500) ? .cut : .reset), inMs: dice.ms(Self.tornAfterMs))
        }
        let request = hotel.note(HotelSide.Request(record: record, connection: id, described: negotiation))
        plan(.hotelWorks(request: request), inMs: ms)
        if isPosting { reach(.postingArrived) }
    }

    func hotelWorks(on id: Int) {
        guard let request = hotel.takeRequest(id) else { return }
        let kind = InterfaceRequest(request.record)
        let bookingsBefore = hotel.books.ledger.entries.count
        if let kind { armFault(for: kind) }
        let delivery = hotel.respond(to: request, atMs: HouseImage.beginsAt.milliseconds + time.uptimeMs)
        hotel.interface.faults.disarm()
        if hotel.books.ledger.entries.count > bookingsBefore { hotelBooked(request.record) }
        hotel.endConversationIfIdle(request.connection)
        if !delivery.steps.isEmpty {
            plan(.hotelAnswers(delivery: hotel.note(delivery, on: request.connection)), inMs: Int64(delivery.afterMs))
        }
        if kind == .posting, ambush != nil { reach(.booked) }
        if kind == .posting, delivery.steps.isEmpty { answerStaysAway() }
    }

    /// What goes wrong with this one answer, if anything.
    private func armFault(for request: InterfaceRequest) {
        let isPosting = request == .posting
        if let ambush, isPosting, isTargetUnderWay { return arm(ambush.outcome) }
        let faults: [(FaultKind, Int, Fault)] = [
            (.lostAnswer, plan.lostAnswer, .loseAnswer(booked: true)),
            (.lateAnswer, plan.lateAnswer, .delayAnswer(ms: Int(dice.ms(Self.lateMs)))),
            (.doubleAnswer, plan.doubleAnswer, .duplicateAnswer),
            (.overtakingAnswer, plan.overtakingAnswer, .reorderAnswer),
            (.nonsense, isPosting ? plan.nonsense : 0, .nonsense(dice.one(of: Fault.Nonsense.allCases))),
            (.refusal, isPosting ? plan.refusal : 0, .refuse(status: dice.one(of: ["RY", "NA", "UR", "CO", "BY", "DN"]))),
        ]
        for (kind, rate, fault) in faults where faultHappens(rate) {
            count(kind, "\(request.rawValue)")
            hotel.interface.faults.arm(fault, on: request)
            return
        }
    }

    private func hotelBooked(_ record: FIASRecord) {
        guard let number = record[.postingNumber] else { return }
        tell("hotel", "books \(record[.totalAmount] ?? "?") on \(record[.roomNumber] ?? "?") for P#\(number)")
        watchman.booked(number: number, atMs: time.uptimeMs)
        if ambush == nil { reach(.booked) }
    }

    func hotelDelivers(_ id: Int) {
        guard let (steps, connection) = hotel.takeDelivery(id), let open = network[connection] else { return }
        reach(.answerLeaves)
        for step in steps {
            switch step {
            case .send(let record): hotelSays(record, on: connection)
            case .sendBeginning(let record, let bytes):
                carry(Array(record.framed(in: Self.codePage).prefix(bytes)), to: .till, over: open)
            case .takeUp: preconditionFailure("slow work is a wait of this world's own")
            case .hangUp: hotelHangsUp(connection)
            case .cut: tear(open, isReset: true)
            }
        }
    }
}
