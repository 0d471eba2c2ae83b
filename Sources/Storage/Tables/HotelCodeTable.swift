package import PointOfSale

/// The hotel's own codes, as they were last read.
package struct HotelCodeList: Hashable, Sendable {
    /// By code.
    package let codes: [HotelCode]
    package let readAt: Timestamp
}

extension SQLTransaction {
    /// Under which of the hotel's codes each part of a charge goes.
    package func hotelCodeRules() throws -> [HotelCodeRule.Key: String] {
        let rows = try query("select * from transaction_code where property_id = (select id from property)")
        return try rows.reduce(into: [:]) { rules, row in
            let (outlet, period) = (try row.int("outlet"), try row.int("service_period"))
            let itemizer = Itemizer(try row.int("itemizer"))
            let part = try row.read("part", as: "a part of a charge") { HotelCodeRule.Part(column: $0, itemizer) }
            let key = HotelCodeRule.Key(part, outlet: outlet == 0 ? nil : outlet, servicePeriod: period == 0 ? nil : period)
            rules[key] = try row.text("code")
        }
    }

    /// Sets under which of the hotel's codes each part of a charge goes: all of it.
    package func setHotelCodeRules(_ rules: [HotelCodeRule.Key: String]) throws {
        try execute("delete from transaction_code where property_id = (select id from property)")
        for (key, code) in rules {
            let (part, itemizer) = key.part.columns
            try execute(
                """
                insert into transaction_code (property_id, part, itemizer, outlet, service_period, code)
                values ((select id from property), $1, $2, $3, $4, $5)
                """,
                part, itemizer?.number ?? 0, key.outlet ?? 0, key.servicePeriod ?? 0, code)
        }
    }

    /// The hotel's own codes as they were last read; nil when they never were.
    package func hotelCodes() throws -> HotelCodeList? {
        let rows = try query("select * from hotel_code where property_id = (select id from property) order by code")
        guard let first = rows.first else { return nil }
        return HotelCodeList(
            codes: try rows.map { HotelCode(code: try $0.text("code"), text: try $0.text("description")) },
            readAt: try first.moment("read_at"))
    }

    /// Keeps the hotel's own codes in the place of those read before.
    package func setHotelCodes(_ codes: [HotelCode], readAt moment: Timestamp) throws {
        try execute("delete from hotel_code where property_id = (select id from property)")
        for code in codes {
            try execute(
                "insert into hotel_code (property_id, code, description, read_at) values ((select id from property), $1, $2, $3)",
                code.code, code.text, moment.milliseconds)
        }
    }
}

extension HotelCodeRule.Part {
    fileprivate init?(column: String, _ itemizer: Itemizer?) {
        switch (column, itemizer) {
        case ("sales", let itemizer?): self = .sales(itemizer)
        case ("discount", let itemizer?): self = .discount(itemizer)
        case ("tip", nil): self = .tip
        case ("serviceCharge", nil): self = .serviceCharge
        default: return nil
        }
    }

    /// How the table writes it.
    fileprivate var columns: (part: String, itemizer: Itemizer?) {
        switch self {
        case .sales(let itemizer): ("sales", itemizer)
        case .discount(let itemizer): ("discount", itemizer)
        case .tip: ("tip", nil)
        case .serviceCharge: ("serviceCharge", nil)
        }
    }
}
