import FIAS

/// Writes the answer to one request: echoes, status, text, in the fields that the till described.
struct AnswerWriter {
    let request: FIASRecord
    let described: DescribedFields
    let clock: WallClock
    let carriesTime: Bool

    /// Fields of the request that an answer repeats, if the request had them (FIAS 2.20.24, records PL and PA).
    private static let echoed: [FieldID] = [.postingNumber, .workstation, .outlet, .cashier, .checkNumber]

    /// `PA`: done or refused.
    func answer(_ status: AnswerStatus, _ text: String) -> FIASRecord {
        var record = FIASRecord(.pa)
        record.set(.answerStatus, status.code)
        for field in [FieldID.roomNumber, .reservationNumber, .guestName] {
            if let value = request.filled(field) { set(field, value, in: &record) }
        }
        addEchoes(to: &record)
        set(.clearText, text, in: &record)
        return record
    }

    /// `PL`: the matches, one block each.
    func list(_ blocks: [[FIASRecord.Field]]) -> FIASRecord {
        var record = FIASRecord(.pl)
        for block in blocks {
            for field in block where Self.isMandatory(field.id) || described.wants(field.id, in: .pl) { record.fields.append(field) }
        }
        addEchoes(to: &record)
        return record
    }

    /// Appends a field if the till described it for the record.
    func set(_ field: FieldID, _ value: String, in record: inout FIASRecord) {
        if described.wants(field, in: record.id) { record.set(field, value) }
    }

    private func addEchoes(to record: inout FIASRecord) {
        for field in Self.echoed {
            if let value = request.filled(field) { set(field, value, in: &record) }
        }
        guard carriesTime else { return }
        set(.date, clock.date.yymmdd, in: &record)
        set(.time, clock.hhmmss, in: &record)
    }

    private static func isMandatory(_ field: FieldID) -> Bool {
        field == .roomNumber || field == .reservationNumber || field == .guestName
    }
}
