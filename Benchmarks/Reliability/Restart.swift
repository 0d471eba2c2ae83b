import Foundation
import Glibc
import Storage

/// `kill -9` in the middle of work, then the time until the till serves again, on a file of a million checks.
enum Restart {
    static let checks = 1_000_000
    static let kills = 5
    /// Checks opened between two starts, so that each kill leaves a log behind.
    private static let checksBetween = 400

    struct Results: Sendable {
        let startMs: [Double]
        let fileMB: Double
        let logMB: Double
        let residentMB: Double
    }

    static func measure(_ machine: Machine) async throws -> Results {
        let folder = machine.folder.appending(path: "million")
        try ServeProcess.configure(machine, folder: folder)
        let path = folder.appending(path: "ardoise.sqlite").path
        let database = try SQLiteDatabase.open(at: path)
        try await LargeFile(database: database).addClosedChecks(checks)
        try await database.close()
        let fileMB = try megabytes(path)
        var startMs: [Double] = []
        var logMB = 0.0
        var residentMB = 0.0
        for number in 0...kills {
            let till = try ServeProcess(machine, folder: folder, name: "million-\(number)")
            // The first start is after a clean end; the others are after a kill.
            if number > 0 { startMs.append(till.startMs) }
            try await work(till, machine)
            residentMB = max(residentMB, try till.residentMB)
            till.kill()
            logMB = max(logMB, try megabytes(path + "-wal"))
        }
        return Results(startMs: startMs, fileMB: fileMB, logMB: logMB, residentMB: residentMB)
    }

    private static func work(_ till: ServeProcess, _ machine: Machine) async throws {
        let client = try await TillClient.signedIn(at: till.address, pin: ServeProcess.pin, workers: 8, group: machine.group)
        let outlets: TillClient.Outlets = try await client.ask("GET", "/outlets")
        guard let outlet = outlets.outlets.first else { throw TillClient.Refused(description: "there is no outlet") }
        _ = try await Load.closedLoop(workers: 8, count: checksBetween) { worker, _ in
            let _: TillClient.Check = try await client.ask(
                "POST", "/checks", body: #"{"outletId":"\#(outlet.id)","covers":2}"#, key: UUID().uuidString, worker: worker)
        }
        try await client.close()
    }

    private static func megabytes(_ path: String) throws -> Double {
        let bytes = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        return Double(bytes) / 1_000_000
    }
}

extension Section {
    static let restart = Section(title: "Restart after kill -9, a million checks in the file") { machine, _ in
        let results = try await Restart.measure(machine)
        let beside = "file \(Figure.text(results.fileMB)) MB, log left by the kill up to \(Figure.text(results.logMB)) MB"
        return [
            Figure(
                "kill -9 to serving again, slowest of \(Restart.kills)", results.startMs.max() ?? 0, "ms", .atMost(1_000), beside: beside),
            Figure("resident memory with a million checks", results.residentMB, "MB", .atMost(100)),
        ]
    }
}
