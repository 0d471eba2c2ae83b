package import PointOfSale
import Storage

/// A comparison with what it found and who ran it.
package struct ReconciliationReport: Sendable, Hashable {
    package let run: ReconciliationRun
    /// Not more than `differencesMax` of them.
    package let differences: [ReconciliationDifference]
    package let cashierName: String

    /// The most differences told at once; `run.differenceCount` counts them all.
    package static let differencesMax = 1000
}

extension Restaurant {
    /// Compares what we sent on a business date with the bills of the guests it was charged to, and keeps the result. Journaled.
    ///
    /// The hotel is asked for each bill; what could not be read in time is told as not compared.
    /// - Parameter progress: called whenever a bill has been read.
    /// - Throws: `Refusal` — not permitted, date in the future, one is under way, hotel unavailable, hotel shows no bills.
    package func reconcile(
        _ date: BusinessDate, by cashier: Cashier, progress: @escaping @Sendable () -> Void = {}
    ) async throws -> ReconciliationReport {
        try cashier.mustBeAllowed(.reconcile)
        try await mustHaveBegun(date)
        guard hotel.linkState.isAlive else { throw Refusal.hotelUnavailable(.notConnected) }
        guard reconciliationProgress.begin() else { throw Refusal.reconciliationUnderWay }
        defer {
            reconciliationProgress.end()
            progress()
        }
        let ours = try await database.read { tx in try tx.bookingsSent(on: date) }
        var guests: [GuestChoice] = []
        var seen: Set<GuestChoice> = []
        for guest in ours.lazy.compactMap(\.guest) where seen.insert(guest).inserted { guests.append(guest) }
        let reader = BillReader(hotel: hotel, now: now) { [reconciliationProgress] read, all in
            reconciliationProgress.note(read: read, of: all)
            progress()
        }
        let bills = await reader.read(guests)
        try Task.checkCancellation()
        guard bills.isOffered else { throw Refusal.hotelShowsNoBills }
        let lines = bills.lines.map { guest, line in
            HotelBooking(
                date: line.date, roomNumber: guest.roomNumber.text, reservationNumber: guest.reservationNumber, checkNumber: nil,
                amount: line.amount, text: line.text)
        }
        return try await compare(date, with: lines, unread: bills.unread, from: .bills, by: cashier)
    }

    /// Compares what we sent on a business date with the hotel's own list of it, and keeps the result. Journaled.
    /// - Throws: `Refusal` — not permitted, date in the future; `HotelLedgerRejected` when the list cannot be read.
    package func reconcile(_ date: BusinessDate, csv: [UInt8], by cashier: Cashier) async throws -> ReconciliationReport {
        try cashier.mustBeAllowed(.reconcile)
        try await mustHaveBegun(date)
        let file = try HotelLedgerFile(csv, currency: try await property().currency)
        return try await compare(date, with: file.lines, unread: [:], from: .list, by: cashier)
    }

    /// The newest comparisons, newest first.
    package func reconciliations(limit: Int) async throws -> [ReconciliationReport] {
        try await database.read { tx in
            try tx.reconciliations(limit: limit).map { try tx.report(of: $0, differencesMax: 0) }
        }
    }

    /// One comparison with what it found.
    /// - Throws: `Refusal.unknownReconciliation`.
    package func reconciliation(_ id: ReconciliationID) async throws -> ReconciliationReport {
        try await database.read { tx in
            guard let run = try tx.reconciliation(id) else { throw Refusal.unknownReconciliation }
            return try tx.report(of: run, differencesMax: ReconciliationReport.differencesMax)
        }
    }

    private func mustHaveBegun(_ date: BusinessDate) async throws {
        let today = try await property().calendar.businessDate(at: now())
        guard date <= today else { throw Refusal.businessDateInFuture }
    }

    private func compare(
        _ date: BusinessDate, with lines: [HotelBooking], unread: [GuestChoice: String], from source: ReconciliationRun.Source,
        by cashier: Cashier
    ) async throws -> ReconciliationReport {
        let moment = now()
        // Outside the write: a long list must not hold up the till.
        let result = try await database.read { tx in
            let ours = try tx.bookingsSent(on: date)
            let elsewhere = try tx.bookings(named: lines, otherThan: ours)
            // A bill goes over the whole stay: where it says no dates, a charge of another day is not one of this day.
            let dates =
                source == .bills ? Dictionary(elsewhere.map { ($0.reference, $0.date) }, uniquingKeysWith: { first, _ in first }) : [:]
            return Reconciliation(
                of: date, in: try tx.property().currency, ours: ours + elsewhere, hotels: lines.map { $0.dated(by: dates) }, unread: unread)
        }
        let run = ReconciliationRun(result, from: source, at: moment, by: cashier.id)
        return try await database.write { tx in
            try tx.insertReconciliation(run, differences: result.differences)
            try tx.journal(.reconciled, subject: run.id.text, note: "\(date) \(source.rawValue)", by: cashier.id, at: moment)
            return try tx.report(of: run, differencesMax: ReconciliationReport.differencesMax)
        }
    }
}

extension HotelBooking {
    fileprivate func dated(by dates: [PostingReference: BusinessDate]) -> HotelBooking {
        guard date == nil, let known = reference.flatMap({ dates[$0] }) else { return self }
        return HotelBooking(
            date: known, roomNumber: roomNumber, reservationNumber: reservationNumber, checkNumber: checkNumber, amount: amount, text: text)
    }
}

extension SQLTransaction {
    /// What was sent to OPERA on a business date of ours: no other hotel's books can be read.
    fileprivate func bookingsSent(on date: BusinessDate) throws -> [OwnBooking] {
        let calendar = try property().calendar
        // Wide enough for any closing time in any zone; the calendar then decides.
        let dayMs: Int64 = 24 * 60 * 60 * 1000
        let midnight = Timestamp(milliseconds: Int64(date.daysSince1970) * dayMs)
        return try ownBookings(
            by: .opera, from: midnight.advanced(byMs: -dayMs), until: midnight.advanced(byMs: 3 * dayMs), dateOf: calendar.businessDate(at:)
        ).filter { $0.date == date }
    }

    /// What bears the references that stand in the hotel's lines and was sent on another date.
    fileprivate func bookings(named lines: [HotelBooking], otherThan ours: [OwnBooking]) throws -> [OwnBooking] {
        let calendar = try property().calendar
        var known = Set(ours.map(\.reference))
        return try lines.compactMap { line in
            guard let reference = line.reference, known.insert(reference).inserted else { return nil }
            return try ownBooking(reference, by: .opera, dateOf: calendar.businessDate(at:))
        }
    }

    fileprivate func report(of run: ReconciliationRun, differencesMax: Int) throws -> ReconciliationReport {
        ReconciliationReport(
            run: run, differences: try reconciliationDifferences(of: run.id, limit: differencesMax),
            cashierName: try cashier(run.ranBy)?.name ?? "")
    }
}
