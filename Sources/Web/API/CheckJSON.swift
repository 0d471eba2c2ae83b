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
        discounts(of: check, language)
        field("gross", totals.gross.minorUnits)
        field("discount", totals.discount.minorUnits)
        field("total", totals.total.minorUnits)
        field("settled", totals.settled.minorUnits)
        field("pending", totals.pending.minorUnits)
        field("tips", totals.tips.minorUnits)
        field("remaining", totals.remaining.minorUnits)
        taxes(totals)
    }

    private mutating func lines(of check: Check, _ language: Language) {
        array("lines", check.lineTotals) { json, total in
            let (line, left) = (total.line, total.quantity)
            json.field("id", line.id.text)
            json.field("menuItemId", line.menuItemID.text)
            json.field("name", line.name.text(in: language))
            json.field("quantity", line.quantity)
            json.field("voidedQuantity", line.quantity - left)
            json.field("unitPrice", line.unitPrice.minorUnits)
            json.field("discount", total.discount.minorUnits)
            json.field("amount", total.net.minorUnits)
            json.field("taxRate", line.taxRate.basisPoints)
            json.field("note", line.note.isEmpty ? nil : line.note)
            json.field("seat", line.seat)
            json.field("refundsLineId", line.refundsLineID?.text)
            json.field("addedAt", TimeText.iso(line.addedAt))
        }
    }

    /// The discounts that stand.
    private mutating func discounts(of check: Check, _ language: Language) {
        array("discounts", check.discountTotals) { json, entry in
            let discount = entry.discount
            json.field("id", discount.id.text)
            json.field("lineId", discount.lineID?.text)
            json.field("presetId", discount.presetID?.text)
            json.field("name", discount.name.text(in: language))
            json.fields(of: discount.value)
            json.field("off", entry.amount.minorUnits)
            json.field("reason", discount.reason.isEmpty ? nil : discount.reason)
            json.field("carriesOn", discount.carriesOn?.text)
            json.field("givenAt", TimeText.iso(discount.givenAt))
        }
    }

    /// How much a discount takes off: `rate` in hundredths of a percent, or `value` in minor units.
    mutating func fields(of value: DiscountValue) {
        switch value {
        case .share(let rate): field("rate", rate.basisPoints)
        case .amount(let amount): field("value", amount.minorUnits)
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
