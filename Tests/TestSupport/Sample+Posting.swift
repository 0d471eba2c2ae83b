package import PointOfSale

extension Sample {
    /// Mme Garibaldi in room 204.
    package static let garibaldi = GuestChoice(roomNumber: RoomNumber("204")!, reservationNumber: "12345", name: "Garibaldi, Lucia")!

    /// A posting of check 1007 to room 204: 28.00 and 12.00, 2.50 tip.
    package static func posting(
        _ number: UInt64 = 1, subtotals: [Int: Int] = [1: 2800, 2: 1200], tip: Int = 250, guest: GuestChoice = garibaldi,
        overridesCredit: Bool = false, state: PostingState = .queued, attempts: Int = 0
    ) -> FolioPosting {
        FolioPosting(
            id: id(number), checkID: id(1), tenderID: id(number + 1000), checkNumber: 1007, guest: guest,
            breakdown: PostingBreakdown(
                subtotals: Dictionary(uniqueKeysWithValues: subtotals.map { (Itemizer($0.key)!, euros($0.value)) }), tip: euros(tip)),
            covers: 2, outletNumber: 1, servicePeriod: 4, tableNumber: 12, cashierName: "Anna", workstation: "TILL1", hotelCode: "ROOM",
            overridesCredit: overridesCredit,
            stamp: PostingStamp(time: LocalTime(year: 2026, month: 11, day: 22, hour: 20, minute: 15, second: 30)), state: state,
            createdAt: evening,
            createdBy: id(99), updatedAt: evening, notBefore: evening, attempts: attempts)
    }

    /// Revenue of 28.00 and 12.00 with 2.50 of tips, paid in cash.
    package static func revenue(_ number: UInt64 = 1) -> FolioPosting {
        FolioPosting(
            id: id(number), checkID: nil, tenderID: nil, checkNumber: 1008, guest: nil,
            breakdown: PostingBreakdown(subtotals: [Itemizer(1)!: euros(2800), Itemizer(2)!: euros(1200)], tip: euros(250)), covers: 9,
            outletNumber: 1, servicePeriod: 4, tableNumber: nil, cashierName: "ARDOISE", workstation: "TILL1", hotelCode: "CASH",
            stamp: PostingStamp(time: LocalTime(year: 2026, month: 11, day: 22, hour: 20, minute: 30, second: 0)), createdAt: evening,
            createdBy: id(99), updatedAt: evening, notBefore: evening)
    }

    /// Attempt 42 at that posting.
    package static func attempt(number: Int = 42, posting: PostingID = id(1)) -> PostingAttempt {
        PostingAttempt(id: id(500), postingID: posting, number: number, startedAt: evening, request: "PR|P#\(number)|")
    }
}
