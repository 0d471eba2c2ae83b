import FIAS
import Testing

@testable import HotelSimulator

@Suite struct FaultTests {
    private static let described = Counter.description(["PL": "RNG#GNP#", "PA": "ASP#"])

    /// An interface whose till has looked up room 204 on connection 1.
    private struct Desk {
        var hotel = SmallHotel.make()
        var interface = PropertyInterface()

        init() throws {
            interface.begin(connection: 1)
            let list = try say("PR|PI204|PMROOM|P#1|WS3|")
            try #require(list.steps.count == 1)
        }

        mutating func say(_ text: String, on connection: Int = 1) throws -> Delivery {
            interface.respond(
                to: try FIASRecord.parse(text: text), on: connection, in: &hotel, described: FaultTests.described, atMs: SmallHotel.nowMs)
        }

        mutating func charge(_ number: Int = 2) throws -> Delivery {
            try say("PR|RN204|G#20401|TA100|S1100|PMROOM|P#\(number)|WS3|")
        }

        var bookings: Int { hotel.ledger.bookings.count }
    }

    private static func ok(_ number: Int) throws -> DeliveryStep { .send(try FIASRecord.parse(text: "PA|ASOK|P#\(number)|")) }

    @Test func `without a fault the answer goes out at once`() throws {
        var desk = try Desk()
        #expect(try desk.charge() == Delivery(steps: [Self.ok(2)]))
        #expect(desk.bookings == 1)
    }

    @Test(arguments: [(true, 1), (false, 0)]) func `a lost answer leaves the charge booked or not as asked`(booked: Bool, count: Int) throws
    {
        var desk = try Desk()
        desk.interface.faults.arm(.loseAnswer(booked: booked), on: .posting)
        #expect(try desk.charge() == Delivery())
        #expect(desk.bookings == count)
    }

    @Test func `a delayed answer is booked at once and comes late`() throws {
        var desk = try Desk()
        desk.interface.faults.arm(.delayAnswer(ms: 500), on: .posting)
        #expect(try desk.charge() == Delivery(afterMs: 500, steps: [Self.ok(2)]))
        #expect(desk.bookings == 1)
    }

    @Test func `a duplicated answer is one booking`() throws {
        var desk = try Desk()
        desk.interface.faults.arm(.duplicateAnswer, on: .posting)
        #expect(try desk.charge() == Delivery(steps: [Self.ok(2), Self.ok(2)]))
        #expect(desk.bookings == 1)
    }

    @Test func `a reordered answer leaves after the next one of its connection`() throws {
        var desk = try Desk()
        desk.interface.faults.arm(.reorderAnswer, on: .posting)
        #expect(try desk.charge(2) == Delivery())
        desk.interface.begin(connection: 7)
        #expect(try desk.say("PR|PI1|PMROOM|P#9|WS1|", on: 7).steps.count == 1)
        #expect(try desk.charge(3) == Delivery(steps: [Self.ok(3), Self.ok(2)]))
        #expect(desk.bookings == 2)
    }

    @Test func `a cut before booking books nothing`() throws {
        var desk = try Desk()
        desk.interface.faults.arm(.cutBeforeBooking, on: .posting)
        #expect(try desk.charge() == Delivery(steps: [.cut]))
        #expect(desk.bookings == 0)
    }

    @Test func `a cut after booking leaves the charge booked`() throws {
        var desk = try Desk()
        desk.interface.faults.arm(.cutAfterBooking, on: .posting)
        #expect(try desk.charge() == Delivery(steps: [.cut]))
        #expect(desk.bookings == 1)
    }

    @Test func `a cut in the answer lets some bytes through`() throws {
        var desk = try Desk()
        desk.interface.faults.arm(.cutInAnswer(bytes: 5), on: .posting)
        let answer = try FIASRecord.parse(text: "PA|ASOK|P#2|")
        #expect(try desk.charge() == Delivery(steps: [.sendBeginning(of: answer, bytes: 5), .hangUp]))
        #expect(desk.bookings == 1)
    }

    @Test(arguments: AnswerStatus.codes.map(\.code)) func `every status can be answered and books nothing`(code: String) throws {
        var desk = try Desk()
        desk.interface.faults.arm(.refuse(status: code), on: .posting)
        #expect(try desk.charge() == Delivery(steps: [.send(try FIASRecord.parse(text: "PA|AS\(code)|P#2|"))]))
        #expect(desk.bookings == 0)
    }

