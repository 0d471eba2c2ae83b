import NIOCore
import NIOPosix
import PaperPrinter
import PointOfSale
import Printing
import TestSupport
import Testing

@testable import Printing

/// The way to a printer, against one that listens on this machine and has every fault.
struct TransportTests {
    private static func printer(_ port: Int, _ kind: Printer.Kind = .escpos) -> Printer {
        Printer(id: Sample.id(60), name: "Bar", kind: kind, host: "127.0.0.1", port: port)
    }

    private static let paper = ReceiptDocument.receipt(SamplePaper.split(), SamplePaper.marks, language: .fr)

    @Test func `a receipt arrives whole, and the printer's own word makes it printed`() async throws {
        try await SimulatedPrinter.on { printer in
            #expect(await PrinterLink(Self.printer(printer.port)).send(Self.paper) == .printed)
            await printer.holds(1)
            #expect(printer.jobs == [EscPosEncoder(Self.printer(1)).bytes(of: Self.paper)])
        }
    }

    @Test func `a clone that answers nothing prints all the same`() async throws {
        try await SimulatedPrinter.on { printer in
            printer.suffers(.mute)
            #expect(await PrinterLink(Self.printer(printer.port)).send(Self.paper) == .printed)
            await printer.holds(1)
            #expect(printer.sheets[0].text.contains("Brasserie"))
        }
    }

    @Test(arguments: [(SimulatedPrinter.Fault.outOfPaper, PrinterFault.outOfPaper), (.coverOpen, .coverOpen)])
    func `a printer that says that it cannot is sent nothing`(fault: SimulatedPrinter.Fault, expected: PrinterFault) async throws {
        try await SimulatedPrinter.on { printer in
            printer.suffers(fault)
            let link = PrinterLink(Self.printer(printer.port))
            #expect(await link.send(Self.paper) == .notSent(expected))
            #expect(await link.readiness() == expected)
            #expect(printer.jobs.isEmpty)
            printer.suffers(nil)
            #expect(await link.readiness() == nil)
        }
    }

    @Test func `a line that is cut half-way leaves it unknown`() async throws {
        try await SimulatedPrinter.on { printer in
            printer.suffers(.cutsAfter(40))
            #expect(await PrinterLink(Self.printer(printer.port)).send(Self.paper) == .unknown(.noAnswer))
        }
    }

    @Test func `a printer that never says that it is done leaves it unknown`() async throws {
        try await SimulatedPrinter.on { printer in
            printer.suffers(.neverDone)
            #expect(await PrinterLink(Self.printer(printer.port)).send(Self.paper) == .unknown(.noAnswer))
        }
    }

    @Test func `a printer that is off was sent nothing`() async throws {
        let port = try await SimulatedPrinter.on { $0.port }
        #expect(await PrinterLink(Self.printer(port)).send(Self.paper) == .notSent(.unreachable))
        #expect(await PrinterLink(Self.printer(port)).readiness() == .unreachable)
        #expect(await PrinterLink(Self.printer(port, .epos)).send(Self.paper) == .notSent(.unreachable))
    }

    @Test(
        arguments: [
            (#"<response success="true" code="" status="251658262" xmlns="x"/>"#, .printed),
            (#"<s:Body><epos:response  success="1" code=""/></s:Body>"#, .printed),
            (#"<response success="false" code="EPTR_REC_EMPTY" status="252186628"/>"#, .notSent(.outOfPaper)),
            (#"<response success="false" code="EPTR_COVER_OPEN" status="32"/>"#, .notSent(.coverOpen)),
            (#"<response success="false" code="SchemaError" status="0"/>"#, .refused(.documentRefused)),
            (#"<response success="false" code="DeviceNotFound" status="0"/>"#, .refused(.deviceMissing)),
            (#"<response success="false" code="EX_TIMEOUT" status="1"/>"#, .unknown(.noAnswer)),
            (#"<response success="false" code="NEW_CODE" status="8"/>"#, .notSent(.offline)),
            (#"<response success="false" code="NEW_CODE" status="10"/>"#, .unknown(.other)),
            ("<html>login</html>", .unknown(.noAnswer)), ("", .unknown(.noAnswer)),
        ] as [(String, PrintOutcome)])
    func `what an ePOS printer says is understood`(answer: String, outcome: PrintOutcome) {
        #expect(EposAnswer(answer).outcome == outcome)
    }

    @Test func `an ePOS printer is asked over HTTP and its answer counts`() async throws {
        try await SimulatedEposPrinter.on { printer in
            let link = PrinterLink(Self.printer(printer.port, .epos))
            #expect(await link.send(Self.paper) == .printed)
            #expect(printer.requests.first?.contains("POST /cgi-bin/epos/service.cgi?devid=local_printer&timeout=10000") == true)
            #expect(printer.requests.first?.contains("Brasserie de l’Écluse") == true)
            printer.answers(#"<response success="false" code="EPTR_COVER_OPEN" status="32"/>"#)
            #expect(await link.send(Self.paper) == .notSent(.coverOpen))
            #expect(await link.readiness() == .coverOpen)
        }
    }
}
