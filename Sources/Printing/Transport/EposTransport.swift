import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import PointOfSale

/// Epson ePOS-Print over HTTP: the printer answers once the paper came out, or says what is wrong (`receipts.md` §5.2).
struct EposTransport: Sendable {
    private let url: String
    private let line: RawTransport
    /// How long the printer itself tries before it gives up, ms; ours is a little longer.
    private static let printerMsMax = 10_000
    /// The longest answer taken, bytes.
    private static let answerBytesMax = 16 * 1024

    /// An address that somebody typed is asked itself: nothing is followed elsewhere, and nothing is tried twice.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout.connect = .milliseconds(PrinterLink.connectMsMax)
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.maximumUsesPerConnection = 1
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    init(_ printer: Printer) {
        let device = printer.device.utf8.map { byte in
            byte.isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        line = RawTransport(host: printer.host, port: printer.port)
        let host = printer.host.contains(":") ? "[\(printer.host)]" : printer.host
        url = "http://\(host):\(printer.port)/cgi-bin/epos/service.cgi?devid=\(device)&timeout=\(Self.printerMsMax)"
    }

    /// Prints, and waits for the printer's word.
    func send(_ xml: String) async -> PrintOutcome {
        // What is certain at this point would be a guess afterwards: nobody there, so nothing sent.
        guard await line.isReachable() else { return .notSent(.unreachable) }
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "text/xml; charset=utf-8")
        request.headers.add(name: "SOAPAction", value: "\"\"")
        request.headers.add(name: "If-Modified-Since", value: "Thu, 01 Jan 1970 00:00:00 GMT")
        request.body = .bytes(ByteBuffer(string: xml))
        do {
            let response = try await Self.client.execute(
                request, timeout: .milliseconds(Int64(Self.printerMsMax) + PrinterLink.answerMsMax))
            guard response.status == .ok else { return .refused(response.status == .notFound ? .deviceMissing : .other) }
            let body = try await response.body.collect(upTo: Self.answerBytesMax)
            return EposAnswer(String(buffer: body)).outcome
        } catch let error as HTTPClientError where error == .connectTimeout {
            return .notSent(.unreachable)
        } catch {
            return .unknown(.noAnswer)
        }
    }

    /// An empty document prints nothing, and its answer tells how the printer stands.
    func readiness() async -> PrinterFault? {
        let empty =
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\">"
            + "<s:Body><epos-print xmlns=\"\(EposEncoder.namespace)\"></epos-print></s:Body></s:Envelope>\n"
        switch await send(empty) {
        case .printed: return nil
        case .notSent(let fault), .refused(let fault), .unknown(let fault): return fault
        }
    }
}

extension UInt8 {
    fileprivate var isPlain: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
