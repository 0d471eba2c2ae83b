import PointOfSale

extension PostingBreakdown {
    /// Its parts as the hotel knows them, `S1 12,00` and `D1 −1,20` (`FIAS 2.20.24 §6.2`).
    func parts(_ money: MoneyText) -> [String] {
        let sales = subtotals.sorted { $0.key < $1.key }.map { "S\($0.key.number) \(money.bare($0.value))" }
        return sales + discounts.sorted { $0.key < $1.key }.map { "D\($0.key.number) \(money.bare($0.value))" }
    }
}
