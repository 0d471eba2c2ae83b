import PointOfSale
import Storage

extension DayReport {
    /// Adds up a date.
    init(of date: BusinessDate, today: BusinessDate, _ property: Property, _ tx: any SQLTransaction) throws {
        let currency = property.currency
        let figures = try tx.dayFigures(of: date, in: currency)
        let settled = figures.takings.filter { $0.state == .settled }
        let outlets = Dictionary(uniqueKeysWithValues: try tx.outlets().map { ($0.id, $0) })
        let methods = Dictionary(uniqueKeysWithValues: try tx.paymentMethods().map { ($0.id, $0) })
        let cashiers = Dictionary(uniqueKeysWithValues: try tx.cashiers().map { ($0.id, $0) })
        let groups = Dictionary(try tx.menu().revenueGroups.map { ($0.itemizer, $0.name) }, uniquingKeysWith: { first, _ in first })
        self.date = date
        status = try Self.status(of: date, today: today, tx)
        checks = figures.paidChecks + figures.freeChecks
        sales = settled.map(\.sum.amount).total(currency)
        tips = settled.map(\.sum.tip).total(currency)
        byOutlet = Self.lines(figures.sales.map { ($0.outletID, $0.sum) }) { outlets[$0].map { LocalizedName(fr: $0.name) } }
        byServicePeriod = Self.lines(figures.sales.map { ($0.period, $0.sum) }) { key in
            outlets[key.outlet].map { outlet in
                let period = outlet.servicePeriods.all.first { $0.number == key.number }?.name
                let number = String(key.number)
                return LocalizedName(
                    fr: "\(outlet.name) · \(period?.fr ?? number)", en: "\(outlet.name) · \(period?.text(in: .en) ?? number)")
            }
        }
        byMethod = Self.lines(settled.map { ($0.methodID, $0.sum) }) { methods[$0]?.name }
        byCashier = Self.lines(settled.map { ($0.cashierID, $0.sum) }) { cashiers[$0].map { LocalizedName(fr: $0.name) } }
        byRevenueGroup = figures.subtotals.sorted { $0.key < $1.key }.map { itemizer, amount in
            Line(name: groups[itemizer] ?? LocalizedName(fr: "S\(itemizer.number)"), count: 0, amount: amount, tip: .zero(currency))
        }
        taxes = figures.taxes.map { Tax(rate: $0.rate, gross: $0.gross, tax: $0.tax) }
        discounts = Self.discounts(figures.discounts.map { ($0.name, $0) }) { $0 }
        discountsByCashier = Self.discounts(figures.discounts.map { ($0.cashierID, $0) }) {
            cashiers[$0].map { LocalizedName(fr: $0.name) } ?? LocalizedName(fr: "–")
        }
        hotel = HotelSide(figures, methods, try tx.revenueSent(on: date), currency)
        let open = figures.takings.filter { $0.state == .pending }.map(\.sum)
        pending = open.isEmpty ? nil : Self.line(LocalizedName(fr: ""), open)
    }

    private static func status(of date: BusinessDate, today: BusinessDate, _ tx: any SQLTransaction) throws -> Stage {
        if let closed = try tx.closedDay(date) {
            let name = try closed.closedBy.flatMap { try tx.cashier($0)?.name }
            return .closed(at: closed.closedAt, by: name, openChecks: closed.openChecks)
        }
        guard date < today else { return .running }
        let open = try tx.openCheckCount(until: date)
        return try open > 0 && tx.openChecksAtClosing() == .refuse ? .waitingForChecks(open) : .over
    }

    /// Discounts added up by their keys, the largest first.
    private static func discounts<Key: Hashable>(
        _ given: [(key: Key, discount: DayFigures.Discounted)], name: (Key) -> LocalizedName
    ) -> [Line] {
        Dictionary(grouping: given, by: \.key).map { key, given in
            let currency = given[0].discount.amount.currency
            return Line(
                name: name(key), count: given.reduce(0) { $0 + $1.discount.checks }, amount: given.map(\.discount.amount).total(currency),
                tip: .zero(currency))
        }.sorted { ($0.amount, $0.name.fr) < ($1.amount, $1.name.fr) }
    }

    /// Sums added up by their keys, the largest first.
    private static func lines<Key: Hashable>(_ sums: [(key: Key, sum: DayFigures.Sum)], name: (Key) -> LocalizedName?) -> [Line] {
        Dictionary(grouping: sums, by: \.key).map { key, sums in line(name(key) ?? LocalizedName(fr: "–"), sums.map(\.sum)) }
            .sorted { ($1.amount, $0.name.fr) < ($0.amount, $1.name.fr) }
    }

    private static func line(_ name: LocalizedName, _ sums: [DayFigures.Sum]) -> Line {
        let currency = sums[0].amount.currency
        return Line(
            name: name, count: sums.reduce(0) { $0 + $1.tenders }, amount: sums.map(\.amount).total(currency),
            tip: sums.map(\.tip).total(currency))
    }
}

extension DayFigures.Sale {
    fileprivate struct Period: Hashable {
        let outlet: OutletID
        let number: Int
    }

    fileprivate var period: Period { Period(outlet: outletID, number: servicePeriod) }
}

extension DayReport.HotelSide {
    fileprivate init(
        _ figures: DayFigures, _ methods: [PaymentMethodID: PaymentMethod], _ sent: [RevenueSent], _ currency: Currency
    ) {
        rooms = figures.accepted["room"] ?? .zero(currency)
        paymasters = figures.accepted["paymaster"] ?? .zero(currency)
        revenue = sent.reduce(into: [:]) { sums, sent in
            // What the hotel was told, not what we meant to tell it.
            let told = sent.posting?.breakdown.total ?? sent.batch.amount + sent.batch.tip
            let state = DayReport.RevenueState(sent.posting?.state)
            sums[state] = (sums[state] ?? .zero(currency)) + told
        }
        waiting = figures.untold.filter(\.isWaiting).map(\.total).total(currency)
        notMeant = figures.untold.filter { !$0.isWaiting }.map { untold in
            DayReport.Line(
                name: methods[untold.methodID]?.name ?? LocalizedName(fr: "–"), count: untold.tenders, amount: untold.total,
                tip: .zero(currency))
        }
        fallbacks = sent.count { $0.batch.isFallback }
    }
}
