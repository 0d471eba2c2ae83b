/// What is to come, the earliest first; what falls on the same millisecond comes as the draw wills. A binary heap.
struct EventHeap<Value> {
    private struct Entry {
        let atMs: Int64
        let draw: UInt64
        let id: Int
    }

    private var entries: [Entry] = []
    private var values: [Int: Value] = [:]
    private var lastID = 0

    /// When the next one is due, nil when nothing is to come.
    var nextMs: Int64? {
        mutating get {
            while let first = entries.first {
                if values[first.id] != nil { return first.atMs }
                removeFirst()
            }
            return nil
        }
    }

    @discardableResult
    mutating func add(_ value: Value, atMs: Int64, draw: UInt64) -> Int {
        lastID += 1
        values[lastID] = value
        entries.append(Entry(atMs: atMs, draw: draw, id: lastID))
        rise(from: entries.count - 1)
        return lastID
    }

    @discardableResult
    mutating func remove(_ id: Int) -> Value? { values.removeValue(forKey: id) }

    /// The next one that is due by then.
    mutating func popDue(byMs: Int64) -> Value? {
        guard let nextMs, nextMs <= byMs else { return nil }
        let id = entries[0].id
        removeFirst()
        return values.removeValue(forKey: id)
    }

    private mutating func removeFirst() {
        entries.swapAt(0, entries.count - 1)
        entries.removeLast()
        sink(from: 0)
    }

    private func isBefore(_ left: Int, _ right: Int) -> Bool {
        let (a, b) = (entries[left], entries[right])
        return a.atMs != b.atMs ? a.atMs < b.atMs : a.draw != b.draw ? a.draw < b.draw : a.id < b.id
    }

    private mutating func rise(from start: Int) {
        var child = start
        while child > 0, case let parent = (child - 1) / 2, isBefore(child, parent) {
            entries.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func sink(from start: Int) {
        var parent = start
        while true {
            var first = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < entries.count && isBefore(child, first) { first = child }
            guard first != parent else { return }
            entries.swapAt(parent, first)
            parent = first
        }
    }
}
