import HTTPTypes
import Hummingbird
import NIOCore

/// An error as the outside hears of it: a stable code and words, as `application/problem+json` (RFC 9457).
enum Problem: String, Error, CaseIterable {
    case strangeHost, otherOrigin
    case notFound, malformedBody, malformedPlan, faultQueueFull
    case reservationUnknown, roomUnknown, roomIsDummy, roomTaken, notDue, notInHouse, sameRoom
    case nightAuditRunning, nightAuditNotRunning, limitOutOfRange
    case tooManyWatchers

    init(_ refusal: DeskRefusal) {
        self =
            switch refusal {
            case .reservationUnknown: .reservationUnknown
            case .roomUnknown: .roomUnknown
            case .roomIsDummy: .roomIsDummy
            case .roomTaken: .roomTaken
            case .notDue: .notDue
            case .notInHouse: .notInHouse
            case .sameRoom: .sameRoom
            case .nightAuditRunning: .nightAuditRunning
            case .nightAuditNotRunning: .nightAuditNotRunning
            case .limitOutOfRange: .limitOutOfRange
            }
    }

    var status: HTTPResponse.Status {
        switch self {
        case .strangeHost: .misdirectedRequest
        case .otherOrigin: .forbidden
        case .notFound, .reservationUnknown: .notFound
        case .malformedBody, .malformedPlan: .badRequest
        case .tooManyWatchers, .faultQueueFull: .serviceUnavailable
        default: .conflict
        }
    }
}

extension Problem: HTTPResponseError {
    /// What stands in the body.
    private struct Body: Encodable {
        let type, title: String
        let status: Int
    }

    func response(from request: Request, context: some RequestContext) throws -> Response {
        let words = Words.of(.english)
        let body = Body(type: "urn:ardoise:hotel:\(rawValue)", title: words["problem", rawValue], status: status.code)
        return try .json(body, status: status, contentType: "application/problem+json")
    }
}
