package import PointOfSale

/// What a try of the line to RoomRaccoon showed: a question about one room, which books nothing (`S2-02`, `S2-03`).
package struct RoomRaccoonTest: Hashable, Sendable {
    package let finding: Finding
    /// How long the answer took, ms; nil when there was none.
    package let answeredInMs: Int64?
    /// RoomRaccoon's own words, without our secrets.
    package let words: String?

    /// What it comes to.
    package enum Finding: String, Hashable, Sendable, CaseIterable {
        /// RoomRaccoon knows us, and somebody is in that room.
        case good
        /// RoomRaccoon knows us, and nobody is in that room.
        case goodNobodyThere
        case keyRefused, hotelIDRefused
        /// It knows us not, and does not say whether it is the key or the number.
        case credentialsRefused
        case nameUnknown, unreachable, tlsFailed, timedOut, cut
        /// It asks to be left alone for a while.
        case busy
        /// Somebody answers there, but not RoomRaccoon.
        case notRoomRaccoon
        /// RoomRaccoon answers, and what it says cannot be read.
        case unclear
    }

    /// Whether room charges would go through now.
    package var isGood: Bool { finding == .good || finding == .goodNobodyThere }
}

extension RoomRaccoonConnector {
    /// Tries the line by asking who is in a room. Books nothing, and tells what stands in the way.
    package func test(room: RoomNumber) async -> RoomRaccoonTest {
        let beganMs = uptimeMs
        let ending = await ask(room)
        note(ending)
        let tookMs = uptimeMs - beganMs
        switch ending {
        case .notSent(let trouble), .unknown(let trouble, _):
            return RoomRaccoonTest(finding: .init(trouble), answeredInMs: nil, words: nil)
        case .answered(let http):
            let words = RoomRaccoonAnswer(body: http.body)?.words.map { masked($0) }
            return RoomRaccoonTest(finding: finding(in: http, ending, room), answeredInMs: tookMs, words: words)
        }
    }

    private func finding(in http: HTTPAnswer, _ ending: RoomRaccoonExchange.Ending, _ room: RoomNumber) -> RoomRaccoonTest.Finding {
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

extension RoomRaccoonTest.Finding {
    init(_ trouble: RoomRaccoonExchange.Trouble) {
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
