import Hummingbird
import Operations
import PointOfSale

/// What there is: outlets, tables, menu, ways of paying.
enum FloorAPI {
    static let listOutlets: @Sendable (Visit) async throws -> Response = { visit in
        let outlets = try await visit.till.restaurant.outlets()
        return .json { json in
            json.array("outlets", outlets) { json, outlet in json.fields(of: outlet) }
        }
    }

    static let showFloor: @Sendable (Visit) async throws -> Response = { visit in
        let floor = try await visit.till.restaurant.floor(of: try visit.outletID)
        let plans = Dictionary(uniqueKeysWithValues: floor.plans.map { ($0.id, $0.name) })
        return .json { json in
            json.object("outlet") { $0.fields(of: floor.outlet) }
            json.array("tables", floor.tables) { json, place in
                json.field("id", place.table.id.text)
                json.field("number", place.table.number)
                json.field("seats", place.table.seats)
                json.field("plan", plans[place.table.floorPlanID])
                json.field("x", place.table.x)
                json.field("y", place.table.y)
                if let check = place.check { json.object("check") { $0.summary(of: check) } }
            }
            json.array("checks", floor.checksAtCounter) { $0.summary(of: $1) }
        }
    }

    static let listChecks: @Sendable (Visit) async throws -> Response = { visit in
        let floor = try await visit.till.restaurant.floor(of: try visit.outletID)
        let checks = (floor.tables.compactMap(\.check) + floor.checksAtCounter).sorted { $0.openedAt < $1.openedAt }
        return .json { json in json.array("checks", checks) { $0.summary(of: $1) } }
    }

    static let showMenu: @Sendable (Visit) async throws -> Response = { visit in
        let menu = try await visit.till.restaurant.menu()
        let rates = Dictionary(uniqueKeysWithValues: menu.taxClasses.map { ($0.id, $0.rate.basisPoints) })
        return .json { json in
            json.array("categories", menu.categories.sorted { $0.position < $1.position }) { json, category in
                json.field("id", category.id.text)
                json.field("name", category.name.text(in: visit.language))
            }
            json.array("items", menu.items) { json, item in
                json.field("id", item.id.text)
                json.field("code", item.code)
                json.field("name", item.name.text(in: visit.language))
                json.field("categoryId", item.categoryID.text)
                json.field("price", item.price.minorUnits)
                json.field("taxRate", rates[item.taxClassID])
                json.field("look", item.look.rawValue)
            }
        }
    }

    static let listPaymentMethods: @Sendable (Visit) async throws -> Response = { visit in
        let methods = try await visit.till.restaurant.paymentMethods()
        return .json { json in
            json.array("paymentMethods", methods.sorted { $0.position < $1.position }) { json, method in
                json.field("id", method.id.text)
                json.field("code", method.code)
                json.field("name", method.name.text(in: visit.language))
                json.field("kind", method.kind.rawValue)
            }
        }
    }
}

extension JSONWriter {
    /// An outlet.
    fileprivate mutating func fields(of outlet: Outlet) {
        field("id", outlet.id.text)
        field("number", outlet.number)
        field("name", outlet.name)
        field("whileHotelIsDown", outlet.whileHotelIsDown.rawValue)
    }
}
