import Operations
import PointOfSale

/// What a guest signed for a charge, as History shows it (`S2-07`).
struct SignatureView: Sendable {
    let tender: String
    let when: String
    let width: Int
    let height: Int
    let hasStrokes: Bool
    /// Each stroke as an SVG polyline has it: whole numbers, commas and blanks.
    let points: [String]
    let isGenuine: Bool
    let tone: String
    let check: String

    /// Those of a check, in the sequence of its payments.
    static func all(of check: Check, _ visit: Visit) async throws -> [SignatureView] {
        let restaurant = visit.till.restaurant
        let time = TimeText(visit.language, try await visit.till.property().calendar)
        var views: [SignatureView] = []
        for tender in check.tenders {
            guard let signature = try await restaurant.signature(of: tender.id) else { continue }
            let isGenuine = try await restaurant.isGenuine(signature)
            let words = visit.words
            views.append(
                SignatureView(
                    tender: tender.id.text, when: words("signedAt", ["time": time.full(signature.signedAt)]),
                    width: signature.strokes?.width ?? 1, height: signature.strokes?.height ?? 1, hasStrokes: signature.strokes != nil,
                    points: signature.strokes?.strokes.map { $0.map { "\($0.x),\($0.y)" }.joined(separator: " ") } ?? [],
                    isGenuine: isGenuine ?? true, tone: isGenuine == false ? "no" : isGenuine == nil ? "plain" : "ok",
                    check: words[isGenuine == false ? "signatureForged" : isGenuine == nil ? "signatureDeleted" : "signatureGenuine"]))
        }
        return views
    }
}
