/// How long a queued posting may be put off at a time.
package enum PostingWait {
    /// The longest wait before the next try, ms.
    package static let msMax: Int64 = 60_000
}
