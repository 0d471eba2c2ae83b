import Foundation
import Operations
import PointOfSale
import Storage

/// The till's memory on disk: the database, and the pepper file beside it.
struct TillStorage {
    let database: SQLiteDatabase
    let pepper: PINPepper

    /// Opens both, making what is missing. Throws a `StorageFault`.
    /// - Parameter pinRounds: the work of hashing one PIN; little for a demo, whose PINs are printed anyway.
    static func open(_ data: DataFolder, pinRounds: Int = PINPepper.roundsDefault) throws -> TillStorage {
        try data.prepare()
        return TillStorage(
            database: try SQLiteDatabase.open(at: data.databasePath), pepper: try pepper(at: data.pepperPath, rounds: pinRounds))
    }

    private static func pepper(at path: String, rounds: Int) throws -> PINPepper {
        if let bytes = FileManager.default.contents(atPath: path) {
            guard let pepper = PINPepper(Array(bytes), rounds: rounds) else {
                throw StorageFault.cannotOpen(
                    path: path, reason: "it is too short to be the secret that PINs are hashed with; restore it from a backup")
            }
            return pepper
        }
        let fresh = PINPepper.random()
        guard FileManager.default.createFile(atPath: path, contents: fresh.data, attributes: [.posixPermissions: 0o600]) else {
            throw StorageFault.cannotOpen(path: path, reason: "it cannot be written")
        }
        return PINPepper(Array(fresh.data), rounds: rounds) ?? fresh
    }

    /// Loads a configuration set at that moment. Throws `ConfigurationRejected` or a `StorageFault`.
    func load(_ set: ConfigurationSet, at moment: Timestamp = SystemClock.now()) async throws -> ConfigurationLoaded {
        try await Catalogue(set).load(into: database, pepper: pepper, at: moment)
    }
}
