/// Finds records in a stream of bytes, however the network cuts it. Everything outside STX…ETX is dropped (FIAS 2.20.24 §1.1: nothing
/// else belongs there, but ACK, LRC bytes and line ends are seen in the wild); an STX inside a record restarts it; a record longer
/// than the limit is given up and the scanner waits for the next STX. Every byte is looked at once.
package struct FrameScanner: Sendable {
    /// What was found.
    package enum Frame: Hashable, Sendable {
        /// The bytes between an STX and its ETX.
        case record([UInt8])
        /// Bytes that belong to no record were passed over before the next STX.
        case dropped(byteCount: Int)
    }

    /// The longest record taken unless set otherwise, in bytes. FIAS 2.20.24 §2: 2000 characters, of up to four bytes, and slack.
    package static let recordBytesMaxDefault = 8_192

    private enum Position { case outside, inside }

    private let recordBytesMax: Int
    private var position = Position.outside
    private var record: [UInt8] = []
    private var droppedCount = 0

    /// A scanner at the beginning of a connection.
    package init(recordBytesMax: Int = FrameScanner.recordBytesMaxDefault) {
        precondition(recordBytesMax > 0, "a record has at least one byte")
        self.recordBytesMax = recordBytesMax
    }

    /// Consumes bytes up to the next frame and returns it; nil when all are consumed and no frame is complete.
    package mutating func next(in bytes: inout ArraySlice<UInt8>) -> Frame? {
        let (frame, consumedCount) = bytes.withUnsafeBytes { scan($0) }
        bytes = bytes.dropFirst(consumedCount)
        return frame
    }

    /// As above, on raw memory: the frame, if any, and how many bytes were consumed.
    mutating func scan(_ bytes: UnsafeRawBufferPointer) -> (frame: Frame?, consumedCount: Int) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == WireByte.start {
                droppedCount += record.count
                record.removeAll(keepingCapacity: true)
                let dropped = droppedCount
                droppedCount = 0
                position = .inside
                index += 1
                if dropped > 0 { return (.dropped(byteCount: dropped), index) }
                continue
            }
            index += 1
            if let found = take(byte) { return (found, index) }
        }
        return (nil, index)
    }

    private mutating func take(_ byte: UInt8) -> Frame? {
        switch position {
        case .outside:
            droppedCount += 1
            return nil
        case .inside where byte == WireByte.end:
            position = .outside
            defer { record.removeAll(keepingCapacity: true) }
            return .record(record)
        case .inside where record.count == recordBytesMax:
            position = .outside
            droppedCount += record.count + 1
            record.removeAll(keepingCapacity: true)
            return nil
        case .inside:
            record.append(byte)
            return nil
        }
    }
}

extension FrameScanner.Frame {
    /// How many bytes it is about.
    package var byteCount: Int {
        switch self {
        case .record(let bytes): bytes.count
        case .dropped(let byteCount): byteCount
        }
    }
}
