package import PointOfSale

/// The way to a printer: hands a document over, and says what became of it.
package struct PrinterLink: Sendable {
    private let printer: Printer

    /// The longest wait for a connection, ms.
    static let connectMsMax: Int64 = 3_000
    /// The longest wait for anything that a printer should say, ms.
    static let answerMsMax: Int64 = 5_000

    /// The way to that printer.
    package init(_ printer: Printer) { self.printer = printer }

    /// Prints a document and says what became of it. Never throws: what is not known is an outcome.
    package func send(_ document: ReceiptDocument) async -> PrintOutcome {
        switch printer.kind {
        case .escpos:
            await RawTransport(host: printer.host, port: printer.port).send(EscPosEncoder(printer).bytes(of: document))
        case .epos: await EposTransport(printer).send(EposEncoder(printer).xml(of: document))
        }
    }

    /// What keeps the printer from printing now; nil when nothing does, as far as it says.
    package func readiness() async -> PrinterFault? {
        switch printer.kind {
        case .escpos: await RawTransport(host: printer.host, port: printer.port).readiness()
        case .epos: await EposTransport(printer).readiness()
        }
    }
}
