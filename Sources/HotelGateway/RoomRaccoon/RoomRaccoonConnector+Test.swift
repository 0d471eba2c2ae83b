package import PointOfSale

extension RoomRaccoonConnector {
    package func diagnosis() async -> HotelLinkDiagnosis? {
        guard let room = RoomNumber("0") else { preconditionFailure("0 is a room number") }
        return await test(room: room)
    }

    /// Tries the line by asking who is in a room. Books nothing, and tells what stands in the way.
    package func test(room: RoomNumber) async -> HotelLinkDiagnosis {
        let beganMs = uptimeMs
        let ending = await ask(room)
        note(ending)
        let tookMs = uptimeMs - beganMs
        switch ending {
        case .notSent(let trouble), .unknown(let trouble, _):
            return HotelLinkDiagnosis(finding: .init(trouble), answeredInMs: nil, words: nil)
        case .answered(let http):
            let words = RoomRaccoonAnswer(body: http.body)?.words.map { masked($0) }
            return HotelLinkDiagnosis(finding: finding(in: http, ending, room), answeredInMs: tookMs, words: words)
        }
    }

    private func finding(in http: HTTPAnswer, _ ending: HTTPExchange.Ending, _ room: RoomNumber) -> HotelLinkDiagnosis.Finding {
        if http.status == 429 { return .busy }
        guard let answer = RoomRaccoonAnswer(body: http.body), answer.speaksRoomRaccoon else {
            return http.status == 401 || http.status == 403 ? .credentialsRefused : .notRoomRaccoon
        }
        switch read(ending, room) {
        case .found: return .good
        case .nobody: return .goodNobodyThere
        case .unavailable(.denied): return .init(refusal: answer.words ?? "")
        case .unavailable(.busy): return .busy
        case .unavailable: return .unclear
        }
    }
}

extension HotelLinkDiagnosis.Finding {
    init(_ trouble: HTTPTrouble) {
        switch trouble {
        case .nameUnknown: self = .nameUnknown
        case .unreachable: self = .unreachable
        case .tlsFailed: self = .tlsFailed
        case .timedOut: self = .timedOut
        case .cut, .stopped: self = .cut
        case .tooLong: self = .notRoomRaccoon
        }
    }

    /// Which of the two RoomRaccoon's words name.
    init(refusal words: String) {
        let text = words.lowercased()
        let (key, hotel) = (text.contains("key"), text.contains("hotel"))
        self = key == hotel ? .credentialsRefused : key ? .keyRefused : .hotelIDRefused
    }
}
