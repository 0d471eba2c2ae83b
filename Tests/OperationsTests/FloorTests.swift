import Operations
import PointOfSale
import TestSupport
import Testing

@Suite struct FloorTests {
    @Test func `a table has one open check, whoever asks and however often`() async throws {
        let house = try await TestHouse.open()
        let floor = try await house.restaurant.floor(of: try await house.outlet().id)
        let table = floor.tables[0].table
        let first = try await house.restaurant.openCheck(
            key: Sample.key(1), outlet: floor.outlet.id, table: table.id, covers: 2, by: house.anna)
        let again = try await house.restaurant.openCheck(
            key: Sample.key(1), outlet: floor.outlet.id, table: table.id, covers: 2, by: house.anna)
        let other = try await house.restaurant.openCheck(
            key: Sample.key(2), outlet: floor.outlet.id, table: table.id, covers: 4, by: house.helene)
        #expect(!first.isRepeat && again.isRepeat && other.isRepeat)
        #expect(Set([first, again, other].map(\.value.id)).count == 1)
        #expect(try await house.restaurant.floor(of: floor.outlet.id).tables[0].check?.id == first.value.id)
    }

    @Test func `a key belongs to one request`() async throws {
        let house = try await TestHouse.open()
        let outlet = try await house.outlet().id
        _ = try await house.restaurant.openCheck(key: Sample.key(1), outlet: outlet, table: nil, covers: 2, by: house.anna)
        await #expect(throws: Refusal.keyReused) {
            try await house.restaurant.openCheck(key: Sample.key(1), outlet: outlet, table: nil, covers: 3, by: house.anna)
        }
    }

    @Test func `what is not there is refused by name`() async throws {
        let house = try await TestHouse.open()
        let outlet = try await house.outlet()
        let bar = try await house.restaurant.floor(of: try await house.outlet(2).id)
        await #expect(throws: Refusal.unknownOutlet) {
            try await house.restaurant.openCheck(key: Sample.key(1), outlet: Sample.id(77), table: nil, covers: 1, by: house.anna)
        }
        await #expect(throws: Refusal.unknownTable) {
            try await house.restaurant.openCheck(
                key: Sample.key(1), outlet: outlet.id, table: bar.tables[0].table.id, covers: 1, by: house.anna)
        }
        await #expect(throws: Refusal.coversOutOfRange(Check.coversMax)) {
            try await house.restaurant.openCheck(key: Sample.key(1), outlet: outlet.id, table: nil, covers: 0, by: house.anna)
        }
        await #expect(throws: Refusal.unknownCheck) { try await house.restaurant.check(Sample.id(5)) }
    }

    @Test func `a batch sent twice, or half of it again, adds nothing`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check(plus: [])
        let menu = try await house.restaurant.menu()
        let batch = (0..<10).map { LineChange.add(id: Sample.key($0), item: menu.items[$0].id, quantity: 2, note: "") }
        let once = try await house.restaurant.changeLines(of: check.id, batch, by: house.anna)
        let twice = try await house.restaurant.changeLines(of: check.id, batch, by: house.anna)
        let half = try await house.restaurant.changeLines(of: check.id, Array(batch.suffix(5)) + [batch[9], batch[9]], by: house.anna)
        #expect(once.lines.count == 10)
        #expect(twice == once)
        #expect(half == once)
    }

    @Test func `a batch with a mistake changes nothing`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check(plus: [20])
        let item = try await house.restaurant.menu().items[0].id
        await #expect(throws: Refusal.unknownMenuItem) {
            try await house.restaurant.changeLines(
                of: check.id,
                [
                    .add(id: Sample.key(50), item: item, quantity: 1, note: ""),
                    .add(id: Sample.key(51), item: Sample.id(9), quantity: 1, note: ""),
                ],
                by: house.anna)
        }
        #expect(try await house.restaurant.check(check.id) == check)
    }

    @Test func `more cannot be taken back than was ordered, and it stays on the check as its own row`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check(plus: [20])
        let line = check.lines[0].id
        let voided = try await house.restaurant.changeLines(
            of: check.id, [.void(id: Sample.key(60), line: line, quantity: 1)], by: house.anna)
        #expect(voided.totals.total.isZero)
        #expect(voided.lines.count == 1 && voided.voids.count == 1)
        let again = try await house.restaurant.changeLines(
            of: check.id, [.void(id: Sample.key(60), line: line, quantity: 1)], by: house.anna)
        #expect(again.voids.count == 1)
        await #expect(throws: Refusal.voidAboveQuantity) {
            try await house.restaurant.changeLines(of: check.id, [.void(id: Sample.key(61), line: line, quantity: 1)], by: house.anna)
        }
        await #expect(throws: Refusal.unknownLine) {
            try await house.restaurant.changeLines(
                of: check.id, [.void(id: Sample.key(62), line: Sample.key(404), quantity: 1)], by: house.anna)
        }
    }

    @Test func `quantities, notes and batches have limits`() async throws {
        let house = try await TestHouse.open()
        let check = try await house.check(plus: [])
        let item = try await house.restaurant.menu().items[0].id
        let add = { (quantity: Int, note: String) in [LineChange.add(id: Sample.key(70), item: item, quantity: quantity, note: note)] }
        for quantity in [0, -1, CheckLine.quantityMax + 1, .max, .min] {
            await #expect(throws: Refusal.quantityOutOfRange(CheckLine.quantityMax)) {
                try await house.restaurant.changeLines(of: check.id, add(quantity, ""), by: house.anna)
            }
        }
        await #expect(throws: Refusal.noteTooLong(CheckLine.noteCharactersMax)) {
            try await house.restaurant.changeLines(of: check.id, add(1, String(repeating: "x", count: 121)), by: house.anna)
        }
        let huge = (0...LineChange.batchMax).map { LineChange.add(id: Sample.key($0), item: item, quantity: 1, note: "") }
        await #expect(throws: Refusal.batchTooLarge(LineChange.batchMax)) {
            try await house.restaurant.changeLines(of: check.id, huge, by: house.anna)
        }
    }

    @Test func `whoever has left the house may do nothing`() async throws {
        let house = try await TestHouse.open()
        let retired = Cashier(id: house.anna.id, number: 1, name: "Anna", role: .waiter, language: .fr, isActive: false)
        await #expect(throws: Refusal.notPermitted(.takeOrders)) {
            try await house.restaurant.openCheck(
                key: Sample.key(1), outlet: try await house.outlet().id, table: nil, covers: 1, by: retired)
        }
    }
}
