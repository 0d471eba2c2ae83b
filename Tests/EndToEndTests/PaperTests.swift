import NIOHTTP1
import PaperPrinter
import PointOfSale
import Testing

@testable import Ardoise

/// The whole program with a printer on the network: what lies in the tray is what counts.
@Suite(.serialized) struct PaperTests {
    @Test func `S2-08: a receipt prints by itself, or the till asks, or it never prints, as configured`() async throws {
        try await House.open { house in
            try await SimulatedPrinter.on { printer in
                try await house.hasPrinter(printer, receipts: "always")
                let check = try await house.check()
                #expect(try await house.settle(check, by: "cash").status == 201)
                await printer.holds(1)
                let text = printer.sheets[0].text
                #expect(text.contains(String(check.number)) && text.contains("TOTAL") && !text.contains("DUPLICATA"))
                #expect(printer.sheets[0].unknown.isEmpty && printer.sheets[0].cuts == 1)

                try await house.changesPrinter(printer, receipts: "ask")
                let asked = try await house.check()
                #expect(try await house.settle(asked, by: "cash").status == 201)
                #expect(try await house.waiter.page("/checks/\(asked.id)/receipt").contains("id=\"print-ask\""))
                #expect(try await house.waiter.form("/checks/\(asked.id)/prints", ["what": "receipt"]).status == 303)
                await printer.holds(2)
                #expect(try await !house.waiter.page("/checks/\(asked.id)/receipt").contains("id=\"print-ask\""))
                #expect(try await house.waiter.form("/checks/\(asked.id)/prints", ["what": "receipt"]).status == 303)
                await printer.holds(3)
                #expect(printer.sheets.map { $0.text.contains("DUPLICATA") } == [false, false, true])

                try await house.changesPrinter(printer, receipts: "never")
                let quiet = try await house.check()
                #expect(try await house.settle(quiet, by: "cash").status == 201)
                let page = try await house.waiter.page("/checks/\(quiet.id)/receipt")
                #expect(!page.contains("id=\"print-ask\"") && !page.contains("data-print=") && page.contains("id=\"print-paper\""))
                #expect(printer.jobs.count == 3)
            }
        }
    }

    @Test func `S2-08: a printer without paper holds up no payment; the receipt comes out when there is paper again`() async throws {
        try await House.open { house in
            try await SimulatedPrinter.on { printer in
                try await house.hasPrinter(printer, receipts: "always")
                printer.suffers(.outOfPaper)
                let check = try await house.check()
                #expect(try await house.settle(check, by: "cash").status == 201)
                #expect(try await house.check(check.id).state == "closed")
                try await house.prints { $0.contains("plus de papier") }
                #expect(printer.jobs.isEmpty)
                printer.suffers(nil)
                let id = try #require(try await house.waiter.page("/printing").firstMatch(of: /data-print="([0-9a-f-]{36})"/)).1
                #expect(try await house.waiter.form("/printing/\(id)/retry", [:]).status == 303)
                await printer.holds(1)
                try await house.prints { $0.contains("data-state=\"printed\"") }
            }
        }
    }

    @Test func `S2-08: a line that is cut half-way is shown, and only a person prints again, as a duplicate`() async throws {
        try await House.open { house in
            try await SimulatedPrinter.on { printer in
                try await house.hasPrinter(printer, receipts: "always")
                printer.suffers(.cutsAfter(100))
                let check = try await house.check()
                #expect(try await house.settle(check, by: "cash").status == 201)
                try await house.prints { $0.contains("data-state=\"uncertain\"") }
                printer.suffers(nil)
                let before = printer.jobs.count
                let id = try #require(try await house.waiter.page("/printing").firstMatch(of: /data-print="([0-9a-f-]{36})"/)).1
                #expect(try await house.waiter.form("/printing/\(id)/retry", [:]).status == 303)
                await printer.holds(before + 1)
                #expect(printer.sheets.last?.text.contains("DUPLICATA n° 1") == true)
            }
        }
    }

