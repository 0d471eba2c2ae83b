import Hummingbird
import Operations
import PointOfSale

/// Which of the house's tills this device is: chosen once, by a manager (`S1-12`).
enum TillPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let tills: [Choice]
        let isNone: Bool
    }

    private struct Choice: Sendable {
        let id: String
        let name: String
        let outlet: String
        let methods: String
        let isThis: Bool
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in try await page(visit) }

    /// The form: `till`, empty for none.
    static let choose: @Sendable (Visit) async throws -> Response = { visit in
        var form = try await visit.form()
        let typed = try form.text("till")
        try form.nothingElse()
        let chosen = try await visit.till.restaurant.tills().first { $0.id.text == typed }
        guard chosen != nil || typed.isEmpty else { return try await page(visit, problem: Problem(Refusal.unknownTillConfiguration)) }
        var response = Response.seeOther("/floor")
        response.setCookie(TillCookie.make(chosen?.id, visit.till.configuration))
        return response
    }

    private static func page(_ visit: Visit, problem: Problem? = nil) async throws -> Response {
        let restaurant = visit.till.restaurant
        let (words, property) = (visit.words, try await visit.till.property())
        let outlets = Dictionary(uniqueKeysWithValues: try await restaurant.outlets().map { ($0.id, $0.name) })
        let methods = try await restaurant.paymentMethods()
        let this = try await visit.thisTill()
        let tills = try await restaurant.tills().map { till in
            Choice(
                id: till.id.text, name: "\(till.number) · \(till.name)", outlet: outlets[till.outletID] ?? "",
                methods: till.methodIDs.isEmpty
                    ? words["setAllMethods"]
                    : methods.filter { till.allows($0.id) }.map { $0.name.text(in: visit.language) }.joined(separator: ", "),
                isThis: till.id == this?.id)
        }
        let model = Model(
            chrome: Chrome(visit, property, cashier: try visit.cashier, section: .none, path: "/till"), words: words.all,
            problem: problem.map { ProblemBox($0, words) }, tills: tills, isNone: this == nil)
        return .html(visit.till.templates.render("till", model), status: problem?.status ?? .ok)
    }
}
