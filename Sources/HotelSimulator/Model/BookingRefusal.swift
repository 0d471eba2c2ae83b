/// Why the hotel does not book a charge.
package enum BookingRefusal: Error, Sendable, Equatable {
    case roomUnknown, roomVacant, reservationUnknown, guestCheckedOut, guestNotArrived, guestNotInRoom
    case accountUnknown, accountClosed
    case noPosting
    case creditLimit(availableMinor: Int)
    case sumMismatch
    case paymentMethodUnknown, partWithoutCode(ChargeComponent), taxesNotItemised, negativeNotAllowed
    case nightAudit
    case noPostingMaster
    case outletUnknown, servingTimeUnknown
}

/// Why reception cannot do what it was asked.
package enum DeskRefusal: Error, Sendable, Equatable {
    case reservationUnknown, roomUnknown, roomIsDummy, roomTaken
    case notDue, notInHouse, sameRoom
    case nightAuditRunning, nightAuditNotRunning
    case limitOutOfRange, amountOutOfRange
    case lineUnknown, sameFolio, nothingToRepeat, chargeRefused
    case ticketUnknown, invoiced, datesApart
}
