/// What one posting of revenue tells the hotel: what was paid in one window in one outlet and service period, in one way (`S1-05`).
package struct RevenueBatch: Hashable, Sendable, Codable, Identifiable {
    package let id: RevenueBatchID
    package let window: RevenueWindow.Key
    package let outletID: OutletID
    package let servicePeriod: Int
    package let paymentMethodID: PaymentMethodID
    /// Nil when no mapping was found and the fallback was taken (`S1-12`).
    package let mappingID: RevenueMappingID?
    /// How many payments it carries.
    package let tenders: Int
    package let amount: Money
    package let tip: Money

    /// A batch.
    package init(
        id: RevenueBatchID, window: RevenueWindow.Key, outletID: OutletID, servicePeriod: Int, paymentMethodID: PaymentMethodID,
        mappingID: RevenueMappingID?, tenders: Int, amount: Money, tip: Money
    ) {
        self.id = id
        self.window = window
        self.outletID = outletID
        self.servicePeriod = servicePeriod
        self.paymentMethodID = paymentMethodID
        self.mappingID = mappingID
        self.tenders = tenders
        self.amount = amount
        self.tip = tip
    }

    /// Whether it went by the fallback, which somebody ought to know.
    package var isFallback: Bool { mappingID == nil }
}

/// The identity of a batch of revenue.
package typealias RevenueBatchID = Identifier<RevenueBatch>

extension RevenueWindow {
    /// A window as it is written down, for the revenue of a business date. What is written late goes with a later window, which may
    /// belong to the next date by the clock.
    package struct Key: Hashable, Sendable, Codable {
        package let businessDate: BusinessDate
        package let start: Timestamp
        package let end: Timestamp

        /// A window for the revenue of that date.
        package init(businessDate: BusinessDate, start: Timestamp, end: Timestamp) {
            self.businessDate = businessDate
            self.start = start
            self.end = end
        }
    }
}
