import PointOfSale

extension CatalogueBuilder {
    /// Outlets with their service periods, floor plans and tables.
    mutating func addOutlets(to catalogue: inout Catalogue) {
        if set.outlets.isEmpty { complain("outlets", "is empty: there would be nowhere to sell") }
        checkDistinct(set.outlets.map(\.number), { "outlets[\($0)].number" }, .number)
        checkDistinct(set.outlets.flatMap(\.floorPlans).flatMap(\.tables).map(\.number), { _ in "outlets.floorPlans" }, .tableNumber)
        for (index, entry) in set.outlets.enumerated() {
            let place = "outlets[\(index)]"
            check(entry.name, "\(place).name")
            if !(1...99_999).contains(entry.number) { complain("\(place).number", "should be 1 to 99999") }
            let down = need(
                Outlet.WhileHotelIsDown(rawValue: entry.whileHotelIsDown ?? "refuse"), "\(place).whileHotelIsDown",
                "should be refuse or queue")
            let periods = servicePeriods(entry.servicePeriods, "\(place).servicePeriods")
            let integration = entry.integration.flatMap { Integration(rawValue: $0) }
            if entry.integration != nil, integration == nil { complain("\(place).integration", "should be opera or roomRaccoon") }
            guard let down, let periods else { continue }
            let outlet = Outlet(
                id: .catalogue("outlet", String(entry.number)), number: entry.number, name: entry.name, servicePeriods: periods,
                whileHotelIsDown: down, integration: integration)
            catalogue.outlets.append(outlet)
            addFloorPlans(of: entry, outlet, place, to: &catalogue)
        }
    }

    private mutating func addFloorPlans(
        of entry: ConfigurationSet.OutletEntry, _ outlet: Outlet, _ place: String, to catalogue: inout Catalogue
    ) {
        checkDistinct(entry.floorPlans.map(\.name), { "\(place).floorPlans[\($0)].name" }, .name)
        for (position, plan) in entry.floorPlans.enumerated() {
            let planPlace = "\(place).floorPlans[\(position)]"
            check(plan.name, "\(planPlace).name")
            let floorPlan = FloorPlan(
                id: .catalogue("floorPlan", "\(entry.number) \(plan.name)"), outletID: outlet.id, name: plan.name, position: position)
            catalogue.floorPlans.append(floorPlan)
            checkDistinct(plan.tables.map { "\($0.x), \($0.y)" }, { "\(planPlace).tables[\($0)]" }, .place)
            for (index, table) in plan.tables.enumerated() {
                let tablePlace = "\(planPlace).tables[\(index)]"
                if !(1...9999).contains(table.number) { complain("\(tablePlace).number", "should be 1 to 9999") }
                if !(1...99).contains(table.seats) { complain("\(tablePlace).seats", "should be 1 to 99") }
                if !(0...40).contains(table.x) || !(0...40).contains(table.y) { complain(tablePlace, "x and y should be 0 to 40") }
                catalogue.tables.append(
                    Table(
                        id: .catalogue("table", String(table.number)), floorPlanID: floorPlan.id, number: table.number, seats: table.seats,
                        x: table.x, y: table.y))
            }
        }
    }

    private mutating func servicePeriods(_ entries: [ConfigurationSet.ServicePeriodEntry]?, _ place: String) -> ServicePeriods? {
        guard let entries else { return .standard }
        var periods: [ServicePeriod] = []
        for (index, entry) in entries.enumerated() {
            let name = name(entry.name, "\(place)[\(index)].name")
            if let start = need(minuteOfDay(entry.from), "\(place)[\(index)].from", "should be a time like 11:00") {
                periods.append(ServicePeriod(number: entry.number, startMinute: start, name: name))
            }
        }
        guard periods.count == entries.count else { return nil }
        return need(ServicePeriods(periods), place, "need distinct numbers from 1 to 9999 and distinct beginnings, and at least one")
    }

    /// Staff and their PINs. A PIN names its owner, so no two may share one.
    mutating func addStaff(to catalogue: inout Catalogue) {
        checkDistinct(set.staff.map(\.number), { "staff[\($0)].number" }, .number)
        let pins = set.staff.compactMap(\.pin)
        if Set(pins).count < pins.count { complain("staff", "two people have the same PIN; give one of them another") }
        for (index, entry) in set.staff.enumerated() {
            let place = "staff[\(index)]"
            check(entry.name, "\(place).name")
            let role = need(Cashier.Role(rawValue: entry.role), "\(place).role", "should be waiter, manager or administrator")
            let language = need(Language(rawValue: entry.language), "\(place).language", "should be fr or en")
            guard let role, let language else { continue }
            let cashier = Cashier(
                id: .catalogue("cashier", String(entry.number)), number: entry.number, name: entry.name, role: role, language: language)
            catalogue.staff.append(cashier)
            guard let text = entry.pin else { continue }
            if let pin = need(PIN(text), "\(place).pin", "should be four to six digits") {
                if pin.isTrivial { complain("\(place).pin", "is too easy to guess") }
                catalogue.pins[cashier.id] = pin
            }
        }
        if !catalogue.staff.contains(where: { $0.role == .administrator }) { complain("staff", "needs an administrator") }
    }
}
