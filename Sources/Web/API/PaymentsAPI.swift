import HTTPTypes
import Hummingbird
import Operations
import PointOfSale

/// Every way of paying that is not posted to the hotel at once, and the receipt.
enum PaymentsAPI {
    static let take: @Sendable (Visit) async throws -> Response = { visit in
        let (id, key) = (try visit.checkID, try visit.idempotencyKey)
        var body = try await visit.json()
        let method = try body.parsed("paymentMethodId") { PaymentMethodID(text: $0) }
        let amount = try body.integer("amount", in: amounts)
        let tip = try body.optionalInteger("tip", in: amountsOrNothing) ?? 0
        let given = try body.optionalInteger("cashGiven", in: amountsOrNothing)
        let lines = try LineChoice.read(&body, orElse: [:])
        try body.nothingElse()
        let currency = try await visit.till.property().currency
        let taken = try await visit.till.restaurant.takePayment(
            on: id, key: key, method: method, amount: Money(amount, currency), tip: Money(tip, currency), lines: lines,
            cashGiven: given.map { Money($0, currency) }, by: visit.cashier)
        if !taken.isRepeat { visit.till.live.announce(.floor) }
        var response = Response.json(.created) { json in
            json.object("check") { $0.fields(of: taken.value.check, visit.language) }
            json.object("tender") { $0.fields(of: taken.value.tender) }
        }
        if taken.isRepeat { response.headers[.idempotencyReplayed] = "true" }
        return response
    }

    static let closeFree: @Sendable (Visit) async throws -> Response = { visit in
        let closed = try await visit.till.restaurant.closeFree(try visit.checkID, by: visit.cashier)
        if !closed.isRepeat { visit.till.live.announce(.floor) }
        return .json { $0.fields(of: closed.value, visit.language) }
    }

    static let receipt: @Sendable (Visit) async throws -> Response = { visit in
        let receipt = try await visit.till.restaurant.receipt(for: try visit.checkID)
        return .json { json in
            json.field("house", receipt.property.name)
            json.field("outlet", receipt.outlet.name)
            json.field("servedBy", receipt.cashierName)
            json.object("check") { $0.fields(of: receipt.check, visit.language) }
            json.array("payments", receipt.payments) { json, payment in
                json.field("tenderId", payment.tender.id.text)
                json.field("paymentMethod", payment.method.name.text(in: visit.language))
                json.field("amount", payment.tender.amount.minorUnits)
                json.field("tip", payment.tender.tip.minorUnits)
                json.field("state", payment.tender.state.rawValue)
                json.field("roomNumber", payment.posting?.guest?.roomNumber.text)
            }
        }
    }

    /// An amount to pay: more than nothing.
    static let amounts = 1...Money.minorUnitsMax
    /// An amount that may be nothing.
    static let amountsOrNothing = 0...Money.minorUnitsMax
}
