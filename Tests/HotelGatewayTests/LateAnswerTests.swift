import FIAS
import Logging
import NIOCore
import NIOPosix
import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import HotelGateway

/// What an answer that nobody waits for any more does, and what it must not do.
@Suite struct LateAnswerTests {
    /// A house with one charge to room 204 whose only attempt, number 42, is in doubt.
    private struct Doubt {
        let house: TestHouse
        let posting: FolioPosting
        let answers: LateAnswers

        init(attemptEnded outcome: String? = "timedOut") async throws {
            let house = try await TestHouse.open()
            self.house = house
            let lucia = GuestAccount(
                roomNumber: Sample.garibaldi.roomNumber, reservationNumber: Sample.garibaldi.reservationNumber, name: Sample.garibaldi.name)
            house.hotel.has(lucia)
            let check = try await house.check()
            let request = RoomChargeRequest(
                checkID: check.id, key: Sample.key(900), methodID: try await house.method("IKPMS").id, amount: check.totals.total,
                tip: Sample.euros(0), guest: GuestChoice(lucia), workstation: "TILL1")
            _ = try await house.restaurant.chargeToRoom(request, by: house.anna)
            let moment = house.clock.now
            posting = try await house.database.write { tx in
                let claimed = try #require(try tx.claimNextPosting(at: moment))
                let attempt = PostingAttempt(
                    id: .make(at: moment), postingID: claimed.id, number: 42, startedAt: moment, request: "PR|P#42|")
                try tx.insertAttempt(attempt)
                if let outcome {
                    let isDoubt = PostingOutcome.Doubt(rawValue: outcome) != nil
                    try tx.closeAttempt(attempt.id, answer: nil, outcome: outcome, fate: isDoubt ? nil : .notBooked, at: moment)
                    try tx.conclude(claimed, as: PostingConclusion(isDoubt ? .inDoubt : .refused, code: outcome), at: moment)
                }
                return try #require(try tx.posting(claimed.id))
            }
            let clock = house.clock
            let link = FIASLink(
                configuration: LinkConfiguration(host: "127.0.0.1", port: 1), group: MultiThreadedEventLoopGroup.singleton,
                logger: Logger(label: "test"))
            answers = LateAnswers(
                link: link, database: house.database, signals: house.restaurant.signals, logger: Logger(label: "test"),
                clock: GatewayClock(now: { clock.now }, uptimeMs: { 0 }, pause: { _ in }))
        }

        /// The states of the posting and of what takes it back, after that answer.
        func after(_ answer: String) async throws -> (state: PostingState, code: String?, reversals: Int, evidence: [PostingEvidence.Code])
        {
            await answers.weigh(try FIASRecord.parse(text: answer.replacing("C#", with: "C#\(posting.checkNumber)")))
            let story = try await house.restaurant.posting(posting.id)
            return (story.posting.state, story.posting.outcomeCode, story.reversals.count, story.evidence.map(\.code))
        }

        /// The posting after its sender has waited in vain.
        func afterSenderGaveUp() async throws -> FolioPosting {
            let attempt = try #require(try await house.restaurant.posting(posting.id).attempts.last)
            let delivery = PostingDelivery(
                database: house.database, hotel: TimingOutHotel(), signals: house.restaurant.signals, logger: Logger(label: "test"),
                clock: .system(now: { Sample.evening }))
            await delivery.deliver(PostingDelivery.Claimed(posting: posting, attempt: attempt))
            return try await house.restaurant.posting(posting.id).posting
        }
    }

    @Test func `a late OK settles the doubt, and a second copy of it changes nothing`() async throws {
        let doubt = try await Doubt()
        for _ in 1...3 {
            let now = try await doubt.after("PA|ASOK|RN204|G#12345|P#42|WSTILL1|C#|")
            #expect(now.state == .accepted && now.reversals == 0 && now.evidence == [.answeredYes])
        }
        #expect(try await doubt.house.restaurant.roomCharge(of: doubt.posting.id).check.state == .closed)
    }

