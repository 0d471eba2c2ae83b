/// Whether guests sign for charges to their rooms, and whether what they sign is printed (`S2-03`, `S2-07`).
package struct SignaturePolicy: Hashable, Sendable {
    package let isAsked: Bool
    package let printing: Printing

    /// Whether a paper voucher comes out.
    package enum Printing: String, Hashable, Sendable, Codable, CaseIterable {
        case no
        case yes
        /// No voucher, no charge: the printer must be ready first.
        case mandatory
    }

    /// A policy.
    package init(isAsked: Bool, printing: Printing) {
        self.isAsked = isAsked
        self.printing = printing
    }

    /// Nobody signs, nothing is printed.
    package static let none = SignaturePolicy(isAsked: false, printing: .no)
}
