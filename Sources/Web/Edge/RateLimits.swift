import PointOfSale
import Synchronization

/// How often a device may do something: a bucket per device that fills evenly and holds a minute's worth.
package final class RateLimits: Sendable {
    /// What is counted.
    enum Kind: String, Hashable, Sendable, CaseIterable {
        case signIn
        /// Asking the hotel for guests: nobody reads out its guest list (`security.md` §2.6).
        case guestSearch
        /// Reading a receipt by its secret: nobody tries them out.
        case guestReceipt
        /// What another till asks its gateway (`S1-02`).
        case gateway
        /// Showing a gateway key that is none.
        case gatewayKey
    }

    /// Devices remembered at once; the fullest buckets are forgotten first, which changes nothing for them.
    static let devicesMax = 4096

    /// Receipts that one device may open in a minute: a table of guests, not somebody who guesses.
    static let guestReceiptsPerMinute = 30

    /// Requests of another till in a minute: a full restaurant and a look at the line every few seconds.
    static let gatewayRequestsPerMinute = 1200
    /// Wrong gateway keys that one device may show in a minute.
    static let wrongGatewayKeysPerMinute = 10

    private struct Key: Hashable {
        let device: String
        let kind: Kind
    }

    private struct Bucket {
        var left: Double
        var at: Timestamp
    }

    private let perMinute: [Kind: Int]
    private let buckets = Mutex<[Key: Bucket]>([:])

    /// Limits per minute and device.
    package init(signInsPerMinute: Int = 60, guestSearchesPerMinute: Int = 60) {
        perMinute = [
            .signIn: signInsPerMinute, .guestSearch: guestSearchesPerMinute, .guestReceipt: Self.guestReceiptsPerMinute,
            .gateway: Self.gatewayRequestsPerMinute, .gatewayKey: Self.wrongGatewayKeysPerMinute,
        ]
    }

    /// Takes one from the device's bucket.
    /// - Throws: `Problem.tooManyRequests` with the seconds until there is one again.
    func take(_ kind: Kind, device: String, now: Timestamp) throws(Problem) {
        let size = Double(perMinute[kind]!)
        let missing = buckets.withLock { buckets -> Double in
            let key = Key(device: device, kind: kind)
            var bucket = buckets[key] ?? Bucket(left: size, at: now)
            bucket.left = min(size, bucket.left + Double(max(0, now.ms(since: bucket.at))) * size / 60_000)
            bucket.at = now
            if bucket.left >= 1 {
                bucket.left -= 1
                if buckets.count >= Self.devicesMax, buckets[key] == nil, let fullest = buckets.max(by: { $0.value.left < $1.value.left }) {
                    buckets[fullest.key] = nil
                }
                buckets[key] = bucket
                return 0
            }
            buckets[key] = bucket
            return 1 - bucket.left
        }
        if missing > 0 { throw .tooManyRequests(retryAfterSeconds: Int64((missing * 60 / size).rounded(.up))) }
    }
}
