/// A house as one readable JSON file: what an installer writes, and what `ardoise configure` loads. `docs/operating.md` explains it.
package struct ConfigurationSet: Codable, Sendable, Hashable {
    package var property: PropertyEntry
    package var taxClasses: [TaxClassEntry]
    package var revenueGroups: [RevenueGroupEntry]
    package var categories: [CategoryEntry]
    package var items: [ItemEntry]
    package var outlets: [OutletEntry]
    package var staff: [StaffEntry]
    package var paymentMethods: [PaymentMethodEntry]
    package var hotel: HotelEntry

    /// A name: French, and English where there is one.
    package struct NameEntry: Codable, Sendable, Hashable {
        package var fr: String
        package var en: String?
    }

    /// The house.
    package struct PropertyEntry: Codable, Sendable, Hashable {
        package var name: String
        /// ISO 4217.
        package var currency: String
        /// IANA name.
        package var timeZone: String
        /// `05:30` when left out (`S1-13`).
        package var closingTime: String?
        /// `fr` or `en`.
        package var language: String
    }

    /// A tax class.
    package struct TaxClassEntry: Codable, Sendable, Hashable {
        package var code: String
        package var name: NameEntry
        /// Percent, as text: `10`, `5.5`.
        package var rate: String
    }

    /// A revenue group.
    package struct RevenueGroupEntry: Codable, Sendable, Hashable {
        package var code: String
        package var name: NameEntry
        /// 1 to 9, as agreed with the hotel.
        package var itemizer: Int
    }

    /// A page of the menu; the order in the file is the order on the screen.
    package struct CategoryEntry: Codable, Sendable, Hashable {
        package var code: String
        package var name: NameEntry
    }

    /// An article.
    package struct ItemEntry: Codable, Sendable, Hashable {
        package var plu: Int
        package var name: NameEntry
        /// Code of a category.
        package var category: String
        /// With tax, as text: `29.00`.
        package var price: String
        /// Code of a tax class.
        package var tax: String
        /// Code of a revenue group.
        package var revenue: String
        /// `hot`, `cold`, `wine`, `green` or `plain`; plain when left out.
        package var look: String?
    }

    /// An outlet with its floor plans and tables.
    package struct OutletEntry: Codable, Sendable, Hashable {
        package var number: Int
        package var name: String
        /// `refuse` or `queue`; refuse when left out.
        package var whileHotelIsDown: String?
        /// 04–11, 11–14, 14–18, 18–04 when left out (`S1-14`).
        package var servicePeriods: [ServicePeriodEntry]?
        package var floorPlans: [FloorPlanEntry]
    }

    /// A service period: it lasts until the next one begins.
    package struct ServicePeriodEntry: Codable, Sendable, Hashable {
        package var number: Int
        /// `04:00`.
        package var from: String
        package var name: NameEntry
    }

    /// A room of an outlet.
    package struct FloorPlanEntry: Codable, Sendable, Hashable {
        package var name: String
        package var tables: [TableEntry]
    }

    /// A table on the plan's grid.
    package struct TableEntry: Codable, Sendable, Hashable {
        package var number: Int
        package var seats: Int
        package var x: Int
        package var y: Int
    }

    /// A member of staff.
    package struct StaffEntry: Codable, Sendable, Hashable {
        package var number: Int
        package var name: String
        /// `waiter`, `manager` or `administrator`.
        package var role: String
        /// `fr` or `en`.
        package var language: String
        /// Four to six digits. Left out, the one in force stays.
        package var pin: String?
    }

    /// A payment method; the order in the file is the order on the screen.
    package struct PaymentMethodEntry: Codable, Sendable, Hashable {
        package var code: String
        package var name: NameEntry
        /// `cash`, `card` or `room`.
        package var kind: String
        /// The hotel's code, up to five characters.
        package var hotelCode: String
        package var givesChange: Bool?
        package var opensDrawer: Bool?
    }

    /// The line to the hotel.
    package struct HotelEntry: Codable, Sendable, Hashable {
        package var host: String
        package var port: Int
        /// `windows1252`, `cp850`, `utf8`, `windows1251` or `ascii`; windows1252 when left out.
        package var codePage: String?
        package var workstation: String?
        package var roomPaymentCode: String?
        package var matchesMax: Int?
        package var postingNumberDigits: Int?
        package var postingsInFlightMax: Int?
        /// How long the line must be quiet before a missing charge counts as not booked, s; 60 when left out.
        package var quietSeconds: Int?
        /// Whether every charge to a stay shows on that stay's bill (no routing); false when left out.
        package var billIsComplete: Bool?
        /// Whether a balance may settle a doubt (nobody else posts to folios); false when left out.
        package var balanceSettles: Bool?
        /// `FidCrypt0S|…`, when the hotel's interface asks for one.
        package var authenticationKey: String?
        /// A PEM file with the hotel's certificate: TLS is used when it is given.
        package var tlsCertificateFile: String?
    }
}
