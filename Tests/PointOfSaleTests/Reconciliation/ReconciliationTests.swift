import PointOfSale
import TestSupport
import Testing

@Suite struct ReconciliationTests {
    private static let today = BusinessDate(year: 2026, month: 11, day: 22)
    private static let other = GuestChoice(roomNumber: RoomNumber("118")!, reservationNumber: "777", name: "Petrov")!

    private static func own(
        _ number: Int = 1, cents: Int = 5850, standing: OwnBooking.Standing = .booked, date: BusinessDate = today
    ) -> OwnBooking {
        OwnBooking(
            postingID: Sample.id(UInt64(number)), reference: PostingReference(checkNumber: 1000 + number, number: number),
            guest: Sample.garibaldi, amount: Sample.euros(cents), date: date, standing: standing)
    }

    private static func line(
        _ text: String, cents: Int, date: BusinessDate? = today, room: String? = "204", reservation: String? = "12345", check: Int? = nil
    ) -> HotelBooking {
        HotelBooking(
            date: date, roomNumber: room, reservationNumber: reservation, checkNumber: check, amount: Sample.euros(cents), text: text)
    }

    private static func compare(_ ours: [OwnBooking], _ hotels: [HotelBooking], unread: [GuestChoice: String] = [:]) -> Reconciliation {
        Reconciliation(of: today, in: .eur, ours: ours, hotels: hotels, unread: unread)
    }

    private static func difference(_ ours: [OwnBooking], _ hotels: [HotelBooking]) throws -> ReconciliationDifference {
        let result = compare(ours, hotels)
        try #require(result.differences.count == 1, "\(result.differences)")
        return result.differences[0]
    }

    @Test func `a booking in several lines of the folio is equal to the cent`() {
        let result = Self.compare(
            [Self.own()],
            [Self.line("Food A1001.1", cents: 4000), Self.line("Wine A1001.1", cents: 1600), Self.line("A1001.1 Tip", cents: 250)])
        #expect(result.isEqual)
        #expect(result.ours == .init(count: 1, total: Sample.euros(5850)) && result.hotels == result.ours)
    }

    @Test func `a booking and its reversal are equal on both sides`() {
        let result = Self.compare(
            [Self.own(1), Self.own(2, cents: -5850)], [Self.line("A1001.1", cents: 5850), Self.line("A1002.2", cents: -5850)])
        #expect(result.isEqual && result.ours.total == Sample.euros(0) && result.ours.count == 2)
    }

    @Test func `what the hotel does not show is missing, with the line that it may be`() throws {
        let difference = try Self.difference(
            [Self.own()],
            [Self.line("Restaurant", cents: 5850, room: "305", check: 1001), Self.line("Restaurant check", cents: 5850, check: 1001)])
        #expect(difference.kind == .missing && difference.detail == "Restaurant check")
        #expect(difference.ours == Sample.euros(5850) && difference.hotels == Sample.euros(0))
    }

    @Test func `lines without our reference only suggest, alone or added up, and each but once`() {
        let lines = [Self.line("Food", cents: 4000, check: 1001), Self.line("Wine", cents: 1850, check: 1001)]
        #expect(Self.compare([Self.own()], lines).differences.map(\.detail) == ["Food"])
        #expect(Self.compare([Self.own(1, cents: 5851)], lines).differences.map(\.detail) == [nil])
        let twins = [
            Self.own(1, cents: 4000),
            OwnBooking(
                postingID: Sample.id(9), reference: PostingReference(checkNumber: 1001, number: 9), guest: Sample.garibaldi,
                amount: Sample.euros(4000),
                date: Self.today, standing: .booked),
        ]
        let result = Self.compare(twins, [lines[0]])
        #expect(result.differences.map(\.detail) == ["Food", nil] && result.linesOfOthers == 1)
        #expect(result.hotels.count == 0)
    }

    @Test func `what the hotel has twice is told with how often`() throws {
        let lines = [Self.line("A1001.1", cents: 5850), Self.line("A1001.1", cents: 5850), Self.line("A1001.1", cents: 5850)]
        let difference = try Self.difference([Self.own()], lines)
        #expect(difference.kind == .twice && difference.detail == "3" && difference.hotels == Sample.euros(17_550))
        #expect(try Self.difference([Self.own(1, cents: -5850)], [Self.line("A1001.1", cents: -11_700)]).kind == .twice)
    }

