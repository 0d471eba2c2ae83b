import PointOfSale
import Storage
import TestSupport
import Testing

struct CheckTableTests {
    let house: House

    init() async throws { house = try await .inMemory() }

    @Test func `a check comes back with everything that was put on it, in its order`() async throws {
        let check = house.check(table: house.table)
        let lines = [house.line(3), house.line(1, quantity: 2), house.line(2)]
        let void = LineVoid(id: Sample.key(50), lineID: lines[1].id, quantity: 1, voidedAt: House.moment, voidedBy: house.anna.id)
        let tender = Tender(
            id: Sample.id(500), checkID: check.id, paymentMethodID: house.cash.id, kind: .cash, amount: Sample.euros(1000),
            tip: Sample.euros(50), cashGiven: Sample.euros(2000), state: .settled, takenAt: House.moment, takenBy: house.anna.id,
            businessDate: check.businessDate)
        let read = try await house.write { tx in
            try tx.insertCheck(check)
            for line in lines { try tx.insertLine(line, check: check.id) }
            try tx.insertLineVoid(void, check: check.id)
            try tx.insertTender(tender, share: TenderShare(subtotals: [Itemizer(1)!: Sample.euros(1000)]))
            return try tx.check(check.id)
        }
        let expected = Check(
            id: check.id, number: check.number, outletID: check.outletID, tableID: check.tableID, tableNumber: 12, covers: 2,
            businessDate: check.businessDate, servicePeriod: 4, currency: .eur, openedAt: House.moment, openedBy: house.anna.id,
            lines: lines, voids: [void], tenders: [tender])
        #expect(read == expected)
        #expect(try await house.read { try $0.openChecks(outlet: house.outlet.id) } == [expected])
        #expect(try await house.read { try $0.openCheck(table: house.table.id) } == expected)
        #expect(try await house.read { try $0.openCheck(table: house.otherTable.id) } == nil)
    }

    @Test func `each open check keeps its own lines and payments`() async throws {
        let checks = (1...4).map { house.check($0) }
        let lines = checks.map { [house.line($0.number * 10), house.line($0.number * 10 + 1)] }
        try await house.write { tx in
            for (check, lines) in zip(checks, lines) {
                try tx.insertCheck(check)
                for line in lines { try tx.insertLine(line, check: check.id) }
            }
            try tx.closeCheck(checks[2].id, at: House.moment)
        }
        let open = try await house.read { try $0.openChecks(outlet: house.outlet.id) }
        #expect(Dictionary(uniqueKeysWithValues: open.map { ($0.number, $0.lines) }) == [1: lines[0], 2: lines[1], 4: lines[3]])
    }

    @Test func `a table has one open check; once that is closed, another`() async throws {
        try await house.write { try $0.insertCheck(house.check(1, table: house.table)) }
        await expectConstraint(.unique) { try await house.write { try $0.insertCheck(house.check(2, table: house.table)) } }
        try await house.write { tx in
            try tx.closeCheck(house.check(1).id, at: House.moment)
            try tx.insertCheck(house.check(2, table: house.table))
            try tx.insertCheck(house.check(3))
            try tx.insertCheck(house.check(4))
        }
        #expect(try await house.read { try $0.openCheck(table: house.table.id) }?.number == 2)
    }

