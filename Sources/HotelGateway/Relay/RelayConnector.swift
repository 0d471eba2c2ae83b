package import AsyncHTTPClient
import NIOHTTP1
package import PointOfSale

/// Another Ardoise behind the port: the one that alone talks to the hotel (`S1-02`). Guests are asked for and postings handed over by its
/// API; it books them, each once, and says what came of them.
package final class RelayConnector: HotelConnector {
    private let calls: RelayCalls
    private let currency: Currency
    private let clock: GatewayClock
    private let line: RelayLine

    package let integration = Integration.opera
    /// Our own numbers: those that go over the hotel's wire are the gateway's.
    package let postingNumberDigits = 8

    /// A connector. `onChange` hears of each change of the line, once.
    package init(
        settings: RelaySettings, currency: Currency, clock: GatewayClock, client: HTTPClient = HotelWebClient.shared,
        onChange: @escaping @Sendable (HotelLinkState) -> Void = { _ in }
    ) {
        calls = RelayCalls(client: client, settings: settings, clock: clock)
        self.currency = currency
        self.clock = clock
        line = RelayLine(clock: clock, onChange: onChange)
    }

    package var capabilities: HotelCapabilities { line.capabilities }
    package var linkState: HotelLinkState { line.state }

    /// Asks the gateway how it stands. `RelayWatch` does so every few seconds.
    package func look() async {
        switch await calls.send(.GET, "/api/v1/gateway", atMostMs: RelayHandover.requestMsMax) {
        case .answered(let http): line.note(RelayLook(http, currency: currency))
        case .notSent(let trouble), .unknown(let trouble, _):
            if let fault = HotelLinkState.Fault(trouble) { line.note(.failed(fault)) }
        }
    }

    package func findGuests(_ inquiry: GuestInquiry) async throws(HotelUnavailable) -> [GuestAccount] {
        let question = JSONValue.object([.init(name: "text", value: .string(inquiry.text))]).text
        let ending = await calls.send(
            .POST, "/api/v1/gateway/guest-searches", question, atMostMs: RelaySettings.questionMsMax)
        switch ending {
        case .notSent(.timedOut), .unknown(.timedOut, _): throw .timedOut
        case .notSent, .unknown: throw .notConnected
        case .answered(let http):
            guard http.status == 200 else { throw HotelUnavailable(http) }
            guard let found = RelayObject(body: http.body)?.objects("guests") else { throw .nonsense }
            let guests = found.compactMap { GuestAccount($0, currency: currency) }
            guard guests.count == found.count else { throw .nonsense }
            return guests
        }
    }

    package func wireText(of posting: FolioPosting, number: Int) -> String { RelayedBody(posting, mark: line.mark ?? "").json.text }

    package func post(_ posting: FolioPosting, as attempt: PostingAttempt) async -> PostingReply {
        // Written down for another gateway, or before any was met: nothing has left.
        guard let mark = RelayedBody.mark(in: attempt.request), mark == line.mark else { return PostingReply(.notSent(.linkDown)) }
        return await handover(of: attempt.id, to: mark).post(attempt.request)
    }

    /// The gateway looks at bills itself, for whatever it is in doubt of.
    package func readAccount(of guest: GuestChoice) async -> AccountReading { AccountReading(.notOffered) }

    /// What the gateway says of an attempt in doubt; nil when it could not be asked, or another gateway than that of now was meant.
    func settled(_ attempt: PostingAttempt) async -> RelayAnswer? {
        guard let mark = RelayedBody.mark(in: attempt.request), mark == line.mark else { return nil }
        return await handover(of: attempt.id, to: mark).settled()
    }

    private func handover(of key: PostingAttemptID, to mark: String) -> RelayHandover {
        RelayHandover(calls: calls, clock: clock, key: key, mark: mark)
    }
}

extension HotelUnavailable {
    /// Why the gateway names no guests.
    fileprivate init(_ http: HTTPAnswer) {
        switch (http.status, RelayObject(body: http.body)?.text("code")) {
        case (401, _), (403, _), (409, _): self = .denied
        case (429, _): self = .busy
        case (_, "HOTEL_UNAVAILABLE_NOT_CONNECTED"): self = .notConnected
        case (_, "HOTEL_UNAVAILABLE_TIMED_OUT"): self = .timedOut
        case (_, "HOTEL_UNAVAILABLE_NIGHT_AUDIT"): self = .nightAudit
        case (_, "HOTEL_UNAVAILABLE_BUSY"): self = .busy
        case (_, "HOTEL_UNAVAILABLE_DENIED"): self = .denied
        default: self = .nonsense
        }
    }
}
