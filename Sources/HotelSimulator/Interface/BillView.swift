import FIAS

/// The bill over the interface: `XR` is answered by `XI` for every line and `XB` for the balance (FIAS 2.20.24, records XR XI XB).
struct BillView {
    let writer: AnswerWriter

    func answer(in hotel: Hotel) -> [FIASRecord] {
        let room = writer.request[.roomNumber] ?? ""
        let number = writer.request[.reservationNumber] ?? ""
        guard hotel.settings.allowsBillView, let folio = folio(room: room, number: number, in: hotel) else {
            return [refusal(.unprocessable)]
        }
        return folio.lines.map { item($0, room: room, number: number) }
            + [balance(room: room, number: number, minor: folio.balanceMinor, status: nil)]
    }

    /// `XB` with a status and no bill before it.
    func refusal(_ status: AnswerStatus) -> FIASRecord {
        balance(room: writer.request[.roomNumber] ?? "", number: writer.request[.reservationNumber] ?? "", minor: 0, status: status)
    }

    private func folio(room: String, number: String, in hotel: Hotel) -> Folio? {
        if number == "0" { return hotel.folio(of: .account(room)) }
        guard hotel.reservations[number]?.room == room else { return nil }
        return hotel.folio(of: .reservation(number))
    }

    private func item(_ line: FolioLine, room: String, number: String) -> FIASRecord {
        var record = FIASRecord(.xi)
        writer.set(.roomNumber, room, in: &record)
        writer.set(.folioWindow, String(line.window), in: &record)
        writer.set(.reservationNumber, number, in: &record)
        writer.set(.departmentCode, line.code.code, in: &record)
        writer.set(.billItemAmount, String(line.amountMinor), in: &record)
        writer.set(.billItemText, line.text, in: &record)
        writer.set(.date, line.businessDate.yymmdd, in: &record)
        writer.set(.time, line.time, in: &record)
        writer.set(.showsOnBill, "Y", in: &record)
        return record
    }

    private func balance(room: String, number: String, minor: Int, status: AnswerStatus?) -> FIASRecord {
        var record = FIASRecord(.xb)
        writer.set(.roomNumber, room, in: &record)
        writer.set(.reservationNumber, number, in: &record)
        if let status { record.set(.answerStatus, status.code) }
        record.set(.balance, String(minor))
        writer.set(.date, writer.clock.date.yymmdd, in: &record)
        writer.set(.time, writer.clock.hhmmss, in: &record)
        return record
    }
}
