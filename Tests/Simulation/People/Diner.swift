import PointOfSale

/// One table and the till it is served from: what is eaten, what is charged to which room, and what the till has said of it.
struct Diner {
    enum Stage { case toOpen, toCharge, toWatch, toPayCash, gone }

    /// One press of "charge to room": its key makes all its taps the same charge.
    struct Intent {
        let key: ClientKey
        let amount: Money
        let tip: Money
        let guest: GuestChoice
        /// The posting that the till acknowledged it as.
        var acknowledged: PostingID?
        var refusals = 0
    }

    let key: String
    let outlet: OutletID
    let items: [(item: MenuItemID, quantity: Int)]
    let guest: GuestChoice
    /// In how many parts it is paid.
    let parts: Int
    let tip: Money
    /// Whether the guest pays cash when the room does not work out, instead of trying again.
    let paysCash: Bool

    var stage = Stage.toOpen
    var check: Check?
    var intents: [Intent] = []
    var cashTries = 0
    var nextAct: Int?

    /// What is not paid and not on its way to a room.
    var remaining: Money { check?.totals.remaining ?? Money(0, .eur) }

    /// What the next charge is for.
    var nextAmount: Money {
        let share = (check?.totals.total.minorUnits ?? 0) / parts
        return remaining.minorUnits < 2 * share ? remaining : Money(share, .eur)
    }
}
