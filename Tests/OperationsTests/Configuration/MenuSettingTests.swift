import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

/// Articles, taxes and the tip limit in the back office: in force at once, journaled, and in the file that goes out and comes in.
@Suite struct MenuSettingTests {
    private func draft(_ house: TestHouse, code: Int = 900, price: Int = 1250) async throws -> MenuItemDraft {
        let menu = try await house.restaurant.menu()
        return MenuItemDraft(
            code: code, nameFR: "Far breton", nameEN: "Far", pageID: menu.categories[0].id, price: Sample.euros(price),
            taxClassID: menu.taxClasses[0].id, revenueGroupID: menu.revenueGroups[0].id, look: .cold)
    }

    @Test func `an article is added, sold, made dearer, and taken off the menu; what was sold keeps its price`() async throws {
        let house = try await TestHouse.open()
        let admin = try await house.administrator()
        let item = try await house.restaurant.saveMenuItem(draft(house), by: admin)
        let check = try await house.check(plus: [900], key: 1)
        #expect(check.totals.total == Sample.euros(1250))
        _ = try await house.restaurant.saveMenuItem(draft(house, price: 1400), id: item.id, by: admin)
        var off = try await draft(house, price: 1400)
        #expect(try await house.check(plus: [900], key: 2).totals.total == Sample.euros(1400))
        off.isActive = false
        _ = try await house.restaurant.saveMenuItem(off, id: item.id, by: admin)
        await #expect(throws: Refusal.menuItemOffMenu) {
            try await house.restaurant.changeLines(
                of: check.id, [.add(id: Sample.key(77), item: item.id, quantity: 1, note: "")], by: house.anna)
        }
        #expect(try await house.restaurant.check(check.id).totals.total == Sample.euros(1250))
        let notes = try await house.restaurant.settingChanges(limit: 20, by: admin).map(\.note)
        #expect(notes.contains { $0.contains("article 900: price 12.50 → 14.00") })
        #expect(notes.contains { $0.contains("active true → false") })
    }

    @Test func `what cannot be sold is refused`() async throws {
        let house = try await TestHouse.open()
        let admin = try await house.administrator()
        let good = try await draft(house)
        let changes: [(Refusal, (inout MenuItemDraft) -> Void)] = [
            (.settingTaken(.articleCode), { $0.code = 20 }), (.settingInvalid(.articleCode), { $0.code = 0 }),
            (.settingInvalid(.price), { $0.price = Sample.euros(-1) }), (.settingInvalid(.menuPage), { $0.pageID = Sample.id(1) }),
            (.settingInvalid(.taxClass), { $0.taxClassID = Sample.id(1) }),
            (.settingInvalid(.revenueGroup), { $0.revenueGroupID = Sample.id(1) }), (.settingInvalid(.name), { $0.nameFR = " " }),
        ]
        let bad = changes.map { refusal, change in
            var draft = good
            change(&draft)
            return (refusal: refusal, draft: draft)
        }
        for (refusal, draft) in bad {
            await #expect(throws: refusal) { try await house.restaurant.saveMenuItem(draft, by: admin) }
        }
        await #expect(throws: Refusal.notPermitted(.configure)) { try await house.restaurant.saveMenuItem(good, by: house.anna) }
    }

    @Test func `a tax has its rate, which holds for what is ordered from then on, and is not put away while it is used`() async throws {
        let house = try await TestHouse.open()
        let admin = try await house.administrator()
        let made = try await house.restaurant.saveTaxClass(code: "TVA21", nameFR: "Belgique", nameEN: nil, rate: "21,5", by: admin)
        #expect(made.rate == Rate(basisPoints: 2150))
        var item = try await draft(house)
        item.taxClassID = made.id
        _ = try await house.restaurant.saveMenuItem(item, by: admin)
        let before = try await house.check(plus: [900], key: 1)
        await #expect(throws: Refusal.settingInUse) {
            try await house.restaurant.saveTaxClass(
                id: made.id, code: "", nameFR: "Belgique", nameEN: nil, rate: "21", isActive: false, by: admin)
        }
        _ = try await house.restaurant.saveTaxClass(id: made.id, code: "", nameFR: "Belgique", nameEN: nil, rate: "6", by: admin)
        #expect(try await house.check(plus: [900], key: 2).lines[0].taxRate == Rate(basisPoints: 600))
        #expect(try await house.restaurant.check(before.id).lines[0].taxRate == Rate(basisPoints: 2150))
        for rate in ["", "-1", "101", "dix"] {
            await #expect(throws: Refusal.settingInvalid(.taxRate)) {
                try await house.restaurant.saveTaxClass(code: "X", nameFR: "X", nameEN: nil, rate: rate, by: admin)
            }
        }
        await #expect(throws: Refusal.settingTaken(.code)) {
            try await house.restaurant.saveTaxClass(code: "tva21", nameFR: "X", nameEN: nil, rate: "1", by: admin)
        }
    }

    @Test func `S1-08: the house's tip limit is set, holds at once, and goes out and in with the file`() async throws {
        let house = try await TestHouse.open()
        let admin = try await house.administrator()
        try await house.restaurant.setTipLimit(percent: "12,5", by: admin)
        let check = try await house.check(key: 1)
        let limit = try #require(Rate(basisPoints: 1250)).of(check.totals.total)
        await #expect(throws: Refusal.tipTooLarge(limit)) { try await house.pay(check, tip: limit.minorUnits + 1, key: 2) }
        #expect(try await house.pay(check, tip: limit.minorUnits, key: 3).check.state == .closed)
        let file = try await house.restaurant.exportConfiguration(by: admin)
        #expect(String(decoding: file, as: UTF8.self).contains("\"tipPercentMax\" : \"12.50\""))
        try await house.restaurant.setTipLimit(percent: "50", by: admin)
        _ = try await house.restaurant.importConfiguration(file, by: admin)
        #expect(try await house.restaurant.settings(by: admin).property.tipShareMax == Rate(basisPoints: 1250))
        await #expect(throws: Refusal.settingInvalid(.tipLimit)) { try await house.restaurant.setTipLimit(percent: "120", by: admin) }
    }
}
