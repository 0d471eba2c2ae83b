import Logging
import PointOfSale
import Printing
import Storage
import TestSupport
import Testing

@testable import Operations

struct SignatureTests {
    private static let strokes = SignatureStrokes(text: "100,50;1,1 2,2 3,3 4,4;5,5 6,6")!
    private static let lucia = GuestAccount(roomNumber: RoomNumber("204")!, reservationNumber: "12345", name: "Garibaldi, Lucia")

    private static func house(_ policy: SignaturePolicy, fault: PrinterFault? = nil) async throws -> TestHouse {
        let house = try await TestHouse.open(signaturePolicy: policy, printerReadiness: { _ in fault })
        house.hotel.has(lucia)
        var draft = PrinterDraft(name: "Bar", kind: .escpos, host: "192.0.2.1")
        draft.receipts = .never
        let admin = Cashier(id: house.helene.id, number: 1, name: "Admin", role: .administrator, language: .fr)
        _ = try await house.restaurant.savePrinter(draft, by: admin)
        return house
    }

    private static func charge(_ house: TestHouse, _ signature: SignatureStrokes?, key: Int = 1) async throws -> RoomCharge {
        let check = try await house.check(key: key)
        return try await house.restaurant.chargeToRoom(
            RoomChargeRequest(
                checkID: check.id, key: Sample.key(key + 500), methodID: nil, amount: check.totals.total, tip: Sample.euros(0),
                guest: GuestChoice(lucia), workstation: "TILL1", signature: signature), by: house.anna
        ).value
    }

    @Test func `where guests sign, nothing is charged without a signature`() async throws {
        let house = try await Self.house(SignaturePolicy(isAsked: true, printing: .no))
        await #expect(throws: Refusal.signatureMissing) { try await Self.charge(house, nil) }
        #expect(try await house.restaurant.openPostingCounts().isEmpty)
        let charge = try await Self.charge(house, Self.strokes, key: 2)
        let kept = try #require(try await house.restaurant.signature(of: charge.tender.id))
        #expect(kept.strokes == Self.strokes)
        #expect(try await house.restaurant.isGenuine(kept) == true)
        #expect(try await house.restaurant.printDesk(by: house.anna).jobs.isEmpty)
    }

    @Test func `a signature belongs to its charge: strokes that were changed show`() async throws {
        let house = try await Self.house(SignaturePolicy(isAsked: true, printing: .no))
        let charge = try await Self.charge(house, Self.strokes)
        try await house.database.write { tx in
            _ = try tx.execute("update signature set strokes = '100,50;1,1 2,2 3,3 4,5;5,5 6,6'")
        }
        let changed = try #require(try await house.restaurant.signature(of: charge.tender.id))
        #expect(try await house.restaurant.isGenuine(changed) == false)
    }

    @Test func `the voucher waits for the hotel's word, then says what it was`() async throws {
        let house = try await Self.house(SignaturePolicy(isAsked: true, printing: .yes))
        let charge = try await Self.charge(house, Self.strokes)
        let paper = ScriptedPrinter()
        await paper.dispatcher(house).sendDue()
        #expect(paper.papers.isEmpty)
        house.clock.advance(ms: PrintJob.voucherWaitMs)
        await paper.dispatcher(house).sendDue()
        #expect(paper.papers.count == 1)
        let text = paper.papers[0].parts.map { "\($0)" }.joined()
        #expect(text.contains("EN COURS DE CONFIRMATION") && text.contains("Garibaldi") && text.contains("picture"))
        #expect(try await house.restaurant.printVoucher(of: charge.posting.id, by: house.anna).copy == 1)
    }

    @Test func `a charge that the hotel refused prints no voucher`() async throws {
        let house = try await Self.house(SignaturePolicy(isAsked: false, printing: .yes))
        _ = try await Self.charge(house, nil)
        try await house.end(house.send(number: 7), fate: .notBooked, PostingConclusion(.refused, code: PostingRefusal.noPosting.rawValue))
        let paper = ScriptedPrinter()
        house.clock.advance(ms: PrintJob.voucherWaitMs)
        await paper.dispatcher(house).sendDue()
        #expect(paper.papers.isEmpty)
        #expect(try await house.restaurant.printDesk(by: house.anna).jobs.map(\.state) == [.cancelled])
    }

    @Test func `where the printed signature is a must, a printer that is not ready stops the charge`() async throws {
        let policy = SignaturePolicy(isAsked: true, printing: .mandatory)
        let house = try await Self.house(policy, fault: .outOfPaper)
        await #expect(throws: Refusal.printerNotReady(.outOfPaper)) { try await Self.charge(house, Self.strokes) }
        #expect(try await house.restaurant.openPostingCounts().isEmpty)
        let ready = try await Self.house(policy)
        _ = try await Self.charge(ready, Self.strokes)
        #expect(try await ready.restaurant.printDesk(by: ready.anna).jobs.map(\.content.word) == ["voucher"])
    }

    @Test func `strokes are deleted when their time is over; the digest stays, and the journal says so`() async throws {
        let house = try await Self.house(SignaturePolicy(isAsked: true, printing: .no))
        let charge = try await Self.charge(house, Self.strokes)
        #expect(try await house.restaurant.forgetOldSignatures() == 0)
        house.clock.advance(ms: Int64(PaperSettings.signatureDaysDefault) * 86_400_000 + 1)
        #expect(try await house.restaurant.forgetOldSignatures() == 1)
        #expect(try await house.restaurant.forgetOldSignatures() == 0)
        let left = try #require(try await house.restaurant.signature(of: charge.tender.id))
        #expect(left.strokes == nil && left.digest.count == 64)
        #expect(try await house.restaurant.isGenuine(left) == nil)
        let entries = try await house.database.read { tx in try tx.journalEntries(kinds: [.signaturesDeleted], limit: 9) }
        #expect(entries.map(\.note) == ["1"])
    }
}
