import HTTPTypes
import Hummingbird
import NIOCore

/// An error as the outside hears of it: a stable code and words, as `application/problem+json` (RFC 9457).
enum Problem: String, Error, CaseIterable {
    case strangeHost, otherOrigin
    case notFound, methodNotAllowed, malformedBody, malformedPlan, malformedDate, faultQueueFull
    case reservationUnknown, roomUnknown, roomIsDummy, roomTaken, notDue, notInHouse, sameRoom
    case nightAuditRunning, nightAuditNotRunning, limitOutOfRange, amountOutOfRange
    case lineUnknown, sameFolio, nothingToRepeat, chargeRefused
    case ticketUnknown, invoiced, datesApart
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
            case .amountOutOfRange: .amountOutOfRange
            case .lineUnknown: .lineUnknown
            case .sameFolio: .sameFolio
            case .nothingToRepeat: .nothingToRepeat
            case .chargeRefused: .chargeRefused
            case .ticketUnknown: .ticketUnknown
            case .invoiced: .invoiced
            case .datesApart: .datesApart
            }
    }

    var status: HTTPResponse.Status {
        switch self {
        case .strangeHost: .misdirectedRequest
        case .otherOrigin: .forbidden
        case .methodNotAllowed: .methodNotAllowed
        case .notFound, .reservationUnknown, .lineUnknown, .ticketUnknown: .notFound
        case .malformedBody, .malformedPlan, .malformedDate: .badRequest
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
