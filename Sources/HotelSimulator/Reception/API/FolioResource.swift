/// A bill.
struct FolioResource: Encodable {
    let balanceMinor: Int
    let lines: [LineResource]

    init(_ folio: Folio) {
        balanceMinor = folio.balanceMinor
        lines = folio.lines.map(LineResource.init)
    }
}

/// A line of a bill.
struct LineResource: Encodable {
    let transactionNumber, window, amountMinor: Int
    let code, text, businessDate, time: String
    let origin: FolioLine.Origin
    let details: ChargeDetails?

    init(_ line: FolioLine) {
        transactionNumber = line.transactionNumber
        window = line.window
        amountMinor = line.amountMinor
        code = line.code.code
        text = line.text
        businessDate = line.businessDate.iso
        time = line.time
        origin = line.origin
        details = line.details
    }
}
