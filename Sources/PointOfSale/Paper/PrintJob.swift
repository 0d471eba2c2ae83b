/// The identity of a print job.
package typealias PrintJobID = Identifier<PrintJob>

/// Something that is to come out of a printer: what, not how. The text is made when it is sent, so that none is kept.
package struct PrintJob: Hashable, Sendable, Identifiable {
    package let id: PrintJobID
    package let printerID: PrinterID
    package let content: Content
    /// The check that it is about; nil for a test.
    package let checkID: CheckID?
    package let checkNumber: Int?
    /// How many of the same came out, or may have, before: 0 for the first. The others are marked as duplicates.
    package let copy: Int
    package let state: State
    package let attempts: Int
    /// What stood in the way at the last attempt.
    package let fault: PrinterFault?
    package let createdAt: Timestamp
    package let createdBy: CashierID?
    /// Not to be sent before this moment.
    package let notBefore: Timestamp
    package let updatedAt: Timestamp

    /// What it is.
    package enum Content: Hashable, Sendable, Codable {
        /// The receipt of a check, or its provisional bill while it is open.
        case receipt
        /// What a guest signs for a charge to the room.
        case voucher(PostingID)
        case kitchen([KitchenChange])
        /// No paper: the cash drawer opens.
        case drawer
        case test

        /// A stable word for the kind.
        package var word: String {
            switch self {
            case .receipt: "receipt"
            case .voucher: "voucher"
            case .kitchen: "kitchen"
            case .drawer: "drawer"
            case .test: "test"
            }
        }
    }

    /// So many articles of a line for the kitchen; less than nothing when they are not wanted any more.
    package struct KitchenChange: Hashable, Sendable, Codable {
        package let line: ClientKey
        package let quantity: Int

        /// A change.
        package init(line: ClientKey, quantity: Int) {
            self.line = line
            self.quantity = quantity
        }
    }

    /// Where it is in its life.
    package enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// Waits for its printer; `fault` says for what.
        case queued
        /// Its bytes may be on their way.
        case sending
        case printed
        /// Sent, and nobody knows whether it came out: never sent again by the machine.
        case uncertain
        /// The printer will not take it, however often it is sent.
        case failed
        case cancelled

        /// Whether a person should look at it.
        package var needsPerson: Bool { self == .uncertain || self == .failed }
    }

    /// A drawer that could not be opened within this time stays shut, ms: nobody stands before it any more.
    package static let drawerLivesMs: Int64 = 15_000
    /// How long a voucher waits for the hotel's answer before it says that the charge is being confirmed, ms.
    package static let voucherWaitMs: Int64 = 8_000

    /// A job.
    package init(
        id: PrintJobID, printerID: PrinterID, content: Content, checkID: CheckID?, checkNumber: Int? = nil, copy: Int = 0,
        state: State = .queued, attempts: Int = 0, fault: PrinterFault? = nil, createdAt: Timestamp, createdBy: CashierID?,
        notBefore: Timestamp? = nil, updatedAt: Timestamp? = nil
    ) {
        self.id = id
        self.printerID = printerID
        self.content = content
        self.checkID = checkID
        self.checkNumber = checkNumber
        self.copy = copy
        self.state = state
        self.attempts = attempts
        self.fault = fault
        self.createdAt = createdAt
        self.createdBy = createdBy
        self.notBefore = notBefore ?? createdAt
        self.updatedAt = updatedAt ?? createdAt
    }
}

/// What keeps a printer from printing.
package enum PrinterFault: String, Error, Hashable, Sendable, Codable, CaseIterable {
    /// Nobody answers at its address: switched off, or another address.
    case unreachable
    /// It answers, and says that it is not ready.
    case offline
    case coverOpen
    case outOfPaper
    case cutter
    /// The name of the device is not known at that address.
    case deviceMissing
    /// It does not understand what it was sent.
    case documentRefused
    /// It was sent, and the line broke or nothing more was heard.
    case noAnswer
    /// The program ended while it was being sent.
    case interrupted
    /// Anything else that it said.
    case other
}

/// What became of an attempt to print.
package enum PrintOutcome: Hashable, Sendable {
    /// It came out, or, without a printer that answers, all was handed over.
    case printed
    /// Nothing was sent: it can be tried again.
    case notSent(PrinterFault)
    /// Something was sent, and nobody knows what came out.
    case unknown(PrinterFault)
    /// The printer will never take this.
    case refused(PrinterFault)
}
