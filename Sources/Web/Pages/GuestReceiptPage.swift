import HTTPTypes
import Hummingbird
import Operations
import PointOfSale

/// A receipt under its unguessable address, for the guest: no names, no way further into the till.
enum GuestReceiptPage {
    private struct Model: Sendable {
        let language: String
        let words: [String: String]
        let build: String
        let paper: ReceiptPaper
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let receipt = try await visit.till.restaurant.receipt(under: visit.parameters.get("secret") ?? "")
        // Somebody may look over a shoulder, or be handed the paper: the name is on the hotel's own bill.
        let nobody = Cashier(id: .make(at: visit.till.now), number: 0, name: "", role: .waiter, language: visit.language)
        let model = Model(
            language: visit.language.rawValue, words: visit.words.all, build: visit.till.assets.build,
            paper: ReceiptPaper(receipt, visit) { _ in NameMask(nobody) })
        var response = Response.html(visit.till.templates.render("guest-receipt", model))
        if let robots = HTTPField.Name("X-Robots-Tag") { response.headers[robots] = "noindex, nofollow" }
        if let referrer = HTTPField.Name("Referrer-Policy") { response.headers[referrer] = "no-referrer" }
        return response
    }
}
