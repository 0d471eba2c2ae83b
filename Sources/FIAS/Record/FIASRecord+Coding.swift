extension FIASRecord {
    /// The record's bytes without STX and ETX: `PR|P#41|…|`. Characters that the code page lacks are replaced.
    package func encoded(in codePage: CodePage) -> [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes, in: codePage)
        return bytes
    }

    /// The record's bytes between STX and ETX, as they go out. FIAS 2.20.24 §1.1: the frame is required on TCP too; no LRC there.
    package func framed(in codePage: CodePage) -> [UInt8] {
        var bytes: [UInt8] = [WireByte.start]
        append(to: &bytes, in: codePage)
        bytes.append(WireByte.end)
        return bytes
    }

    /// Reads what stands between STX and ETX. Lenient as a receiver must be: blank fields, repeated fields, unknown fields, a
    /// missing last separator and a record of an id alone are all taken; a field too short to have an id is skipped.
    /// Throws `RecordError` when there is no record id.
    package static func decode(_ bytes: some Collection<UInt8>, in codePage: CodePage) throws(RecordError) -> FIASRecord {
        let bytes = Array(bytes)
        guard !bytes.isEmpty else { throw .empty }
        let segments = bytes.split(separator: WireByte.separator, omittingEmptySubsequences: false)
        guard let head = segments.first, FieldID.isIdentifier(head), let id = RecordID(String(decoding: head, as: UTF8.self))
        else { throw .malformedID }
        var fields: [Field] = []
        fields.reserveCapacity(segments.count)
        for segment in segments.dropFirst() where segment.count >= 2 {
            let name = segment.prefix(2)
            guard FieldID.isIdentifier(name) else { continue }
            let fieldID = FieldID(checked: String(decoding: name, as: UTF8.self))
            fields.append(Field(fieldID, codePage.decode(segment.dropFirst(2))))
        }
        return FIASRecord(id, fields)
    }

    /// The record as text, nothing masked: for the stored wire log and the simulator, never for a logger.
    package var wireText: String {
        var text = id.text + "|"
        for field in fields {
            text += field.id.text
            text += field.value
            text += "|"
        }
        return text
    }

    /// Reads the text of a record, `PR|P#41|…|`, as `wireText` writes it. Throws `RecordError` when there is no record id.
    package static func parse(text: String) throws(RecordError) -> FIASRecord {
        try decode(Array(text.utf8), in: .utf8)
    }

    private func append(to bytes: inout [UInt8], in codePage: CodePage) {
        bytes.append(contentsOf: id.text.utf8)
        bytes.append(WireByte.separator)
        for field in fields {
            bytes.append(contentsOf: field.id.text.utf8)
            codePage.encode(field.value, into: &bytes)
            bytes.append(WireByte.separator)
        }
    }
}
