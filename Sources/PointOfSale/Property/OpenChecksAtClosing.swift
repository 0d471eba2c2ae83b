/// What becomes of the checks that are open when a business date closes.
package enum OpenChecksAtClosing: String, Hashable, Sendable, Codable, CaseIterable {
    /// They are paid on the next date.
    case carry
    /// The date stays open until they are paid.
    case refuse
}
