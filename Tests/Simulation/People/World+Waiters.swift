import Operations
import PointOfSale

/// The waiters: each table is opened, charged to a room in one part or several, watched, and paid in cash when the room does not work out.
extension World {
    private static let retryMs: ClosedRange<Int64> = 6_000...15_000
    private static let watchMs: ClosedRange<Int64> = 8_000...40_000
    private static let refusalsMax = 5
    private static let workstations = ["TILL-1", "TILL-2", "TILL-3"]

    func seatDiners() {
        if ambush != nil { return seatTarget() }
        for number in 0..<plan.chargesCount {
            let guest = choice(of: dice.one(of: SmallHotel.guests))
            people.append(
                Diner(
                    key: "diner-\(1_000 + number)",
                    outlet: dice.happens(plan.queues) ? house.outletThatQueues : house.outletThatRefuses,
                    items: (0..<dice.int(1...3)).map { _ in (dice.one(of: house.items), dice.int(1...3)) }, guest: guest,
                    parts: dice.happens(150) ? 2 : 1, tip: Money(dice.one(of: [0, 0, 250]), .eur),
                    paysCash: dice.happens(plan.cashAfterRefusal)))
            wake(number, inMs: dice.ms(0...plan.spreadMs))
        }
    }

    /// A first charge shows the till that this hotel's bills carry its references; the second, to another room, is the target.
    private func seatTarget() {
        for (number, guest) in [SmallHotel.guests[0], SmallHotel.guests[2]].enumerated() {
            people.append(
                Diner(
                    key: "diner-\(1_000 + number)", outlet: house.outletThatQueues, items: [(house.items[0], 2), (house.items[2], 1)],
                    guest: choice(of: guest), parts: 1, tip: Money(250, .eur), paysCash: true))
            wake(number, inMs: number == 0 ? 500 : Ambush.targetAtMs)
        }
    }

    private func choice(of guest: (room: String, reservation: String, name: String)) -> GuestChoice {
        guard let room = RoomNumber(guest.room),
            let choice = GuestChoice(roomNumber: room, reservationNumber: guest.reservation, name: "\(guest.name), Mme")
        else { preconditionFailure("the small hotel's guests can be chosen") }
        return choice
    }

    private func wake(_ number: Int, inMs ms: Int64) {
        if let pending = people[number].nextAct { agenda.remove(pending) }
        people[number].nextAct = agenda.add(.personActs(number), atMs: time.uptimeMs + ms, draw: dice.next())
    }

    func act(_ number: Int) {
        people[number].nextAct = nil
        guard machine.program?.hasStarted == true else { return wake(number, inMs: dice.ms(500...3_000)) }
        switch people[number].stage {
        case .toOpen: open(number)
        case .toCharge: charge(number)
        case .toWatch: look(number)
        case .toPayCash: payCash(number)
        case .gone: return
        }
        guard people[number].nextAct == nil else { return }
        wake(number, inMs: dice.ms(people[number].stage == .toWatch ? Self.watchMs : Self.retryMs))
    }

    /// Sends a request to the till; what comes back is heard, unless the program dies or the reply is lost on the way.
    private func ask(_ number: Int, _ body: @escaping @Sendable (Restaurant) async throws -> Reply.Content) {
        guard let program = machine.program else { return }
        let (replies, life) = (replies, program.number)
        program.call { restaurant in
            let content: Reply.Content
            do { content = try await body(restaurant) } catch let refusal as Refusal {
                content = .refused(nil, code: refusal.code)
            } catch {
                content = .failed
            }
            replies.put(Reply(program: life, diner: number, content: content))
        }
    }

    private func open(_ number: Int) {
        let (diner, waiter) = (people[number], house.waiter)
        guard let key = ClientKey(diner.key) else { return }
        let batch = diner.items.enumerated().compactMap { index, entry in
            ClientKey("\(diner.key)-\(index)").map { LineChange.add(id: $0, item: entry.item, quantity: entry.quantity, note: "") }
        }
        ask(number) { restaurant in
            let opened = try await restaurant.openCheck(key: key, outlet: diner.outlet, table: nil, covers: 2, by: waiter)
            return .opened(try await restaurant.changeLines(of: opened.value.id, batch, by: waiter))
        }
    }

    private func charge(_ number: Int) {
        if people[number].intents.last.map({ $0.acknowledged != nil || $0.refusals > 0 }) ?? true {
            guard people[number].nextAmount.isPositive, people[number].intents.count < Self.refusalsMax else {
                people[number].stage = .toWatch
                return wake(number, inMs: 100)
            }
            guard let key = ClientKey("\(people[number].key)-charge-\(people[number].intents.count)") else { return }
            people[number].intents.append(
                Diner.Intent(key: key, amount: people[number].nextAmount, tip: people[number].tip, guest: people[number].guest))
        }
        tap(number)
        guard faultHappens(plan.doubleTap) else { return }
        let taps = dice.int(1...7)
        count(.doubleTap, "\(taps + 1) taps")
        for _ in 0..<taps { tap(number) }
    }

