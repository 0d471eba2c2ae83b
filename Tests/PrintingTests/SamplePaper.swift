import PointOfSale
import Printing
import TestSupport

/// Receipts made by hand: what the golden files hold.
enum SamplePaper {
    static let property = Property(
        id: Sample.id(50), name: "Hôtel Bellevue", currency: .eur, calendar: Sample.calendar, language: .fr)
    static let outlet = Outlet(id: Sample.id(3), number: 1, name: "Brasserie de l’Écluse")
    static let cash = method(2, "CASH", "Espèces", "Cash", .cash)
    static let room = method(4, "IKPMS", "Chambre", "Room", .room)

    static func method(_ id: UInt64, _ code: String, _ fr: String, _ en: String, _ kind: PaymentMethod.Kind) -> PaymentMethod {
        PaymentMethod(
            id: Sample.id(id), code: code, name: LocalizedName(fr: fr, en: en), kind: kind, hotelCode: "", givesChange: kind == .cash,
            opensDrawer: false, position: 0)
    }

    static func line(
        _ number: Int, _ fr: String, _ en: String, cents: Int, quantity: Int = 1, basisPoints: Int = 1000, note: String = "",
        seat: Int? = nil
    ) -> CheckLine {
        CheckLine(
            id: Sample.key(number), menuItemID: Sample.id(UInt64(number)), name: LocalizedName(fr: fr, en: en), quantity: quantity,
            unitPrice: Sample.euros(cents), taxRate: Rate(basisPoints: basisPoints)!, itemizer: Itemizer(1)!, note: note, seat: seat,
            addedAt: Sample.evening, addedBy: Sample.id(99))
    }

    static let dinner = [
        line(1, "Bœuf bourguignon", "Beef stew", cents: 2400, quantity: 2, note: "sans lard", seat: 1),
        line(2, "Crème brûlée", "Crème brûlée", cents: 950),
        line(3, "Pouilly-Fumé 75 cl", "Pouilly-Fumé 75 cl", cents: 3800, basisPoints: 2000),
        line(4, "Café", "Coffee", cents: 320, quantity: 3, basisPoints: 550, seat: 2),
    ]

    static func check(
        _ lines: [CheckLine], _ tenders: [Tender], state: Check.State = .closed, number: Int = 1007, refunds: CheckID? = nil
    ) -> Check {
        Check(
            id: Sample.id(1), number: number, outletID: outlet.id, tableID: refunds == nil ? Sample.id(4) : nil,
            tableNumber: refunds == nil ? 12 : nil, covers: 4, state: state, businessDate: BusinessDate(year: 2026, month: 11, day: 22),
            servicePeriod: 4, currency: .eur, openedAt: Sample.evening, openedBy: Sample.id(99),
            closedAt: state == .open ? nil : Sample.evening.advanced(byMs: 3_600_000), refunds: refunds, lines: lines, tenders: tenders)
    }

    static func tender(
        _ number: UInt64, _ method: PaymentMethod, cents: Int, tip: Int = 0, given: Int? = nil, state: Tender.State = .settled,
        posting: PostingID? = nil
    ) -> Tender {
        Tender(
            id: Sample.id(number), checkID: Sample.id(1), paymentMethodID: method.id, kind: method.kind, amount: Sample.euros(cents),
            tip: Sample.euros(tip), cashGiven: given.map(Sample.euros), state: state, takenAt: Sample.evening, takenBy: Sample.id(99),
            businessDate: BusinessDate(year: 2026, month: 11, day: 22), postingID: posting)
    }

    static func receipt(_ check: Check, _ payments: [Receipt.Payment], original: Int? = nil) -> Receipt {
        Receipt(property: property, outlet: outlet, check: check, cashierName: "Anna", payments: payments, originalNumber: original)
    }

    /// A scrawl that looks like one.
    static let signature = SignatureStrokes(
        width: 1200, height: 500,
        strokes: [
            stride(from: 100, through: 900, by: 20).map { x in
                let wave = [0, 60, 120, 60, 0, -60, -120, -60]
                return SignatureStrokes.Point(x: x, y: 250 + wave[x / 20 % 8] + x / 20)
            },
            [.init(x: 120, y: 400), .init(x: 400, y: 380), .init(x: 950, y: 410)],
        ])!

