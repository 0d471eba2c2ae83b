package import PointOfSale

/// What an ePOS printer says of a job: `<response success="true" code="" status="252641302"/>`.
package struct EposAnswer: Hashable, Sendable {
    /// Nil when the answer is none of Epson's.
    package let isSuccess: Bool?
    /// `EPTR_REC_EMPTY` and the like; empty when all is well.
    package let code: String
    /// Bits that tell how the printer stands.
    package let status: UInt32

    /// What each bit of `status` means (Epson ePOS-Print XML, response document).
    private enum Bit {
        static let noResponse: UInt32 = 0x1
        static let printed: UInt32 = 0x2
        static let offline: UInt32 = 0x8
        static let coverOpen: UInt32 = 0x20
        static let cutterError: UInt32 = 0x800
        static let paperEnd: UInt32 = 0x80000
    }

    /// Reads an answer. Only the attributes of `response` are looked at, whatever stands around them.
    package init(_ xml: String) {
        let element = xml.firstMatch(of: /<(?:\w+:)?response\b([^>]*)>/).map { String($0.1) } ?? ""
        let attribute = { (name: String) in
            element.split(separator: "\(name)=\"", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first.map {
                String($0.prefix { $0 != "\"" })
            }
        }
        isSuccess = attribute(" success").flatMap { ["true": true, "1": true, "false": false, "0": false][$0] }
        code = attribute(" code") ?? ""
        status = attribute(" status").flatMap { UInt32($0) } ?? 0
    }

    /// What became of the job.
    package var outcome: PrintOutcome {
        guard let isSuccess else { return .unknown(.noAnswer) }
        if isSuccess { return .printed }
        switch code {
        case "EPTR_REC_EMPTY": return .notSent(.outOfPaper)
        case "EPTR_COVER_OPEN": return .notSent(.coverOpen)
        case "EPTR_AUTOMATICAL", "EPTR_UNRECOVERABLE", "EX_BADPORT", "ERROR_DEVICE_BUSY": return .notSent(.offline)
        case "EPTR_CUTTER": return .unknown(.cutter)
        case "EX_TIMEOUT": return .unknown(.noAnswer)
        case "DeviceNotFound": return .refused(.deviceMissing)
        case "SchemaError", "ParameterError", "JobNotFound", "RequestEntityTooLarge", "EX_INVALID_VALUE": return .refused(.documentRefused)
        default: return byStatus
        }
    }

    private var byStatus: PrintOutcome {
        if status & Bit.printed != 0 { return .unknown(.other) }
        if status & Bit.paperEnd != 0 { return .notSent(.outOfPaper) }
        if status & Bit.coverOpen != 0 { return .notSent(.coverOpen) }
        if status & Bit.cutterError != 0 { return .unknown(.cutter) }
        if status & (Bit.offline | Bit.noResponse) != 0 { return .notSent(.offline) }
        return .unknown(.other)
    }
}
