/// A page that says what is wrong.
struct TroubleView: Sendable {
    let layout: LayoutView
    let w: Words
    let message: String

    init(_ problem: Problem, _ visit: Visit) {
        w = visit.words
        message = w["problem", problem.rawValue]
        layout = LayoutView(visit, title: message, section: .rooms)
    }
}
