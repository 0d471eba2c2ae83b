import PointOfSale
import Storage
import TestSupport
import Testing

struct PostingSignalsTests {
    private func posting(_ number: UInt64) -> FolioPosting {
        House.posting(id: Sample.id(number), check: Sample.check(), tender: Sample.id(1_000), by: Sample.id(99))
    }

    @Test func `a watcher of one posting hears of that one only, a watcher of all hears of all`() async {
        let signals = PostingSignals()
        let (mine, other) = (posting(1), posting(2))
        var one = signals.changes(of: mine.id).makeAsyncIterator()
        var all = signals.updates().makeAsyncIterator()
        signals.announce(PostingChange(other))
        signals.announce(PostingChange(mine))
        #expect(await one.next()?.postingID == mine.id)
        #expect(await all.next()?.postingID == other.id)
        #expect(await all.next()?.postingID == mine.id)
    }

    @Test func `many wakes are one`() async {
        let signals = PostingSignals()
        let wakes = signals.wakes()
        for _ in 1...5 { signals.wake() }
        var count = 0
        for await _ in wakes {
            count += 1
            if count == 1 { signals.wake() } else { break }
        }
        #expect(count == 2)
    }

    @Test func `a watcher that stops reading is forgotten`() async {
        let signals = PostingSignals()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in signals.updates() {} }
            while signals.listenerCount == 0 { await Task.yield() }
            group.cancelAll()
        }
        #expect(signals.listenerCount == 0)
    }

    @Test func `a watcher that falls behind keeps the newest news`() async {
        let signals = PostingSignals()
        let updates = signals.updates()
        let postings = (1...(PostingSignals.changesKeptMax + 10)).map { posting(UInt64($0)) }
        for posting in postings { signals.announce(PostingChange(posting)) }
        var iterator = updates.makeAsyncIterator()
        #expect(await iterator.next()?.postingID == postings[10].id)
    }
}