    /// Sold, paid in cash.
    static var sale: Receipt {
        let tender = tender(10, cash, cents: 10510, tip: 490, given: 12000)
        return receipt(check(dinner, [tender]), [.init(tender: tender, method: cash, posting: nil)])
    }

    /// Half on room 204 and signed, half in cash.
    static func split(guest: GuestChoice = Sample.garibaldi, state: PostingState = .accepted) -> Receipt {
        let posting = Sample.posting(7, subtotals: [1: 5000], tip: 500, guest: guest, state: state)
        let charged = tender(1007, room, cents: 5000, tip: 500, state: state == .accepted ? .settled : .pending, posting: posting.id)
        let paid = tender(11, cash, cents: 5510)
        let isPaid = state == .accepted
        return receipt(
            check(dinner, [charged, paid], state: isPaid ? .closed : .open),
            [
                .init(tender: charged, method: room, posting: posting, signature: signature),
                .init(tender: paid, method: cash, posting: nil),
            ])
    }

    /// Two dishes given back.
    static var refund: Receipt {
        let back = [line(1, "Bœuf bourguignon", "Beef stew", cents: 2400, quantity: -2)]
        let tender = tender(12, cash, cents: -4800)
        return receipt(
            check(back, [tender], number: 1012, refunds: Sample.id(77)), [.init(tender: tender, method: cash, posting: nil)], original: 1007
        )
    }

    static var provisional: Receipt { receipt(check(dinner, [], state: .open), []) }

    static var kitchen: KitchenSlip {
        KitchenSlip(
            outletName: outlet.name, checkNumber: 1007, tableNumber: 12, covers: 4, cashierName: "Anna", sentAt: Sample.evening,
            job: "1007-3F2A",
            lines: [
                .init(quantity: 2, name: "Bœuf bourguignon", note: "sans lard", seat: 1),
                .init(quantity: 1, name: "Omelette aux cèpes et pommes grenailles", note: "", seat: nil),
                .init(quantity: -1, name: "Crème brûlée", note: "", seat: nil),
            ])
    }

    static func printer(_ width: Printer.Width = .columns48, _ page: PaperCodePage = .windows1252) -> Printer {
        Printer(id: Sample.id(60), name: "Bar", kind: .escpos, host: "127.0.0.1", port: 9100, width: width, codePage: page)
    }

    static let marks = PaperMarks(printedAt: Sample.evening)

    /// Every kind of paper, by the name of its golden file.
    static func all(_ language: Language) -> [(name: String, paper: ReceiptDocument)] {
        let posting: PostingID = Sample.id(7)
        return [
            ("sale", .receipt(sale, marks, language: language)),
            ("split-signed", .receipt(split(), marks, language: language)),
            ("being-confirmed", .receipt(split(state: .inDoubt), marks, language: language)),
            ("discount", .receipt(discountedSale, marks, language: language)),
            ("discount-split", .receipt(discountedSplit, marks, language: language)),
            ("given-away", .receipt(givenAway, marks, language: language)),
            ("refund", .receipt(refund, marks, language: language)),
            ("provisional", .receipt(provisional, marks, language: language)),
            ("duplicate", .receipt(sale, PaperMarks(printedAt: Sample.evening, copy: 2), language: language)),
            ("test-mode", .receipt(sale, PaperMarks(printedAt: Sample.evening, isTest: true), language: language)),
            (
                "link",
                .receipt(
                    sale, PaperMarks(printedAt: Sample.evening, link: "https://ticket.example.com/r/abcdefghijkmnpqrstuvwxyz23"),
                    language: language)
            ),
            ("voucher", .voucher(split(), posting: posting, marks, language: language)!),
            ("kitchen", .kitchen(kitchen, copy: 0, isTest: false, calendar: Sample.calendar, language: language)),
            ("test-page", .testPage(printer(), house: property.name, language: language)),
        ]
    }
}
