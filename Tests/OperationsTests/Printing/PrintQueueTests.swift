import Logging
import PointOfSale
import Printing
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Operations

/// A printer that does as it is told, and keeps what it was sent.
final class ScriptedPrinter: Sendable {
    private let state = Mutex((outcome: PrintOutcome.printed, papers: [ReceiptDocument]()))

    func answers(_ outcome: PrintOutcome) { state.withLock { $0.outcome = outcome } }
    var papers: [ReceiptDocument] { state.withLock { $0.papers } }

    func take(_ paper: ReceiptDocument) -> PrintOutcome {
        state.withLock { state in
            state.papers.append(paper)
            return state.outcome
        }
    }

    func dispatcher(_ house: TestHouse) -> PrintDispatcher {
        PrintDispatcher(
            restaurant: house.restaurant, isTest: false, logger: Logger(label: "print") { _ in SwiftLogNoOpLogHandler() },
            send: { paper, _ in self.take(paper) }, pause: { _ in throw CancellationError() })
    }
}

struct PrintQueueTests {
    private func printer(
        _ house: TestHouse, receipts: Printer.Receipts = .always, kitchen: Set<RevenueGroupID> = [], name: String = "Bar",
        outlet: OutletID? = nil, drawer: Bool = false
    ) async throws -> Printer {
        var draft = PrinterDraft(name: name, kind: .escpos, host: "192.0.2.1")
        draft.receipts = receipts
        draft.kitchenGroups = kitchen
        draft.outletID = outlet
        draft.hasDrawer = drawer
        return try await house.restaurant.savePrinter(draft, by: administrator(house))
    }

    private func administrator(_ house: TestHouse) -> Cashier {
        Cashier(id: house.helene.id, number: 1, name: "Admin", role: .administrator, language: .fr)
    }

    private func payCash(_ house: TestHouse, _ check: Check) async throws {
        _ = try await house.restaurant.takePayment(
            on: check.id, key: Sample.key(900), method: try await house.method("CASH").id, amount: check.totals.total, tip: Sample.euros(0),
            by: house.anna)
    }

    private func jobs(_ house: TestHouse) async throws -> [PrintJob] { try await house.restaurant.printDesk(by: house.anna).jobs }

    @Test func `a check that is paid prints its receipt by itself where the outlet prints always`() async throws {
        let house = try await TestHouse.open()
        _ = try await printer(house)
        let check = try await house.check()
        #expect(try await jobs(house).isEmpty)
        try await payCash(house, check)
        #expect(try await jobs(house).map(\.content) == [.receipt])
        let paper = ScriptedPrinter()
        await paper.dispatcher(house).sendDue()
        #expect(paper.papers.count == 1)
        #expect(try await jobs(house).map(\.state) == [.printed])
    }

    @Test(arguments: [Printer.Receipts.none, .never, .ask])
    func `other printers print none by themselves`(receipts: Printer.Receipts) async throws {
        let house = try await TestHouse.open()
        _ = try await printer(house, receipts: receipts)
        try await payCash(house, house.check())
        #expect(try await jobs(house).isEmpty)
    }

    @Test func `the second receipt is a duplicate, and counted`() async throws {
        let house = try await TestHouse.open()
        _ = try await printer(house, receipts: .ask)
        let check = try await house.check()
        // A provisional bill is no receipt.
        let bill = try await house.restaurant.printReceipt(of: check.id, by: house.anna)
        house.clock.advance(ms: 1000)
        try await payCash(house, check)
        let copies = [
            bill.copy, try await house.restaurant.printReceipt(of: check.id, by: house.anna).copy,
            try await house.restaurant.printReceipt(of: check.id, by: house.anna).copy,
            try await house.restaurant.printReceipt(of: check.id, by: house.anna).copy,
        ]
        #expect(copies == [0, 0, 1, 2])
    }

    @Test func `what was not sent is tried again, later and later, and says why`() async throws {
        let house = try await TestHouse.open()
        _ = try await printer(house)
        try await payCash(house, house.check())
        let paper = ScriptedPrinter()
        paper.answers(.notSent(.outOfPaper))
        await paper.dispatcher(house).sendDue()
        var job = try #require(try await jobs(house).first)
        #expect((job.state, job.fault, job.attempts) == (.queued, .outOfPaper, 1))
        await paper.dispatcher(house).sendDue()
        #expect(paper.papers.count == 1)
        house.clock.advance(ms: 3000)
        await paper.dispatcher(house).sendDue()
        #expect(paper.papers.count == 2)
        paper.answers(.printed)
        house.clock.advance(ms: 60_000)
        await paper.dispatcher(house).sendDue()
        job = try #require(try await jobs(house).first)
        #expect((job.state, job.fault) == (.printed, nil))
        #expect(paper.papers[0] == paper.papers[2])
    }