    @Test func `S2-07: the guest signs, the charge carries it, and History shows it bound to the charge`() async throws {
        try await House.open(signaturePolicy: SignaturePolicy(isAsked: true, printing: .mandatory)) { house in
            try await SimulatedPrinter.on { printer in
                let check = try await house.check()
                let guest = try await house.guest("204")
                let none = try await house.charge(check, to: guest, signature: House.scrawl)
                #expect(try none.read(ProblemBody.self).code == "NO_PRINTER")
                try await house.hasPrinter(printer, receipts: "never")
                printer.suffers(.coverOpen)
                let shut = try await house.charge(check, to: guest, signature: House.scrawl)
                #expect(shut.status == 503)
                #expect(try shut.read(ProblemBody.self).code == "PRINTER_NOT_READY")
                printer.suffers(nil)
                let unsigned = try await house.charge(check, to: guest)
                #expect(unsigned.status == 422)
                #expect(try unsigned.read(ProblemBody.self).code == "SIGNATURE_MISSING")
                let nonsense = try await house.charge(check, to: guest, signature: "1,1;x")
                #expect(try nonsense.read(ProblemBody.self).code == "SIGNATURE_UNREADABLE")
                #expect(house.booked(check).isEmpty, "nothing was charged so far")

                #expect(try await house.charge(check, to: guest, signature: House.scrawl).status == 201)
                #expect(house.booked(check).map(\.total) == [check.total])
                await printer.holds(1)
                let sheet = printer.sheets[0]
                #expect(sheet.text.contains("Chambre 204") && sheet.text.contains("confirmé par l'hôtel"))
                #expect(sheet.items.contains { if case .picture = $0 { true } else { false } })
                let history = try await house.waiter.page("/history/\(check.id)")
                #expect(history.contains("data-genuine=\"true\"") && history.contains("<polyline points=\"10,10 40,30"))
                let page = try await house.waiter.page("/checks/\(try await house.check().id)/room")
                #expect(page.contains("id=\"signature-pad\""))
            }
        }
    }

    @Test func `S2-08: the guest's link shows the receipt without names, and nothing else opens it`() async throws {
        try await House.open { house in
            let check = try await house.check()
            #expect(try await house.charge(check, to: try await house.guest("204")).status == 201)
            let made = try await house.waiter.form("/checks/\(check.id)/receipt-links", [:])
            let path = try #require(made.text.firstMatch(of: /value="http:\/\/[^"\/]+(\/r\/[a-z0-9]{26})"/)).1
            let stranger = TillClient(base: house.waiter.base)
            let page = try await stranger.send(.GET, String(path))
            #expect(page.status == 200 && page.text.contains("data-page=\"guest-receipt\"") && page.text.contains(String(check.number)))
            #expect(!page.text.contains("Garibaldi") && !page.text.contains("/floor"))
            #expect(page.headers["X-Robots-Tag"] == ["noindex, nofollow"])
            var answers: [Int] = []
            for number in 0..<40 { answers.append(try await stranger.send(.GET, "/r/abcdefghijkmnpqrstuvwxyz\(number % 8 + 2)a").status) }
            #expect(Set(answers) == [404, 429], "guesses are slowed down")
        }
    }
}

extension House {
    /// A signature as a browser posts it.
    static let scrawl = "1200,500;10,10 40,30 80,10 120,60 200,20;30,400 300,380 900,410"

    /// Sets a printer up in the back office.
    func hasPrinter(_ printer: SimulatedPrinter, receipts: String) async throws {
        let answer = try await administrator().form("/configuration/settings/printers/add", printerForm(printer, receipts))
        #expect(answer.status == 303)
    }

    /// Changes when it prints receipts.
    func changesPrinter(_ printer: SimulatedPrinter, receipts: String) async throws {
        let admin = try await administrator()
        let page = try await admin.page("/configuration/settings/printers")
        let id = try #require(page.firstMatch(of: /settings\/printers\/([0-9a-f-]{36})/)).1
        #expect(try await admin.form("/configuration/settings/printers/\(id)", printerForm(printer, receipts)).status == 303)
    }

    /// Asks the print queue until it says so.
    func prints(_ isSo: (String) -> Bool) async throws {
        let limit = ContinuousClock.now + .seconds(30)
        while true {
            if isSo(try await waiter.page("/printing")) { return }
            try #require(ContinuousClock.now < limit)
        }
    }

    /// Charges a check to a guest who signed.
    func charge(_ check: CheckBody, to guest: GuestBody, signature: String) async throws -> TillClient.Answer {
        try await waiter.send(
            .POST, "/api/v1/checks/\(check.id)/room-charges",
            SettlementBody(amount: check.total, guest: ChargeBody.Guest(guest), signature: signature), key: House.key())
    }

    private func printerForm(_ printer: SimulatedPrinter, _ receipts: String) -> KeyValuePairs<String, String> {
        [
            "name": "Bar", "language": "escpos", "host": "127.0.0.1", "port": "\(printer.port)", "device": "local_printer", "width": "48",
            "codePage": "windows1252", "outlet": "", "receipts": receipts, "active": "on",
        ]
    }
}
