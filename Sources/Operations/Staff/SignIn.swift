package import PointOfSale
import Storage

/// How wrong PINs slow a till down: for a while, longer each time, never for ever.
enum SignInPace {
    /// So many wrong PINs cost nothing.
    static let freeFailures = 4
    /// The first wait, ms.
    static let firstWaitMs: Int64 = 30_000
    /// The longest wait, ms.
    static let waitMsMax: Int64 = 15 * 60_000
    /// After so long without a wrong PIN, the count begins anew, ms.
    static let forgottenAfterMs: Int64 = 60 * 60_000

    /// The wait after so many wrong PINs in a row.
    static func waitMs(after failures: Int) -> Int64 {
        let waits = failures - freeFailures
        guard waits > 0 else { return 0 }
        return min(firstWaitMs << min(waits - 1, 10), waitMsMax)
    }
}

extension Restaurant {
    /// Says who owns a PIN.
    ///
    /// Wrong PINs slow down the device they were typed on, not a person: nobody can lock a colleague out. The count is on disk, so that a
    /// restart does not forgive.
    /// - Parameter device: what tells one till from another; made by the server.
    /// - Throws: `Refusal.signInSlowed`, `.wrongPIN`.
    package func signIn(pin text: String, device: String) async throws -> Cashier {
        let moment = now()
        let failures = try await database.read { tx in try tx.signInFailures(device: device) }
        let wait = failures.map { $0.blockedUntil.ms(since: moment) } ?? 0
        guard wait <= 0 else { throw Refusal.signInSlowed(waitMs: wait) }
        let digest = try PIN(text).map { try pepper.digest(of: $0) }
        return try await database.write { tx in
            if let digest, let cashier = try tx.cashier(pinDigest: digest), cashier.isActive {
                try tx.clearSignInFailures(device: device)
                try tx.journal(.signedIn, subject: cashier.id.text, by: cashier.id, at: moment)
                return Result<Cashier, Refusal>.success(cashier)
            }
            let earlier = failures.flatMap { moment.ms(since: $0.lastAt) < SignInPace.forgottenAfterMs ? $0.count : nil } ?? 0
            let waitMs = SignInPace.waitMs(after: earlier + 1)
            try tx.setSignInFailures(
                SignInFailures(count: earlier + 1, lastAt: moment, blockedUntil: moment.advanced(byMs: waitMs)), device: device)
            try tx.journal(.signInRefused, subject: String(device.prefix(64)), by: nil, at: moment)
            return .failure(.wrongPIN(waitMs: waitMs))
        }.get()
    }
}
