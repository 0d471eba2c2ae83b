import PointOfSale

/// A posting as it is handed over to the gateway: what `PUT /api/v1/gateway/postings/{key}` carries. It names the gateway that is meant, so
/// that no other one is ever asked what became of it.
struct RelayedBody: Sendable {
    let json: JSONValue

    /// The body for a posting. Pure, so that it can be written down before it is sent.
    init(_ posting: FolioPosting, mark: String) {
        let parts = posting.breakdown
        let time = posting.stamp.time
        let pair = { (number: Int) in number < 10 ? "0\(number)" : String(number) }
        var members: [JSONValue.Member] = [
            .init(name: "mark", value: .string(mark)), .init(name: "currency", value: .string(parts.total.currency.code)),
            .init(name: "checkNumber", value: .number(String(posting.checkNumber))),
            .init(name: "total", value: .number(String(parts.total.minorUnits))),
            .init(name: "subtotals", value: Self.amounts(parts.subtotals)), .init(name: "discounts", value: Self.amounts(parts.discounts)),
            .init(name: "tip", value: .number(String(parts.tip.minorUnits))),
            .init(name: "serviceCharge", value: .number(String(parts.serviceCharge.minorUnits))),
            .init(name: "covers", value: .number(String(posting.covers))),
            .init(name: "outletNumber", value: .number(String(posting.outletNumber))),
            .init(name: "servicePeriod", value: .number(String(posting.servicePeriod))),
            .init(name: "cashierName", value: .string(posting.cashierName)),
            .init(name: "workstation", value: .string(posting.workstation)),
            .init(name: "hotelCode", value: .string(posting.hotelCode)),
            .init(name: "overridesCredit", value: .bool(posting.overridesCredit)),
            .init(name: "date", value: .string(BusinessDate(year: time.year, month: time.month, day: time.day).description)),
            .init(name: "time", value: .string([time.hour, time.minute, time.second].map(pair).joined(separator: ":"))),
        ]
        if let table = posting.tableNumber { members.append(.init(name: "tableNumber", value: .number(String(table)))) }
        if let guest = posting.guest {
            members.append(
                .init(
                    name: "guest",
                    value: .object([
                        .init(name: "roomNumber", value: .string(guest.roomNumber.text)),
                        .init(name: "reservationNumber", value: .string(guest.reservationNumber)),
                        .init(name: "name", value: .string(guest.name)),
                    ])))
        }
        json = .object(members)
    }

    /// The gateway that an attempt was meant for; nil when it went by another line than this one.
    static func mark(in request: String) -> String? {
        RelayObject(body: Array(request.utf8))?.text("mark").flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func amounts(_ parts: [Itemizer: Money]) -> JSONValue {
        .array(
            parts.sorted { $0.key < $1.key }.map { itemizer, amount in
                .object([
                    .init(name: "itemizer", value: .number(String(itemizer.number))),
                    .init(name: "amount", value: .number(String(amount.minorUnits))),
                ])
            })
    }
}
