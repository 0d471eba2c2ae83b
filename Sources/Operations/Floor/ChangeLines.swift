package import PointOfSale
import Storage

extension Restaurant {
    /// Takes a batch of taps from the order screen: articles added, articles taken back, discounts given and taken back.
    ///
    /// Every change carries the id that the screen made, so that a batch sent twice, or half of it again, changes nothing the second time.
    /// All changes of a batch stand or fall together.
    /// - Throws: `Refusal` — not permitted, unknown check, article, line or discount, closed or partly paid check, quantities out of range,
    ///   a discount that is out of range, or one too many.
    package func changeLines(of checkID: CheckID, _ batch: [LineChange], by cashier: Cashier) async throws -> Check {
        try cashier.mustBeAllowed(.takeOrders)
        guard batch.count <= LineChange.batchMax else { throw Refusal.batchTooLarge(LineChange.batchMax) }
        let moment = now()
        return try await database.write { tx in
            let check = try tx.existingCheck(checkID)
            let known = check.knownChanges
            let fresh = batch.filter { !known.contains($0.id) }
            guard !fresh.isEmpty else { return check }
            try check.mustTakeLines()
            var lines = Dictionary(uniqueKeysWithValues: check.lines.map { ($0.id, (line: $0, left: check.quantityLeft(of: $0))) })
            var applied: Set<ClientKey> = []
            for change in fresh where applied.insert(change.id).inserted {
                switch change {
                case .add(let id, let item, let quantity, let note, let seat):
                    guard lines.count < Check.linesMax else { throw Refusal.tooManyLines(Check.linesMax) }
                    guard seat.map({ (1...CheckLine.seatMax).contains($0) }) ?? true else {
                        throw Refusal.seatOutOfRange(CheckLine.seatMax)
                    }
                    let line = try tx.newLine(id, of: item, quantity: quantity, note: note, seat: seat, at: moment, by: cashier.id)
                    try tx.insertLine(line, check: checkID)
                    lines[id] = (line, quantity)
                case .void(let id, let lineID, let quantity):
                    guard let target = lines[lineID] else { throw Refusal.unknownLine }
                    guard quantity >= 1 else { throw Refusal.quantityOutOfRange(CheckLine.quantityMax) }
                    guard quantity <= target.left else { throw Refusal.voidAboveQuantity }
                    try tx.insertLineVoid(
                        LineVoid(id: id, lineID: lineID, quantity: quantity, voidedAt: moment, voidedBy: cashier.id), check: checkID)
                    try tx.journal(.lineVoided, subject: checkID.text, by: cashier.id, at: moment)
                    lines[lineID]!.left -= quantity
                case .discount(let id, let lineID, let wish):
                    try tx.giveDiscount(id, wish, on: lineID, of: checkID, by: cashier, at: moment)
                case .removeDiscount(let id, let discount):
                    try tx.removeDiscount(discount, with: id, of: checkID, by: cashier, at: moment)
                case .spreadDiscount(let id, let discount):
                    try tx.spreadDiscount(discount, with: id, of: checkID, by: cashier, at: moment)
                }
            }
            let changed = try tx.existingCheck(checkID)
            try tx.announceToKitchen(fresh, of: changed, by: cashier.id, at: moment)
            guard changed.totals.gross.minorUnits <= Money.minorUnitsMax else { throw Refusal.quantityOutOfRange(CheckLine.quantityMax) }
            return changed
        }
    }
}

extension Check {
    /// The ids of all changes that were taken.
    fileprivate var knownChanges: Set<ClientKey> {
        Set(lines.map(\.id)).union(voids.map(\.id)).union(discounts.map(\.id)).union(discountRemovals.map(\.id))
    }
}

extension SQLTransaction {
    /// The line as it will stand on the check: name, price and rate of this moment.
    fileprivate func newLine(
        _ id: ClientKey, of itemID: MenuItemID, quantity: Int, note: String, seat: Int?, at moment: Timestamp, by cashier: CashierID
    ) throws -> CheckLine {
        guard (1...CheckLine.quantityMax).contains(quantity) else { throw Refusal.quantityOutOfRange(CheckLine.quantityMax) }
        guard note.count <= CheckLine.noteCharactersMax else { throw Refusal.noteTooLong(CheckLine.noteCharactersMax) }
        guard let item = try menuItem(itemID) else { throw Refusal.unknownMenuItem }
        guard item.isActive else { throw Refusal.menuItemOffMenu }
        return CheckLine(
            id: id, menuItemID: item.id, name: item.name, quantity: quantity, unitPrice: item.price,
            taxRate: try taxClass(item.taxClassID).rate,
            itemizer: try revenueGroup(item.revenueGroupID).itemizer, note: note, seat: seat, addedAt: moment, addedBy: cashier)
    }
}
