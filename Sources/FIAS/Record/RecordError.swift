/// Why bytes are not a record. Holds no value of any field, so that printing it cannot leak.
package enum RecordError: Error, Hashable, Sendable {
    /// Nothing stood between STX and ETX.
    case empty
    /// The record does not begin with two printable characters and a separator.
    case malformedID
}
