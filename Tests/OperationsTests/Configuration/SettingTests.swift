import Operations
import PointOfSale
import Storage
import TestSupport
import Testing

/// Each setting of the back office: what is let pass, what is refused, and what the journal says of it.
@Suite struct SettingTests {
    private let house: TestHouse
    private let admin: Cashier

    init() async throws {
        house = try await TestHouse.open()
        admin = try await house.administrator()
    }

    private var restaurant: Restaurant { house.restaurant }

    private func notes() async throws -> [String] {
        try await restaurant.settingChanges(limit: 20, by: admin).map(\.note).filter { !$0.isEmpty }
    }

    @Test func `a way to pay is added, changed and journaled, before and after`() async throws {
        let draft = PaymentMethodDraft(kind: .voucher, code: "MEAL", nameFR: " Titre-restaurant ", nameEN: "", hotelCode: "VOUCH")
        let added = try await restaurant.savePaymentMethod(draft, by: admin)
        #expect(added.name == LocalizedName(fr: "Titre-restaurant") && added.takesTips && !added.givesChange)
        var changed = draft
        changed.nameFR = "Ticket"
        changed.hotelCode = ""
        changed.code = "OTHER"
        let after = try await restaurant.savePaymentMethod(changed, id: added.id, by: admin)
        #expect(after.code == "MEAL", "a code stays: payments point at it")
        #expect(try await restaurant.paymentMethods().contains(after))
        let notes = try await notes()
        #expect(notes.contains("paymentMethod MEAL: name Titre-restaurant → Ticket · hotelCode VOUCH → –"), "\(notes)")
        _ = try await restaurant.savePaymentMethod(changed, id: added.id, by: admin)
        #expect(try await self.notes().count == 2, "what changes nothing is not journaled")
    }

