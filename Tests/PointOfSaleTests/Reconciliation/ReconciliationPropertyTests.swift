import PointOfSale
import TestSupport
import Testing

/// A day made up from a seed, then damaged in a known way: every damage is told, and the sums always explain themselves.
@Suite struct ReconciliationPropertyTests {
    private static let today = BusinessDate(year: 2026, month: 11, day: 22)

    private struct Day {
        var ours: [OwnBooking] = []
        var hotels: [HotelBooking] = []

        init(using random: inout SeededGenerator, count: Int) {
            for number in 1...count {
                let guest = GuestChoice(
                    roomNumber: RoomNumber(String(100 + number % 40))!, reservationNumber: String(9000 + number % 40), name: "G")!
                let cents = Int.random(in: 1...40_000, using: &random) * (Int.random(in: 0...9, using: &random) == 0 ? -1 : 1)
                let standing: OwnBooking.Standing = Int.random(in: 0...9, using: &random) == 0 ? .notBooked : .booked
                let own = OwnBooking(
                    postingID: Sample.id(UInt64(number)), reference: PostingReference(checkNumber: 1000 + number / 2, number: number),
                    guest: guest, amount: Sample.euros(cents), date: today, standing: standing)
                ours.append(own)
                if standing == .booked { hotels += Self.lines(of: own, using: &random) }
                if number % 3 == 0 {
                    hotels.append(
                        HotelBooking(
                            date: today, roomNumber: own.guest?.roomNumber.text, reservationNumber: nil, checkNumber: nil,
                            amount: Sample.euros(cents), text: "Minibar \(number)"))
                }
            }
            hotels.shuffle(using: &random)
        }

        static func lines(of own: OwnBooking, using random: inout SeededGenerator) -> [HotelBooking] {
            let weights = (0...Int.random(in: 0...3, using: &random)).map { _ in Int.random(in: 1...9, using: &random) }
            return Allocation.largestRemainder(own.amount.minorUnits, weights: weights).map { cents in
                HotelBooking(
                    date: today, roomNumber: own.guest?.roomNumber.text, reservationNumber: own.guest?.reservationNumber,
                    checkNumber: own.reference.checkNumber, amount: Sample.euros(cents), text: "Restaurant \(own.reference)")
            }
        }
    }

    private static func compare(_ day: Day) -> Reconciliation {
        Reconciliation(of: today, in: .eur, ours: day.ours, hotels: day.hotels)
    }

    @Test(arguments: 1...60) func `an honest day is equal to the cent`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let result = Self.compare(Day(using: &random, count: Int.random(in: 1...80, using: &random)))
        #expect(result.isEqual && result.ours.total == result.hotels.total, "seed \(seed): \(result.differences)")
    }

    @Test(arguments: 1...60) func `each damage is told under its reference, and nothing else is`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var day = Day(using: &random, count: 60)
        var expected: [String: ReconciliationDifference.Kind] = [:]
        for own in day.ours.shuffled(using: &random).filter({ $0.standing == .booked }).prefix(8) {
            let place = day.hotels.firstIndex { $0.reference == own.reference }!
            let line = day.hotels[place]
            switch Int.random(in: 0...4, using: &random) {
            case 0:
                day.hotels.removeAll { $0.reference == own.reference }
                expected[own.reference.text] = .missing
            case 1:
                day.hotels += Day.lines(of: own, using: &random)
                expected[own.reference.text] = .twice
            case 2:
                // Three times the amount and a cent more is neither the amount nor a multiple of it, unless the amount is a cent itself.
                day.hotels.append(line.with(amount: Sample.euros(own.amount.minorUnits * 2 + (own.amount.minorUnits > 0 ? 1 : -1))))
                expected[own.reference.text] = abs(own.amount.minorUnits) == 1 ? .twice : .otherAmount
            case 3:
                day.hotels[place] = line.with(amount: line.amount, reservation: "1")
                expected[own.reference.text] = .otherRoom
            default:
                day.ours.removeAll { $0.reference == own.reference }
                expected[own.reference.text] = .unknownHere
            }
        }
        let result = Self.compare(day)
        let told = Dictionary(uniqueKeysWithValues: result.differences.map { ($0.reference, $0.kind) })
        #expect(told == expected, "seed \(seed)")
    }

    @Test(arguments: 1...200) func `whatever both sides hold, the differences add up to the difference of the sums`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var day = Day(using: &random, count: 40)
        let dates = [today, today.next, today.previous, nil]
        day.hotels = day.hotels.filter { _ in Int.random(in: 0...5, using: &random) > 0 }.map { line in
            guard Int.random(in: 0...3, using: &random) == 0 else { return line }
            return HotelBooking(
                date: dates.randomElement(using: &random)!, roomNumber: line.roomNumber, reservationNumber: line.reservationNumber,
                checkNumber: line.checkNumber, amount: Sample.euros(Int.random(in: -500...500, using: &random)), text: line.text)
        }
        day.ours = day.ours.map { own in
            OwnBooking(
                postingID: own.postingID, reference: own.reference, guest: own.guest, amount: own.amount,
                date: Int.random(in: 0...3, using: &random) == 0 ? Self.today.previous : Self.today,
                standing: OwnBooking.Standing.allCases.randomElement(using: &random)!)
        }
        let unread = Set(day.ours.prefix(5).compactMap(\.guest))
        let result = Reconciliation(
            of: Self.today, in: .eur, ours: day.ours, hotels: day.hotels,
            unread: Dictionary(uniqueKeysWithValues: unread.map { ($0, "guestGone") }))
        let explained = result.differences.map { $0.hotels - $0.ours }.total(.eur)
        #expect(result.hotels.total - result.ours.total == explained, "seed \(seed)")
        if result.isEqual { #expect(result.hotels.total == result.ours.total, "seed \(seed)") }
    }

    private var today: BusinessDate { Self.today }
}

extension HotelBooking {
    fileprivate func with(amount: Money, reservation: String? = nil) -> HotelBooking {
        HotelBooking(
            date: date, roomNumber: roomNumber, reservationNumber: reservation ?? reservationNumber, checkNumber: checkNumber,
            amount: amount, text: text)
    }
}
