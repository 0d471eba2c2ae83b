import PointOfSale
import Printing
import TestSupport

extension SamplePaper {
    /// A loyal guest's wine, and a gesture on the whole check.
    static let discounts = [
        Discount(
            id: Sample.key(31), lineID: Sample.key(3), value: .share(Rate(basisPoints: 1000)!),
            name: LocalizedName(fr: "Client fidèle", en: "Loyal guest"), givenAt: Sample.evening, givenBy: Sample.id(99)),
        Discount(
            id: Sample.key(32), lineID: nil, value: .amount(Sample.euros(730)), name: Discount.customName, reason: "Attente",
            givenAt: Sample.evening, givenBy: Sample.id(99)),
    ]

    /// Everything given away.
    static let onTheHouse = Discount(
        id: Sample.key(33), lineID: nil, value: .share(Rate(basisPoints: 10_000)!),
        name: LocalizedName(fr: "Offert par la maison", en: "On the house"), givenAt: Sample.evening, givenBy: Sample.id(99))

    private static func discounted(_ tenders: [Tender], state: Check.State, by discounts: [Discount] = discounts) -> Check {
        let plain = check(dinner, tenders, state: state)
        return Check(
            id: plain.id, number: plain.number, outletID: plain.outletID, tableID: plain.tableID, tableNumber: plain.tableNumber,
            covers: plain.covers, state: state, businessDate: plain.businessDate, servicePeriod: plain.servicePeriod, currency: .eur,
            openedAt: plain.openedAt, openedBy: plain.openedBy, closedAt: plain.closedAt, lines: dinner, tenders: tenders,
            discounts: discounts)
    }

    /// Closed without a payment.
    static var givenAway: Receipt { receipt(discounted([], state: .closed, by: [onTheHouse]), []) }

    /// Sold with discounts, paid in cash.
    static var discountedSale: Receipt {
        let tender = tender(13, cash, cents: 9400)
        return receipt(discounted([tender], state: .closed), [.init(tender: tender, method: cash, posting: nil)])
    }

    /// The same, split afterwards: one part is paid, the other is not.
    static var discountedSplit: Receipt {
        let tender = tender(14, cash, cents: 4700)
        return receipt(discounted([tender], state: .open), [.init(tender: tender, method: cash, posting: nil)])
    }
}