    private func tap(_ number: Int) {
        let (diner, waiter) = (people[number], house.waiter)
        guard let check = diner.check, let intent = diner.intents.last else { return }
        let request = RoomChargeRequest(
            checkID: check.id, key: intent.key, methodID: house.roomMethod, amount: intent.amount, tip: diner.tip, guest: diner.guest,
            workstation: Self.workstations[number % plan.tillsCount])
        tell("waiter", "\(intent.key): \(intent.amount.minorUnits) to room \(diner.guest.roomNumber)")
        reach(.tapArrives)
        ask(number) { restaurant in
            do {
                return .charged(intent.key, try await restaurant.chargeToRoom(request, by: waiter).value.posting.id)
            } catch let refusal as Refusal {
                return .refused(intent.key, code: refusal.code)
            }
        }
    }

    private func look(_ number: Int) {
        guard let check = people[number].check?.id else { return }
        if number == Ambush.target { reach(.outcomeAsked) }
        ask(number) { .looked(try await $0.check(check)) }
    }

    private func payCash(_ number: Int) {
        let (diner, waiter, method) = (people[number], house.waiter, house.cashMethod)
        guard let check = diner.check, diner.remaining.isPositive, let key = ClientKey("\(diner.key)-cash-\(diner.cashTries)") else {
            people[number].stage = .toWatch
            return
        }
        ask(number) { restaurant in
            let paid = try await restaurant.takePayment(
                on: check.id, key: key, method: method, amount: diner.remaining, tip: Money(0, .eur), by: waiter)
            return .looked(paid.value.check)
        }
    }

    // MARK: What the till answers

    func heard(_ reply: Reply) {
        if faultHappens(plan.lostReply) { return count(.lostReply) }
        guard let number = reply.diner else { return deskHears(reply.content) }
        switch reply.content {
        case .opened(let check):
            people[number].check = check
            if people[number].stage == .toOpen {
                people[number].stage = .toCharge
                wake(number, inMs: dice.ms(5...3_000))
            }
        case .charged(let key, let posting): acknowledged(number, key, posting)
        case .refused(let key?, let code): refused(number, key, code)
        case .refused(nil, let code):
            tell("waiter", "\(people[number].key): refused, \(code)")
            if people[number].stage == .toPayCash {
                people[number].cashTries += 1
                people[number].stage = .toWatch
            }
        case .looked(let check): looked(number, check)
        case .failed: tell("waiter", "\(people[number].key): the till has a fault")
        case .doubts, .done: break
        }
    }

    private func acknowledged(_ number: Int, _ key: ClientKey, _ posting: PostingID) {
        guard let index = people[number].intents.firstIndex(where: { $0.key == key }) else { return }
        tell("waiter", "\(key): sent, posting \(posting.text.suffix(6))")
        if let first = people[number].intents[index].acknowledged, first != posting {
            find(.duplicate, "I1", "\(key) was acknowledged as two postings")
        }
        people[number].intents[index].acknowledged = posting
        people[number].stage = .toWatch
        wake(number, inMs: dice.ms(200...5_000))
        reach(.tapAnswered)
    }

    private func refused(_ number: Int, _ key: ClientKey, _ code: String) {
        guard let index = people[number].intents.firstIndex(where: { $0.key == key }), people[number].stage == .toCharge else { return }
        tell("waiter", "\(key): refused, \(code)")
        people[number].intents[index].refusals += 1
        let isHopeless = !code.hasPrefix("HOTEL_UNAVAILABLE") && code != "ROOM_CHARGE_WHILE_DOWN"
        guard isHopeless || people[number].intents.count >= Self.refusalsMax || people[number].paysCash else { return }
        people[number].stage = code == "AMOUNT_ABOVE_REMAINING" || code == "CHECK_CLOSED" ? .toWatch : .toPayCash
        wake(number, inMs: dice.ms(200...4_000))
    }

    private func looked(_ number: Int, _ check: Check) {
        people[number].check = check
        if number == Ambush.target { reach(.outcomeRead) }
        let isWaiting = check.tenders.contains { $0.state == .pending }
        if check.state == .closed {
            people[number].stage = .gone
            tell("waiter", "\(people[number].key): paid")
            if people.allSatisfy({ $0.stage == .gone }) { everybodyLeft() }
        } else if !isWaiting, people[number].stage == .toWatch {
            let hasFailed = check.tenders.contains { $0.state == .refused }
            people[number].stage = hasFailed && (people[number].paysCash || people[number].intents.count >= 2) ? .toPayCash : .toCharge
            if people[number].intents.count >= Self.refusalsMax { people[number].stage = .toPayCash }
            wake(number, inMs: dice.ms(200...3_000))
        }
    }
}
