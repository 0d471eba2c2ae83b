package import PointOfSale

/// Wrong PINs in a row from one device.
package struct SignInFailures: Hashable, Sendable {
    /// How many in a row, at least 1.
    package let count: Int
    /// When the last one was.
    package let lastAt: Timestamp
    /// No PIN is taken from the device before this moment.
    package let blockedUntil: Timestamp

    /// Wrong PINs in a row.
    package init(count: Int, lastAt: Timestamp, blockedUntil: Timestamp) {
        self.count = count
        self.lastAt = lastAt
        self.blockedUntil = blockedUntil
    }
}

extension SQLTransaction {
    /// The device's wrong PINs since its last right one; nil when there are none.
    package func signInFailures(device: String) throws -> SignInFailures? {
        try first(
            "select * from sign_in_throttle where property_id = (select id from property) and device = $1", device
        ).map {
            SignInFailures(
                count: try $0.int("failures"), lastAt: try $0.moment("failed_at"), blockedUntil: try $0.moment("blocked_until"))
        }
    }

    /// Keeps the device's wrong PINs over a restart.
    package func setSignInFailures(_ failures: SignInFailures, device: String) throws {
        try execute(
            """
            insert into sign_in_throttle (property_id, device, failures, failed_at, blocked_until)
            values ((select id from property), $1, $2, $3, $4)
            on conflict (property_id, device) do update set failures = $2, failed_at = $3, blocked_until = $4
            """,
            device, failures.count, failures.lastAt, failures.blockedUntil)
    }

    /// Forgets the device's wrong PINs: it has typed a right one.
    package func clearSignInFailures(device: String) throws {
        try execute("delete from sign_in_throttle where property_id = (select id from property) and device = $1", device)
    }

    /// Forgets devices that were last wrong before `moment`, so that made-up device names do not pile up.
    package func forgetSignInFailures(before moment: Timestamp) throws {
        try execute("delete from sign_in_throttle where failed_at < $1", moment)
    }
}
