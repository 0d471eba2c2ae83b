package import PointOfSale
package import Storage

/// A closed check with all that became of it.
package struct CheckStory: Sendable, Hashable {
    package let check: Check
    /// The postings of its payments, oldest first.
    package let postings: [FolioPosting]
    /// What was given back of it, oldest first.
    package let refunds: [Check]
    /// The check that it gives back.
    package let original: Check?
    /// Articles of each line that can still be given back.
    package let refundableLines: [ClientKey: Int]
    /// The business date on which it was closed; nil while it is open.
    package let closedOn: BusinessDate?
    /// The business date of now.
    package let today: BusinessDate

    /// Whether it can still be undone as a whole (`S1-10`), or what the hotel refused of that be tried again.
    package var mayBeVoided: Bool {
        guard check.refunds == nil, check.state != .open, refunds.allSatisfy({ $0.state == .voided }) else { return false }
        if check.state == .closed && check.isFree { return closedOn == today }
        let mirrored = Set(check.tenders.filter { $0.state != .refused }.compactMap(\.reverses))
        let standing = check.tenders.filter { $0.state == .settled && $0.reverses == nil && !mirrored.contains($0.id) }
        return !standing.isEmpty && standing.allSatisfy { $0.businessDate == today }
    }

    /// Whether something of it can be given back (`S1-11`).
    package var mayBeRefunded: Bool {
        check.refunds == nil && check.state == .closed && !check.isFree && refundableLines.contains { $0.value > 0 }
    }
}

extension Restaurant {
    /// The closed checks of a business date, newest first; of today when none is given.
    package func closedChecks(
        on date: BusinessDate? = nil, before: CheckID? = nil, limit: Int
    ) async throws -> (date: BusinessDate, checks: [Check]) {
        let moment = now()
        return try await database.read { tx in
            let date = try date ?? tx.property().calendar.businessDate(at: moment)
            return (date, try tx.closedChecks(on: date, before: before, limit: limit))
        }
    }

    /// The check of that number, whatever its state.
    /// - Throws: `Refusal.unknownCheck`.
    package func check(numbered number: Int) async throws -> Check {
        try await database.read { tx in
            guard let check = try tx.check(number: number) else { throw Refusal.unknownCheck }
            return check
        }
    }

    /// Everybody who works here, or did.
    package func allCashiers() async throws -> [Cashier] { try await database.read { tx in try tx.cashiers() } }

    /// The checks that fit a search, newest first, with the numbers of those that the refunds among them give back.
    package func history(
        _ search: CheckSearch, before: CheckID? = nil, limit: Int
    ) async throws -> (found: FoundChecks, originals: [CheckID: Int]) {
        try await database.read { tx in
            let found = try tx.checks(matching: search, before: before, limit: limit)
            let originals = try Set(found.checks.compactMap(\.refunds)).map { id in (id, try tx.existingCheck(id).number) }
            return (found, Dictionary(uniqueKeysWithValues: originals))
        }
    }

    /// A check with all that became of it.
    /// - Throws: `Refusal.unknownCheck`.
    package func story(of id: CheckID) async throws -> CheckStory {
        let moment = now()
        return try await database.read { tx in
            let check = try tx.existingCheck(id)
            return CheckStory(
                check: check, postings: try tx.postings(of: check), refunds: try tx.refunds(of: id),
                original: try check.refunds.flatMap { try tx.check($0) }, refundableLines: try tx.refundableLines(of: check),
                closedOn: try tx.property().closingDate(of: check), today: try tx.openBusinessDate(at: moment))
        }
    }
}
