/// All that a disk holds at one moment: a value, so that a test keeps it, copies it and goes back to it.
package struct DiskContents: Sendable {
    /// By name, without a folder.
    package var files: [String: DiskFile] = [:]
    /// Files that were deleted without a sync of their folder: a power loss may bring them back.
    private var ghosts: [String: DiskFile] = [:]

    /// An empty disk.
    package init() {}

    /// A file's bytes as programs see them, or nil.
    package func bytes(of name: String) -> [UInt8]? { files[name]?.visible.bytes }

    mutating func create(_ name: String) {
        guard files[name] == nil else { return }
        files[name] = DiskFile()
        ghosts[name] = nil
    }

    mutating func delete(_ name: String, durably: Bool) {
        guard let file = files.removeValue(forKey: name), !durably, file.durable != nil else { return }
        ghosts[name] = file
    }

    /// Brings a file to the platter. The first sync of a file syncs its folder with it, as SQLite's own VFS does for its logs: names made
    /// and names deleted until then are so for good.
    mutating func sync(_ name: String) {
        if files[name]?.durable == nil { ghosts = [:] }
        files[name]?.sync()
    }

    /// What is there when the power is back. The same generator gives the same disk.
    package func afterPowerLoss(_ loss: PowerLoss, using generator: inout some RandomNumberGenerator) -> DiskContents {
        var left = DiskContents()
        for (name, file) in files.sorted(by: { $0.key < $1.key }) {
            left.files[name] = file.afterPowerLoss(loss, using: &generator)
        }
        for (name, file) in ghosts.sorted(by: { $0.key < $1.key }) where loss.keeps(using: &generator) {
            left.files[name] = left.files[name] ?? file.afterPowerLoss(loss, using: &generator)
        }
        return left
    }
}
