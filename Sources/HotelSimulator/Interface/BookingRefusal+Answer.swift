import FIAS

extension BookingRefusal {
    /// The status and the words with which the interface refuses (FIAS 2.20.24 §8.1; texts as IFC8 and OPERA write them).
    var answer: (status: AnswerStatus, text: String) {
        switch self {
        case .roomUnknown: (.guestNotFound, "INVALID ROOM")
        case .roomVacant: (.guestNotFound, "ROOM VACANT")
        case .guestCheckedOut: (.guestNotFound, "CHECKED OUT")
        case .reservationUnknown, .guestNotArrived, .guestNotInRoom: (.guestNotFound, "Guest not found")
        case .accountUnknown, .accountClosed: (.invalidAccount, "Invalid account")
        case .noPosting: (.noPosting, "No posting allowed for this guest")
        case .creditLimit: (.creditLimit, "Credit limit exceeded")
        case .sumMismatch: (.sumMismatch, "Sum of amounts does not match total")
        case .paymentMethodUnknown: (.unprocessable, "Payment method not mapped")
        case .partWithoutCode(let component): (.unprocessable, "No transaction code for \(component.fieldCode)")
        case .taxesNotItemised: (.unprocessable, "Taxes are not accepted")
        case .negativeNotAllowed: (.unprocessable, "Negative postings not allowed")
        case .nightAudit: (.nightAudit, "Night audit running")
        case .noPostingMaster: (.unprocessable, "No posting master")
        case .outletUnknown: (.unprocessable, "Revenue center not mapped")
        case .servingTimeUnknown: (.unprocessable, "Serving period not mapped")
        }
    }
}
