/// One file: what programs see of it, what is on the platter, and the changes between the two.
package struct DiskFile: Sendable {
    /// A change that no sync has followed yet.
    enum Change: Sendable {
        case write(offset: Int, bytes: [UInt8])
        case resize(Int)
    }

    /// What a program reads.
    package internal(set) var visible: PagedBytes
    /// What is there when the power comes back and nothing of `unsynced` was kept; nil: not even the name.
    private(set) var durable: PagedBytes?
    private(set) var unsynced: [Change] = []
    /// After a failed sync the platter misses changes that the program goes on seeing, as on Linux: a later sync does not bring them back.
    private var hasLostChanges = false

    /// A new file that no sync has followed.
    init() { visible = PagedBytes() }

    /// A file that has been on the platter for long.
    package init(_ bytes: PagedBytes) {
        visible = bytes
        durable = bytes
    }

    mutating func write(_ source: UnsafeRawBufferPointer, at offset: Int) {
        visible.write(source, at: offset)
        unsynced.append(.write(offset: offset, bytes: [UInt8](source)))
    }

    mutating func resize(to size: Int) {
        visible.resize(to: size)
        unsynced.append(.resize(size))
    }

    /// Brings the changes to the platter.
    mutating func sync() {
        if hasLostChanges {
            durable = unsynced.reduce(into: durable ?? PagedBytes()) { $0.apply($1) }
        } else {
            durable = visible
        }
        unsynced = []
    }

    /// What a sync leaves that answers with an error: nothing reached the platter, and nothing of it is tried again.
    mutating func failSync() {
        hasLostChanges = hasLostChanges || !unsynced.isEmpty
        unsynced = []
    }

    /// What is found of the file when the power is back; nil when not even its name is.
    func afterPowerLoss(_ loss: PowerLoss, using generator: inout some RandomNumberGenerator) -> DiskFile? {
        guard durable != nil || loss.keeps(using: &generator) else { return nil }
        var left = durable ?? PagedBytes()
        for change in unsynced {
            switch change {
            case .resize: if loss.keeps(using: &generator) { left.apply(change) }
            case .write(let offset, let bytes): loss.write(bytes, at: offset, over: &left, using: &generator)
            }
        }
        return DiskFile(left)
    }
}

extension PagedBytes {
    fileprivate mutating func apply(_ change: DiskFile.Change) {
        switch change {
        case .resize(let size): resize(to: size)
        case .write(let offset, let bytes): bytes.withUnsafeBytes { write($0, at: offset) }
        }
    }
}
