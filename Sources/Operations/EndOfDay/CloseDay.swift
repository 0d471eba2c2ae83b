package import PointOfSale
import Storage

extension Restaurant {
    /// Closes a business date that is over, by a person: the last revenue of it goes to the hotel first. Once closed it stays so, and
    /// asking again changes nothing.
    /// - Throws: `Refusal` — not permitted, the date is not over, open checks stand in the way.
    package func closeDay(_ date: BusinessDate, by cashier: Cashier) async throws {
        try cashier.mustBeAllowed(.closeDay)
        let moment = now()
        let takesRevenue = hotel.capabilities.takesOutsideRevenue
        let kept = try await database.write { tx in
            guard date < (try tx.property().calendar.businessDate(at: moment)) else { throw Refusal.dayNotOver }
            var kept = try tx.keepBooks(at: moment, takesRevenue: takesRevenue)
            guard try tx.closedDay(date) == nil else { return kept }
            guard let progress = try tx.revenueProgress(), progress.openDate == date else { throw Refusal.dayNotOver }
            // The last window of the date is only made when its grace has passed.
            guard progress.madeUntil >= (try tx.property().calendar.end(of: date)) else { throw Refusal.dayNotOver }
            guard try tx.close(date, by: cashier.id, at: moment) else { throw Refusal.checksStillOpen(try tx.openCheckCount(until: date)) }
            try tx.setRevenueProgress(RevenueProgress(madeUntil: progress.madeUntil, openDate: date.next))
            kept.closed.append(date)
            return kept
        }
        signals.announce(kept.postings)
    }

    /// Sets what becomes of the checks that are open when a business date closes. Journaled.
    /// - Throws: `Refusal.notPermitted`.
    package func setOpenChecksAtClosing(_ rule: OpenChecksAtClosing, by cashier: Cashier) async throws {
        try cashier.mustBeAllowed(.configure)
        let moment = now()
        try await database.write { tx in
            let before = try tx.openChecksAtClosing()
            guard before != rule else { return }
            try tx.setOpenChecksAtClosing(rule)
            try tx.journal(
                .configurationChanged, subject: "openChecksAtClosing",
                note: "property: openChecksAtClosing \(before.rawValue) → \(rule.rawValue)", by: cashier.id, at: moment)
        }
    }
}
