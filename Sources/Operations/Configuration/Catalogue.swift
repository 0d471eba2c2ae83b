package import PointOfSale
package import Storage

/// A configuration set after checking: values of the core, each with its identity, ready to be stored.
package struct Catalogue: Sendable {
    package var property: Property
    package var taxClasses: [(code: String, value: TaxClass)] = []
    package var revenueGroups: [(code: String, value: RevenueGroup)] = []
    package var categories: [(code: String, value: MenuCategory)] = []
    package var items: [MenuItem] = []
    package var outlets: [Outlet] = []
    package var floorPlans: [FloorPlan] = []
    package var tables: [Table] = []
    package var staff: [Cashier] = []
    /// The PINs given in the set, by the cashier they belong to.
    package var pins: [CashierID: PIN] = [:]
    package var paymentMethods: [PaymentMethod] = []
    package var tills: [TillConfiguration] = []
    package var revenueMappings: [RevenueMapping] = []
    /// Nil when the set does not say.
    package var openChecksAtClosing: OpenChecksAtClosing?
    /// Nil when the set names no gateway: the one in force stays.
    package var hotelLink: HotelLinkSettings?
    /// Nil when the set does not name RoomRaccoon: the integration in force stays.
    package var roomRaccoon: RoomRaccoonLink?
    /// Nil when the set does not name OPERA Cloud: the line in force stays.
    package var operaCloud: OperaCloudLoad?
    /// Nil when the set names none: those in use stay.
    package var printers: [Printer]?
    /// Nil when the set does not say.
    package var paper: PaperSettings?
    /// Nil when the set names none: those in use stay.
    package var discountPresets: [DiscountPreset]?
}
