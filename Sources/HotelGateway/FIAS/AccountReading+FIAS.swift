import FIAS
import PointOfSale

extension FolioLine {
    /// One item of a bill (`FIAS 2.20.24 §5`, XI).
    init(_ item: BillItem, currency: Currency) {
        self.init(
            text: item.text, amount: Money(item.amount, currency), date: item.stamp.flatMap { BusinessDate(fias: $0.date) })
    }
}

extension AccountReading {
    /// What came of asking for a bill (`FIAS 2.20.24 §5`, XR XI XB).
    init(_ view: BillView, currency: Currency) {
        switch view {
        case .bill(let items, let balance) where balance.status == nil || balance.status == .ok:
            self.init(
                .lines(items.map { FolioLine($0, currency: currency) }),
                balance: Money(balance.balance, currency))
        case .bill: self.init(.refused)
        case .notSent(.nightAudit): self.init(.unavailable(.nightAudit))
        case .notSent(.queueFull), .notSent(.resyncing), .notSent(.numberInUse): self.init(.unavailable(.busy))
        case .notSent, .unknown(.linkLost), .unknown(.cancelled): self.init(.unavailable(.notConnected))
        case .unknown(.timedOut): self.init(.unavailable(.timedOut))
        case .unreadable: self.init(.unavailable(.nonsense))
        }
    }
}
