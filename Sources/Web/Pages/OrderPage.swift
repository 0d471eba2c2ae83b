import Hummingbird
import Operations
import PointOfSale

/// The order screen: the check on one side, the menu on the other. Its script does the rest.
enum OrderPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let check: CheckSummary
        let pendingNotice: String?
        let hasCharges: Bool
        let charges: [RoomChargeRow]
        let hasRoom: Bool
        let categories: [Category]
        let items: [Item]
        let coverChoices = Array(1...12)
        let seatChoices = Array(1...12)
        let mayDiscount: Bool
        let mayDiscountFreely: Bool
        let data: String
    }

    private struct Category: Sendable {
        let id: String
        let name: String
    }

    private struct Item: Sendable {
        let id: String
        let code: Int
        let name: String
        let category: String
        let look: String
        let price: String
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let restaurant = visit.till.restaurant
        let (check, postings) = try await restaurant.checkWithPostings(try visit.checkID)
        guard check.refunds == nil else { return .seeOther("/history/\(check.id)") }
        guard check.state == .open else { return .seeOther("/checks/\(check.id)/receipt") }
        let menu = try await restaurant.menu()
        let methods = try await restaurant.paymentMethods()
        let property = try await visit.till.property()
        let presets = try await restaurant.discountPresets(for: visit.cashier)
        let (words, language) = (visit.words, visit.language)
        let money = MoneyText(language)
        let charges = RoomChargeRow.rows(postings, words)
        let isFreeToGive = try visit.cashier.may(.giveCustomDiscounts)
        let mayChange = check.standingTenders.isEmpty
        let model = Model(
            chrome: Chrome(visit, property, cashier: try visit.cashier, section: .none, path: "/checks/\(check.id)"), words: words.all,
            check: CheckSummary(check, words, property.calendar), pendingNotice: mayChange ? nil : words["linesLocked"],
            hasCharges: !charges.isEmpty, charges: charges,
            hasRoom: methods.contains { $0.kind.isHotelAccount },
            categories: menu.categories.sorted { $0.position < $1.position }.map {
                Category(id: $0.id.text, name: $0.name.text(in: language))
            },
            items: menu.items.sorted { $0.code < $1.code }.map { item in
                Item(
                    id: item.id.text, code: item.code, name: item.name.text(in: language), category: item.categoryID.text,
                    look: item.look.rawValue, price: money.bare(item.price))
            },
            mayDiscount: try visit.cashier.may(.giveDiscounts), mayDiscountFreely: isFreeToGive,
            data: data(check, menu, presets, property, visit, mayChange: mayChange) { $0.needsManager && !isFreeToGive })
        return .html(visit.till.templates.render("order", model))
    }

    private static func data(
        _ check: Check, _ menu: Menu, _ presets: [DiscountPreset], _ property: Property, _ visit: Visit, mayChange: Bool,
        needsPIN: (DiscountPreset) -> Bool
    ) -> String {
        PageData.text { json in
            json.money(property.currency)
            json.field("mayChange", mayChange)
            json.words(
                [
                    "seat", "seatNumber", "waiting", "waitingOffline", "voided", "voidLine", "startOrder", "includingTax", "percent",
                    "discount", "discounts", "discountOnCheck", "discountOnLines", "discountRemove", "discountUnreadable", "linesChosen",
                    "pay", "closeCheck", "managerOnly", "notNow",
                ], visit.words)
            json.object("check") { $0.fields(of: check, visit.language) }
            json.array("discounts", presets) { json, preset in
                json.field("id", preset.id.text)
                json.field("name", preset.name.text(in: visit.language))
                json.fields(of: preset.value)
                json.field("onLines", preset.applies(toLine: true))
                json.field("onCheck", preset.applies(toLine: false))
                json.field("needsPin", needsPIN(preset))
            }
            json.array("items", menu.items) { json, item in
                json.field("id", item.id.text)
                json.field("code", item.code)
                json.field("name", item.name.text(in: visit.language))
                json.field("price", item.price.minorUnits)
            }
        }
    }
}
