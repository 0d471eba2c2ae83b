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
    package let capabilities: HotelCapabilities
    /// Our own numbers: the hotel has none, they only make each attempt's reference its own.
    package let postingNumberDigits = 8

    /// A connector. `onChange` hears of each change of the line, once; `jitter` picks a number of a range; `wire` carries requests in
    /// place of the network.
    package init(
        settings: OHIPSettings, currency: Currency, clock: GatewayClock, client: HTTPClient = HotelWebClient.shared,
        wire: OHIPWire? = nil,
        jitter: @escaping @Sendable (ClosedRange<Int64>) -> Int64 = { .random(in: $0) },
        onChange: @escaping @Sendable (HotelLinkState) -> Void = { _ in }
    ) {
        self.settings = settings
        self.currency = currency
        capabilities = .operaCloud(takesOutsideRevenue: settings.houseAccount != nil)
        self.clock = clock
        line = OHIPLine(clock: clock, jitter: jitter, onChange: onChange)
        self.client = OHIPClient(settings: settings, clock: clock, client: client, wire: wire, line: line)
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
            let request = OHIPRequest.charge(charge, to: charge.account.placeholder, hotelID: settings.hotelID)
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
        let reservation: String
        let balance: Money?
        switch await standing(of: charge.account, takesBack: posting.isReversal) {
        case .answered(let reply): return reply
        case .mayBeCharged(let number, let before): (reservation, balance) = (number, before)
        }
        let ending = await client.send(.charge(charge, to: reservation, hotelID: settings.hotelID))
        if case .guest(let guest) = charge.account { inquired.forgetBalance(of: guest) }
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
            return AccountReading(.lines(bookings.filter { !$0.isPayment }.map(\.folioLine)), isOfWholeHouse: true)
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
        case mayBeCharged(reservation: String, balance: Money?)
        case answered(PostingReply)
    }

    private func standing(of account: OHIPCharge.Account, takesBack: Bool) async -> Standing {
        switch account {
        case .guest(let guest): await standing(of: guest, takesBack: takesBack)
        case .house(let room): await standing(ofHouseAccount: room)
        }
    }

    /// Which reservation the house's account is now: the hotel may have made a new one of it. There must be no doubt which.
    private func standing(ofHouseAccount room: RoomNumber) async -> Standing {
        switch await guests(inRoom: room) {
        case .failure(let reply): return .answered(reply)
        case .success(let guests):
            let accounts = guests.filter(\.isPaymaster)
            guard accounts.count == 1 else {
                return .answered(PostingReply(.refused(.invalidAccount), hotelText: "\(accounts.count) house accounts in room \(room)"))
            }
            guard accounts[0].mayBeCharged else { return .answered(PostingReply(.refused(.noPosting))) }
            return .mayBeCharged(reservation: accounts[0].reservationNumber, balance: nil)
        }
    }

    private enum Found {
        case success([GuestAccount])
        case failure(PostingReply)
    }

    private func guests(inRoom room: RoomNumber) async -> Found {
        do {
            return .success(try await findGuests(.room(room)))
        } catch .denied {
            return .failure(PostingReply(.refused(.denied)))
        } catch .notConnected {
            return .failure(PostingReply(.notSent(.linkDown)))
        } catch {
            return .failure(PostingReply(.notSent(.inquiryUnanswered)))
        }
    }

    /// Whether the guest may be charged now. What takes back a booking too many goes to a guest whom no one may charge any more, too.
    private func standing(of guest: GuestChoice, takesBack: Bool) async -> Standing {
        let number = guest.reservationNumber
        if takesBack { return .mayBeCharged(reservation: number, balance: nil) }
        if let found = inquired.found(guest, session: 0, at: clock.now()) {
            guard found.mayBeCharged else { return .answered(PostingReply(.refused(.noPosting))) }
            return .mayBeCharged(reservation: number, balance: found.balance)
        }
        switch await guests(inRoom: guest.roomNumber) {
        case .failure(let reply): return .answered(reply)
        case .success(let guests):
            guard let found = guests.first(where: guest.matches) else {
                return .answered(PostingReply(.refused(guests.isEmpty ? .guestNotFound : .guestChanged)))
            }
            guard found.mayBeCharged else { return .answered(PostingReply(.refused(.noPosting))) }
            return .mayBeCharged(reservation: number, balance: found.balance)
        }
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

    /// A question that books nothing.
    /// - Throws: `HotelUnavailable` when there is no answer that says yes.
    func ask(_ request: OHIPRequest) async throws(HotelUnavailable) -> HTTPAnswer {
        guard line.quietMs == 0 else { throw .busy }
        return try await client.send(request).answer
    }

    var moneyCurrency: Currency { currency }
    var codes: TransactionCodeMap { settings.codes }
    var hotelID: String { settings.hotelID }
}

extension HotelCapabilities {
    /// What OPERA Cloud can do over REST: charges to reservations, and what was paid otherwise where an account of the house is named.
    package static func operaCloud(takesOutsideRevenue: Bool) -> HotelCapabilities {
        HotelCapabilities(
            systemName: "OPERA Cloud", findsByName: true, takesOutsideRevenue: takesOutsideRevenue, takesCheckDiscounts: true)
    }
}

extension OHIPCharge.Account {
    /// What stands for the reservation in what is written down before it is sent: the house's account is looked up only then.
    fileprivate var placeholder: String {
        switch self {
        case .guest(let guest): guest.reservationNumber
        case .house(let room): "room-\(room)"
        }
    }
}
