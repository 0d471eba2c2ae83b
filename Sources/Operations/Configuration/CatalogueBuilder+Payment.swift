import PointOfSale

extension CatalogueBuilder {
    /// Payment methods in the order of the file.
    mutating func addPaymentMethods(to catalogue: inout Catalogue) {
        if set.paymentMethods.isEmpty { complain("paymentMethods", "is empty: nobody could pay") }
        checkCodes(set.paymentMethods.map(\.code), "paymentMethods")
        checkDistinct(set.paymentMethods.map(\.code), { "paymentMethods[\($0)].code" }, .code)
        for (index, entry) in set.paymentMethods.enumerated() {
            let place = "paymentMethods[\(index)]"
            let name = name(entry.name, "\(place).name")
            let kinds = PaymentMethod.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            let kind = need(PaymentMethod.Kind(rawValue: entry.kind), "\(place).kind", "should be one of \(kinds)")
            guard let kind else { continue }
            let shortest = kind.isHotelAccount ? 1 : 0
            if !(shortest...PaymentMethod.hotelCodeCharactersMax).contains(entry.hotelCode.count) || entry.hotelCode.contains("|") {
                complain("\(place).hotelCode", "should have \(shortest) to \(PaymentMethod.hotelCodeCharactersMax) characters")
            }
            let integration = integration(of: entry, kind, place)
            if !kind.mayGiveChange, entry.givesChange == true { complain("\(place).givesChange", "a \(kind.rawValue) gives no change") }
            if kind != .room, entry.transmitsReceipts == true { complain("\(place).transmitsReceipts", "is for a room only") }
            catalogue.paymentMethods.append(
                PaymentMethod(
                    id: .catalogue("paymentMethod", entry.code), code: entry.code, name: name, kind: kind, hotelCode: entry.hotelCode,
                    givesChange: entry.givesChange ?? (kind == .cash), opensDrawer: entry.opensDrawer ?? (kind == .cash), position: index,
                    transmitsReceipts: entry.transmitsReceipts ?? false, takesTips: entry.takesTips ?? true,
                    integration: integration, countsInFloat: entry.countsInFloat))
        }
    }

    /// Whose hotel's system it charges. Its code follows from that (`S1-02`, `S2-04`).
    private mutating func integration(
        of entry: ConfigurationSet.PaymentMethodEntry, _ kind: PaymentMethod.Kind, _ place: String
    ) -> Integration {
        let named = need(
            Integration(rawValue: entry.integration ?? Integration.opera.rawValue), "\(place).integration", "should be opera or roomRaccoon"
        )
        let integration = named ?? .opera
        if integration == .roomRaccoon {
            if kind != .room { complain("\(place).integration", "is for a room only") }
            if [entry.name.fr, entry.name.en ?? integration.name].contains(where: { $0 != integration.name }) {
                complain("\(place).name", "should be exactly \(integration.name): RoomRaccoon goes by it")
            }
        }
        let code = integration == .roomRaccoon ? PaymentMethod.roomRaccoonCode : PaymentMethod.roomCode
        let reserved = [PaymentMethod.roomCode, PaymentMethod.roomRaccoonCode].contains(entry.code)
        if kind == .room ? entry.code != code : reserved {
            complain("\(place).code", "should be \(code) for a charge to a room, and for nothing else")
        }
        return integration
    }

    /// Tills with a set-up of their own. After outlets and payment methods: they point at them.
    mutating func addTills(to catalogue: inout Catalogue) {
        let entries = set.tillConfigurations ?? []
        checkDistinct(entries.map(\.number), { "tillConfigurations[\($0)].number" }, .number)
        for (index, entry) in entries.enumerated() {
            let place = "tillConfigurations[\(index)]"
            check(entry.name, "\(place).name")
            if !(1...9999).contains(entry.number) { complain("\(place).number", "should be 1 to 9999") }
            let outlet = need(
                catalogue.outlets.first { $0.number == entry.outlet }, "\(place).outlet", "there is no outlet \(entry.outlet)")
            guard let outlet else { continue }
            let plan = catalogue.floorPlans.first { $0.outletID == outlet.id && $0.name == entry.floorPlan }
            if let name = entry.floorPlan, plan == nil { complain("\(place).floorPlan", "outlet \(outlet.number) has no plan \(name)") }
            let methods = (entry.paymentMethods ?? []).compactMap { code in
                need(
                    catalogue.paymentMethods.first { $0.code == code }?.id, "\(place).paymentMethods", "there is no payment method \(code)")
            }
            catalogue.tills.append(
                TillConfiguration(
                    id: .catalogue("till", String(entry.number)), number: entry.number, name: entry.name, outletID: outlet.id,
                    floorPlanID: plan?.id, methodIDs: Set(methods)))
        }
    }
}
