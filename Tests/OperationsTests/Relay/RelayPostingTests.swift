import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

/// What a gateway does with what it is handed, and with keys.
@Suite struct RelayPostingTests {
    let house: TestHouse
    let admin: Cashier
    let sender: GatewayKey
    let secret: GatewaySecret

    init() async throws {
        house = try await TestHouse.open()
        admin = try #require(try await house.database.read { tx in try tx.cashiers() }.first { $0.role == .administrator })
        secret = GatewaySecret.make()
        sender = try await house.restaurant.makeGatewayKey(" Bar ", secret: secret, workstations: ["BAR1", " BAR2 "], by: admin)
    }

    private func request(key: UInt64 = 1, covers: Int = 2, workstation: String = "BAR1", mark: String? = nil) async throws -> RelayedRequest
    {
        let line = try await house.restaurant.gatewayLine()
        let posting = Sample.posting()
        return RelayedRequest(
            key: Sample.id(key), mark: mark ?? line.mark, checkNumber: posting.checkNumber, guest: posting.guest,
            breakdown: posting.breakdown, covers: covers, outletNumber: posting.outletNumber, servicePeriod: posting.servicePeriod,
            tableNumber: posting.tableNumber, cashierName: posting.cashierName, workstation: workstation, hotelCode: posting.hotelCode,
            overridesCredit: false, stamp: posting.stamp)
    }

    private func postings() async throws -> [FolioPosting] { try await house.restaurant.postings(limit: 10) }

