package import PointOfSale
import Storage

extension Restaurant {
    /// Says who owns a PIN.
    ///
    /// Wrong PINs slow down the device they were typed on, not a person: nobody can lock a colleague out. A try is counted as failed before
    /// it is weighed and taken back when it was right, so that guesses made at the same moment do not slip past the count. The count is on
    /// disk: a restart does not forgive.
    /// - Parameter device: what tells one till from another; made by the server.
    /// - Throws: `Refusal.signInSlowed`, `.wrongPIN`.
    package func signIn(pin text: String, device: String) async throws -> Cashier {
        try await owner(ofPIN: text, device: device, journaling: .signedIn)
    }

    /// Whose PIN was typed, for signing in or for one act on somebody else's screen: counted and slowed down the same way.
    /// - Throws: `Refusal.signInSlowed`, `.wrongPIN`.
    func owner(ofPIN text: String, device: String, journaling kind: JournalEntry.Kind? = nil) async throws -> Cashier {
        let device = device.isEmpty ? "unnamed" : String(device.prefix(SignInPace.deviceCharactersMax))
        let moment = now()
        let failures: SignInFailures
        switch try await database.write({ tx in try tx.countSignIn(device: device, at: moment) }) {
        case .mayTry(let counted): failures = counted
        case .mustWait(let waitMs, _): throw Refusal.signInSlowed(waitMs: waitMs)
        }
        let digest = try PIN(text).map { try pepper.digest(of: $0) }
        let cashier = try await database.write { tx -> Cashier? in
            guard let digest, let cashier = try tx.cashier(pinDigest: digest), cashier.isActive else {
                try tx.journal(.signInRefused, subject: device, by: nil, at: moment)
                return nil
            }
            try tx.clearSignInFailures(device: device)
            if let kind { try tx.journal(kind, subject: cashier.id.text, by: cashier.id, at: moment) }
            return cashier
        }
        guard let cashier else { throw Refusal.wrongPIN(waitMs: failures.blockedUntil.ms(since: moment)) }
        return cashier
    }
}

extension SQLTransaction {
    fileprivate func countSignIn(device: String, at moment: Timestamp) throws -> SignInPace.Try {
        try forgetSignInFailures(before: moment.advanced(byMs: -SignInPace.forgottenAfterMs))
        let before = try signInFailures(device: device)
        let outcome = SignInPace.count(before, at: moment)
        switch outcome {
        case .mayTry(let failures): try setSignInFailures(failures, device: device)
        case .mustWait(_, let until):
            if let before, before.blockedUntil != until {
                try setSignInFailures(SignInFailures(count: before.count, lastAt: moment, blockedUntil: until), device: device)
            }
        }
        return outcome
    }
}
