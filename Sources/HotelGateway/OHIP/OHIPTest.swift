package import PointOfSale

/// What a try of the line to OPERA Cloud showed, step by step: it books nothing.
package struct OHIPTest: Hashable, Sendable {
    /// The steps, in turn; each needs the one before.
    package enum Step: String, Hashable, Sendable, CaseIterable {
        /// The gateway lets us in.
        case token
        /// The hotel is ours to ask, and has a day.
        case businessDate
        /// Guests can be looked for.
        case search
        /// Every transaction code of our table is one that may be posted by hand.
        case codes
    }

    /// Why a step failed: what to ask the hotel for.
    package enum Trouble: String, Hashable, Sendable, CaseIterable {
        case nameUnknown, unreachable, tlsFailed, timedOut, cut
        /// Key, client, user or password.
        case credentialsRefused
        /// The user has no access to this hotel, or the application no subscription to this part of the interface.
        case notAllowed
        /// The hotel asks to be left alone, or broke.
        case busy
        /// Somebody answers there, but not as OPERA Cloud would.
        case nonsense
        /// Codes of our table that the hotel does not have, or does not let be posted by hand.
        case codesUnknown
    }

    package let passed: [Step]
    /// The step that failed, and why; nil when all went well.
    package let failure: Failure?
    package let businessDate: BusinessDate?
    /// How long the hotel took for its date, ms.
    package let answeredInMs: Int64?

    /// The step that failed.
    package struct Failure: Hashable, Sendable {
        package let step: Step
        package let trouble: Trouble
        /// The hotel's words without our secrets, or the codes that are not there.
        package let words: String?
    }

    /// Whether room charges would go through now.
    package var isGood: Bool { failure == nil }
}

extension OHIPConnector {
    /// Tries the line: token, hotel's day, a search for a room, transaction codes. Stops at the first step that fails.
    package func test(room: RoomNumber) async -> OHIPTest {
        await forgiveCredentials()
        let (ending, tookMs) = await timed(.businessDate(hotelID: hotelID))
        let http: HTTPAnswer
        switch read(ending, .businessDate) {
        case .failure(let failure): return OHIPTest([], failure)
        case .success(let answer): http = answer
        }
        guard let date = OHIPReadBack.businessDate(in: http, hotelID: hotelID) else {
            return OHIPTest([.token], .init(step: .businessDate, trouble: .nonsense, words: nil))
        }
        do {
            _ = try await findGuests(.room(room))
        } catch {
            return OHIPTest([.token, .businessDate], .init(step: .search, trouble: .init(error), words: nil), date, tookMs)
        }
        let passed: [OHIPTest.Step] = [.token, .businessDate, .search]
        switch read(await timed(.transactionCodes(hotelID: hotelID)).0, .codes) {
        case .failure(let failure): return OHIPTest(passed, failure, date, tookMs)
        case .success(let answer):
            let theirs = Set((JSONReader.read(answer.body)?["trxCodes"]?.list ?? []).compactMap { $0["transactionCode"]?.scalarText })
            let missing = codes.all.subtracting(theirs).sorted()
            guard missing.isEmpty else {
                return OHIPTest(
                    passed, .init(step: .codes, trouble: .codesUnknown, words: missing.joined(separator: ", ")), date, tookMs)
            }
            return OHIPTest(OHIPTest.Step.allCases, nil, date, tookMs)
        }
    }

    private enum Read {
        case success(HTTPAnswer)
        case failure(OHIPTest.Failure)
    }

    private func read(_ ending: OHIPClient.Ending, _ step: OHIPTest.Step) -> Read {
        switch ending {
        case .answered(let http) where 200...299 ~= http.status: return .success(http)
        case .answered(let http):
            let trouble: OHIPTest.Trouble =
                switch http.status {
                case 401: .credentialsRefused
                case 403, 404: .notAllowed
                case 429, 500...: .busy
                default: .nonsense
                }
            return .failure(.init(step: step, trouble: trouble, words: OHIPProblem(http.body).text.map { masked($0) }))
        // Nothing was asked: there is no token.
        case .notSent(let reason): return .failure(.init(step: .token, trouble: token(reason), words: nil))
        case .unknown(let trouble, _): return .failure(.init(step: step, trouble: .init(trouble), words: nil))
        }
    }

    /// Why there is no token: the line says what it met last.
    private func token(_ reason: HotelUnavailable) -> OHIPTest.Trouble {
        switch (reason, linkState.fault) {
        case (.denied, _), (_, .notAuthentic): .credentialsRefused
        case (_, .nameUnknown): .nameUnknown
        case (_, .unreachable): .unreachable
        case (_, .tlsFailed): .tlsFailed
        case (_, .noAnswer): .timedOut
        case (_, .closedByHotel): .cut
        default: .init(reason)
        }
    }
}

extension OHIPTest {
    fileprivate init(_ passed: [Step], _ failure: Failure?, _ date: BusinessDate? = nil, _ answeredInMs: Int64? = nil) {
        // The first call brings the token along.
        let hasToken = failure.map { $0.step != .token } ?? true
        self.init(
            passed: passed.isEmpty && hasToken ? [.token] : passed, failure: failure, businessDate: date, answeredInMs: answeredInMs)
    }
}

extension OHIPTest.Trouble {
    init(_ trouble: HTTPTrouble) {
        switch trouble {
        case .nameUnknown: self = .nameUnknown
        case .unreachable: self = .unreachable
        case .tlsFailed: self = .tlsFailed
        case .timedOut: self = .timedOut
        case .cut, .stopped: self = .cut
        case .tooLong: self = .nonsense
        }
    }

    init(_ reason: HotelUnavailable) {
        switch reason {
        case .notConnected: self = .cut
        case .timedOut: self = .timedOut
        case .busy, .nightAudit: self = .busy
        case .denied: self = .notAllowed
        case .nonsense: self = .nonsense
        }
    }
}
