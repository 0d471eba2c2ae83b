/// How the client end of a link is set up. Every default is what FIAS 2.20.24 asks for, or says why not.
package struct LinkConfiguration: Sendable {
    /// The hotel's host name or address.
    package var host: String
    /// The port that the hotel's interface listens on; there is no standard, 5010 is the most common for OPERA.
    package var port: Int
    /// TLS, nil for plaintext. FIAS 2.20.24 §1.1: since IFC 8.14.5.0.
    package var tls: LinkTLS?
    /// The interface family (`IF`). Some licences bind another one than `PO`.
    package var interfaceFamily = "PO"
    /// The version of this driver (`V#`), at most 10 characters.
    package var version = "1.0"
    /// The request type (`RT`): 1 asks which payment methods mean "room". Nil sends none.
    package var requestType: Int? = 1
    /// The key shared with the hotel's interface, `FidCrypt0S|…` or its base64 alone; nil for a link without authentication.
    package var authenticationKey: String?
    /// The character set of the site.
    package var codePage = CodePage.windows1252
    /// The record types described to the hotel, with their fields.
    package var records = LinkConfiguration.defaultRecords
    /// How long an inquiry waits for its answer. FIAS 2.20.24 §1.3: at least 60 s.
    package var inquiryTimeoutMs = 60_000
    /// How long a posting waits for its answer. FIAS 2.20.24 §1.3: at least 60 s.
    package var postingTimeoutMs = 60_000
    /// How long `PS`, `XR` and `DR` wait for their answers. FIAS 2.20.24 §1.3: 30 s.
    package var simpleTimeoutMs = 30_000
    /// How long the description, and an alive check, wait for an answer. FIAS 2.20.24 §1.3: 30 s.
    package var aliveTimeoutMs = 30_000
    /// How long the hotel is given to speak first after the connection. FIAS 2.20.24 §3.2: 3 s.
    package var firstRecordWaitMs = 3_000
    /// After how long without any record the hotel is asked for a sign of life. FIAS 2.20.24 §1.5: not more often than every 5 minutes.
    package var aliveCheckIdleMs = 300_000
    /// How long a night audit may last before the link is taken for usable again, in case its end was lost.
    package var nightAuditMaxMs = 4 * 3_600_000
    /// How long a resynchronisation may last before the link is taken for usable again, in case its end was lost.
    package var resyncMaxMs = 15 * 60_000
    /// The waits before each further attempt to connect; the last one repeats for ever. Up to a quarter is taken off by chance.
    package var reconnectDelaysMs = [250, 500, 1_000, 2_000, 5_000, 10_000, 30_000]
    /// How long a connection must have lived before the waits begin anew.
    package var stableAfterMs = 5_000
    /// How long one attempt to connect may take; TLS after it is covered by the wait for the first record.
    package var connectTimeoutMs = 10_000
    /// Whether an `LA` out of the blue is answered by `LA`: protel wants it, IFC8 must not have it. FIAS 2.20.24 §1.5.
    package var answersAliveWithAlive = false
    /// Whether the description is preceded by `LS`, as protel wants it. FIAS 2.20.24 §3.2 (observed).
    package var answersStartWithStart = false
    /// How many `PR` may be under way at once. FIAS 2.20.24 §1.4: no number is given.
    package var requestsInFlightMax = 16
    /// How many requests may wait inside this process for their turn.
    package var requestsWaitingMax = 256
    /// How long the hotel's `LE` is waited for before closing. FIAS 2.20.24 §1.3: 2 s.
    package var linkEndWaitMs = 2_000
    /// How often one connection is described before the hotel is given up on.
    package var descriptionsMax = 5
    /// The longest record taken, in bytes.
    package var recordBytesMax = FrameScanner.recordBytesMaxDefault
    /// How long a request that nobody waits for any more makes an answer without `P#` ambiguous.
    package var lateAnswerGraceMs = 300_000

    /// A configuration with every default, to this address.
    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Asks the hotel for one field more of a record that is described.
    package mutating func ask(for field: FieldID, in record: RecordID) {
        records = records.map { $0.0 == record && !$0.1.contains(field) ? ($0.0, $0.1 + [field]) : $0 }
    }

    /// What a point of sale describes: FIAS 2.20.24 §9.1, with the records of the bill view. Frozen per released version, see docs/fias.md.
    package static let defaultRecords: [(RecordID, [FieldID])] = [
        (
            .pr,
            [
                .date, .time, .postingNumber, .workstation, .paymentMethod, .inquiry, .matchesMax, .roomNumber, .reservationNumber,
                .guestName,
            ]
                + [.totalAmount] + (1...9).map(FieldID.subtotal) + (1...9).map(FieldID.discount) + (1...9).map(FieldID.tax)
                + [.tip, .serviceCharge, .outlet, .checkNumber, .covers, .servingTime, .table, .cashier, .creditOverride, .clearText]
                + [.crossReference]
        ),
        (
            .pl,
            [.roomNumber, .reservationNumber, .guestName, .guestFirstName, .guestTitle, .vipStatus, .arrival, .departure, .noPost]
                + [.creditLimit, .balance, .paymentMethod] + (0...3).map(FieldID.siteDefined)
                + [.postingNumber, .workstation, .outlet, .cashier, .checkNumber, .date, .time]
        ),
        (
            .pa,
            [.answerStatus, .clearText, .roomNumber, .reservationNumber, .guestName, .postingNumber, .workstation, .outlet, .cashier]
                + [.checkNumber, .date, .time]
        ),
        (.xr, [.roomNumber, .reservationNumber, .date, .time]),
        (
            .xi,
            [.roomNumber, .reservationNumber, .billItemText, .billItemAmount, .departmentCode, .folioWindow, .showsOnBill, .date, .time]
        ),
        (.xb, [.roomNumber, .reservationNumber, .balance, .answerStatus, .date, .time]),
    ]
}
