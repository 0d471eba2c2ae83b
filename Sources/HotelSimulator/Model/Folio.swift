/// Whose bill it is.
package enum FolioOwner: Sendable, Hashable {
    /// A guest's or a paymaster's stay, by reservation number.
    case reservation(String)
    /// A city ledger account, by account number.
    case account(String)

    /// The reservation's or the account's number.
    package var number: String {
        switch self {
        case .reservation(let number), .account(let number): number
        }
    }
}

/// A bill: its lines and their sum. A line leaves it only for another bill.
package struct Folio: Sendable, Equatable {
    package private(set) var lines: [FolioLine] = []
    /// What is owed, in minor units.
    package private(set) var balanceMinor = 0

    package init() {}

    mutating func append(_ line: FolioLine) {
        lines.append(line)
        balanceMinor += line.amountMinor
    }

    /// Takes a line off, to be written on another bill; nil when it is not here.
    mutating func remove(transaction number: Int) -> FolioLine? {
        guard let index = lines.firstIndex(where: { $0.transactionNumber == number }) else { return nil }
        balanceMinor -= lines[index].amountMinor
        return lines.remove(at: index)
    }

    /// The lines of one window of the bill; windows count from 1.
    package func lines(inWindow window: Int) -> [FolioLine] {
        lines.filter { $0.window == window }
    }
}

/// One line of a bill.
package struct FolioLine: Sendable, Equatable, Identifiable {
    /// Who wrote the line.
    package enum Origin: String, Sendable, Codable {
        case interface, desk, nightAudit
    }

    /// The hotel's number of the transaction: unique, rising. The till hears it as "interface transaction number".
    package var transactionNumber: Int
    /// The page of the bill, from 1 (`F#` of FIAS).
    package var window: Int
    package var code: TransactionCode
    package var text: String
    package var amountMinor: Int
    /// The hotel's day, whatever date the till sent.
    package var businessDate: CivilDate
    /// The time that the till sent, or the desk's clock: `HHMMSS`.
    package var time: String
    package var origin: Origin
    /// What the till said about the check; nil for lines of the desk.
    package var details: ChargeDetails?

    package var id: Int { transactionNumber }

    package init(
        transactionNumber: Int, window: Int = 1, code: TransactionCode, text: String, amountMinor: Int, businessDate: CivilDate,
        time: String, origin: Origin, details: ChargeDetails? = nil
    ) {
        self.transactionNumber = transactionNumber
        self.window = window
        self.code = code
        self.text = text
        self.amountMinor = amountMinor
        self.businessDate = businessDate
        self.time = time
        self.origin = origin
        self.details = details
    }
}
