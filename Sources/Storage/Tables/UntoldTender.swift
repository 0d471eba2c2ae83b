import PointOfSale

/// A payment that the hotel has not been told of.
struct UntoldTender {
    let id: TenderID
    let businessDate: BusinessDate
    let settledAt: Timestamp
    let methodID: PaymentMethodID
    let servicePeriod: Int
    let place: RevenuePlace
    let amount: Money
    let tip: Money
}
