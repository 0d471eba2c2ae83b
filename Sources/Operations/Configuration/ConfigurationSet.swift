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
    /// Tills with a set-up of their own; none when left out.
    package var tillConfigurations: [TillEntry]?
    /// Beside those of outlets, which are mapped to their own numbers unless something else is said; none when left out.
    package var revenueMappings: [MappingEntry]?
    package var hotel: HotelEntry
    /// The RoomRaccoon integration; when left out, the one in force stays.
    package var roomRaccoon: RoomRaccoonEntry?
    /// The line to OPERA Cloud; when left out, the one in force stays.
    package var operaCloud: OperaCloudEntry?
    /// Printers; those of the back office stay as they are when left out.
    package var printers: [PrinterEntry]?
    /// Left out, as before.
    package var paper: PaperEntry?
    /// Discounts; those of the back office stay as they are when left out.
    package var discounts: [DiscountEntry]?

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
        /// The largest tip taken, percent of the payment, as text; `100` when left out (`S1-08`).
        package var tipPercentMax: String?
        /// What becomes of checks that are open at closing: `carry` or `refuse`. Left out, as before; `carry` in a new house.
        package var openChecksAtClosing: String?
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
        /// `opera` or `roomRaccoon`: the only hotel whose guests it charges; any in use when left out.
        package var integration: String?
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
        /// `cash`, `card`, `room`, `paymaster`, `voucher`, `openAccount` or `other`. A `room` has the code `IKPMS` (`S1-02`).
        package var kind: String
        /// The hotel's code, up to five characters. Empty, but for `room` and `paymaster`: its revenue is not meant for the hotel.
        package var hotelCode: String
        package var givesChange: Bool?
        package var opensDrawer: Bool?
        /// Whether tips may be added; true when left out.
        package var takesTips: Bool?
        /// For `room`: whether the receipts paid in all other ways go to the hotel too (`S1-05`); false when left out.
        package var transmitsReceipts: Bool?
        /// For `room`: `opera` (when left out) or `roomRaccoon`, which has the code `ROOMRACCOON` and that name to the letter (`S2-04`).
        package var integration: String?
        /// Whether it is counted with the drawer at closing; as is usual for its kind when left out.
        package var countsInFloat: Bool?
    }

    /// Where in the hotel's books the sales of a place go: of an outlet, or of one of its floor plans or tills (`S1-12`).
    package struct MappingEntry: Codable, Sendable, Hashable {
        /// Number of an outlet.
        package var outlet: Int
        /// Name of one of the outlet's floor plans.
        package var floorPlan: String?
        /// Number of a till configuration.
        package var till: Int?
        /// The hotel's number, 1 to 99999.
        package var hotelOutlet: Int
        /// The hotel's itemizer for ours, as `{"1": 3}`; one that is not named keeps its number.
        package var itemizers: [String: Int]?
    }

    /// A till with a set-up of its own.
    package struct TillEntry: Codable, Sendable, Hashable {
        package var number: Int
        package var name: String
        /// Number of an outlet.
        package var outlet: Int
        /// Name of one of the outlet's floor plans.
        package var floorPlan: String?
        /// Codes of payment methods; all of them when left out.
        package var paymentMethods: [String]?
    }

    /// The line to the hotel.
    package struct HotelEntry: Codable, Sendable, Hashable {
        /// Empty, with `isOn` false, when there is no gateway yet: the back office creates it.
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
        /// `FidCrypt0S|…`, when the hotel's interface asks for one. Left out, the one in force stays; empty, it is taken away.
        package var authenticationKey: String?
        /// The rooms that are internal accounts of the hotel, with no guest in them (`S1-07`).
        package var paymasterRooms: [String]?
        /// The hotel's code for a room charge that a manager lets pass a credit limit, where it has one (`S1-16`).
        package var managerPaymentCode: String?
        /// Which site-defined field of a guest, 0 to 9 for A0 to A9, says what the stay includes; none when left out.
        package var packageField: Int?
        /// A PEM file with the hotel's certificate: TLS is used when it is given.
        package var tlsCertificateFile: String?
        /// What the back office calls the gateway; `PMS` when left out.
        package var name: String?
        /// `opera5` or `operaCloud`; opera5 when left out.
        package var system: String?
        /// The hotel system's version, as `5.0.05.01` (`S1-04`); not checked when left out.
        package var version: String?
        /// Whether the line is in use; true when left out.
        package var isOn: Bool?
    }
}
