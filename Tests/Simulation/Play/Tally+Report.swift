extension Tally {
    /// What is printed at the end of many histories.
    package func report(seconds: Double) -> String {
        let perSecond = seconds > 0 ? Double(histories) / seconds : 0
        var lines = [
            "histories            \(histories), \(tenths(perSecond)) a second, \(tenths(seconds)) s",
            "virtual time         \(virtualMs / 3_600_000) h",
            "charges              \(charges), \(bookings) bookings at the hotel, \(starts) starts of the till",
            "states covered       \(states.count)",
            "duplicates           \(duplicates)",
            "losses               \(losses)",
            "wrong rooms          \(wrongRooms)",
            "unexplained doubts   \(unexplainedDoubts)",
            "other findings       \(otherFindings)",
            "doubts               \(doubts): \(doubtsSettledByMachine) settled by machine, \(doubtsSettledByPerson) by a person, "
                + "\(doubtsLeftListed) left listed",
            "reversals            \(reversals)",
            "faults",
        ]
        lines += faults.sorted { $0.key < $1.key }.map {
            "  \($0.key)\(String(repeating: " ", count: max(1, 19 - $0.key.count)))\($0.value)"
        }
        return lines.joined(separator: "\n")
    }

    private func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