    @Test(arguments: [
        (Fault.Nonsense.unknownStatus, "PA|ASQQ|P#2|"), (.missingStatus, "PA|P#2|"), (.wrongPostingNumber, "PA|ASOK|P#929|"),
        (.missingPostingNumber, "PA|ASOK|"),
    ])
    func `a nonsense answer follows a real booking`(nonsense: Fault.Nonsense, answer: String) throws {
        var desk = try Desk()
        desk.interface.faults.arm(.nonsense(nonsense), on: .posting)
        #expect(try desk.charge() == Delivery(steps: [.send(try FIASRecord.parse(text: answer))]))
        #expect(desk.bookings == 1)
    }

    @Test func `a fault waits for its kind of request and is used up`() throws {
        var desk = try Desk()
        desk.interface.faults.arm(.loseAnswer(booked: true), on: .posting, count: 2)
        #expect(try desk.say("PR|PI204|PMROOM|P#5|WS3|").steps.count == 1)
        #expect(try desk.charge(6).steps.isEmpty)
        #expect(desk.interface.faults.armed.map(\.remaining) == [1])
        #expect(try desk.charge(7).steps.isEmpty)
        #expect(desk.interface.faults.armed.isEmpty)
        #expect(try desk.charge(8).steps.count == 1)
    }

    @Test func `a half open hotel says nothing and books nothing`() throws {
        var desk = try Desk()
        desk.interface.isHalfOpen = true
        #expect(try desk.charge() == Delivery())
        #expect(desk.bookings == 0)
    }

    @Test func `a charge that is booked late is not there before its time, and the answer follows the booking`() throws {
        var desk = try Desk()
        desk.interface.faults.arm(.bookLate(ms: 90_000), on: .posting)
        let request = try FIASRecord.parse(text: "PR|RN204|G#20401|TA100|S1100|PMROOM|P#2|WS3|")
        #expect(try desk.charge() == Delivery(afterMs: 90_000, steps: [.takeUp(request)]))
        #expect(desk.bookings == 0)
        desk.interface.end(connection: 1)
        let late = desk.interface.takeUp(request, on: 1, in: &desk.hotel, described: Self.described, atMs: SmallHotel.nowMs)
        #expect(try late == Delivery(steps: [Self.ok(2)]))
        #expect(desk.bookings == 1)
    }

    @Test func `what the hotel would not have booked is not booked late either`() throws {
        var desk = try Desk()
        desk.interface.faults.arm(.bookLate(ms: 10), on: .posting)
        #expect(try desk.say("PR|RN0910|G#91001|TA100|S1100|PMROOM|P#2|WS3|") == Delivery())
    }

    @Test(arguments: [
        (InterfaceRequest.inquiry, "PR|PI0910|PMROOM|P#7|WS3|", "PA|ASNA|P#7|"), (.billView, "XR|RN204|G#20401|", "XB|ASNA|BA0|"),
    ])
    func `an inquiry and a bill request can be refused like a posting`(kind: InterfaceRequest, request: String, answer: String) throws {
        var desk = try Desk()
        desk.interface.faults.arm(.refuse(status: "NA"), on: kind)
        #expect(try desk.say(request) == Delivery(steps: [.send(try FIASRecord.parse(text: answer))]))
    }

    @Test(arguments: [
        (Fault.loseAnswer(booked: true), Delivery()), (.cutBeforeBooking, Delivery(steps: [.cut])),
        (.cutAfterBooking, Delivery(steps: [.cut])),
    ])
    func `a bill request is lost or cut like a posting, and the posting after it is not`(fault: Fault, delivery: Delivery) throws {
        var desk = try Desk()
        desk.interface.faults.arm(fault, on: .billView)
        #expect(try desk.say("XR|RN204|G#20401|") == delivery)
        #expect(try desk.charge() == Delivery(steps: [Self.ok(2)]))
    }

    @Test func `a slow hotel delays every answer`() throws {
        var desk = try Desk()
        desk.hotel.settings.answerDelayMs = 40
        #expect(try desk.charge().afterMs == 40)
    }

    @Test func `a new connection forgets the inquiries of the old one`() throws {
        var desk = try Desk()
        desk.interface.end(connection: 1)
        desk.interface.begin(connection: 1)
        #expect(try desk.charge() == Delivery())
        #expect(desk.bookings == 0)
    }

    @Test func `the queue takes no more than it can hold`() {
        var faults = FaultQueue()
        for _ in 0..<FaultQueue.armedMax { faults.arm(.duplicateAnswer, on: nil) }
        let overflow = faults.arm(.duplicateAnswer, on: nil)
        #expect(!overflow)
        #expect(faults.armed.count == FaultQueue.armedMax)
        faults.disarm()
        let none = faults.arm(.duplicateAnswer, on: nil, count: 0)
        #expect(!none)
        #expect(faults.armed.isEmpty)
    }
}