    @Test func `a check closes once and cannot be changed after`() async throws {
        let check = house.check()
        try await house.write { tx in
            try tx.insertCheck(check)
            try tx.setCovers(check.id, to: 5)
            try tx.closeCheck(check.id, at: House.moment.advanced(byMs: 1))
        }
        let closed = try await house.read { try $0.check(check.id) }
        #expect(closed?.state == .closed)
        #expect(closed?.covers == 5)
        #expect(closed?.closedAt == House.moment.advanced(byMs: 1))
        await #expect(throws: StorageFault.illegalMove("check", id: check.id.text, from: "closed", to: "closed")) {
            try await house.write { try $0.closeCheck(check.id, at: House.moment) }
        }
        await #expect(throws: StorageFault.missing("open check", id: check.id.text)) {
            try await house.write { try $0.setCovers(check.id, to: 6) }
        }
    }

    @Test func `no more of a line is taken back than there is, whatever the pieces`() async throws {
        let check = house.check()
        func void(_ number: Int, _ quantity: Int, of line: Int = 1) -> LineVoid {
            LineVoid(
                id: Sample.key(number), lineID: Sample.key(line), quantity: quantity, voidedAt: House.moment, voidedBy: house.anna.id)
        }
        let (two, one, more, stray) = (void(50, 2), void(51, 1), void(52, 1), void(53, 1, of: 9))
        try await house.write { tx in
            try tx.insertCheck(check)
            try tx.insertLine(house.line(1, quantity: 3), check: check.id)
            try tx.insertLineVoid(two, check: check.id)
            try tx.insertLineVoid(one, check: check.id)
        }
        await #expect(throws: StorageFault.missing("line with 1 articles left", id: Sample.key(1).text)) {
            try await house.write { try $0.insertLineVoid(more, check: check.id) }
        }
        await #expect(throws: StorageFault.missing("line with 1 articles left", id: Sample.key(9).text)) {
            try await house.write { try $0.insertLineVoid(stray, check: check.id) }
        }
    }

    @Test func `a line's id is taken once per check`() async throws {
        try await house.write { tx in
            try tx.insertCheck(house.check(1))
            try tx.insertCheck(house.check(2))
            try tx.insertLine(house.line(1), check: house.check(1).id)
            try tx.insertLine(house.line(1), check: house.check(2).id)
        }
        await expectConstraint(.unique) { try await house.write { try $0.insertLine(house.line(1), check: house.check(1).id) } }
    }

    @Test func `the first posting's date and time stay on the check`() async throws {
        let check = house.check()
        func stamp(_ hour: Int) -> PostingStamp {
            PostingStamp(time: LocalTime(year: 2026, month: 1, day: 2, hour: hour, minute: 4, second: 5))
        }
        let (first, second) = (stamp(3), stamp(23))
        let stamps = try await house.write { tx in
            try tx.insertCheck(check)
            return try [tx.stampForPosting(check.id, first), tx.stampForPosting(check.id, second)]
        }
        #expect(stamps == [first, first])
        #expect(try await house.read { try $0.check(check.id)?.postingStamp } == first)
    }

    @Test func `shares of payments that stand are given, those of refused ones are not`() async throws {
        let check = house.check()
        let kept = house.tender(1, check: check.id, cents: 700)
        let refused = house.tender(2, check: check.id, cents: 900, state: .pending)
        try await house.write { tx in
            try tx.insertCheck(check)
            try tx.insertTender(kept, share: TenderShare(subtotals: [Itemizer(1)!: Sample.euros(500), Itemizer(2)!: Sample.euros(200)]))
            try tx.insertTender(refused, share: TenderShare(subtotals: [Itemizer(1)!: Sample.euros(900), Itemizer(3)!: Sample.euros(0)]))
        }
        #expect(try await house.read { try $0.tenderShares(of: check.id) }.count == 2)
        try await house.write { try $0.setTenderState(refused.id, from: .pending, to: .refused, at: House.moment) }
        #expect(
            try await house.read { try $0.tenderShares(of: check.id) } == [
                TenderShare(subtotals: [Itemizer(1)!: Sample.euros(500), Itemizer(2)!: Sample.euros(200)])
            ])
    }

    @Test func `payments and voids of the same moment keep their order`() async throws {
        let check = house.check()
        let tenders = (1...8).map { house.tender($0, check: check.id, cents: 100 * Int($0)) }
        let voids = (1...8).map { number in
            LineVoid(
                id: Sample.key(100 - number), lineID: Sample.key(1), quantity: 1, voidedAt: House.moment, voidedBy: house.anna.id)
        }
        let read = try await house.write { tx in
            try tx.insertCheck(check)
            try tx.insertLine(house.line(1, quantity: 8), check: check.id)
            for tender in tenders { try tx.insertTender(tender, share: TenderShare(subtotals: [house.group.itemizer: tender.amount])) }
            for void in voids { try tx.insertLineVoid(void, check: check.id) }
            return (try tx.check(check.id), try tx.tenderShares(of: check.id))
        }
        #expect(read.0?.tenders == tenders)
        #expect(read.0?.voids == voids)
        #expect(read.1 == tenders.map { TenderShare(subtotals: [house.group.itemizer: $0.amount]) })
    }

    @Test func `a payment ends once`() async throws {
        let check = house.check()
        let tender = house.tender(1, check: check.id, cents: 700, state: .pending)
        try await house.write { tx in
            try tx.insertCheck(check)
            try tx.insertTender(tender, share: TenderShare(subtotals: [:]))
            try tx.setTenderState(tender.id, from: .pending, to: .settled, at: House.moment)
        }
        #expect(try await house.read { try $0.check(check.id)?.tenders.first?.state } == .settled)
        for (from, to) in [(Tender.State.pending, Tender.State.refused), (.settled, .pending), (.settled, .refused), (.refused, .settled)] {
            await #expect(throws: StorageFault.self) {
                try await house.write { try $0.setTenderState(tender.id, from: from, to: to, at: House.moment) }
            }
        }
        #expect(try await house.read { try $0.check(check.id)?.tenders.first?.state } == .settled)
    }
}

/// Expects the schema to forbid what `body` does, by a rule of that kind.
func expectConstraint(
    _ kind: StorageFault.ConstraintKind, sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
) async {
    await #expect(sourceLocation: sourceLocation) {
        try await body()
    } throws: { error in
        if case .constraint(kind, _) = error as? StorageFault { true } else { false }
    }
}
