import ArgumentParser
import Foundation
import Storage

/// The folder that holds everything the till remembers.
struct DataFolder: Sendable {
    let path: String

    /// The database file.
    var databasePath: String { path + "/ardoise.sqlite" }
    /// The secret that PINs are hashed with.
    var pepperPath: String { path + "/pepper" }

    /// Makes the folder, readable by its owner only. Throws a `StorageFault`.
    func prepare() throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StorageFault.cannotOpen(path: path, reason: "the folder cannot be made; choose another, or make it writable")
        }
    }
}

/// `--data`, for every command that works on a till's memory.
struct DataOption: ParsableArguments {
    @Option(name: .customLong("data"), help: "The folder for the database and its key; made if missing.")
    var path = "ardoise-data"

    /// The folder.
    var folder: DataFolder { DataFolder(path: path) }
}
