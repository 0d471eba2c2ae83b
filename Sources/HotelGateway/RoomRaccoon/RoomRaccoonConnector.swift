package import AsyncHTTPClient
package import PointOfSale
import Synchronization

/// A RoomRaccoon house behind the port: hotels and hostels, rooms and beds, guests' charges only (`S2-01`).
///
/// RoomRaccoon offers two questions, "who is in this room" and "put these lines on that reservation". It knows no key against doing twice
/// what is sent twice, shows no bill, and cannot be asked what it booked (`reference/roomraccoon.md` C2): a charge whose answer is lost is
/// in doubt until a person looks at the reservation.
package final class RoomRaccoonConnector: HotelConnector {
    private let settings: RoomRaccoonSettings
    private let currency: Currency
    private let clock: GatewayClock
    private let exchange: HTTPExchange
    private let mask: AnswerMask
    private let line: RoomRaccoonLine
    private let searches = Mutex(0)

    package let integration = Integration.roomRaccoon
    package let capabilities = HotelCapabilities.roomRaccoon
    /// Our own numbers: RoomRaccoon has none, they only make each attempt's reference its own.
    package let postingNumberDigits = 8

    /// A connector. `onChange` hears of each change of the line, once.
    package init(
        settings: RoomRaccoonSettings, currency: Currency, clock: GatewayClock, client: HTTPClient = HotelWebClient.shared,
        onChange: @escaping @Sendable (HotelLinkState) -> Void = { _ in }
    ) {
        self.settings = settings
        self.currency = currency
        self.clock = clock
        exchange = HTTPExchange(client: client, address: settings.url, clock: clock)
        mask = AnswerMask(secrets: settings.secrets)
        line = RoomRaccoonLine(clock: clock, onChange: onChange)
    }

    package var linkState: HotelLinkState { line.state }

    package func findGuests(_ inquiry: GuestInquiry) async throws(HotelUnavailable) -> [GuestAccount] {
        guard case .room(let room) = inquiry else { return [] }
        guard line.busyMs == 0 else { throw .busy }
        switch await verify(room) {
        case .found(let guests): return guests
        case .nobody: return []
        case .unavailable(let reason): throw reason
        }
    }

    package func wireText(of posting: FolioPosting, number: Int) -> String {
        do {
            return try RoomRaccoonCharge(posting, number: number, settings: settings).json.text
        } catch {
            return JSONValue.object([.init(name: "notSent", value: .string(error.words))]).text
        }
    }

    package func post(_ posting: FolioPosting, as attempt: PostingAttempt) async -> PostingReply {
        let charge: RoomRaccoonCharge
        do throws(RoomRaccoonCharge.Gap) {
            charge = try RoomRaccoonCharge(posting, number: attempt.number, settings: settings)
        } catch {
            return PostingReply(.refused(.unprocessable), hotelText: error.words)
        }
        let body = signed(charge.json)
        guard body.utf8.count <= exchange.limits.bodyBytesMax else { return PostingReply(.refused(.unprocessable)) }
        guard await leaveAlone() else { return PostingReply(.notSent(.busy)) }
        let ending = await send(body)
        note(ending)
        // A yes or no that cannot be told leaves money in doubt: not at once again.
        if case .answered(let http) = ending, RoomRaccoonAnswer(body: http.body).map({ $0.verdict == .unclear }) ?? true,
            !Self.plainRefusals.contains(http.status)
        {
            line.noteDown(.noAnswer)
        }
        return PostingReply(ending, to: charge.guest, mask: mask)
    }

    /// RoomRaccoon shows no bill to tills.
    package func readAccount(of guest: GuestChoice) async -> AccountReading { AccountReading(.notOffered) }

    // MARK: Asking

    /// What became of the question who is in a room.
    enum Verified: Sendable {
        case found([GuestAccount])
        /// The hotel says that there is nobody to charge, in its own words if it has any.
        case nobody(String?)
        case unavailable(HotelUnavailable)
    }

    private func verify(_ room: RoomNumber) async -> Verified {
        let isBusy = searches.withLock { underWay in
            underWay += 1
            return underWay > settings.searchesMax
        }
        defer { searches.withLock { $0 -= 1 } }
        if isBusy { return .unavailable(.busy) }
        let ending = await ask(room)
        note(ending)
        return Self.reading(ending, of: room, currency: currency)
    }

    /// The bare question, for searches and for the connection test.
    func ask(_ room: RoomNumber) async -> HTTPExchange.Ending {
        await send(
            signed(
                .object([
                    .init(
                        name: "VerifyRoomRequest",
                        value: .object([
                            .init(name: "VerifyType", value: .string("RoomNumber")),
                            .init(name: "VerifyValue", value: .string(room.text)),
                        ]))
                ])))
    }

    /// What the answer to such a question says.
    static func reading(_ ending: HTTPExchange.Ending, of room: RoomNumber, currency: Currency) -> Verified {
        let http: HTTPAnswer
        switch ending {
        case .answered(let answer): http = answer
        case .notSent(.timedOut), .unknown(.timedOut, _): return .unavailable(.timedOut)
        case .unknown(.tooLong, _): return .unavailable(.nonsense)
        case .notSent, .unknown: return .unavailable(.notConnected)
        }
        switch http.status {
        case 401, 403: return .unavailable(.denied)
        case 429: return .unavailable(.busy)
        default: break
        }
        guard let answer = RoomRaccoonAnswer(body: http.body), http.status < 500 else { return .unavailable(.nonsense) }
        let stays = RoomRaccoonStay.found(in: answer.root)
        let guests = stays.compactMap { $0.account(askedFor: room, currency: currency) }
        switch answer.verdict {
        case .yes:
            guard http.status < 300, guests.count == stays.count || !guests.isEmpty else { return .unavailable(.nonsense) }
            return guests.isEmpty ? nobody(in: answer) : .found(guests)
        case .no(let words):
            // A stay that it names and will not have charged is shown and marked: staff must see why.
            if !guests.isEmpty { return .found(guests.map(\.takingNothing)) }
            switch words.map(RoomRaccoonMeaning.init) {
            case .credentials: return .unavailable(.denied)
            case .busy: return .unavailable(.busy)
            case .unsure: return .unavailable(.nonsense)
            default: return .nobody(words)
            }
        case .unclear: return .unavailable(.nonsense)
        }
    }

    /// A yes without a stay: nobody if it holds an empty list, else no answer that could be read.
    private static func nobody(in answer: RoomRaccoonAnswer) -> Verified {
        answer.holdsEmptyList ? .nobody(answer.words) : .unavailable(.nonsense)
    }

    // MARK: For the connection test

    var uptimeMs: Int64 { clock.uptimeMs() }

    func masked(_ words: String) -> String { mask.words(words) }

    func read(_ ending: HTTPExchange.Ending, _ room: RoomNumber) -> Verified {
        Self.reading(ending, of: room, currency: currency)
    }

    // MARK: Sending

    private func send(_ body: String) async -> HTTPExchange.Ending {
        await exchange.send(.init(body: body, contentType: "application/json; charset=utf-8"), atMostMs: settings.timeoutMs)
    }

    /// The request with who asks: known to the wire and to nothing that is kept.
    private func signed(_ request: JSONValue) -> String {
        guard case .object(let members) = request else { return request.text }
        return JSONValue.object(
            members + [
                .init(name: "apiKey", value: .string(settings.apiKey)), .init(name: "hotelId", value: .string(settings.hotelID)),
            ]
        ).text
    }

    /// Waits while the hotel wants to be left alone. False when we were stopped meanwhile.
    private func leaveAlone() async -> Bool {
        let ms = line.busyMs
        guard ms > 0 else { return true }
        return (try? await clock.pause(ms)) != nil
    }

    /// Statuses that say no without a word.
    private static let plainRefusals: Set<Int> = [401, 403, 429]

    /// Tells the line what an exchange showed of it.
    func note(_ ending: HTTPExchange.Ending) {
        switch ending {
        case .answered(let http) where http.status == 429: line.noteBusy(forMs: http.retryAfterMs)
        case .answered(let http) where http.status == 401 || http.status == 403: line.noteDown(.notAuthentic)
        case .answered(let http):
            switch RoomRaccoonAnswer(body: http.body)?.verdict {
            case .no(let words?) where RoomRaccoonMeaning(words) == .credentials: line.noteDown(.notAuthentic)
            case .no, .yes: line.noteUp()
            // Somebody is there; what he says is told to whoever asked.
            case .unclear, nil: break
            }
        case .notSent(let trouble), .unknown(let trouble, _):
            if let fault = HotelLinkState.Fault(trouble) { line.noteDown(fault) }
        }
    }
}

extension GuestAccount {
    /// The same stay, marked as one that takes no charges.
    fileprivate var takingNothing: GuestAccount {
        GuestAccount(
            roomNumber: roomNumber, reservationNumber: reservationNumber, name: name, arrival: arrival, departure: departure,
            mayBeCharged: false, creditLimit: creditLimit)
    }
}
