import PointOfSale
import TestSupport

/// Books made up to be wrong in one way each: what the auditor must see in them.
package struct AuditorCase {
    package let name: String
    /// The rules that the auditor finds broken.
    package let rules: Set<String>
    package let expected: Set<String>

    private static let booking = HotelLedger.Entry(number: 42, room: "204", reservation: "20401", total: 1_000)

    /// One case for each thing that must not be, and one in which all is well.
    package static var all: [AuditorCase] {
        [
            example("all is well"),
            example("nothing at the hotel", entries: [], expecting: ["I4"]),
            example("booked under one number twice", entries: [booking, booking], expecting: ["I1"]),
            example(
                "booked by two attempts", entries: [booking, entry(43)], attempts: [42, 43], expecting: ["I1"]),
            example("a number that we do not know", entries: [booking, entry(99)], expecting: ["R1"]),
            example("another room", entries: [entry(42, room: "205")], expecting: ["I2"]),
            example("another amount", entries: [entry(42, total: 900)], expecting: ["I2", "I4"]),
            example("refused and booked", state: "refused", tender: "refused", expecting: ["I3"]),
            example("withdrawn and booked", state: "withdrawn", tender: "refused", expecting: ["I3"]),
            example(
                "in doubt and booked twice", state: "inDoubt", tender: "pending", entries: [booking, entry(43)], attempts: [42, 43],
                expecting: ["I1"]),
            example("in doubt and booked", state: "inDoubt", tender: "pending"),
            example("in doubt and not booked", state: "inDoubt", tender: "pending", entries: []),
            example("still being sent", state: "sending", tender: "pending", expecting: ["I5"]),
            example("still waiting", state: "queued", tender: "pending", entries: [], expecting: ["I5"]),
            example("paid without being booked", tender: "pending", expecting: ["I2"]),
            example("acknowledged as another posting", acknowledgedAs: 2, expecting: ["I10"]),
        ]
    }

    private static func entry(_ number: Int, room: String = "204", total: Int = 1_000) -> HotelLedger.Entry {
        HotelLedger.Entry(number: number, room: room, reservation: "20401", total: total)
    }

    private static func example(
        _ name: String, state: String = "accepted", tender: String = "settled", entries: [HotelLedger.Entry] = [booking],
        attempts: [Int] = [42], acknowledgedAs acknowledged: UInt64 = 1, expecting expected: Set<String> = []
    ) -> AuditorCase {
        let id: PostingID = Sample.id(1)
        let isPaid = tender == "settled"
        let till = TillLedger(
            postings: [
                TillLedger.Posting(
                    id: id.text, checkID: "check", tenderID: "tender", reverses: nil, room: "204", reservation: "20401", total: 1_000,
                    state: state)
            ],
            attempts: attempts.map { TillLedger.Attempt(postingID: id.text, number: $0) },
            tenders: [TillLedger.Tender(id: "tender", checkID: "check", kind: "room", amount: 1_000, tip: 0, state: tender)],
            checks: [TillLedger.Check(id: "check", state: isPaid ? "closed" : "open", total: 1_000)],
            postingsByKey: ["diner-1-charge-0": id.text])
        let people = [Diner.example(key: "diner-1-charge-0", acknowledged: Sample.id(acknowledged))]
        let findings = Auditor(till: till, hotel: HotelLedger(entries: entries), people: people).findings()
        return AuditorCase(name: name, rules: Set(findings.map(\.rule)), expected: expected)
    }
}

extension Diner {
    /// Somebody in room 204 whose charge of 10.00 was acknowledged.
    fileprivate static func example(key: String, acknowledged: PostingID) -> Diner {
        guard let room = RoomNumber("204"), let guest = GuestChoice(roomNumber: room, reservationNumber: "20401", name: "Garibaldi"),
            let clientKey = ClientKey(key)
        else { preconditionFailure("room 204 can be chosen") }
        var diner = Diner(
            key: "diner-1", outlet: Sample.id(3), items: [], guest: guest, parts: 1, tip: Sample.euros(0), paysCash: true)
        diner.intents = [
            Intent(key: clientKey, amount: Sample.euros(1_000), tip: Sample.euros(0), guest: guest, acknowledged: acknowledged)
        ]
        return diner
    }
}
