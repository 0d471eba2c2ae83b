/// Why the till says no. Each has a stable code, words in both languages (`Web/Words`), and a place in the API's answers.
package enum Refusal: Error, Hashable, Sendable {
    // Staff
    case notSignedIn
    case notPermitted(Permission)
    case wrongPIN(waitMs: Int64)
    case signInSlowed(waitMs: Int64)
    // Things that are not there
    case unknownOutlet
    case unknownTable
    case unknownCheck
    case unknownMenuItem
    case unknownLine
    case unknownPaymentMethod
    case unknownPosting
    case unknownReconciliation
    // Checks
    case coversOutOfRange(Int)
    case quantityOutOfRange(Int)
    case noteTooLong(Int)
    case tooManyLines(Int)
    case batchTooLarge(Int)
    case voidAboveQuantity
    case menuItemOffMenu
    case checkClosed
    case checkEmpty
    case checkHasPayments
    case nothingToPay
    case amountLeftToPay(Money)
    // Discounts
    case unknownDiscount
    case discountOff
    case discountNotForThis
    case discountShareOutOfRange
    case discountNotPositive
    case discountAbovePrice(Money)
    case discountRemoved
    case lineVoided
    case lineDiscounted
    case checkDiscounted
    case checkDiscountNotTaken
    // Payments
    case amountNotPositive
    case amountAboveRemaining(Money)
    case tipNegative
    case tipTooLarge(Money)
    case cashTooLittle(Money)
    case changeNotGiven
    case paymentMethodOff
    case paymentMethodOfOtherKind
    case keyReused
    case tipNotTaken
    case paymentMethodNotOnThisTill
    case guestNotPaymaster
    case guestIsPaymaster
    case paymentMethodOfOtherHotel
    // Parts of a check
    case checkSplitByAmount
    case linesPaidAlready
    case amountNotOfLines(Money)
    case splitOutOfRange(Int)
    case seatOutOfRange(Int)
    case splitLeaves(Money)
    // Credit
    case creditExceeded
    case approvalUsed
    case approvalExpired
    case approvalForAnother
    case unknownApproval
    case unknownTillConfiguration
    // Voids and refunds
    case reasonMissing
    case checkNotClosed
    case checkVoided
    case checkIsRefund
    case checkHasRefunds
    case voidTooLate
    case guestLeft(RoomNumber)
    case nothingToRefund
    case linesRefundedAlready
    case refundToOtherStay
    case refundAboveCharge(Money)
    case refundTipTooLarge(Money)
    case refundUnderWay
    case unknownPayment
    case paymentVoided
    case paymentUnderWay
    // The hotel
    case searchEmpty
    case searchTooLong(Int)
    case nameTooShort(Int)
    case searchByNameUnsupported
    case guestInvalid
    case guestNotFound
    case guestNoPosting
    case hotelUnavailable(HotelUnavailable)
    case roomChargeWhileDown
    case postingNotQueued
    case postingNotInDoubt
    case noteMissing
    case postingNotRefused
    case reconciliationUnderWay
    case businessDateInFuture
    case hotelShowsNoBills
    // Configuration
    case unknownSetting
    case settingInvalid(SettingField)
    case settingTaken(SettingField)
    case settingInUse
    case paymentCodeFixed
    case gatewayMissing
    case gatewayKeyMissing
    case gatewayNotHere
    case gatewayForgot
    case workstationNotAllowed
    case unknownGatewayKey
    case unknownRelayed
    case integrationMissing
    case postingsUnderWay
    case hotelVersionUnreadable
    case hotelVersionTooOld(String)
    case servicePeriodsUnusable
    case servicePeriodsOverlap(minute: Int)
    case servicePeriodsGap(minute: Int)
    case closingInsidePeriod(minute: Int)
    case administratorMissing
    case pinTooEasy
    case pinTaken
    // Paper
    case noPrinter
    case printerNotReady(PrinterFault)
    case signatureMissing
    case signatureUnreadable
    case unknownPrint
    case printNotWaiting
    // The end of the day
    case dayNotOver
    case checksStillOpen(Int)
    case unknownRevenue
    case revenueNotRefused
    case periodTooLong(Int)

    /// A stable word for programs and for support: never changes once released.
    package var code: String {
        switch self {
        case .hotelUnavailable(let reason): "HOTEL_UNAVAILABLE_" + Self.snake(reason.rawValue)
        default: Self.snake(caseName)
        }
    }

    /// What kind of no it is, from which the HTTP status follows.
    package enum Kind: Hashable, Sendable { case unauthenticated, forbidden, notFound, conflict, unprocessable, tooMany, unavailable }

    /// What kind of no it is.
    package var kind: Kind {
        switch self {
        case .notSignedIn, .wrongPIN: .unauthenticated
        case .signInSlowed: .tooMany
        case .notPermitted, .workstationNotAllowed: .forbidden
        case .unknownOutlet, .unknownTable, .unknownCheck, .unknownMenuItem, .unknownLine, .unknownPaymentMethod, .unknownPosting,
            .unknownReconciliation, .unknownSetting, .unknownRevenue, .unknownApproval, .unknownTillConfiguration,
            .unknownPayment, .unknownPrint, .unknownDiscount, .unknownGatewayKey, .unknownRelayed:
            .notFound
        case .paymentVoided, .paymentUnderWay, .postingNotRefused, .checkClosed, .checkHasPayments, .approvalUsed, .checkNotClosed,
            .checkVoided, .checkHasRefunds, .linesPaidAlready,
            .linesRefundedAlready, .refundUnderWay, .postingNotQueued, .postingNotInDoubt, .reconciliationUnderWay,
            .settingTaken, .settingInUse, .postingsUnderWay, .pinTaken, .dayNotOver, .checksStillOpen, .revenueNotRefused,
            .printNotWaiting, .discountRemoved, .lineVoided, .lineDiscounted, .checkDiscounted, .gatewayNotHere, .gatewayForgot,
            .amountLeftToPay:
            .conflict
        case .hotelUnavailable, .roomChargeWhileDown, .printerNotReady: .unavailable
        default: .unprocessable
        }
    }

    /// The name of the case without its values.
    package var caseName: String {
        let text = String(describing: self)
        return String(text.prefix { $0 != "(" })
    }

    private static func snake(_ camel: String) -> String {
        var text = ""
        var previousIsLower = false
        for character in camel {
            if character.isUppercase, previousIsLower { text.append("_") }
            text.append(character.uppercased())
            previousIsLower = character.isLowercase
        }
        return text
    }
}