    @Test func `a key is kept as its digest, named, journaled, and opens nothing once revoked`() async throws {
        #expect(sender.name == "Bar" && sender.workstations == ["BAR1", "BAR2"])
        #expect(try await house.restaurant.gatewayKey(presenting: secret.text) == sender)
        #expect(try await house.restaurant.gatewayKey(presenting: GatewaySecret.make().text) == nil)
        #expect(!"\(secret) \(String(reflecting: sender))".contains(secret.text))
        await #expect(throws: Refusal.settingTaken(.gatewayKey)) {
            _ = try await house.restaurant.makeGatewayKey("Twice", secret: secret, workstations: [], by: admin)
        }
        await #expect(throws: Refusal.notPermitted(.configure)) {
            _ = try await house.restaurant.makeGatewayKey("X", secret: .make(), workstations: [], by: house.helene)
        }
        await #expect(throws: Refusal.settingInvalid(.workstation)) {
            _ = try await house.restaurant.makeGatewayKey("X", secret: .make(), workstations: ["A|B"], by: admin)
        }
        try await house.restaurant.revokeGatewayKey(sender.id, by: admin)
        #expect(try await house.restaurant.gatewayKey(presenting: secret.text) == nil)
        let notes = try await house.restaurant.settingChanges(limit: 9, by: admin).map(\.note)
        #expect(notes.contains("gateway key Bar: state made → revoked"), "\(notes)")
        #expect(notes.allSatisfy { !$0.contains(secret.text) })
    }

    @Test func `what is handed over is one posting of the gateway's, however often it comes`() async throws {
        let request = try await request()
        let first = try await house.restaurant.takeOver(request, from: sender)
        #expect(first.state == .queued && !first.isRepeat)
        let again = try await house.restaurant.takeOver(request, from: sender)
        #expect(again.isRepeat && again.postingID == first.postingID)
        let posting = try #require(try await postings().first)
        #expect(try await postings().count == 1)
        #expect(posting.kind == .relayed && posting.guest == Sample.garibaldi && posting.createdBy == admin.id && !posting.waitsForHotel)
        #expect(posting.breakdown == Sample.posting().breakdown && posting.stamp == Sample.posting().stamp)
        await #expect(throws: Refusal.keyReused) {
            _ = try await house.restaurant.takeOver(try await self.request(covers: 3), from: sender)
        }
    }

    @Test func `what comes while the line is down is not taken, and a repeat of what was taken is still told`() async throws {
        let request = try await request()
        house.hotel.link(is: .down)
        await #expect(throws: Refusal.hotelUnavailable(.notConnected)) { _ = try await house.restaurant.takeOver(request, from: sender) }
        #expect(try await postings().isEmpty)
        house.hotel.link(is: .alive)
        _ = try await house.restaurant.takeOver(request, from: sender)
        house.hotel.link(is: .nightAudit)
        #expect(try await house.restaurant.takeOver(request, from: sender).isRepeat)
        let later = try await self.request(key: 2)
        await #expect(throws: Refusal.hotelUnavailable(.nightAudit)) { _ = try await house.restaurant.takeOver(later, from: sender) }
    }

    @Test func `what is taken back before it came is never taken, what waits is withdrawn, what left stays`() async throws {
        let request = try await request()
        let early = try await house.restaurant.takeBack(request.key, at: request.mark, from: sender)
        #expect(early.state == .withdrawn && early.postingID == nil)
        #expect(try await house.restaurant.takeOver(request, from: sender).state == .withdrawn)
        #expect(try await postings().isEmpty)

        let second = try await self.request(key: 2)
        _ = try await house.restaurant.takeOver(second, from: sender)
        #expect(try await house.restaurant.takeBack(second.key, at: second.mark, from: sender).state == .withdrawn)
        #expect(try await postings().map(\.state) == [.withdrawn])

        let third = try await self.request(key: 3)
        _ = try await house.restaurant.takeOver(third, from: sender)
        let moment = house.clock.now
        _ = try await house.database.write { tx in try tx.claimNextPosting(at: moment) }
        #expect(try await house.restaurant.takeBack(third.key, at: third.mark, from: sender).state == .sending)
        #expect(try await Set(postings().map(\.state)) == [.withdrawn, .sending])
    }

    @Test func `another gateway, an unknown key and a workstation that is not the key's are told apart`() async throws {
        let request = try await request(mark: "another")
        await #expect(throws: Refusal.gatewayForgot) { _ = try await house.restaurant.takeOver(request, from: sender) }
        await #expect(throws: Refusal.gatewayForgot) { _ = try await house.restaurant.takeBack(request.key, at: "another", from: sender) }
        let mark = try await house.restaurant.gatewayLine().mark
        await #expect(throws: Refusal.unknownRelayed) { _ = try await house.restaurant.relayed(request.key, at: mark, waitMs: 0) }
        let stranger = try await self.request(workstation: "BAR3")
        await #expect(throws: Refusal.workstationNotAllowed) { _ = try await house.restaurant.takeOver(stranger, from: sender) }
        #expect(try await postings().isEmpty)
    }

    @Test func `a till that has a gateway is none: two that name each other hand nothing round`() async throws {
        let before = try await house.method("IKPMS")
        var draft = PaymentMethodDraft(kind: .room, code: "", nameFR: "Opera", hotelCode: "ROOM")
        draft.serverAddress = "https://caisse.example"
        await #expect(throws: Refusal.gatewayKeyMissing) {
            _ = try await house.restaurant.savePaymentMethod(draft, id: before.id, by: admin)
        }
        draft.newGatewayKey = "too short"
        await #expect(throws: Refusal.settingInvalid(.gatewayKey)) {
            _ = try await house.restaurant.savePaymentMethod(draft, id: before.id, by: admin)
        }
        let request = try await request()
        draft.newGatewayKey = GatewaySecret.make().text
        _ = try await house.restaurant.savePaymentMethod(draft, id: before.id, by: admin)
        await #expect(throws: Refusal.gatewayNotHere) { _ = try await house.restaurant.takeOver(request, from: sender) }
        await #expect(throws: Refusal.gatewayNotHere) { _ = try await house.restaurant.gatewayLine() }
        let kept = try #require(try await house.database.read { tx in try tx.relayLink() })
        #expect(kept.address == "https://caisse.example" && !kept.sealedKey.contains("ardoise"))
        draft.serverAddress = ""
        draft.newGatewayKey = nil
        _ = try await house.restaurant.savePaymentMethod(draft, id: before.id, by: admin)
        #expect(try await house.database.read { tx in try tx.relayLink() } == nil)
    }
}
