import HTTPTypes
import Hummingbird
import NIOCore
import PointOfSale

/// One request on its way through a handler: who asks, in which language, and what for.
struct Visit: Sendable {
    let till: Till
    let request: Request
    let parameters: Parameters
    /// The token that the session was found by.
    let token: String?
    var session: Session?
    /// The key that another till showed; nil for people, and where none was asked for.
    var gatewayKey: GatewayKey?
    let language: Language
    /// The device, as far as the network tells.
    let device: String

    var words: Words { Words[language] }

    /// Who acts.
    /// - Throws: `Refusal.notSignedIn`.
    var cashier: Cashier {
        get throws(Refusal) {
            guard let session else { throw .notSignedIn }
            return session.cashier
        }
    }

    /// The till that hands over postings.
    /// - Throws: `Refusal.notSignedIn`.
    var sender: GatewayKey {
        get throws(Refusal) {
            guard let gatewayKey else { throw .notSignedIn }
            return gatewayKey
        }
    }

    /// An identifier from the path. What is no identifier at all names nothing.
    func identifier<Subject>(_ name: String, orElse refusal: Refusal) throws(Refusal) -> Identifier<Subject> {
        guard let identifier = parameters.get(name).flatMap({ Identifier<Subject>(text: $0) }) else { throw refusal }
        return identifier
    }

    var checkID: CheckID { get throws(Refusal) { try identifier("check", orElse: .unknownCheck) } }
    var postingID: PostingID { get throws(Refusal) { try identifier("posting", orElse: .unknownPosting) } }
    var reconciliationID: ReconciliationID { get throws(Refusal) { try identifier("reconciliation", orElse: .unknownReconciliation) } }
    var tenderID: TenderID { get throws(Refusal) { try identifier("tender", orElse: .unknownPayment) } }
    var outletID: OutletID { get throws(Refusal) { try identifier("outlet", orElse: .unknownOutlet) } }

    /// The client's key for a request about money.
    /// - Throws: `Problem.keyMissing`.
    var idempotencyKey: ClientKey {
        get throws(Problem) {
            guard let key = request.headers[.idempotencyKey].flatMap({ ClientKey($0) }) else { throw .keyMissing }
            return key
        }
    }

    /// The fields of a JSON body.
    func json() async throws -> JSONFields {
        guard mediaType == "application/json" else { throw Problem.unsupportedMediaType(wanted: "application/json") }
        let bytes = try await body()
        do {
            return try JSONFields(try JSONParser.parse(bytes))
        } catch let fault as JSONFault {
            throw Problem.malformedJSON(fault)
        }
    }

    /// The fields of a form.
    func form() async throws -> FormFields {
        guard mediaType == "application/x-www-form-urlencoded" else {
            throw Problem.unsupportedMediaType(wanted: "application/x-www-form-urlencoded")
        }
        return try FormFields(try await body())
    }

    /// A body that is a file.
    func bytes(type: String, atMost bytesMax: Int) async throws -> [UInt8] {
        guard mediaType == type else { throw Problem.unsupportedMediaType(wanted: type) }
        return try await body(atMost: bytesMax)
    }

    private var mediaType: String? {
        request.headers[.contentType].map { $0.prefix { $0 != ";" }.lowercased().filter { $0 != " " } }
    }

    private func body(atMost bytesMax: Int = WebConfiguration.bodyBytesMax) async throws -> [UInt8] {
        do {
            return Array(buffer: try await request.body.collect(upTo: bytesMax))
        } catch is NIOTooManyBytesError {
            throw Problem.tooLarge(bytesMax: bytesMax)
        }
    }
}

extension HTTPField.Name {
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
    static let idempotencyReplayed = HTTPField.Name("Idempotency-Replayed")!
}
