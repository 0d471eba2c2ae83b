import Foundation
import PointOfSale

/// The machine's clock: read here, told to everyone else.
enum SystemClock {
    /// The moment it is.
    static func now() -> Timestamp { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
