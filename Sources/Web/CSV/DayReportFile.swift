import Operations
import PointOfSale

/// The report of a business date as rows.
struct DayReportFile {
    let csv: String

    init(_ report: DayReport, _ words: Words) {
        var file = CSVText()
        let (date, language) = (report.date.description, words.language)
        file.add(["date", "section", "name", "count", "amount", "tip", "tax"].map { .words($0) })
        func add(_ section: String, _ name: String, count: Int = 0, _ amount: Money, tip: Money? = nil, tax: Money? = nil) {
            let none = Money.zero(amount.currency)
            file.add([
                .words(date), .words(section), .words(name), .number(count), .money(amount), .money(tip ?? none), .money(tax ?? none),
            ])
        }
        add("total", words["dayTotal"], count: report.checks, report.sales, tip: report.tips)
        for (key, lines) in report.sections {
            for line in lines { add(key, line.name.text(in: language), count: line.count, line.amount, tip: line.tip) }
        }
        for tax in report.taxes { add("taxes", MoneyText(language).text(tax.rate), tax.gross, tax: tax.tax) }
        add("hotel", words["hotelSide.rooms"], report.hotel.rooms)
        add("hotel", words["hotelSide.paymasters"], report.hotel.paymasters)
        for state in DayReport.RevenueState.allCases {
            add("hotel", words["hotelSide.\(state.rawValue)"], report.hotel.revenue[state] ?? .zero(report.sales.currency))
        }
        add("hotel", words["hotelSide.waiting"], report.hotel.waiting)
        for line in report.hotel.notMeant {
            add("hotel", words("hotelSide.notMeant", ["method": line.name.text(in: language)]), count: line.count, line.amount)
        }
        add("difference", words["dayDifference"], report.difference)
        csv = file.text
    }
}
