package import PointOfSale
package import Storage

/// Everything that the back office can configure, as it stands.
package struct HouseSettings: Sendable {
    package let property: Property
    /// By number, those that no longer sell included.
    package let outlets: [Outlet]
    /// Those in use, by outlet and place.
    package let floorPlans: [FloorPlan]
    /// Those in use, by number.
    package let tables: [Table]
    package let tills: [TillConfiguration]
    package let methods: [PaymentMethod]
    package let revenueGroups: [ConfiguredGroup]
    package let staff: [StaffMember]
    /// Where in the hotel's books the sales of each place go, where somebody said so (`S1-12`).
    package let revenueMappings: [RevenueMapping.Scope: RevenueMapping]
    package let openChecksAtClosing: OpenChecksAtClosing
    /// The PMS gateway; nil until it was created.
    package let hotelLink: HotelLinkSettings?
    /// What is sold, and how it is taxed.
    package let menu: MenuSettings
    /// The RoomRaccoon integration; nil until it was added.
    package let roomRaccoon: RoomRaccoonLink?
    /// The line to OPERA Cloud; nil until it was added.
    package let operaCloud: OperaCloudLink?
    /// Under which of the hotel's codes each part of a charge goes there.
    package let hotelCodeRules: [HotelCodeRule.Key: String]
    /// The hotel's own codes, as they were last read.
    package let hotelCodes: HotelCodeList?
    /// By name, those out of use included.
    package let printers: [Printer]
    package let paper: PaperSettings
    /// In their sequence, those out of use included (`S2-11`).
    package let discountPresets: [DiscountPreset]
    /// The keys of the tills that this one is the gateway of, newest first (`S1-02`).
    package let gatewayKeys: [GatewayKey]

    /// A revenue group with what only the back office sees of it.
    package struct ConfiguredGroup: Hashable, Sendable {
        package let code: String
        package let group: RevenueGroup
        package let isActive: Bool
    }

    /// One of the staff, and whether they can sign in.
    package struct StaffMember: Hashable, Sendable {
        package let cashier: Cashier
        package let hasPIN: Bool
    }
}

extension Restaurant {
    /// Everything that the back office can configure.
    /// - Throws: `Refusal.notPermitted`.
    package func settings(by cashier: Cashier) async throws -> HouseSettings {
        try cashier.mustBeAllowed(.configure)
        return try await database.read { tx in try tx.settings() }
    }

    /// Who changed what, newest first, with their names.
    /// - Throws: `Refusal.notPermitted`.
    package func settingChanges(limit: Int, by cashier: Cashier) async throws -> [SettingChange] {
        try cashier.mustBeAllowed(.configure)
        return try await database.read { tx in
            let names = Dictionary(uniqueKeysWithValues: try tx.cashiers().map { ($0.id, $0.name) })
            return try tx.journalEntries(kinds: [.configurationChanged, .configurationLoaded, .pinSet], limit: limit).map { entry in
                SettingChange(
                    at: entry.at, isWhole: entry.kind == .configurationLoaded, isPIN: entry.kind == .pinSet, note: entry.note ?? "",
                    cashierName: entry.cashierID.flatMap { names[$0] },
                    ofCashier: entry.kind == .pinSet ? CashierID(text: entry.subject).flatMap { names[$0] } : nil)
            }
        }
    }
}

/// One change of the configuration, as the journal tells it.
package struct SettingChange: Hashable, Sendable {
    package let at: Timestamp
    /// Whether a whole configuration was loaded.
    package let isWhole: Bool
    /// Whether somebody was given a PIN; which one is never written down.
    package let isPIN: Bool
    /// What, and before → after.
    package let note: String
    /// Nil when it was done from the command line of the server.
    package let cashierName: String?
    /// Whose PIN it was.
    package let ofCashier: String?
}

extension SQLTransaction {
    func settings() throws -> HouseSettings {
        let outlets = try outlets()
        return HouseSettings(
            property: try property(), outlets: outlets, floorPlans: try outlets.flatMap { try floorPlans($0.id) },
            tables: try outlets.flatMap { try tables(outlet: $0.id) }.filter(\.isActive).sorted { $0.number < $1.number },
            tills: try tillConfigurations(), methods: try paymentMethods(),
            revenueGroups: try revenueGroups(inUseOnly: false).map {
                HouseSettings.ConfiguredGroup(code: $0.code, group: $0.value, isActive: $0.isActive)
            },
            staff: try cashiers().map { HouseSettings.StaffMember(cashier: $0, hasPIN: try hasPIN($0.id)) },
            revenueMappings: try revenueMappings(), openChecksAtClosing: try openChecksAtClosing(), hotelLink: try hotelLink(),
            menu: try MenuSettings(self), roomRaccoon: try roomRaccoonLink(), operaCloud: try operaCloudLink(),
            hotelCodeRules: try hotelCodeRules(), hotelCodes: try hotelCodes(), printers: try printers(), paper: try paperSettings(),
            discountPresets: try discountPresets(), gatewayKeys: try gatewayKeys())
    }
}
