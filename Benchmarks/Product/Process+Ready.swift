import Foundation
import Glibc

extension Process {
    /// A program that did not do as it was asked.
    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    /// Starts it, waits for the file that it writes when it is ready, and reads that.
    /// - Returns: what the file says, and how long it took, ms.
    func start<Ready: Decodable>(untilReadyIn file: URL, limitMs: Int64) throws -> (ready: Ready, startMs: Double) {
        standardInput = FileHandle.nullDevice
        let clock = ContinuousClock()
        let start = clock.now
        try run()
        while access(file.path, R_OK) != 0 {
            guard isRunning, clock.now - start < .milliseconds(limitMs) else {
                terminate()
                throw Failed(description: "`ardoise \(arguments?.first ?? "")` did not become ready")
            }
            usleep(200)
        }
        let startMs = (clock.now - start) / .milliseconds(1)
        return (try JSONDecoder().decode(Ready.self, from: Data(contentsOf: file)), startMs)
    }
}