    @Test func `what may have come out is never sent again by the machine, only by a person, as a duplicate`() async throws {
        let house = try await TestHouse.open()
        _ = try await printer(house)
        try await payCash(house, house.check())
        let paper = ScriptedPrinter()
        paper.answers(.unknown(.noAnswer))
        await paper.dispatcher(house).sendDue()
        house.clock.advance(ms: 3_600_000)
        await paper.dispatcher(house).sendDue()
        #expect(paper.papers.count == 1)
        let job = try #require(try await jobs(house).first)
        #expect(job.state == .uncertain)
        paper.answers(.printed)
        try await house.restaurant.retryPrint(job.id, by: house.anna)
        await paper.dispatcher(house).sendDue()
        let after = try await jobs(house)
        #expect(after.map(\.state) == [.printed, .printed])
        #expect(after.map(\.copy) == [1, 0])
        #expect(paper.papers.count == 2)
        await #expect(throws: Refusal.printNotWaiting) { try await house.restaurant.retryPrint(job.id, by: house.anna) }
        await #expect(throws: Refusal.printNotWaiting) { try await house.restaurant.cancelPrint(job.id, by: house.anna) }
    }

    @Test func `what was in hand when the program ended is uncertain at the next start`() async throws {
        let house = try await TestHouse.open()
        _ = try await printer(house)
        try await payCash(house, house.check())
        let now = house.clock.now
        _ = try await house.database.write { tx in try tx.claimPrintJobs(at: now) }
        try await ScriptedPrinter().dispatcher(house).run()
        let job = try #require(try await jobs(house).first)
        #expect((job.state, job.fault) == (.uncertain, .interrupted))
        try await house.restaurant.confirmPrint(job.id, by: house.anna)
        #expect(try await jobs(house).map(\.state) == [.printed])
    }

    @Test func `a printer that is off keeps no other waiting, and its own jobs stay in sequence`() async throws {
        let house = try await TestHouse.open()
        let (bar, kitchen) = (
            try await printer(house, receipts: .never),
            try await printer(house, receipts: .none, kitchen: Set(house.restaurant.menu().revenueGroups.map(\.id)), name: "Cuisine")
        )
        let check = try await house.check()
        _ = try await house.restaurant.printReceipt(of: check.id, by: house.anna)
        let now = house.clock.now
        let claimed = try await house.database.write { tx in try tx.claimPrintJobs(at: now) }
        #expect(Set(claimed.map(\.printerID)) == [bar.id, kitchen.id])
        _ = try await house.restaurant.printReceipt(of: check.id, by: house.anna)
        #expect(try await house.database.write { tx in try tx.claimPrintJobs(at: now) }.isEmpty)
    }

    @Test func `the kitchen hears of its own articles when they are sent, and of those that are taken back`() async throws {
        let house = try await TestHouse.open()
        let menu = try await house.restaurant.menu()
        let food = try #require(menu.revenueGroups.first { $0.itemizer.number == 1 })
        _ = try await printer(house, receipts: .none, kitchen: [food.id], name: "Cuisine")
        // 20 is a dish, 52 a drink.
        let check = try await house.check(plus: [20, 52])
        var all = try await jobs(house)
        #expect(all.map(\.content) == [.kitchen([.init(line: Sample.key(10_000), quantity: 1)])])
        let void = LineChange.void(id: Sample.key(1), line: Sample.key(10_000), quantity: 1)
        house.clock.advance(ms: 10)
        _ = try await house.restaurant.changeLines(of: check.id, [void], by: house.anna)
        _ = try await house.restaurant.changeLines(of: check.id, [void], by: house.anna)
        all = try await jobs(house)
        #expect(all.count == 2)
        #expect(all.first?.content == .kitchen([.init(line: Sample.key(10_000), quantity: -1)]))
        let paper = ScriptedPrinter()
        await paper.dispatcher(house).sendDue()
        let texts = paper.papers.map { $0.parts.map { "\($0)" }.joined() }
        #expect(texts.count == 2 && texts[0].contains("Anna") && !texts[0].contains("€"))
        #expect(texts[1].contains("ANNULÉ"))
    }