    @Test func `a late no is a refusal with its reason, and the check may be paid another way`() async throws {
        let doubt = try await Doubt()
        let now = try await doubt.after("PA|ASNP|RN204|G#12345|P#42|WSTILL1|")
        #expect(now.state == .refused && now.code == "noPosting" && now.evidence == [.answeredNo])
        #expect(try await doubt.house.restaurant.roomCharge(of: doubt.posting.id).tender.state == .refused)
    }

    @Test func `a late "try again" sends it again`() async throws {
        let doubt = try await Doubt()
        let now = try await doubt.after("PA|ASRY|RN204|G#12345|P#42|WSTILL1|")
        #expect(now.state == .queued)
    }

    @Test(arguments: [
        "PA|ASOK|RN205|P#42|", "PA|ASOK|RN204|G#999|P#42|", "PA|ASOK|RN204|P#43|", "PA|ASOK|RN204|", "PA|ASNG|P#42|", "PA|ASZZ|RN204|P#42|",
        "PA|RN204|P#42|", "XB|RN204|G#12345|BA100|",
    ])
    func `an answer about something else, or one that proves nothing, leaves the doubt`(answer: String) async throws {
        let now = try await Doubt().after(answer)
        #expect(now.state == .inDoubt && now.evidence.isEmpty)
    }

    @Test func `an answer is believed for a day, and not a minute longer`() async throws {
        let doubt = try await Doubt()
        doubt.house.clock.advance(ms: LateAnswers.believedMs + 60_000)
        #expect(try await doubt.after("PA|ASOK|RN204|P#42|").state == .inDoubt)
    }

    @Test func `an OK that comes while the attempt is being closed is not lost`() async throws {
        let doubt = try await Doubt(attemptEnded: nil)
        #expect(try await doubt.after("PA|ASOK|RN204|P#42|").state == .sending, "the sender still has the last word")
        #expect(try await doubt.afterSenderGaveUp().state == .accepted)
    }

    @Test func `a no that comes while the attempt is being closed leaves no doubt that nobody can settle: it is sent again`() async throws {
        let doubt = try await Doubt(attemptEnded: nil)
        #expect(try await doubt.after("PA|ASUR|RN204|P#42|").state == .sending, "the sender still has the last word")
        let now = try await doubt.afterSenderGaveUp()
        #expect(now.state == .queued && now.outcomeCode == "lateAnswer")
    }

    @Test func `an OK after a no is not believed: nothing is taken back that was never booked`() async throws {
        let now = try await Doubt(attemptEnded: "noPosting").after("PA|ASOK|RN204|P#42|")
        #expect(now.state == .refused && now.reversals == 0)
    }

    @Test func `an OK for what a person has taken off is taken back`() async throws {
        let doubt = try await Doubt()
        _ = try await doubt.house.restaurant.settleDoubt(of: doubt.posting.id, isOnFolio: false, note: "Pas vu", by: doubt.house.helene)
        let now = try await doubt.after("PA|ASOK|RN204|P#42|")
        #expect(now.state == .notBooked && now.reversals == 1)
        #expect(try await doubt.after("PA|ASOK|RN204|P#42|").reversals == 1, "once")
    }
}

/// A hotel that never answers a posting in time.
private struct TimingOutHotel: HotelConnector {
    let integration = Integration.opera
    let capabilities = HotelCapabilities.opera
    let postingNumberDigits = 8
    let linkState = HotelLinkState(phase: .alive, since: Sample.evening)

    func findGuests(_ inquiry: GuestInquiry) async throws(HotelUnavailable) -> [GuestAccount] { [] }
    func wireText(of posting: FolioPosting, number: Int) -> String { "PR|" }
    func post(_ posting: FolioPosting, as attempt: PostingAttempt) async -> PostingReply { PostingReply(.inDoubt(.timedOut)) }
    func readAccount(of guest: GuestChoice) async -> AccountReading { AccountReading(.notOffered) }
}
