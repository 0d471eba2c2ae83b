/// What lets another till hand its postings to this one, which is its gateway (`S1-02`). The secret itself is shown once and never kept.
package struct GatewayKey: Hashable, Sendable, Codable, Identifiable {
    package let id: GatewayKeyID
    /// What the back office calls it: mostly the place of the other till.
    package let name: String
    /// The workstations that it may post for; empty for all of the sender's.
    package let workstations: [String]
    package let madeAt: Timestamp
    /// Who answers for what comes in under it.
    package let madeBy: CashierID
    /// Since when it opens nothing any more; nil while it does.
    package let revokedAt: Timestamp?

    /// The most workstations of one key.
    package static let workstationsMax = 50

    /// A key.
    package init(
        id: GatewayKeyID, name: String, workstations: [String], madeAt: Timestamp, madeBy: CashierID, revokedAt: Timestamp? = nil
    ) {
        self.id = id
        self.name = name
        self.workstations = workstations
        self.madeAt = madeAt
        self.madeBy = madeBy
        self.revokedAt = revokedAt
    }

    /// Whether it opens anything.
    package var isActive: Bool { revokedAt == nil }

    /// Whether it may post for that workstation.
    package func allows(_ workstation: String) -> Bool { workstations.isEmpty || workstations.contains(workstation) }
}

/// The identity of a gateway key.
package typealias GatewayKeyID = Identifier<GatewayKey>
