package import AsyncHTTPClient
package import PointOfSale

/// An OPERA Cloud house behind the port, over Oracle's REST interface.
///
/// The interface knows no key against doing twice what is sent twice (`ohip.md` §3.4). But it can be asked what it booked: each attempt
/// bears a reference of its own, and a charge whose answer is lost is looked for under it before anything else is done.
package final class OHIPConnector: HotelConnector {
    /// How long the flag "no posting" that a search brought holds, ms; a charge that comes later asks again (`ohip.md` §2.3).
    static let inquiryKeptMs: Int64 = 60_000
    /// How many guests of a search are asked about more closely: their restriction or their credit.
    static let closerLooksMax = 4
    /// The most pages of a search.
    static let searchPagesMax = 3

    private let settings: OHIPSettings
    private let currency: Currency
    private let clock: GatewayClock
    private let client: OHIPClient
    private let readBack: OHIPReadBack
    private let line: OHIPLine
    private let mask: AnswerMask
    private let inquired = InquiredGuests(keptMs: inquiryKeptMs)

    package let integration = Integration.opera
    package let capabilities = HotelCapabilities.operaCloud
    /// Our own numbers: the hotel has none, they only make each attempt's reference its own.
    package let postingNumberDigits = 8

    /// A connector. `onChange` hears of each change of the line, once; `jitter` picks a number of a range.
    package init(
        settings: OHIPSettings, currency: Currency, clock: GatewayClock, client: HTTPClient = HotelWebClient.shared,
        jitter: @escaping @Sendable (ClosedRange<Int64>) -> Int64 = { .random(in: $0) },
        onChange: @escaping @Sendable (HotelLinkState) -> Void = { _ in }
    ) {
        self.settings = settings
        self.currency = currency
        self.clock = clock
        line = OHIPLine(clock: clock, jitter: jitter, onChange: onChange)
        self.client = OHIPClient(settings: settings, clock: clock, client: client, line: line)
        readBack = OHIPReadBack(client: self.client, hotelID: settings.hotelID, currency: currency)
        mask = AnswerMask(secrets: settings.secrets)
    }

    package var linkState: HotelLinkState { line.state }

    package func findGuests(_ inquiry: GuestInquiry) async throws(HotelUnavailable) -> [GuestAccount] {
        guard line.quietMs == 0 else { throw .busy }
        var guests: [GuestAccount] = []
        var certain: [GuestAccount] = []
        for stay in try await stays(inquiry) {
            guard let guest = stay.account(for: inquiry, hotelID: settings.hotelID, currency: currency) else { continue }
            let isLookedAt = guests.count < Self.closerLooksMax
            guests.append(isLookedAt ? try await lookedAt(guest, knownRestriction: stay.isRestricted) : guest)
            // Of whom it is not known whether he may be charged, a charge asks again.
            if isLookedAt || stay.isRestricted != nil { certain.append(guests[guests.count - 1]) }
        }
        inquired.note(certain, session: 0, at: clock.now())
        return guests
    }

    package func wireText(of posting: FolioPosting, number: Int) -> String {
        do {
            let charge = try OHIPCharge(posting, number: number, settings: settings)
            let request = OHIPRequest.charge(charge, hotelID: settings.hotelID)
            return String("POST \(request.path) \(charge.json.text)".prefix(Self.wireCharactersMax))
        } catch {
            return JSONValue.object([.init(name: "notSent", value: .string(error.words))]).text
        }
    }

    /// The most that is kept of a request; the longest charges say the same of every line.
    static let wireCharactersMax = 4_000

    package func post(_ posting: FolioPosting, as attempt: PostingAttempt) async -> PostingReply {
        let charge: OHIPCharge
        do throws(OHIPCharge.Gap) {
            charge = try OHIPCharge(posting, number: attempt.number, settings: settings)
        } catch {
            return PostingReply(.refused(.unprocessable), hotelText: error.words)
        }
        guard await leaveAlone() else { return PostingReply(.notSent(.busy)) }
        let balance: Money?
        switch await standing(of: charge.guest, takesBack: posting.isReversal) {
        case .answered(let reply): return reply
        case .mayBeCharged(let before): balance = before
        }
        let ending = await client.send(.charge(charge, hotelID: settings.hotelID))
        inquired.forgetBalance(of: charge.guest)
        return await reply(to: charge, ending, of: posting).with(balanceBefore: balance)
    }

    /// The lines of a guest's room that bear references of ours, from yesterday to tomorrow as the hotel counts its days.
    package func readAccount(of guest: GuestChoice) async -> AccountReading {
        let wanted = [OHIPRequest.Parameter("filterRoomNumber", guest.roomNumber.text)]
        switch await readBack.bookings(wanted, since: nil) {
        case .failure(let reason): return AccountReading(.unavailable(reason))
        case .success(let bookings):
            let lines = bookings.filter { $0.reservation.map { $0 == guest.reservationNumber } ?? true }
            return AccountReading(.lines(lines.map(\.folioLine)))
        }
    }

    package func findBooking(of posting: FolioPosting, as attempt: PostingAttempt) async -> AccountReading {
        guard let charge = try? OHIPCharge(posting, number: attempt.number, settings: settings) else { return AccountReading(.notOffered) }
        let time = posting.stamp.time
        switch await readBack.bookings(of: charge, since: BusinessDate(year: time.year, month: time.month, day: time.day)) {
        case .failure(let reason): return AccountReading(.unavailable(reason))
        case .success(let bookings):
            if case .part(let amount) = charge.standing(in: bookings) { return AccountReading(.part(amount)) }
            return AccountReading(.lines(bookings.map(\.folioLine)), isOfWholeHouse: true)
        }
    }

    // MARK: Asking

    private func stays(_ inquiry: GuestInquiry) async throws(HotelUnavailable) -> [OHIPStay] {
        var stays: [OHIPStay] = []
        for page in 0..<Self.searchPagesMax {
            let request = OHIPRequest.search(inquiry, offset: page * OHIPRequest.searchLimit, settings: settings)
            let http = try await client.send(request).answer
            if http.status == 204 || http.body.isEmpty { break }
            guard let json = JSONReader.read(http.body), case .object = json else { throw .nonsense }
            let found = OHIPStay.found(in: json)
            stays += found
            guard json["reservations"]?["hasMore"]?.truth == true, !found.isEmpty else { break }
        }
        return stays
    }

    /// The guest with what a search may leave out: whether anything may be charged, and for how much.
    private func lookedAt(_ guest: GuestAccount, knownRestriction: Bool?) async throws(HotelUnavailable) -> GuestAccount {
        var isRestricted = knownRestriction
        if isRestricted == nil {
            let http = try await client.send(.reservation(guest.reservationNumber, hotelID: settings.hotelID)).answer
            // Where the detail does not say so either, there is none.
            isRestricted = JSONReader.read(http.body).flatMap { OHIPStay.found(in: $0).first?.isRestricted } ?? false
        }
        var credit: OHIPCredit?
        if settings.authorisedAmountIsLimit, isRestricted == false, !guest.isPaymaster {
            let ending = await client.send(.paymentMethods(ofReservation: guest.reservationNumber, hotelID: settings.hotelID))
            // Advice only: a guest can be charged without it.
            if let http = try? ending.answer { credit = OHIPCredit(http, currency: currency) }
        }
        return GuestAccount(
            roomNumber: guest.roomNumber, reservationNumber: guest.reservationNumber, name: guest.name, title: guest.title,
            firstName: guest.firstName, arrival: guest.arrival, departure: guest.departure, vip: guest.vip,
            mayBeCharged: isRestricted == false, creditLimit: credit?.authorised, balance: guest.balance ?? credit?.balance,
            isPaymaster: guest.isPaymaster)
    }

    // MARK: Charging

    private enum Standing {
        case mayBeCharged(balance: Money?)
        case answered(PostingReply)
    }

    /// Whether the guest may be charged now. What takes back a booking too many goes to a guest whom no one may charge any more, too.
    private func standing(of guest: GuestChoice, takesBack: Bool) async -> Standing {
        if takesBack { return .mayBeCharged(balance: nil) }
        if let found = inquired.found(guest, session: 0, at: clock.now()) {
            return found.mayBeCharged ? .mayBeCharged(balance: found.balance) : .answered(PostingReply(.refused(.noPosting)))
        }
        let guests: [GuestAccount]
        do {
            guests = try await findGuests(.room(guest.roomNumber))
        } catch .denied {
            return .answered(PostingReply(.refused(.denied)))
        } catch .notConnected {
            return .answered(PostingReply(.notSent(.linkDown)))
        } catch {
            return .answered(PostingReply(.notSent(.inquiryUnanswered)))
        }
        guard let found = guests.first(where: guest.matches) else {
            return .answered(PostingReply(.refused(guests.isEmpty ? .guestNotFound : .guestChanged)))
        }
        return found.mayBeCharged ? .mayBeCharged(balance: found.balance) : .answered(PostingReply(.refused(.noPosting)))
    }

    /// What an exchange came to. A yes that lists nothing of what it booked is read back at once.
    private func reply(to charge: OHIPCharge, _ ending: OHIPClient.Ending, of posting: FolioPosting) async -> PostingReply {
        guard case .answered(let http) = ending, 200...299 ~= http.status else {
            return PostingReply(ending, mask: mask)
        }
        guard let answer = OHIPChargeAnswer(http, to: charge, currency: currency) else {
            return PostingReply(.inDoubt(.unknownAnswer), answer: mask.kept(http))
        }
        var bookings = answer.bookings
        if bookings.isEmpty, case .success(let found) = await readBack.bookings(of: charge, since: nil) { bookings = found }
        let outcome: PostingOutcome =
            switch charge.standing(in: bookings) {
            case .whole: .accepted(transactionNumbers: bookings.compactMap(\.number))
            case .part: .inDoubt(.mismatchedAnswer)
            // 201 is the word for "posted"; of any other yes a house has been seen to mean nothing by it (`ohip.md` §3.1).
            case .nothing: http.status == 201 ? .accepted(transactionNumbers: []) : .inDoubt(.unknownAnswer)
            }
        return PostingReply(outcome, hotelText: answer.warning.map { mask.words($0) }, answer: mask.kept(http))
    }

    /// Waits while the hotel wants to be left alone. False when we were stopped meanwhile.
    private func leaveAlone() async -> Bool {
        let ms = line.quietMs
        guard ms > 0 else { return true }
        return (try? await clock.pause(ms)) != nil
    }

    // MARK: For the connection test

    /// A call, and how long it took, ms.
    func timed(_ request: OHIPRequest) async -> (OHIPClient.Ending, Int64) {
        let beganMs = clock.uptimeMs()
        let ending = await client.send(request)
        return (ending, clock.uptimeMs() - beganMs)
    }

    /// Forgets that the hotel refused our credentials: a person asks for a new try.
    func forgiveCredentials() async { await client.tokens.forgive() }

    func masked(_ words: String) -> String { mask.words(words) }

    var codes: TransactionCodeMap { settings.codes }
    var hotelID: String { settings.hotelID }
}

extension HotelCapabilities {
    /// What OPERA Cloud can do over REST: charges to reservations. What was paid otherwise needs an account and a payment for each way of
    /// paying, which this line does not post.
    package static let operaCloud = HotelCapabilities(
        systemName: "OPERA Cloud", findsByName: true, takesOutsideRevenue: false, takesCheckDiscounts: true)
}

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
