package import FIAS
package import PointOfSale
package import Storage

/// OPERA 5, and every hotel system that speaks FIAS, behind the port.
package struct FIASConnector: HotelConnector {
    private let link: FIASLink
    private let settings: FIASSettings
    private let currency: Currency
    private let clock: LinkClock
    private let numbers: PostingNumbers
    private let inquired: InquiredGuests

    package let capabilities = HotelCapabilities.opera

    /// A connector over a link that somebody else runs.
    package init(link: FIASLink, settings: FIASSettings, currency: Currency, clock: LinkClock, database: any Database) {
        self.link = link
        self.settings = settings
        self.currency = currency
        self.clock = clock
        numbers = PostingNumbers(database: database, digits: settings.postingNumberDigits)
        inquired = InquiredGuests(keptMs: settings.inquiryKeptMs)
    }

    package let integration = Integration.opera
    package var linkState: HotelLinkState { HotelLinkState(link.state) }
    package var postingNumberDigits: Int { settings.postingNumberDigits }

    package func findGuests(_ inquiry: GuestInquiry) async throws(HotelUnavailable) -> [GuestAccount] {
        switch await ask(inquiry.text, workstation: settings.workstation) {
        case .success(let guests): return guests
        case .failure(let reason): throw reason
        }
    }

    package func wireText(of posting: FolioPosting, number: Int) -> String {
        PostingRequest(posting, number: number).record.wireText
    }

    package func post(_ posting: FolioPosting, as attempt: PostingAttempt) async -> PostingReply {
        guard let guest = posting.guest else {
            // Nobody to ask for: what names no guest needs no inquiry (`FIAS 2.20.24 §6.0`).
            return PostingReply(await link.exchange(PostingRequest(posting, number: attempt.number).record), to: posting, as: attempt)
        }
        switch await inquireIfNeeded(guest, workstation: posting.workstation) {
        case .answered(let reply): return reply
        case .inquired(let session, let balance):
            let exchange = await link.exchange(PostingRequest(posting, number: attempt.number).record, inSession: session)
            inquired.forgetBalance(of: guest)
            return PostingReply(exchange, to: posting, as: attempt).with(balanceBefore: balance)
        }
    }

    /// FIAS has no question for a posting, but one for a bill, where the hotel has switched it on (`FIAS 2.20.24 §5`, §10.4).
    package func readAccount(of guest: GuestChoice) async -> AccountReading {
        let view = await link.billView(
            roomNumber: guest.roomNumber.text, reservationNumber: guest.reservationNumber, minorDigits: settings.minorDigits)
        return AccountReading(view, currency: currency)
    }

    /// What stands before a posting: the link session that knows the guest, or why nothing must be sent.
    fileprivate enum Standing {
        case inquired(session: Int, balance: Money?)
        case answered(PostingReply)
    }

    /// Makes sure that the link, as it now stands, has been asked for the guest. A posting after a new start of the link would be passed
    /// over in silence, so it is bound to the session of the inquiry.
    private func inquireIfNeeded(_ guest: GuestChoice, workstation: String) async -> Standing {
        let session = link.state.session
        if let found = inquired.found(guest, session: session, at: now) { return found.standing(in: session) }
        switch await ask(guest.roomNumber.text, workstation: workstation) {
        case .failure(.nightAudit): return .answered(PostingReply(.notSent(.nightAudit)))
        case .failure(.notConnected): return .answered(PostingReply(.notSent(.linkDown)))
        case .failure(.denied): return .answered(PostingReply(.refused(.denied)))
        case .failure: return .answered(PostingReply(.notSent(.inquiryUnanswered)))
        case .success(let guests):
            guard let found = guests.first(where: guest.matches) else {
                return .answered(PostingReply(.refused(guests.isEmpty ? .guestNotFound : .guestChanged)))
            }
            return InquiredGuests.Found(found, at: now).standing(in: session)
        }
    }

    /// One inquiry; an empty list when the hotel knows nobody.
    private func ask(_ text: String, workstation: String) async -> Result<[GuestAccount], HotelUnavailable> {
        let session = link.state.session
        guard let number = try? await numbers.next() else { return .failure(.busy) }
        let inquiry = Inquiry(
            postingNumber: number, workstation: workstation, paymentMethod: settings.roomPaymentCode, lookingFor: text,
            matchesMax: settings.matchesMax, stamp: clock.stamp)
        switch await link.exchange(inquiry.record) {
        case .answered(let record):
            let answer = guests(in: record)
            if case .success(let guests) = answer { inquired.note(guests, session: session, at: now) }
            return answer
        case .notSent(.nightAudit): return .failure(.nightAudit)
        case .notSent(.queueFull), .notSent(.resyncing), .notSent(.numberInUse): return .failure(.busy)
        case .notSent, .unknown(.linkLost), .unknown(.cancelled): return .failure(.notConnected)
        case .unknown(.timedOut): return .failure(.timedOut)
        }
    }

    private func guests(in record: FIASRecord) -> Result<[GuestAccount], HotelUnavailable> {
        if let list = try? PostingList(record) {
            return .success(
                list.matches.compactMap {
                    GuestAccount($0, currency: currency, minorDigits: settings.minorDigits, packageField: settings.packageField)
                })
        }
        guard let answer = try? PostingAnswer(record) else { return .failure(.nonsense) }
        switch answer.status {
        case .guestNotFound, .invalidAccount: return .success([])
        case .nightAudit: return .failure(.nightAudit)
        case .retry, .busy: return .failure(.busy)
        case .denied, .unprocessable, .noRight, .noPosting, .creditLimit, .featureOff: return .failure(.denied)
        default: return .failure(.nonsense)
        }
    }

    private var now: Timestamp { Timestamp(milliseconds: clock.nowMs()) }
}

extension InquiredGuests.Found {
    fileprivate func standing(in session: Int) -> FIASConnector.Standing {
        mayBeCharged ? .inquired(session: session, balance: balance) : .answered(PostingReply(.refused(.noPosting)))
    }
}
