package import Foundation
package import PointOfSale
import Storage

extension Restaurant {
    /// The whole configuration as one file: what `importConfiguration` and `ardoise configure` load. No PINs and no keys are in it; those
    /// in force stay when it is loaded again.
    /// - Throws: `Refusal.notPermitted`.
    package func exportConfiguration(by cashier: Cashier) async throws -> Data {
        try cashier.mustBeAllowed(.configure)
        let set = try await database.read { tx in try ConfigurationSet(tx) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(set)
    }

    /// Loads a configuration over the one in force, all of it or nothing; what it no longer names goes out of use. The line to the hotel
    /// is set up anew.
    /// - Throws: `Refusal.notPermitted`, `ConfigurationRejected` with every mistake.
    package func importConfiguration(_ json: Data, by cashier: Cashier) async throws -> ConfigurationLoaded {
        try cashier.mustBeAllowed(.configure)
        let catalogue = try Catalogue(ConfigurationSet(json: json))
        guard catalogue.staff.contains(where: { $0.number == cashier.number && $0.may(.configure) }) else {
            throw ConfigurationRejected([
                ConfigurationProblem("staff", "should keep whoever imports it, number \(cashier.number), as an administrator")
            ])
        }
        let loaded = try await catalogue.load(into: database, pepper: pepper, at: now(), by: cashier.id)
        hotelLinkChanges.announce()
        roomRaccoonChanges.announce()
        return loaded
    }
}

extension ConfigurationSet {
    /// What is in use now.
    init(_ tx: any SQLTransaction) throws {
        let settings = try tx.settings()
        let property = settings.property
        let methods = settings.methods.filter(\.isActive)
        self.init(
            property: PropertyEntry(
                name: property.name, currency: property.currency.code, timeZone: property.calendar.timeZone.identifier,
                closingTime: clock(property.calendar.change?.closingMinute ?? property.calendar.closingMinute),
                language: property.language.rawValue, tipPercentMax: property.tipShareMax.percentText,
                openChecksAtClosing: settings.openChecksAtClosing.rawValue),
            taxClasses: try tx.taxClassesInUse().map {
                TaxClassEntry(code: $0.code, name: NameEntry($0.value.name), rate: $0.value.rate.percentText)
            },
            revenueGroups: settings.revenueGroups.filter(\.isActive).map {
                RevenueGroupEntry(code: $0.code, name: NameEntry($0.group.name), itemizer: $0.group.itemizer.number)
            },
            categories: try tx.menuCategoriesInUse().map { CategoryEntry(code: $0.code, name: NameEntry($0.value.name)) },
            items: try Self.items(tx, settings),
            outlets: settings.outlets.filter(\.isActive).map { OutletEntry($0, settings) },
            staff: settings.staff.map(\.cashier).filter(\.isActive).map {
                StaffEntry(number: $0.number, name: $0.name, role: $0.role.rawValue, language: $0.language.rawValue)
            },
            paymentMethods: methods.map(PaymentMethodEntry.init),
            tillConfigurations: settings.tills.filter(\.isActive).compactMap { TillEntry($0, settings) },
            revenueMappings: MappingEntry.all(settings),
            hotel: settings.hotelLink.map(HotelEntry.init) ?? HotelEntry(host: "", port: HotelLinkSettings.portDefault, isOn: false),
            roomRaccoon: settings.roomRaccoon.map(RoomRaccoonEntry.init),
            operaCloud: settings.operaCloud.map { OperaCloudEntry($0, settings.hotelCodeRules) }, printers: PrinterEntry.all(settings),
            paper: PaperEntry(settings.paper), discounts: DiscountEntry.all(settings))
    }

    private static func items(_ tx: any SQLTransaction, _ settings: HouseSettings) throws -> [ItemEntry] {
        let taxes = Dictionary(uniqueKeysWithValues: try tx.taxClassesInUse().map { ($0.value.id, $0.code) })
        let groups = Dictionary(uniqueKeysWithValues: settings.revenueGroups.map { ($0.group.id, $0.code) })
        let pages = Dictionary(uniqueKeysWithValues: try tx.menuCategoriesInUse().map { ($0.value.id, $0.code) })
        return try tx.menu().items.filter(\.isActive).compactMap { item in
            guard let tax = taxes[item.taxClassID], let group = groups[item.revenueGroupID], let page = pages[item.categoryID] else {
                return nil
            }
            return ItemEntry(
                plu: item.code, name: NameEntry(item.name), category: page, price: item.price.plainText, tax: tax, revenue: group,
                look: item.look.rawValue)
        }
    }
}
