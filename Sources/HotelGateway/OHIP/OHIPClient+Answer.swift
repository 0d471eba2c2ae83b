import PointOfSale

extension OHIPClient.Ending {
    /// The answer to a question that books nothing.
    /// - Throws: `HotelUnavailable` when there is none that says yes.
    var answer: HTTPAnswer {
        get throws(HotelUnavailable) {
            switch self {
            case .answered(let http):
                switch http.status {
                case 200...299: return http
                case 401, 403: throw .denied
                case 429, 503: throw .busy
                case 404: return HTTPAnswer(status: 204, retryAfterMs: nil, body: [])
                case 500...: throw .notConnected
                default: throw .nonsense
                }
            case .notSent(let reason): throw reason
            case .unknown(.timedOut, _): throw .timedOut
            case .unknown(.tooLong, _): throw .nonsense
            case .unknown: throw .notConnected
            }
        }
    }
}
