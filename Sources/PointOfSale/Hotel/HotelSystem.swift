/// The hotel systems that this till is made for, each from a certain version on (`S1-04`).
package enum HotelSystem: String, Hashable, Sendable, Codable, CaseIterable {
    case opera5
    case operaCloud

    /// What the house calls it.
    package var name: String {
        switch self {
        case .opera5: "OPERA 5"
        case .operaCloud: "OPERA Cloud"
        }
    }

    /// Lets a version pass, or says which one is needed.
    /// - Throws: `Refusal.hotelVersionUnreadable`, `.hotelVersionTooOld` naming the nearest version that would do.
    package func mustServe(version text: String) throws(Refusal) {
        guard let version = HotelSystemVersion(text) else { throw .hotelVersionUnreadable }
        guard let needed = neededInstead(of: version) else { return }
        throw .hotelVersionTooOld(needed)
    }

    /// The nearest version that would do; nil when this one does. OPERA Cloud counts on from 1.20 to 19.x … 26.x.
    private func neededInstead(of version: HotelSystemVersion) -> String? {
        switch self {
        case .operaCloud:
            return version.isAtLeast([1, 20]) ? nil : "OPERA Cloud 1.20"
        case .opera5:
            if version.isAtLeast([5, 0, 5]) { return nil }
            if let patched = Self.patchLevels.first(where: { version.base == $0.base }) {
                return (version.patchLevel ?? 0) >= patched.level ? nil : patched.name
            }
            return Self.patchLevels.first { !version.isAtLeast($0.base) }?.name ?? "OPERA 5.0.05.00"
        }
    }

    private struct Patched {
        let base: [Int]
        let level: Int
        let name: String
    }

    /// Each release of OPERA 5 with the patch that brings what a till needs.
    private static let patchLevels = [
        Patched(base: [5, 0, 3, 3], level: 43, name: "OPERA 5.0.03.03 E43"),
        Patched(base: [5, 0, 4, 1], level: 24, name: "OPERA 5.0.04.01 E24"),
        Patched(base: [5, 0, 4, 2], level: 17, name: "OPERA 5.0.04.02 E17"),
        Patched(base: [5, 0, 4, 3], level: 10, name: "OPERA 5.0.04.03 E10"),
    ]
}

/// A version as its *About* box writes it: `5.0.04.02 E17`, `1.20`, `26.1.0.0`.
package struct HotelSystemVersion: Hashable, Sendable {
    /// The numbers before the patch level, four of them, zeros added.
    package let base: [Int]
    /// The number behind the `E`.
    package let patchLevel: Int?

    /// The longest text taken.
    package static let charactersMax = 24

    /// Reads a version; nil when it is none. `e17`, `E 17`, `/E17` and a leading `V` are read as people write them.
    package init?(_ text: String) {
        guard text.count <= Self.charactersMax else { return nil }
        var plain = text.uppercased().filter { $0 != " " && $0 != "/" && $0 != "\u{A0}" }
        if plain.hasPrefix("V") { plain.removeFirst() }
        let halves = plain.split(separator: "E", omittingEmptySubsequences: false)
        guard (1...2).contains(halves.count) else { return nil }
        let numbers = halves[0].split(separator: ".", omittingEmptySubsequences: false).map(Self.number)
        guard (2...5).contains(numbers.count), numbers.allSatisfy({ $0 != nil }) else { return nil }
        if halves.count == 2 {
            guard let level = Self.number(halves[1]) else { return nil }
            patchLevel = level
        } else {
            patchLevel = nil
        }
        let given = numbers.compactMap { $0 }
        base = given + Array(repeating: 0, count: max(0, 4 - given.count))
    }

    /// Whether it is not older than that one.
    func isAtLeast(_ other: [Int]) -> Bool { !base.lexicographicallyPrecedes(other) }

    private static func number(_ digits: Substring) -> Int? {
        (1...4).contains(digits.count) && digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
    }
}
