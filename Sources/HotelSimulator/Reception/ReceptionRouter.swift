import Hummingbird

/// Every address of reception, on one screen.
enum ReceptionRouter {
    static func make(hotel: SimulatedHotel, isLoopback: Bool) -> Router<ReceptionContext> {
        let router = Router(context: ReceptionContext.self)
        router.add(middleware: SecurityHeaders())
        router.add(middleware: ProblemAnswers(hotel: hotel))
        router.add(middleware: SameOrigin(isLoopback: isLoopback))

        ReceptionPages(hotel: hotel).addRoutes(to: router)
        ReceptionForms(hotel: hotel).addRoutes(to: router)
        ReceptionAPI(hotel: hotel).addRoutes(to: router.group("api"))
        let events = EventStream(hotel: hotel)
        router.get("events") { _, _ in try events.response() }
        return router
    }
}
