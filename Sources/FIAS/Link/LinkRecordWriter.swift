import Logging
import NIOCore

/// Puts records into bytes, and us into records. FIAS 2.20.24 §3.1.
struct LinkRecordWriter: Sendable {
    let configuration: LinkConfiguration
    let authentication: LinkAuthentication?

    var codePage: CodePage { configuration.codePage }

    func frame(_ record: FIASRecord, allocator: ByteBufferAllocator) -> ByteBuffer {
        let bytes = record.framed(in: codePage)
        var buffer = allocator.buffer(capacity: bytes.count)
        buffer.writeBytes(bytes)
        return buffer
    }

    /// `LD`, one `LR` per record type and `LA`, `LS` before them where a hotel wants it. With a key, `CG` answers the hotel's `LS`, and
    /// `RT` is then mandatory (§3.4).
    func description(answering start: RecordStamp?, now: RecordStamp) -> [FIASRecord] {
        var description = LinkDescription(
            stamp: now, version: configuration.version, interfaceFamily: configuration.interfaceFamily,
            requestType: configuration.requestType)
        if let authentication {
            description.requestType = max(configuration.requestType ?? 1, 1)
            description.cryptogram = start.flatMap { try? authentication.seal($0) }
        }
        var records = [description.record]
        records += configuration.records.map { LinkRecord($0.0, $0.1).record }
        records.append(LinkAlive(stamp: now).record)
        return configuration.answersStartWithStart ? [LinkStart(stamp: now).record] + records : records
    }
}
