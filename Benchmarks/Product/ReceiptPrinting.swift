import Foundation
import PointOfSale
import Printing
import TestSupport

/// A long receipt with a guest's signature, from the facts to the bytes that a printer takes.
enum ReceiptPrinting {
    private static let lines = 40
    private static let rounds = 400
    private static let warmUps = 20

    struct Results: Sendable {
        let escPos: Latencies
        let perSecond: Double
        let bytes: Int
    }

    static func measure() -> Results {
        let receipt = receipt()
        let encoder = EscPosEncoder(
            Printer(
                id: Sample.id(60), name: "Bar", kind: .escpos, host: "127.0.0.1", port: 9100, width: .columns48, codePage: .windows1252))
        let make = { encoder.bytes(of: .receipt(receipt, PaperMarks(printedAt: Sample.evening), language: .fr)) }
        for _ in 0..<warmUps { _ = make() }
        let clock = ContinuousClock()
        var (latencies, bytes) = (Latencies(), 0)
        let began = clock.now
        for _ in 0..<rounds {
            let start = clock.now
            bytes = make().count
            latencies.record(clock.now - start)
        }
        let seconds = (clock.now - began) / .seconds(1)
        return Results(escPos: latencies, perSecond: Double(rounds) / seconds, bytes: bytes)
    }

    /// Forty articles with notes and seats, half of it on a room and signed, half in cash.
    private static func receipt() -> Receipt {
        let articles = (1...lines).map { number in
            CheckLine(
                id: Sample.key(number), menuItemID: Sample.id(UInt64(number)),
                name: LocalizedName(fr: "Bœuf bourguignon n° \(number)", en: "Beef stew no. \(number)"), quantity: 1 + number % 3,
                unitPrice: Sample.euros(950 + number * 10), taxRate: Rate(basisPoints: [550, 1000, 2000][number % 3]) ?? .zero,
                itemizer: itemizer, note: number.isMultiple(of: 4) ? "sans lard, cuisson à point" : "", seat: number % 5 + 1,
                addedAt: Sample.evening, addedBy: Sample.id(99))
        }
        let total = articles.map { $0.unitPrice * $0.quantity }.total(.eur)
        let posting = Sample.posting(7, subtotals: [1: total.minorUnits], tip: 500, state: .accepted)
        let charged = Tender(
            id: Sample.id(1007), checkID: Sample.id(1), paymentMethodID: room.id, kind: .room, amount: total, tip: Sample.euros(500),
            state: .settled, takenAt: Sample.evening, takenBy: Sample.id(99), businessDate: date, postingID: posting.id)
        let check = Check(
            id: Sample.id(1), number: 1007, outletID: outlet.id, tableID: Sample.id(4), tableNumber: 12, covers: 8, state: .closed,
            businessDate: date, servicePeriod: 4, currency: .eur, openedAt: Sample.evening, openedBy: Sample.id(99),
            closedAt: Sample.evening, lines: articles, tenders: [charged])
        return Receipt(
            property: Property(id: Sample.id(50), name: "Hôtel Bellevue", currency: .eur, calendar: Sample.calendar, language: .fr),
            outlet: outlet, check: check, cashierName: "Anna",
            payments: [.init(tender: charged, method: room, posting: posting, signature: signature)])
    }

    private static let date = BusinessDate(year: 2026, month: 11, day: 22)
    private static let outlet = Outlet(id: Sample.id(3), number: 1, name: "Brasserie de l’Écluse")
    private static let room = PaymentMethod(
        id: Sample.id(4), code: "IKPMS", name: LocalizedName(fr: "Chambre", en: "Room"), kind: .room, hotelCode: "ROOM",
        givesChange: false, opensDrawer: false, position: 0)
    private static let itemizer: Itemizer = {
        guard let first = Itemizer(1) else { preconditionFailure("1 is an itemizer") }
        return first
    }()

    /// As many points as a slow hand leaves on the pad.
    private static let signature: SignatureStrokes? = SignatureStrokes(
        width: 1200, height: 500,
        strokes: (0..<4).map { stroke in
            stride(from: 60 + stroke * 20, through: 1_100, by: 4).map { x in
                .init(x: x, y: 250 + (x * (7 + stroke)) % 160 - 80)
            }
        })
}

extension Section {
    static let printing = Section(title: "Printing: receipt of 40 lines with signature") { _, _ in
        let results = ReceiptPrinting.measure()
        return [
            Figure(
                "receipt to ESC/POS, \(results.bytes) bytes, p50", results.escPos.p50Ms, "ms", .atMost(2),
                beside: "p99 \(Figure.text(results.escPos.p99Ms)) ms"),
            Figure("receipts on one core", results.perSecond, "/s", .atLeast(500)),
        ]
    }
}
