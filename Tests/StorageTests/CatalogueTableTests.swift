import PointOfSale
import Storage
import TestSupport
import Testing

struct CatalogueTableTests {
    let house: House

    init() async throws { house = try await .inMemory() }

    @Test func `what describes the house comes back as it was written`() async throws {
        try await house.read { tx throws in
            #expect(try tx.property() == house.property)
            #expect(try tx.outlets() == [house.outlet])
            #expect(try tx.outlet(house.outlet.id) == house.outlet)
            #expect(try tx.floorPlans(house.outlet.id) == [house.plan])
            #expect(try tx.tables(outlet: house.outlet.id) == [house.table, house.otherTable])
            #expect(try tx.table(house.table.id) == house.table)
            #expect(try tx.cashiers() == [house.anna])
            #expect(try tx.cashier(house.anna.id) == house.anna)
            #expect(try tx.paymentMethods() == [house.cash, house.room])
            #expect(try tx.paymentMethod(house.room.id) == house.room)
        }
    }

    @Test func `the menu comes back as it was written`() async throws {
        try await house.read { tx throws in
            let menu = try tx.menu()
            #expect(menu.categories == [house.category])
            #expect(menu.items == [house.item])
            #expect(menu.taxClasses == [house.taxClass])
            #expect(menu.revenueGroups == [house.group])
            #expect(try tx.menuItem(house.item.id) == house.item)
            #expect(try tx.taxClass(house.taxClass.id) == house.taxClass)
            #expect(try tx.revenueGroup(house.group.id) == house.group)
        }
    }

    @Test func `what is not there is nil, or a fault where something points at it`() async throws {
        try await house.read { tx throws in
            #expect(try tx.outlet(Sample.id(404)) == nil)
            #expect(try tx.table(Sample.id(404)) == nil)
            #expect(try tx.menuItem(Sample.id(404)) == nil)
            #expect(try tx.cashier(Sample.id(404)) == nil)
            #expect(try tx.paymentMethod(Sample.id(404)) == nil)
            #expect(try tx.check(Sample.id(404)) == nil)
            #expect(try tx.posting(Sample.id(404)) == nil)
            #expect(throws: StorageFault.self) { try tx.taxClass(Sample.id(404)) }
            #expect(throws: StorageFault.self) { try tx.revenueGroup(Sample.id(404)) }
        }
    }

    @Test func `writing a known code again changes the row and keeps its id`() async throws {
        let dearer = MenuItem(
            id: Sample.id(777), code: 101, name: LocalizedName(fr: "Moules"), categoryID: house.category.id, price: Sample.euros(1750),
            taxClassID: house.taxClass.id, revenueGroupID: house.group.id, look: .cold, isActive: false)
        let kept = try await house.write { try $0.upsert(dearer, property: house.property.id) }
        #expect(kept == house.item.id)
        let item = try await house.read { try $0.menuItem(house.item.id) }
        #expect(item?.price == Sample.euros(1750))
        #expect(item?.name == LocalizedName(fr: "Moules"))
        #expect(item?.isActive == false)
    }

    @Test func `an empty database has no property and says so`() async throws {
        let empty = try SQLiteDatabase.inMemory()
        #expect(try await empty.read { try $0.propertyIfConfigured() } == nil)
        await #expect(throws: StorageFault.missing("property", id: "of this database")) { try await empty.read { try $0.property() } }
    }

    @Test func `the hotel link is set, changed and taken away`() async throws {
        let first = HotelLinkSettings(host: "127.0.0.1", port: 5010)
        var second = HotelLinkSettings(host: "ifc.hotel", port: 5011)
        second.codePage = "utf8"
        second.workstation = "TILL"
        second.roomPaymentCode = "CHG"
        second.matchesMax = 4
        second.quietSeconds = 90
        second.billIsComplete = true
        second.balanceSettles = true
        second.postingNumberDigits = 4
        second.postingsInFlightMax = 1
        second.authenticationKey = "sealed"
        second.tlsCertificateFile = "/etc/hotel.pem"
        for link in [first, second, nil] as [HotelLinkSettings?] {
            try await house.write { try $0.setHotelLink(link) }
            #expect(try await house.read { try $0.hotelLink() } == link)
        }
    }