    @Test func `the drawer opens for cash, at once or not at all`() async throws {
        let house = try await TestHouse.open()
        _ = try await printer(house, receipts: .never, drawer: true)
        try await payCash(house, house.check())
        #expect(try await jobs(house).map(\.content) == [.drawer])
        house.clock.advance(ms: PrintJob.drawerLivesMs + 1)
        let paper = ScriptedPrinter()
        await paper.dispatcher(house).sendDue()
        #expect(paper.papers.isEmpty)
        #expect(try await jobs(house).map(\.state) == [.cancelled])
    }

    @Test func `a link opens its receipt and nothing else, and only its digest is kept`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check()
        try await house.restaurant.savePaperSettings(
            PaperSettings(publicAddress: "https://ticket.example.com"), by: administrator(house))
        let link = try await house.restaurant.makeReceiptLink(for: check.id)
        let secret = try #require(link.split(separator: "/").last.map(String.init))
        #expect(link.hasPrefix("https://ticket.example.com/r/"))
        #expect(try await house.restaurant.receipt(under: secret).check.id == check.id)
        for other in ["", "x", secret.uppercased(), String(secret.dropLast()) + "0", secret + "a", String(secret.reversed())] {
            await #expect(throws: Refusal.unknownCheck) { try await house.restaurant.receipt(under: other) }
        }
        let kept = try await house.database.read { tx in try tx.first("select token_digest from receipt_link")?.text("token_digest") }
        #expect(kept?.count == 64 && kept?.contains(secret) == false)
        let other = try await house.restaurant.makeReceiptLink(for: check.id)
        #expect(other != link)
    }

    @Test func `addresses that lead elsewhere are refused, and every change is in the journal`() async throws {
        let house = try await TestHouse.open()
        for host in ["", "a/b", "http://x", "x y", "a@b", String(repeating: "a", count: 256)] {
            await #expect(throws: Refusal.settingInvalid(.host)) {
                try await house.restaurant.savePrinter(PrinterDraft(name: "A", kind: .epos, host: host), by: administrator(house))
            }
        }
        for address in ["ticket.example.com", "https://a/b", "https://a?x", "javascript:x", "https://a b"] {
            await #expect(throws: Refusal.settingInvalid(.publicAddress)) {
                try await house.restaurant.savePaperSettings(PaperSettings(publicAddress: address), by: administrator(house))
            }
        }
        await #expect(throws: Refusal.settingInvalid(.days)) {
            try await house.restaurant.savePaperSettings(PaperSettings(signatureDays: 0), by: administrator(house))
        }
        await #expect(throws: Refusal.notPermitted(.configure)) {
            try await house.restaurant.savePrinter(PrinterDraft(name: "A", kind: .epos, host: "a"), by: house.anna)
        }
        _ = try await printer(house)
        await #expect(throws: Refusal.settingTaken(.name)) { try await printer(house) }
        let changes = try await house.restaurant.settingChanges(limit: 5, by: administrator(house))
        #expect(changes.contains { $0.note.contains("printer Bar") })
    }

    @Test func `printers come back from the exported file, and stay when a file says nothing of them`() async throws {
        let house = try await TestHouse.open()
        let admin = try #require(try await house.database.read { tx in try tx.cashiers() }.first { $0.role == .administrator })
        let food = try #require(try await house.restaurant.menu().revenueGroups.first)
        let made = try await printer(house, kitchen: [food.id], outlet: try await house.outlet().id, drawer: true)
        try await house.restaurant.savePaperSettings(PaperSettings(publicAddress: "https://a.example", signatureDays: 30), by: admin)
        let file = try await house.restaurant.exportConfiguration(by: admin)
        _ = try await house.restaurant.importConfiguration(file, by: admin)
        #expect(try await house.restaurant.settings(by: admin).printers == [made])
        #expect(try await house.restaurant.paperSettings() == PaperSettings(publicAddress: "https://a.example", signatureDays: 30))
        var set = try ConfigurationSet(json: file)
        set.printers = []
        _ = try await Catalogue(set).load(
            into: house.database, pepper: PINPepper(Array(repeating: 7, count: PINPepper.byteCount), rounds: 16)!, at: house.clock.now)
        #expect(try await house.restaurant.settings(by: admin).printers.map(\.isActive) == [false])
        set.printers = [.init(name: "X", kind: "laser", host: "a b", width: 40, outlet: 99)]
        set.paper = .init(publicAddress: "ftp://x", signatureDays: 0)
        #expect { try Catalogue(set) } throws: { error in
            (error as? ConfigurationRejected)?.problems.map(\.place).sorted()
                == [
                    "paper.publicAddress", "paper.signatureDays", "printers[0].host", "printers[0].kind", "printers[0].outlet",
                    "printers[0].width",
                ]
        }
    }
}
