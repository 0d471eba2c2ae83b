import HTTPTypes
import Hummingbird
import Logging

/// Turns what was thrown into an answer here, so that the headers outside are on it too. What is no known problem is logged, and the
/// outside hears a status only. Browsers get a page, programs get JSON.
struct ProblemAnswers: RouterMiddleware {
    typealias Context = ReceptionContext

    let hotel: SimulatedHotel

    @concurrent func handle(
        _ request: Request, context: ReceptionContext, next: @concurrent (Request, ReceptionContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let problem as Problem {
            return try answer(problem, request, context)
        } catch let error as HTTPError where error.status == .notFound {
            return try answer(.notFound, request, context)
        } catch let error as any HTTPResponseError {
            return Response(status: error.status)
        } catch {
            context.logger.error("request failed", metadata: ["error": "\(error)"])
            return Response(status: .internalServerError)
        }
    }

    private func answer(_ problem: Problem, _ request: Request, _ context: ReceptionContext) throws -> Response {
        let isForPeople = request.headers[.accept]?.contains("text/html") == true && !request.uri.path.hasPrefix("/api/")
        guard isForPeople else { return try problem.response(from: request, context: context) }
        return PageRenderer.page(
            "trouble", TroubleView(problem, Visit(hotel, language: request.language, path: "/")), status: problem.status)
    }
}