    @Test func `another amount is told, and so is one that reception took off`() throws {
        #expect(try Self.difference([Self.own()], [Self.line("A1001.1", cents: 5800)]).kind == .otherAmount)
        let takenOff = try Self.difference([Self.own()], [Self.line("A1001.1", cents: 5850), Self.line("A1001.1", cents: -5850)])
        #expect(takenOff.kind == .otherAmount && takenOff.hotels == Sample.euros(0))
        #expect(try Self.difference([Self.own()], [Self.line("A1001.1", cents: -5850)]).kind == .otherAmount)
    }

    @Test func `another guest's bill is told, a guest who moved is not`() throws {
        let difference = try Self.difference([Self.own()], [Self.line("A1001.1", cents: 5850, room: "118", reservation: "777")])
        #expect(difference.kind == .otherRoom && difference.detail == "118" && difference.ours == difference.hotels)
        #expect(Self.compare([Self.own()], [Self.line("A1001.1", cents: 5850, room: "305")]).isEqual)
        #expect(!Self.compare([Self.own()], [Self.line("A1001.1", cents: 5850, room: "305", reservation: nil)]).isEqual)
        #expect(Self.compare([Self.own()], [Self.line("A1001.1", cents: 5850, room: nil, reservation: nil)]).isEqual)
    }

    @Test func `a reference that nobody here knows is told, on its date only`() throws {
        let difference = try Self.difference([], [Self.line("A7.7", cents: 900, check: 7)])
        #expect(difference.kind == .unknownHere && difference.checkNumber == 7 && difference.postingID == nil)
        #expect(Self.compare([], [Self.line("A7.7", cents: 900, date: Self.today.previous)]).isEqual)
    }

    @Test func `a booking on another date is told from either side`() throws {
        let late = try Self.difference([Self.own()], [Self.line("A1001.1", cents: 5850, date: Self.today.next)])
        #expect(late.kind == .otherDate && late.detail == "2026-11-23" && late.hotels == Sample.euros(0))
        let early = try Self.difference([Self.own(1, date: Self.today.previous)], [Self.line("A1001.1", cents: 5850)])
        #expect(early.kind == .otherDate && early.detail == "2026-11-21" && early.ours == Sample.euros(0))
        #expect(Self.compare([Self.own(1, date: Self.today.previous)], []).isEqual)
    }

    @Test func `what is in doubt stays in the list, whether the hotel shows it or not`() throws {
        let doubt = Self.own(1, standing: .unknown)
        #expect(try Self.difference([doubt], []).kind == .inDoubt)
        let shown = try Self.difference([doubt], [Self.line("A1001.1", cents: 5850)])
        #expect(shown.kind == .inDoubt && shown.hotels == Sample.euros(5850) && shown.ours == Sample.euros(0))
    }

    @Test func `what counts as not booked must not stand at the hotel`() throws {
        let refused = Self.own(1, standing: .notBooked)
        #expect(Self.compare([refused], []).isEqual)
        #expect(try Self.difference([refused], [Self.line("A1001.1", cents: 5850)]).kind == .notExpected)
        #expect(Self.compare([refused], [Self.line("A1001.1", cents: 5850), Self.line("A1001.1", cents: -5850)]).isEqual)
    }

    @Test func `a bill that could not be read is not called missing`() {
        let result = Self.compare(
            [Self.own(1), Self.own(2, cents: 100)], [Self.line("A1002.2", cents: 100)], unread: [Sample.garibaldi: "guestGone"])
        #expect(result.differences.map(\.kind) == [.notCompared] && result.differences[0].detail == "guestGone")
    }

    @Test(arguments: [
        ("A1001.42", "A1001.42"), ("Restaurant A1001.42 merci", "A1001.42"), ("(A1.2)", "A1.2"), ("XA1.2 A3.4", "A3.4"),
        ("A1001.42;A1001.43", "A1001.42"), ("A99999999.99999999", "A99999999.99999999"),
    ])
    func `a reference is found where it stands by itself`(_ text: String, _ reference: String) {
        #expect(Self.line(text, cents: 1).reference?.text == reference)
    }

    @Test(arguments: [
        "", "A", "A.", "A1001", "A1001.", "A.42", "BA1.2", "A1.2B", "A1.2é", "A123456789.1", "A1.123456789", "a1.2", "1.2", "A01.2",
        "A1.2.3",
    ])
    func `what is no reference is none`(_ text: String) {
        #expect(Self.line(text, cents: 1).reference == nil)
    }
}
