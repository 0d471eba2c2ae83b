import Logging
import PointOfSale
import Storage
import TestSupport
import Testing

@testable import HotelGateway

/// Where each reply moves a posting: the table of docs/posting-states.md.
@Suite struct ConclusionTests {
    private func conclusion(_ outcome: PostingOutcome, attempts: Int = 1, waits: Bool) -> PostingConclusion {
        PostingDelivery.conclusion(
            of: PostingReply(outcome), for: Sample.posting(attempts: attempts), waits: waits, at: Sample.evening)
    }

    @Test(arguments: [true, false])
    func `what the hotel decided does not depend on the outlet`(waits: Bool) {
        #expect(conclusion(.accepted(transactionNumbers: ["1"]), waits: waits).state == .accepted)
        for reason in PostingRefusal.allCases {
            let refused = conclusion(.refused(reason), waits: waits)
            #expect(refused.state == .refused)
            #expect(refused.code == reason.rawValue)
        }
        for doubt in PostingOutcome.Doubt.allCases {
            #expect(conclusion(.inDoubt(doubt), waits: waits).state == .inDoubt)
        }
    }

    @Test func `what was not sent waits or is refused, as the outlet is set`() {
        #expect(conclusion(.notSent(.linkDown), waits: true).state == .queued)
        #expect(conclusion(.notSent(.linkDown), waits: false).state == .refused)
        #expect(conclusion(.tryAgain(.nightAudit), waits: true).state == .queued)
        #expect(conclusion(.tryAgain(.nightAudit), waits: false).state == .refused)
    }

    @Test func `try again is tried again, later each time, and not for ever`() {
        let waits = (1..<PostingDelivery.triesMax).map { attempts in
            conclusion(.tryAgain(.retry), attempts: attempts, waits: false).notBefore!.ms(since: Sample.evening)
        }
        #expect(waits == [1000, 2000, 4000, 8000, 16_000])
        #expect(conclusion(.tryAgain(.retry), attempts: PostingDelivery.triesMax, waits: true).state == .refused)
        #expect(conclusion(.tryAgain(.retry), attempts: PostingDelivery.triesMax, waits: true).code == "triesExhausted")
    }

    @Test func `no doubt goes back into the queue by itself`() {
        for doubt in PostingOutcome.Doubt.allCases {
            #expect(conclusion(.inDoubt(doubt), waits: true).state != .queued)
        }
    }
}
