import Hummingbird
import PointOfSale

/// What people see when a page could not be shown: words, and the request's id for support. Nothing else.
enum ProblemPage {
    private struct Model: Sendable {
        let words: [String: String]
        let language: String
        let status: Int
        let title: String
        let detail: String
        let requestID: String
        let build: String
    }

    static func response(_ problem: Problem, _ visit: Visit, requestID: String) -> Response {
        let words = visit.words
        let model = Model(
            words: words.all, language: visit.language.rawValue, status: problem.status.code, title: problem.title(words),
            detail: problem.detail(words), requestID: requestID, build: visit.till.assets.build)
        return .html(visit.till.templates.render("problem", model), status: problem.status)
    }
}
