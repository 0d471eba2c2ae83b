import HotelGateway
import HotelSimulator
import PointOfSale

/// What happens in a history of OPERA Cloud: who is charged when, how the hotel answers, how often something goes wrong.
struct CloudPlan: Sendable {
    struct Dinner: Sendable {
        let guest: GuestChoice
        let item: Int
        let quantity: Int
        let tipMinor: Int
        let afterMs: Int64
        /// How often the button is pressed again.
        let taps: Int
    }

    struct Revenue: Sendable {
        let subtotals: [Itemizer: Money]
        let tipMinor: Int
        let afterMs: Int64
    }

    let dinners: [Dinner]
    let revenue: [Revenue]
    let search: OHIPSettings.Search
    let traps: OperaCloudSettings.Traps
    let tokenSeconds: Int
    /// In thousandths of requests.
    let mishapRate: Int
    let faultsUntilMs: Int64
    let jitterSeed: UInt64

    init(by dice: inout Dice) {
        let spreadMs = dice.one(of: [0, 5_000, 60_000] as [Int64])
        // Now and then everybody pays at once.
        let count = dice.happens(30) ? 12 : dice.int(1...3)
        dinners = (0..<count).map { _ in
            let guest = dice.one(of: SmallHotel.guests)
            guard let room = RoomNumber(guest.room),
                let choice = GuestChoice(roomNumber: room, reservationNumber: guest.reservation, name: guest.name)
            else { preconditionFailure("the small hotel's guests can be chosen") }
            return Dinner(
                guest: choice, item: dice.int(0...2), quantity: dice.int(1...3), tipMinor: dice.one(of: [0, 250]),
                afterMs: dice.ms(0...spreadMs), taps: dice.happens(200) ? 2 : 0)
        }
        let isTold = dice.happens(300)
        revenue = (0..<(isTold ? dice.int(1...2) : 0)).map { _ in
            Revenue(
                subtotals: [CloudHotel.food: Money(dice.int(1...90_000), .eur), CloudHotel.wine: Money(dice.int(1...9_000), .eur)],
                tipMinor: dice.one(of: [0, 400]), afterMs: dice.ms(0...spreadMs))
        }
        search = dice.one(of: OHIPSettings.Search.allCases)
        var traps = OperaCloudSettings.Traps()
        traps.amountsAsText = dice.happens(300)
        traps.leavesMembersOut = dice.happens(300)
        traps.callsRoomNumber = dice.happens(300)
        traps.listsNothing = dice.happens(300)
        traps.padsReferences = dice.happens(500)
        traps.emptyLists = dice.happens(300)
        self.traps = traps
        tokenSeconds = dice.one(of: [60, 3_600])
        mishapRate = dice.one(of: [50, 150, 300])
        faultsUntilMs = spreadMs + dice.ms(20_000...150_000)
        jitterSeed = dice.next()
    }
}
