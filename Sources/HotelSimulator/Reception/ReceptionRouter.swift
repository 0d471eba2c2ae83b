import HTTPTypes
import Hummingbird

/// Every address of reception, on one screen.
enum ReceptionRouter {
    static func make(hotel: SimulatedHotel, isLoopback: Bool, operaCloud: OHIPDesk? = nil) -> Router<ReceptionContext> {
        let router = Router(context: ReceptionContext.self)
        router.add(middleware: SecurityHeaders())
        router.add(middleware: ProblemAnswers(hotel: hotel))
        router.add(middleware: SameOrigin(isLoopback: isLoopback))

        ReceptionPages(hotel: hotel).addRoutes(to: router)
        let forms = ReceptionForms(hotel: hotel)
        forms.addRoutes(to: router)
        ReceptionAPI(hotel: hotel).addRoutes(to: router.group("api"))
        RaccoonPages(hotel: hotel).addRoutes(to: router)
        RaccoonForms(forms: forms).addRoutes(to: router)
        RaccoonAPI(hotel: hotel).addRoutes(to: router.group("api"))
        if let operaCloud { OHIPAPI(desk: operaCloud).addRoutes(to: router) }
        let events = EventStream(hotel: hotel)
        router.get("events") { _, _ in try events.response() }
        refuseOtherMethods(of: router)
        return router
    }

    /// A wrong method on a right address is told which ones are right.
    private static func refuseOtherMethods(of router: Router<ReceptionContext>) {
        for routes in Dictionary(grouping: router.routes, by: { $0.path.description }).values {
            let methods = routes.map { $0.method }
            let allow = methods.map { $0.rawValue }.sorted().joined(separator: ", ")
            for method in [.get, .head, .post, .put, .patch, .delete, .options] as [HTTPRequest.Method] where !methods.contains(method) {
                router.on(routes[0].path, method: method) { request, context in
                    var response = try Problem.methodNotAllowed.response(from: request, context: context)
                    response.headers[.allow] = allow
                    return response
                }
            }
        }
    }
}
