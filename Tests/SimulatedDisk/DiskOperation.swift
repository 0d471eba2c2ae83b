/// One change that a program asks the disk for.
package struct DiskOperation: Hashable, Sendable {
    /// What is asked.
    package enum Kind: String, Sendable {
        case write, sync, resize, delete
    }

    package let kind: Kind
    /// The file's name, without its folder.
    package let file: String
    /// 1 for the first operation of the disk, of whatever kind.
    package let ordinal: Int
}

/// How the disk fails an operation.
package enum DiskFault: Sendable {
    /// An error (`EIO`). A failed sync has lost what it should have kept.
    case io
    /// No space left (`ENOSPC`). A failed write has written its first half.
    case full
    /// A sync that answers "done" and has done nothing.
    case lie
    /// The power goes before the operation: from here on nothing works on this disk.
    case powerOff
}

/// How much a disk has had to do.
package struct DiskCounts: Hashable, Sendable {
    /// Operations asked for, those that failed included.
    package internal(set) var operations = 0
    /// Writes that succeeded.
    package private(set) var writes = 0
    /// Syncs that succeeded.
    package private(set) var syncs = 0

    mutating func note(_ kind: DiskOperation.Kind) {
        switch kind {
        case .write: writes += 1
        case .sync: syncs += 1
        case .resize, .delete: break
        }
    }
}
