package import PointOfSale

/// What the kitchen is to make, or to make no more.
package struct KitchenSlip: Hashable, Sendable {
    package let outletName: String
    package let checkNumber: Int
    /// Nil at the counter.
    package let tableNumber: Int?
    package let covers: Int
    package let cashierName: String
    package let sentAt: Timestamp
    /// What tells two slips apart.
    package let job: String
    package let lines: [Line]

    /// So many articles; less than nothing takes them back.
    package struct Line: Hashable, Sendable {
        package let quantity: Int
        package let name: String
        package let note: String
        package let seat: Int?

        /// A line.
        package init(quantity: Int, name: String, note: String, seat: Int?) {
            self.quantity = quantity
            self.name = name
            self.note = note
            self.seat = seat
        }
    }

    /// A slip.
    package init(
        outletName: String, checkNumber: Int, tableNumber: Int?, covers: Int, cashierName: String, sentAt: Timestamp, job: String,
        lines: [Line]
    ) {
        self.outletName = outletName
        self.checkNumber = checkNumber
        self.tableNumber = tableNumber
        self.covers = covers
        self.cashierName = cashierName
        self.sentAt = sentAt
        self.job = job
        self.lines = lines
    }
}

extension ReceiptDocument {
    /// A kitchen ticket: no prices, large, table, seat, time, waiter, and the number of the job, so that one that came twice is seen.
    package static func kitchen(
        _ slip: KitchenSlip, copy: Int, isTest: Bool, calendar: BusinessCalendar, language: Language
    ) -> ReceiptDocument {
        var paper = ReceiptDocument(language: language)
        let (words, text) = (PaperWords(language: language), PaperText(language: language, calendar: calendar))
        if isTest { paper.add(.text(words.testMode, .warning)) }
        if copy > 0 { paper.add(.text(words.duplicate(copy), .warning)) }
        paper.add(.text("\(words.kitchen) - \(slip.outletName)", .centred))
        paper.add(.text(slip.tableNumber.map { "\(words.table) \($0)" } ?? words.counter, .title))
        paper.add(.row([Cell(text.clock(slip.sentAt)), Cell(words.covers(slip.covers), width: 14, alignment: .right)], .tall))
        paper.add(
            .row([Cell(slip.cashierName), Cell("\(words.check) \(slip.checkNumber)", width: 20, alignment: .right)], .plain))
        paper.add(.rule)
        for line in slip.lines {
            if line.quantity < 0 { paper.add(.text(words.cancelled, .warning)) }
            let big = TextStyle(isBold: true, isTall: true, isWide: true)
            paper.add(.row([Cell(String(abs(line.quantity)), width: 4), Cell(line.name)], big))
            if let seat = line.seat { paper.add(.text("  \(words.seat) \(seat)", .tall)) }
            if !line.note.isEmpty { paper.add(.text("  > \(line.note)", .tall)) }
        }
        paper.add(.rule)
        paper.add(.text(words.job(slip.job), .centred))
        paper.add(.cut)
        return paper
    }

    /// What shows whether a printer is set up well: its width, its letters, the euro, a picture, the cut.
    package static func testPage(_ printer: Printer, house: String, language: Language) -> ReceiptDocument {
        var paper = ReceiptDocument(language: language)
        let words = PaperWords(language: language)
        paper.add(.text(words.testPage, .title))
        paper.add(.text(house, .centred))
        paper.add(.text(printer.name, .centred))
        paper.add(.rule)
        paper.add(.row([Cell("12,50 €"), Cell("€ éèàçùôïÉÀÇ", width: 16, alignment: .right)], .plain))
        paper.add(.text("Bœuf à l'étouffée, crème brûlée, piña colada, Grüße", .plain))
        let ruler = (1...printer.width.rawValue).map { String($0 % 10) }.joined()
        paper.add(.text(ruler, .plain))
        paper.add(.text(words.warningSample, .warning))
        paper.add(.code("ardoise"))
        paper.add(.cut)
        return paper
    }
}

extension PaperWords {
    fileprivate var warningSample: String { testMode }
}
