import PointOfSale

extension SQLTransaction {
    /// The next check number: 1, 2, 3 … up to `Check.numberMax`, then 1 again.
    package func nextCheckNumber() throws -> Int {
        try reserveNumbers(1, of: "check", max: Check.numberMax)[0]
    }

    /// The next number on the wire for a posting, of so many digits: none is skipped, none is 0, after the largest comes 1.
    package func nextPostingNumber(digits: Int) throws -> Int {
        try reservePostingNumbers(1, digits: digits)[0]
    }

    /// The next `count` numbers on the wire, for messages that are not written down one by one (`FIAS 2.20.24 §10.7`).
    package func reservePostingNumbers(_ count: Int, digits: Int) throws -> [Int] {
        precondition((1...8).contains(digits), "a posting number has 1 to 8 digits")
        return try reserveNumbers(count, of: "posting", max: (0..<digits).reduce(1) { power, _ in power * 10 } - 1)
    }

    private func reserveNumbers(_ count: Int, of counter: String, max: Int) throws -> [Int] {
        precondition((1...max).contains(count), "as many numbers as there are, and at least one")
        try execute(
            """
            insert into number_counter (property_id, name, last_number) values ((select id from property), $1, 0)
            on conflict (property_id, name) do nothing
            """,
            counter)
        let row = try first(
            """
            update number_counter set last_number = (last_number + $1 - 1) % $2 + 1
            where property_id = (select id from property) and name = $3 returning last_number
            """,
            count, max, counter)
        guard let last = try row?.int("last_number") else { throw StorageFault.missing("counter", id: counter) }
        return (1...count).map { (last - count + $0 - 1 + max) % max + 1 }
    }
}
