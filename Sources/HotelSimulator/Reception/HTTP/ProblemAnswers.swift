import HTTPTypes
import Hummingbird
import Logging

/// Turns what was thrown into an answer here, so that the headers outside are on it too. What is no known problem is logged, and the
/// outside hears a status only.
struct ProblemAnswers: RouterMiddleware {
    typealias Context = ReceptionContext

    @concurrent func handle(
        _ request: Request, context: ReceptionContext, next: @concurrent (Request, ReceptionContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let problem as Problem {
            return try problem.response(from: request, context: context)
        } catch let error as HTTPError where error.status == .notFound {
            return try Problem.notFound.response(from: request, context: context)
        } catch let error as any HTTPResponseError {
            return Response(status: error.status)
        } catch {
            context.logger.error("request failed", metadata: ["error": "\(error)"])
            return Response(status: .internalServerError)
        }
    }
}