    @Test func `a charge to room has the code IKPMS, and nothing else has`() async throws {
        let room = PaymentMethodDraft(kind: .room, code: "ROOM", nameFR: "Opera", hotelCode: "ROOM")
        await #expect(throws: Refusal.paymentCodeFixed) { try await restaurant.savePaymentMethod(room, by: admin) }
        let cash = PaymentMethodDraft(kind: .cash, code: "ikpms", nameFR: "Caisse", hotelCode: "CASH")
        await #expect(throws: Refusal.paymentCodeFixed) { try await restaurant.savePaymentMethod(cash, by: admin) }
        let second = PaymentMethodDraft(kind: .room, code: "", nameFR: "Opera", hotelCode: "ROOM")
        await #expect(throws: Refusal.settingTaken(.code)) { try await restaurant.savePaymentMethod(second, by: admin) }
        let before = try await house.method("IKPMS")
        var draft = second
        draft.transmitsReceipts = true
        draft.serverAddress = "localhost"
        let saved = try await restaurant.savePaymentMethod(draft, id: before.id, by: admin)
        #expect(saved.transmitsReceipts && saved.id == before.id && !saved.givesChange)
        draft.serverAddress = "192.168.1.20"
        await #expect(throws: Refusal.settingInvalid(.gatewayAddress)) {
            try await restaurant.savePaymentMethod(draft, id: before.id, by: admin)
        }
    }

    @Test func `a charge to room needs the gateway`() async throws {
        try await house.database.write { try $0.setHotelLink(nil) }
        let method = try await house.method("IKPMS")
        let draft = PaymentMethodDraft(kind: .room, code: "IKPMS", nameFR: "Opera", hotelCode: "ROOM")
        await #expect(throws: Refusal.gatewayMissing) { try await restaurant.savePaymentMethod(draft, id: method.id, by: admin) }
    }

    @Test(arguments: ["", "TOOLONG", "A|B", "é"]) func `a hotel's code that no record could carry is refused`(code: String) async throws {
        let draft = PaymentMethodDraft(kind: .paymaster, code: "PM", nameFR: "Compte", hotelCode: code)
        await #expect(throws: Refusal.settingInvalid(.hotelCode)) { try await restaurant.savePaymentMethod(draft, by: admin) }
    }

    @Test func `only administrators configure`() async throws {
        let draft = PaymentMethodDraft(kind: .card, code: "AMEX", nameFR: "Amex", hotelCode: "AX")
        for cashier in [house.anna, house.helene] {
            await #expect(throws: Refusal.notPermitted(.configure)) { try await restaurant.savePaymentMethod(draft, by: cashier) }
            await #expect(throws: Refusal.notPermitted(.configure)) { try await restaurant.settings(by: cashier) }
            await #expect(throws: Refusal.notPermitted(.configure)) { try await restaurant.exportConfiguration(by: cashier) }
            await #expect(throws: Refusal.notPermitted(.configure)) { try await restaurant.testHotelLink(by: cashier) }
        }
    }

    @Test func `the gateway keeps its key sealed and says nothing of it in the journal`() async throws {
        var link = HotelLinkSettings(host: " opera.hotel.local ", port: 5010)
        link.name = "PMS"
        try await restaurant.saveGateway(GatewayDraft(settings: link, newKey: "FidCrypt0S|secret"), by: admin)
        let kept = try #require(try await house.database.read { try $0.hotelLink() })
        #expect(kept.host == "opera.hotel.local")
        #expect(kept.authenticationKey?.contains("secret") == false)
        link.port = 5011
        try await restaurant.saveGateway(GatewayDraft(settings: link), by: admin)
        #expect(try await house.database.read { try $0.hotelLink()?.authenticationKey } == kept.authenticationKey, "left empty, it stays")
        #expect(try await notes().allSatisfy { !$0.contains("secret") && !$0.contains(kept.authenticationKey ?? "-") })
        try await restaurant.saveGateway(GatewayDraft(settings: link, newKey: ""), by: admin)
        #expect(try await house.database.read { try $0.hotelLink()?.authenticationKey } == nil)
    }

    @Test func `a line that could not be is refused by its field`() async throws {
        let good = HotelLinkSettings(host: "opera", port: 5010)
        let mistakes: [(SettingField, @Sendable (inout HotelLinkSettings) -> Void)] = [
            (.host, { $0.host = " " }), (.host, { $0.host = "a b" }), (.port, { $0.port = 0 }), (.port, { $0.port = 65_536 }),
            (.codePage, { $0.codePage = "latin1" }), (.workstation, { $0.workstation = "a b" }), (.hotelCode, { $0.roomPaymentCode = "" }),
            (.paymasterRooms, { $0.paymasterRooms = ["9000", "9|1"] }), (.hotelCode, { $0.managerPaymentCode = "TOOLONG" }),
            (.matches, { $0.matchesMax = 10 }), (.postingNumberDigits, { $0.postingNumberDigits = 3 }),
            (.postingsInFlight, { $0.postingsInFlightMax = 0 }), (.quietSeconds, { $0.quietSeconds = 59 }), (.name, { $0.name = "" }),
        ]
        for (field, mistake) in mistakes {
            var link = good
            mistake(&link)
            let draft = GatewayDraft(settings: link)
            await #expect(throws: Refusal.settingInvalid(field)) { try await restaurant.saveGateway(draft, by: admin) }
        }
    }

    @Test func `an old hotel system cannot be switched on, but its version can be noted while it is off`() async throws {
        await #expect(throws: Refusal.hotelVersionTooOld("OPERA 5.0.04.02 E17")) {
            try await restaurant.saveHotelIntegration(.opera5, version: "5.0.04.02 E16", isOn: true, by: admin)
        }
        await #expect(throws: Refusal.hotelVersionUnreadable) {
            try await restaurant.saveHotelIntegration(.opera5, version: "", isOn: true, by: admin)
        }
        try await restaurant.saveHotelIntegration(.opera5, version: "5.0.04.02 E16", isOn: false, by: admin)
        #expect(try await house.database.read { try $0.hotelLink()?.isOn } == false)
        try await restaurant.saveHotelIntegration(.operaCloud, version: "26.1", isOn: true, by: admin)
        let link = try #require(try await house.database.read { try $0.hotelLink() })
        #expect(link.isOn && link.system == .operaCloud && link.systemVersion == "26.1")
    }

    @Test func `every change of the line is announced to whoever keeps it`() async throws {
        let changes = restaurant.hotelLinkChanges.stream()
        try await restaurant.saveGateway(GatewayDraft(settings: HotelLinkSettings(host: "a", port: 1)), by: admin)
        var heard = 0
        for await _ in changes {
            heard += 1
            break
        }
        #expect(heard == 1)
    }

    @Test func `a test of the line says how long the hotel took, or what is wrong`() async throws {
        let good = try await restaurant.testHotelLink(by: admin)
        #expect(good.isGood && good.answeredInMs == 0)
        house.hotel.fails(.timedOut)
        let silent = try await restaurant.testHotelLink(by: admin)
        #expect(!silent.isGood && silent.failure == .timedOut)
        house.hotel.link(is: .down)
        let down = try await restaurant.testHotelLink(by: admin, waitMs: 1)
        #expect(!down.isGood && down.state.phase == .down)
    }
}

extension TestHouse {
    /// Loïc, with a PIN, so that somebody can still configure.
    func administrator() async throws -> Cashier {
        let loic = try await database.read { tx in try tx.cashiers().first { $0.role == .administrator } }!
        try await restaurant.setPIN(PIN("864209")!, of: loic.id, by: loic)
        return loic
    }
}