    @Test func `a PIN belongs to one cashier`() async throws {
        let digest = String(repeating: "d", count: 44)
        let karim = Cashier(id: Sample.id(98), number: 8, name: "Karim", role: .waiter, language: .fr)
        try await house.write { tx in
            try tx.setPIN(digest, of: house.anna.id)
            try tx.upsert(karim, property: house.property.id)
        }
        #expect(try await house.read { try $0.cashier(pinDigest: digest) } == house.anna)
        #expect(try await house.read { try $0.hasPIN(house.anna.id) })
        #expect(try await house.read { try !$0.hasPIN(karim.id) })
        await expectConstraint(.unique) { try await house.write { try $0.setPIN(digest, of: karim.id) } }
        try await house.write { try $0.setPIN(nil, of: house.anna.id) }
        #expect(try await house.read { try $0.cashier(pinDigest: digest) } == nil)
        let nobody: CashierID = Sample.id(404)
        await #expect(throws: StorageFault.missing("cashier", id: nobody.text)) {
            try await house.write { try $0.setPIN(nil, of: nobody) }
        }
    }

    @Test func `wrong PINs are kept per device and forgotten after a right one`() async throws {
        let failures = SignInFailures(count: 5, lastAt: House.moment, blockedUntil: House.moment.advanced(byMs: 30_000))
        try await house.write { tx in
            try tx.setSignInFailures(SignInFailures(count: 4, lastAt: House.moment, blockedUntil: House.moment), device: "bar")
            try tx.setSignInFailures(failures, device: "bar")
            try tx.setSignInFailures(
                SignInFailures(count: 1, lastAt: House.moment.advanced(byMs: -10), blockedUntil: House.moment), device: "terrace")
        }
        #expect(try await house.read { try $0.signInFailures(device: "bar") } == failures)
        try await house.write { try $0.forgetSignInFailures(before: House.moment) }
        #expect(try await house.read { try $0.signInFailures(device: "terrace") } == nil)
        try await house.write { try $0.clearSignInFailures(device: "bar") }
        #expect(try await house.read { try $0.signInFailures(device: "bar") } == nil)
    }

    @Test func `a key is remembered once per action`() async throws {
        let key = Sample.key(1)
        let hash = String(repeating: "a", count: 64)
        #expect(try await house.read { try $0.keyResult(key, action: "pay")?.resultID } == nil)
        try await house.write { tx in
            try tx.rememberKey(key, action: "pay", inputHash: hash, resultID: "first", at: House.moment)
            try tx.rememberKey(key, action: "open", inputHash: hash, resultID: "other", at: House.moment)
        }
        let kept = try await house.read { try $0.keyResult(key, action: "pay") }
        #expect(kept?.inputHash == hash)
        #expect(kept?.resultID == "first")
        await expectConstraint(.unique) {
            try await house.write { try $0.rememberKey(key, action: "pay", inputHash: hash, resultID: "second", at: House.moment) }
        }
    }

    @Test func `the journal is read page by page and by subject`() async throws {
        try await house.write { tx in
            for number in 1...5 {
                try tx.journal(
                    number == 3 ? .lineVoided : .checkOpened, subject: "check-\(number % 2)",
                    note: number == 5 ? String(repeating: "x", count: 900) : nil,
                    by: number == 4 ? nil : house.anna.id, at: House.moment.advanced(byMs: Int64(number)))
            }
        }
        let page = try await house.read { try $0.journalEntries(limit: 2) }
        #expect(page.map(\.at) == [5, 4].map { House.moment.advanced(byMs: $0) })
        #expect(page[0].note?.count == JournalEntry.noteCharactersMax)
        #expect(page[1].cashierID == nil)
        let rest = try await house.read { try $0.journalEntries(before: page[1].id, limit: 10) }
        #expect(rest.map(\.kind) == [.lineVoided, .checkOpened, .checkOpened])
        #expect(
            try await house.read { try $0.journalEntries(subject: "check-1") }.map(\.kind) == [.checkOpened, .lineVoided, .checkOpened])
    }
}
