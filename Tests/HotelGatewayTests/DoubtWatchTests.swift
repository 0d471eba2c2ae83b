import PointOfSale
import TestSupport
import Testing

@testable import HotelGateway

/// When a doubt is looked at, and when the line has been quiet for long enough: on the monotonic clock alone.
@Suite struct DoubtWatchTests {
    private let id: PostingID = Sample.id(1)
    private let other: PostingID = Sample.id(2)

    private func link(_ phase: HotelLinkState.Phase, since ms: Int64 = 0) -> HotelLinkState {
        HotelLinkState(phase: phase, since: Sample.evening.advanced(byMs: ms))
    }

    @Test func `nothing is looked at while the link is down, everything at once when it comes alive`() {
        var watch = DoubtWatch(quietMs: 60_000)
        watch.see([id, other], link: link(.down), askedAgain: [], atMs: 0)
        #expect(!watch.due(atMs: 0).contains(id) && watch.nextLookMs(atMs: 0) == nil)
        watch.see([id, other], link: link(.alive, since: 9000), askedAgain: [], atMs: 10_000)
        #expect(watch.due(atMs: 10_000).contains(id) && watch.due(atMs: 10_000).contains(other))
    }

    @Test func `looks come less and less often, and one comes when the quiet period ends`() {
        var watch = DoubtWatch(quietMs: 60_000)
        watch.see([id], link: link(.alive), askedAgain: [], atMs: 0)
        var looks: [Int64] = []
        var now: Int64 = 0
        while looks.count < 8 {
            looks.append(now)
            watch.heard(of: id, begunMs: now)
            watch.looked(at: id, atMs: now)
            now += watch.nextLookMs(atMs: now)!
        }
        #expect(looks == [0, 5000, 15_000, 35_000, 60_000, 140_000, 300_000, 600_000])
    }

    @Test func `quiet counts from when the link came alive and the hotel first answered after the attempt, whichever is later`() {
        var watch = DoubtWatch(quietMs: 60_000)
        watch.see([id], link: link(.alive), askedAgain: [], atMs: 1000)
        #expect(!watch.isQuiet(id, sinceMs: 500_000), "a line on which nothing comes back may still hold the charge")
        watch.heard(of: id, begunMs: 2000)
        watch.see([id, other], link: link(.alive), askedAgain: [], atMs: 31_000)
        watch.heard(of: id, begunMs: 31_000)
        watch.heard(of: other, begunMs: 31_000)
        #expect(!watch.isQuiet(id, sinceMs: 61_999) && watch.isQuiet(id, sinceMs: 62_000))
        #expect(!watch.isQuiet(other, sinceMs: 62_000) && watch.isQuiet(other, sinceMs: 91_000))
    }

    @Test func `a link that was away for a moment begins the quiet period anew`() {
        var watch = DoubtWatch(quietMs: 60_000)
        watch.see([id], link: link(.alive), askedAgain: [], atMs: 0)
        watch.heard(of: id, begunMs: 0)
        watch.seeLink(link(.alive, since: 50_000), atMs: 50_000)
        #expect(!watch.isQuiet(id, sinceMs: 500_000))
        watch.heard(of: id, begunMs: 50_000)
        #expect(!watch.isQuiet(id, sinceMs: 109_999) && watch.isQuiet(id, sinceMs: 110_000))
        watch.seeLink(link(.nightAudit, since: 120_000), atMs: 120_000)
        #expect(!watch.isQuiet(id, sinceMs: 500_000) && !watch.due(atMs: 500_000).contains(id))
    }

    @Test func `a clock on the wall that jumps a year makes nothing quiet`() {
        var watch = DoubtWatch(quietMs: 60_000)
        watch.see([id], link: link(.alive, since: 0), askedAgain: [], atMs: 0)
        watch.seeLink(link(.alive, since: 0), atMs: 1000)
        watch.heard(of: id, begunMs: 0)
        #expect(!watch.isQuiet(id, sinceMs: 1000), "only the monotonic clock counts, whatever `since` is to the clock on the wall")
    }

    @Test func `whoever has waited longest comes first`() {
        var watch = DoubtWatch(quietMs: 60_000)
        watch.see([id], link: link(.alive), askedAgain: [], atMs: 0)
        watch.looked(at: id, atMs: 0)
        watch.see([id, other], link: link(.alive), askedAgain: [], atMs: 1000)
        watch.looked(at: other, atMs: 1000)
        #expect(watch.due(atMs: 10_000) == [id, other])
        watch.looked(at: id, atMs: 10_000)
        #expect(watch.due(atMs: 60_000) == [other, id])
    }

    @Test func `asking again looks now, and what is settled is forgotten`() {
        var watch = DoubtWatch(quietMs: 60_000)
        watch.see([id], link: link(.alive), askedAgain: [], atMs: 0)
        watch.looked(at: id, atMs: 0)
        #expect(!watch.due(atMs: 1000).contains(id))
        watch.see([id], link: link(.alive), askedAgain: [id], atMs: 1000)
        #expect(watch.due(atMs: 1000).contains(id))
        watch.see([], link: link(.alive), askedAgain: [id], atMs: 2000)
        #expect(!watch.due(atMs: 2000).contains(id) && watch.nextLookMs(atMs: 2000) == nil)
    }
}
