import PointOfSale

extension JSONWriter {
    /// A whole check, as the API and the order screen read it.
    mutating func fields(of check: Check, _ language: Language) {
        let totals = check.totals
        field("id", check.id.text)
        field("number", check.number)
        field("outletId", check.outletID.text)
        field("tableId", check.tableID?.text)
        field("tableNumber", check.tableNumber)
        field("covers", check.covers)
        field("state", check.state.rawValue)
        field("refunds", check.refunds?.text)
        field("businessDate", check.businessDate.description)
        field("openedAt", TimeText.iso(check.openedAt))
        field("closedAt", check.closedAt.map { TimeText.iso($0) })
        field("currency", check.currency.code)
        lines(of: check, language)
        array("tenders", check.tenders) { $0.fields(of: $1) }
        field("total", totals.total.minorUnits)
        field("settled", totals.settled.minorUnits)
        field("pending", totals.pending.minorUnits)
        field("tips", totals.tips.minorUnits)
        field("remaining", totals.remaining.minorUnits)
        taxes(totals)
    }

    private mutating func lines(of check: Check, _ language: Language) {
        array("lines", check.lines) { json, line in
            let left = check.quantityLeft(of: line)
            json.field("id", line.id.text)
            json.field("menuItemId", line.menuItemID.text)
            json.field("name", line.name.text(in: language))
            json.field("quantity", line.quantity)
            json.field("voidedQuantity", line.quantity - left)
            json.field("unitPrice", line.unitPrice.minorUnits)
            json.field("amount", line.unitPrice.minorUnits * left)
            json.field("taxRate", line.taxRate.basisPoints)
            json.field("note", line.note.isEmpty ? nil : line.note)
            json.field("seat", line.seat)
            json.field("refundsLineId", line.refundsLineID?.text)
            json.field("addedAt", TimeText.iso(line.addedAt))
        }
    }

    /// The tax inside a check, by rate.
    mutating func taxes(_ totals: CheckTotals) {
        array("taxes", totals.taxes) { json, tax in
            json.field("rate", tax.rate.basisPoints)
            json.field("gross", tax.gross.minorUnits)
            json.field("tax", tax.tax.minorUnits)
        }
    }

    /// A payment.
    mutating func fields(of tender: Tender) {
        field("id", tender.id.text)
        field("kind", tender.kind.rawValue)
        field("paymentMethodId", tender.paymentMethodID.text)
        field("amount", tender.amount.minorUnits)
        field("tip", tender.tip.minorUnits)
        field("state", tender.state.rawValue)
        field("cashGiven", tender.cashGiven?.minorUnits)
        field("change", tender.change?.minorUnits)
        field("takenAt", TimeText.iso(tender.takenAt))
        field("businessDate", tender.businessDate.description)
        field("reverses", tender.reverses?.text)
        field("postingId", tender.postingID?.text)
    }

    /// A check in a list.
    mutating func summary(of check: Check) {
        let totals = check.totals
        field("id", check.id.text)
        field("number", check.number)
        field("tableNumber", check.tableNumber)
        field("covers", check.covers)
        field("openedAt", TimeText.iso(check.openedAt))
        field("total", totals.total.minorUnits)
        field("remaining", totals.remaining.minorUnits)
        field("pending", totals.pending.minorUnits)
    }
}
