/// A check as the guest takes it home: the facts that every receipt is made of, on paper and on screen.
package struct Receipt: Sendable, Hashable {
    package let property: Property
    package let outlet: Outlet
    package let check: Check
    package let cashierName: String
    /// Payments that stand: settled, or on their way to a room.
    package let payments: [Payment]
    /// The number of the check that this one gives back (`S2-10`).
    package let originalNumber: Int?

    /// A payment, with what it was made by and where it went.
    package struct Payment: Sendable, Hashable {
        package let tender: Tender
        package let method: PaymentMethod
        /// The posting to the hotel, for a room charge.
        package let posting: FolioPosting?
        /// What the guest signed for it, while it is kept (`S2-07`).
        package let signature: SignatureStrokes?

        /// A payment.
        package init(tender: Tender, method: PaymentMethod, posting: FolioPosting?, signature: SignatureStrokes? = nil) {
            self.tender = tender
            self.method = method
            self.posting = posting
            self.signature = signature
        }
    }

    /// A receipt.
    package init(
        property: Property, outlet: Outlet, check: Check, cashierName: String, payments: [Payment], originalNumber: Int? = nil
    ) {
        self.property = property
        self.outlet = outlet
        self.check = check
        self.cashierName = cashierName
        self.payments = payments
        self.originalNumber = originalNumber
    }
}
