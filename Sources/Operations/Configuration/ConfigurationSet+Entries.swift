import PointOfSale
import Storage

// Each entry from what is in use, as the file writes it.

extension ConfigurationSet.NameEntry {
    init(_ name: LocalizedName) { self.init(fr: name.fr, en: name.en) }
}

extension ConfigurationSet.OutletEntry {
    init(_ outlet: Outlet, _ settings: HouseSettings) {
        self.init(
            number: outlet.number, name: outlet.name, whileHotelIsDown: outlet.whileHotelIsDown.rawValue,
            integration: outlet.integration?.rawValue,
            servicePeriods: outlet.servicePeriods.all.map {
                ConfigurationSet.ServicePeriodEntry(number: $0.number, from: clock($0.startMinute), name: .init($0.name))
            },
            floorPlans: settings.floorPlans.filter { $0.outletID == outlet.id }.map { plan in
                ConfigurationSet.FloorPlanEntry(
                    name: plan.name,
                    tables: settings.tables.filter { $0.floorPlanID == plan.id }.map {
                        ConfigurationSet.TableEntry(number: $0.number, seats: $0.seats, x: $0.x, y: $0.y)
                    })
            })
    }
}

extension ConfigurationSet.PaymentMethodEntry {
    init(_ method: PaymentMethod) {
        self.init(
            code: method.code, name: .init(method.name), kind: method.kind.rawValue, hotelCode: method.hotelCode,
            givesChange: method.givesChange, opensDrawer: method.opensDrawer, takesTips: method.takesTips,
            transmitsReceipts: method.kind == .room ? method.transmitsReceipts : nil,
            integration: method.integration == .opera ? nil : method.integration.rawValue, countsInFloat: method.countsInFloat)
    }
}

extension ConfigurationSet.TillEntry {
    /// Nil when its outlet is out of use.
    init?(_ till: TillConfiguration, _ settings: HouseSettings) {
        guard let outlet = settings.outlets.first(where: { $0.id == till.outletID && $0.isActive }) else { return nil }
        let codes = settings.methods.filter { $0.isActive && till.methodIDs.contains($0.id) }.map(\.code)
        self.init(
            number: till.number, name: till.name, outlet: outlet.number,
            floorPlan: settings.floorPlans.first { $0.id == till.floorPlanID }?.name,
            paymentMethods: till.methodIDs.isEmpty ? nil : codes)
    }
}

extension ConfigurationSet.MappingEntry {
    /// Those of places in use, outlet by outlet.
    static func all(_ settings: HouseSettings) -> [Self] {
        let mappings = settings.revenueMappings
        return settings.outlets.filter(\.isActive).flatMap { outlet in
            let whole = mappings[.outlet(outlet.id)].map { Self(outlet.number, mapping: $0) }
            let plans = settings.floorPlans.filter { $0.outletID == outlet.id }.compactMap { plan in
                mappings[.floorPlan(plan.id)].map { Self(outlet.number, floorPlan: plan.name, mapping: $0) }
            }
            let tills = settings.tills.filter { $0.isActive && $0.outletID == outlet.id }.compactMap { till in
                mappings[.tillConfiguration(till.id)].map { Self(outlet.number, till: till.number, mapping: $0) }
            }
            return [whole].compactMap { $0 } + plans + tills
        }
    }

    private init(_ outlet: Int, floorPlan: String? = nil, till: Int? = nil, mapping: RevenueMapping) {
        let pairs = mapping.itemizers.map { (String($0.key.number), $0.value.number) }
        self.init(
            outlet: outlet, floorPlan: floorPlan, till: till, hotelOutlet: mapping.hotelOutlet,
            itemizers: pairs.isEmpty ? nil : Dictionary(uniqueKeysWithValues: pairs))
    }
}

extension ConfigurationSet.HotelEntry {
    init(_ link: HotelLinkSettings) {
        self.init(
            host: link.host, port: link.port, codePage: link.codePage, workstation: link.workstation,
            roomPaymentCode: link.roomPaymentCode, matchesMax: link.matchesMax, postingNumberDigits: link.postingNumberDigits,
            postingsInFlightMax: link.postingsInFlightMax, quietSeconds: link.quietSeconds, billIsComplete: link.billIsComplete,
            balanceSettles: link.balanceSettles, paymasterRooms: link.paymasterRooms.isEmpty ? nil : link.paymasterRooms,
            managerPaymentCode: link.managerPaymentCode.isEmpty ? nil : link.managerPaymentCode,
            packageField: link.packageField, tlsCertificateFile: link.tlsCertificateFile, name: link.name,
            system: link.system.rawValue, version: link.systemVersion.isEmpty ? nil : link.systemVersion, isOn: link.isOn)
    }
}

extension Money {
    /// As a set writes a price: `29.00`.
    var plainText: String {
        let scale = (0..<currency.minorDigits).reduce(1) { power, _ in power * 10 }
        guard scale > 1 else { return String(minorUnits) }
        let fraction = String(minorUnits % scale)
        return "\(minorUnits / scale)." + String(repeating: "0", count: currency.minorDigits - fraction.count) + fraction
    }
}

extension Rate {
    /// As a set writes a rate: `5.50`.
    var percentText: String { Money(basisPoints, Currency(code: "PCT", minorDigits: 2)).plainText }
}
