package import NIOCore

/// The scanner as a NIO decoder: bytes in, frames out. Keeps no bytes in NIO's buffer, so that a long record costs no rescans.
package struct FrameDecoder: NIOSingleStepByteToMessageDecoder {
    /// What comes out.
    package typealias InboundOut = FrameScanner.Frame

    private var scanner: FrameScanner

    /// A decoder at the beginning of a connection.
    package init(recordBytesMax: Int = FrameScanner.recordBytesMaxDefault) {
        scanner = FrameScanner(recordBytesMax: recordBytesMax)
    }

    /// The next frame in the buffer, nil when more bytes are needed.
    package mutating func decode(buffer: inout ByteBuffer) -> FrameScanner.Frame? {
        let (frame, consumedCount) = buffer.withUnsafeReadableBytes { scanner.scan($0) }
        buffer.moveReaderIndex(forwardBy: consumedCount)
        return frame
    }

    /// The last frame before the end of the connection; half a record is no record.
    package mutating func decodeLast(buffer: inout ByteBuffer, seenEOF: Bool) -> FrameScanner.Frame? {
        decode(buffer: &buffer)
    }
}
