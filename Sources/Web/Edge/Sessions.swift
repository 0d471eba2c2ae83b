import Crypto
import PointOfSale
import Synchronization

/// Somebody who signed in on one device.
struct Session: Hashable, Sendable {
    var cashier: Cashier
    /// The language on the screen: the cashier's own until it is switched.
    var language: Language
    let beganAt: Timestamp
    var lastSeenAt: Timestamp
    /// When the staff list was last asked whether this cashier still works here.
    var confirmedAt: Timestamp
}

/// Who is signed in. Tokens are 256 random bits and kept here only as hashes; a restart signs everybody out.
package final class Sessions: Sendable {
    /// Without a touch for this long, a session is over.
    package static let idleMsMax: Int64 = 15 * 60 * 1000
    /// However busy, a session is over after this long.
    package static let ageMsMax: Int64 = 12 * 60 * 60 * 1000
    /// Whoever is switched off, or given another role, feels it after this long at the latest.
    package static let confirmMs: Int64 = 30_000
    /// No more sessions than this at once; the one untouched the longest makes room.
    package static let countMax = 10_000

    private let sessions = Mutex<[SHA256Digest: Session]>([:])

    /// Nobody signed in.
    package init() {}

    /// Begins a session and gives its token, which is told to nobody else.
    func begin(_ cashier: Cashier, language: Language, now: Timestamp) -> String {
        let token = Self.makeToken()
        let session = Session(cashier: cashier, language: language, beganAt: now, lastSeenAt: now, confirmedAt: now)
        sessions.withLock { sessions in
            if sessions.count >= Self.countMax { sessions = sessions.filter { Self.isAlive($0.value, now) } }
            if sessions.count >= Self.countMax, let oldest = sessions.min(by: { $0.value.lastSeenAt < $1.value.lastSeenAt }) {
                sessions[oldest.key] = nil
            }
            sessions[Self.digest(token)] = session
        }
        return token
    }

    /// The session of a token, unless it is over. What a page fetches by itself does not keep a session alive: then `touching` is false.
    func find(_ token: String, now: Timestamp, touching: Bool) -> Session? {
        let key = Self.digest(token)
        return sessions.withLock { sessions in
            guard var session = sessions[key] else { return nil }
            guard Self.isAlive(session, now) else {
                sessions[key] = nil
                return nil
            }
            if touching {
                session.lastSeenAt = now
                sessions[key] = session
            }
            return session
        }
    }

    /// Switches the language of a session.
    func speak(_ language: Language, _ token: String) {
        sessions.withLock { $0[Self.digest(token)]?.language = language }
    }

    /// Notes what the staff list says of a session's cashier now.
    func confirm(_ cashier: Cashier, _ token: String, now: Timestamp) {
        let key = Self.digest(token)
        sessions.withLock { sessions in
            sessions[key]?.cashier = cashier
            sessions[key]?.confirmedAt = now
        }
    }

    /// Ends a session, at once and for good.
    func end(_ token: String) { sessions.withLock { $0[Self.digest(token)] = nil } }

    private static func isAlive(_ session: Session, _ now: Timestamp) -> Bool {
        now.ms(since: session.lastSeenAt) < idleMsMax && now.ms(since: session.beganAt) < ageMsMax
    }

    private static func digest(_ token: String) -> SHA256Digest { SHA256.hash(data: Array(token.utf8)) }

    private static func makeToken() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<4).map { _ in
            let part = String(generator.next(), radix: 16)
            return String(repeating: "0", count: 16 - part.utf8.count) + part
        }.joined()
    }
}
