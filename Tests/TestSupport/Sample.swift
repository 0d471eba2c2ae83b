package import PointOfSale

/// Small made-up values for tests: a house on Paris time, a check with given lines.
package enum Sample {
    /// 22 November 2026, 20:14 in Paris.
    package static let evening = Timestamp(milliseconds: 1_795_374_840_000)
    /// Paris, 05:30.
    package static let calendar = BusinessCalendar(timeZoneName: "Europe/Paris")!

    /// An identifier that is the same in every run.
    package static func id<Subject>(_ number: UInt64 = 1) -> Identifier<Subject> {
        var generator = SeededGenerator(seed: number)
        return .make(at: evening, using: &generator)
    }

    /// Euros from cents.
    package static func euros(_ cents: Int) -> Money { Money(cents, .eur) }

    /// A key or line id.
    package static func key(_ number: Int) -> ClientKey { ClientKey("key-\(1_000_000 + number)")! }

    /// A line of a check.
    package static func line(
        _ number: Int, cents: Int, quantity: Int = 1, basisPoints: Int = 1000, itemizer: Int = 1
    ) -> CheckLine {
        CheckLine(
            id: key(number), menuItemID: id(UInt64(number)), name: LocalizedName(fr: "Article \(number)"), quantity: quantity,
            unitPrice: euros(cents),
            taxRate: Rate(basisPoints: basisPoints)!, itemizer: Itemizer(itemizer)!, addedAt: evening, addedBy: id(99))
    }

    /// A tender on a check.
    package static func tender(_ number: UInt64, cents: Int, tip: Int = 0, state: Tender.State = .settled) -> Tender {
        Tender(
            id: id(number), checkID: id(1), paymentMethodID: id(2), kind: .card, amount: euros(cents), tip: euros(tip), state: state,
            takenAt: evening, takenBy: id(99), businessDate: BusinessDate(year: 2026, month: 11, day: 22))
    }

    /// Check 1007 at table 12.
    package static func check(
        lines: [CheckLine] = [], voids: [LineVoid] = [], tenders: [Tender] = [], state: Check.State = .open
    ) -> Check {
        Check(
            id: id(1), number: 1007, outletID: id(3), tableID: id(4), tableNumber: 12, covers: 4, state: state,
            businessDate: BusinessDate(year: 2026, month: 11, day: 22), servicePeriod: 4, currency: .eur, openedAt: evening,
            openedBy: id(99),
            lines: lines, voids: voids, tenders: tenders)
    }
}
