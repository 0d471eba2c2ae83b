package import PointOfSale
import Storage

/// An outlet as its staff see it: the plans, each table, and what is open.
package struct FloorView: Sendable, Hashable {
    package let outlet: Outlet
    package let plans: [FloorPlan]
    package let tables: [Place]
    /// Open checks without a table, oldest first.
    package let checksAtCounter: [Check]
    /// The postings of open checks, oldest first.
    package let postings: [CheckID: [FolioPosting]]

    /// A table with its open check, if any.
    package struct Place: Sendable, Hashable {
        package let table: Table
        package let check: Check?
    }
}

extension Restaurant {
    /// The outlets that sell.
    package func outlets() async throws -> [Outlet] {
        try await database.read { tx in try tx.outlets().filter(\.isActive) }
    }

    /// The floor of an outlet with what is open on it.
    /// - Throws: `Refusal.unknownOutlet`.
    package func floor(of outletID: OutletID) async throws -> FloorView {
        try await database.read { tx in
            guard let outlet = try tx.outlet(outletID), outlet.isActive else { throw Refusal.unknownOutlet }
            let checks = try tx.openChecks(outlet: outletID)
            let byTable = Dictionary(
                checks.compactMap { check in check.tableID.map { ($0, check) } }, uniquingKeysWith: { first, _ in first })
            return FloorView(
                outlet: outlet, plans: try tx.floorPlans(outletID),
                tables: try tx.tables(outlet: outletID).filter(\.isActive).map { FloorView.Place(table: $0, check: byTable[$0.id]) },
                checksAtCounter: checks.filter { $0.tableID == nil },
                postings: Dictionary(uniqueKeysWithValues: try checks.map { ($0.id, try tx.postings(of: $0)) }))
        }
    }

    /// A check with everything on it.
    /// - Throws: `Refusal.unknownCheck`.
    package func check(_ id: CheckID) async throws -> Check {
        try await database.read { tx in try tx.existingCheck(id) }
    }

    /// A check with the postings of its room charges.
    /// - Throws: `Refusal.unknownCheck`.
    package func checkWithPostings(_ id: CheckID) async throws -> (check: Check, postings: [FolioPosting]) {
        try await database.read { tx in
            let check = try tx.existingCheck(id)
            return (check, try tx.postings(of: check))
        }
    }

    /// What is sold now.
    package func menu() async throws -> Menu {
        try await database.read { tx in
            let menu = try tx.menu()
            return Menu(
                categories: menu.categories, items: menu.items.filter(\.isActive), taxClasses: menu.taxClasses,
                revenueGroups: menu.revenueGroups)
        }
    }

    /// The ways of paying in use, in their order.
    package func paymentMethods() async throws -> [PaymentMethod] {
        try await database.read { tx in try tx.paymentMethods().filter(\.isActive) }
    }

    /// All ways of paying that there ever were: what was paid by one out of use is still shown by its name.
    package func allPaymentMethods() async throws -> [PaymentMethod] {
        try await database.read { tx in try tx.paymentMethods() }
    }

    /// The house.
    package func property() async throws -> Property {
        try await database.read { tx in try tx.property() }
    }
}

extension SQLTransaction {
    /// The postings of a check's room charges, oldest first.
    func postings(of check: Check) throws -> [FolioPosting] {
        try check.tenders.compactMap { try $0.postingID.flatMap { try posting($0) } }
    }
}
