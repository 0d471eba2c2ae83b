import Synchronization

/// Which simulated disk stands for which folder.
enum DiskRegistry {
    private struct Entry: Sendable {
        weak var disk: SimulatedDisk?
    }

    private static let disks = Mutex<[String: Entry]>([:])
    private static let foldersMade = Atomic(0)

    /// A folder that the real disk does not have.
    static func freshFolder() -> String {
        "/simulated-disk/\(foldersMade.wrappingAdd(1, ordering: .relaxed).newValue)"
    }

    static func add(_ disk: SimulatedDisk) {
        disks.withLock { disks in
            precondition(disks[disk.folder]?.disk == nil, "one disk per folder")
            disks[disk.folder] = Entry(disk: disk)
        }
    }

    static func remove(_ folder: String) {
        disks.withLock { disks in
            if disks[folder]?.disk == nil { disks[folder] = nil }
        }
    }

    /// The disk and the file's name on it; nil for a path on the real disk.
    static func find(_ path: UnsafePointer<CChar>?) -> (disk: SimulatedDisk, name: String)? {
        guard let path else { return nil }
        let text = String(cString: path)
        guard let slash = text.lastIndex(of: "/"), let disk = disks.withLock({ $0[String(text[..<slash])]?.disk }) else { return nil }
        return (disk, String(text[text.index(after: slash)...]))
    }
}
