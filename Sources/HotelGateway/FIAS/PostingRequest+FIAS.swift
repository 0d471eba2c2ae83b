import FIAS
import PointOfSale

extension PostingRequest {
    /// The record of a folio posting under a number (`FIAS 2.20.24 §6.2`). Pure, so that it can be written down before it is sent.
    init(_ posting: FolioPosting, number: Int) {
        let parts = posting.breakdown
        let amounts = PostingAmounts(
            total: parts.total.minorUnits, subtotals: Self.byNumber(parts.subtotals), discounts: Self.byNumber(parts.discounts),
            tip: parts.tip.minorUnits, serviceCharge: parts.serviceCharge.minorUnits)
        self.init(
            postingNumber: number, workstation: posting.workstation, paymentMethod: posting.hotelCode,
            account: posting.guest.map {
                Account(roomNumber: $0.roomNumber.text, reservationNumber: $0.reservationNumber, guestName: $0.name)
            },
            amounts: amounts,
            details: PostingDetails(
                checkNumber: String(posting.checkNumber), covers: posting.covers, servingTime: posting.servicePeriod,
                table: posting.tableNumber.map(String.init), outlet: String(posting.outletNumber), cashier: posting.cashierName,
                clearText: posting.reference(number: number).text, crossReference: posting.reference(number: number).text,
                overridesCreditLimit: posting.overridesCredit),
            stamp: RecordStamp(date: posting.stamp.date, time: posting.stamp.clock))
    }

    private static func byNumber(_ amounts: [Itemizer: Money]) -> [Int: Int] {
        Dictionary(uniqueKeysWithValues: amounts.map { ($0.key.number, $0.value.minorUnits) })
    }
}
