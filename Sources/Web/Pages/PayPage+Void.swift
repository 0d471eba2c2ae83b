import Hummingbird
import Operations
import PointOfSale

extension PayPage {
    /// Undoes one payment of an open check. The form: `key`, `reason`.
    static let void: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.checkID
        var form = try await visit.form()
        let key = try form.parsed("key") { ClientKey($0) }
        let reason = try form.text("reason", lengthMax: 500)
        try form.nothingElse()
        do {
            let request = PaymentVoidRequest(
                checkID: id, tenderID: try visit.tenderID, key: key, reason: reason, workstation: Workstation.name(visit))
            let back = try await visit.till.restaurant.voidPayment(request, by: visit.cashier)
            visit.till.live.announce(.floor)
            for posting in back.value.postings {
                _ = try await visit.till.restaurant.awaitOutcome(of: posting.id, atMostMs: WebConfiguration.outcomeWaitMsMax)
            }
            return .seeOther("/checks/\(id)/pay")
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await page(visit, id, problem: Problem(refusal))
        }
    }

    /// Closes a check on which nothing is to be paid. The form is empty.
    static let closeFree: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.checkID
        var form = try await visit.form()
        try form.nothingElse()
        do {
            let closed = try await visit.till.restaurant.closeFree(id, by: visit.cashier)
            if !closed.isRepeat { visit.till.live.announce(.floor) }
            return .seeOther("/checks/\(id)/receipt")
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await page(visit, id, problem: Problem(refusal))
        }
    }
}
