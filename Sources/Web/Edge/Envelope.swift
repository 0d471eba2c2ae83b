import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import PointOfSale
import Storage

/// Around every request: its id, its headers, its problems told to the right kind of reader, one line in the log.
///
/// What went wrong inside never reaches the browser: a fault is logged under the request's id, and only the id is shown.
struct Envelope: RouterMiddleware {
    let till: Till

    func handle(
        _ request: Request, context: TillContext, next: @concurrent (Request, TillContext) async throws -> Response
    ) async throws -> Response {
        let began = ContinuousClock.now
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            response = answer(to: error, request, context)
        }
        SecurityHeaders.apply(to: &response.headers, isSecure: till.configuration.cookiesAreSecure)
        response.headers[.xRequestID] = context.requestID
        // The pattern of the route, never the address: addresses may hold what somebody typed.
        context.logger.debug(
            "request",
            metadata: [
                "method": "\(request.method.rawValue)", "route": "\(context.endpointPath ?? "none")", "status": "\(response.status.code)",
                "ms": "\((ContinuousClock.now - began) / .milliseconds(1))",
            ])
        return response
    }

    private func answer(to error: any Error, _ request: Request, _ context: TillContext) -> Response {
        let problem = Self.problem(error)
        if problem.status == .internalServerError {
            // Only our own faults describe themselves without stored values.
            let reason = (error as? StorageFault)?.description ?? String(reflecting: type(of: error))
            context.logger.error("request failed", metadata: ["route": "\(context.endpointPath ?? "none")", "reason": "\(reason)"])
        }
        let visit = Gate(till: till).visit(request, context)
        var response =
            isForPrograms(request)
            ? problem.json(visit.words, requestID: context.requestID) : ProblemPage.response(problem, visit, requestID: context.requestID)
        if let seconds = problem.retryAfterSeconds { response.headers[.retryAfter] = String(seconds) }
        if let allow = problem.allow { response.headers[.allow] = allow }
        return response
    }

    private func isForPrograms(_ request: Request) -> Bool {
        let path = request.uri.path
        return path.hasPrefix("/api/") || path == "/events" || path == "/health" || path == "/ready"
    }

    /// What to tell of an error.
    static func problem(_ error: any Error) -> Problem {
        switch error {
        case let problem as Problem: problem
        case let refusal as Refusal: Problem(refusal)
        case StorageFault.overloaded, StorageFault.busy: .overloaded
        case StorageFault.diskFull: .storageFull
        case is CancellationError: .timedOut
        case let error as any HTTPResponseError where error.status == .notFound: .notFound
        case let error as any HTTPResponseError where error.status == .contentTooLarge: .tooLarge(bytesMax: WebConfiguration.bodyBytesMax)
        default: .fault
        }
    }
}

extension HTTPField.Name {
    static let xRequestID = HTTPField.Name("X-Request-Id")!
}
