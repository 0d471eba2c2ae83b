import Operations
import PointOfSale
import Storage

extension SettingsSection {
    /// Configuration › Integrations › RoomRaccoon (`S2-03`).
    static let roomRaccoon = SettingsSection(
        slug: "room-raccoon", group: .integrations, title: "setRoomRaccoon", isSingle: true,
        list: { _ in SettingsList(title: "", lead: "", rows: [], addPath: nil, empty: "") },
        form: { look in roomRaccoonForm(look) },
        save: { look, fields in
            var link = look.settings.roomRaccoon ?? RoomRaccoonLink()
            link.isOn = try fields.flag("on")
            link.name = try fields.text("name")
            link.isTest = try fields.flag("test")
            let key = try fields.optionalText("key", lengthMax: RoomRaccoonLink.apiKeyCharactersMax)
            link.hotelID = try fields.optionalText("hotelID", lengthMax: RoomRaccoonLink.hotelIDCharactersMax) ?? ""
            link.signature = SignaturePolicy(
                isAsked: try fields.flag("signature"),
                printing: try fields.parsed("printSignature") { SignaturePolicy.Printing(rawValue: $0) })
            link.serviceAddress = try fields.text("serviceAddress", lengthMax: RoomRaccoonLink.addressCharactersMax)
            link.revenueGroups = [:]
            for itemizer in itemizers(look) {
                if let group = try group("group\(itemizer.number)", &fields) { link.revenueGroups[itemizer] = group }
            }
            link.tipGroup = try group("tipGroup", &fields)
            try fields.nothingElse()
            let draft = RoomRaccoonDraft(link: link, newKey: key)
            let methodIsMissing = try await look.restaurant.saveRoomRaccoon(draft, by: look.visit.cashier)
            return methodIsMissing ? roomRaccoonMethodPath : "/configuration/settings/room-raccoon/edit"
        })

    /// Where the way of paying of that integration is made or changed.
    static let roomRaccoonMethodSetting = "room-raccoon"
    private static let roomRaccoonMethodPath = "/configuration/settings/payment-methods/\(roomRaccoonMethodSetting)"

    private static func itemizers(_ look: SettingsVisit) -> [Itemizer] {
        Set(look.settings.revenueGroups.filter(\.isActive).map(\.group.itemizer)).sorted()
    }

    private static func group(_ name: String, _ fields: inout FormFields) throws -> Int? {
        try fields.optionalText(name).map { text in
            guard let group = Int(text) else { throw Refusal.settingInvalid(.roomRaccoonGroup) }
            return group
        }
    }

    private static func roomRaccoonForm(_ look: SettingsVisit) -> SettingsForm {
        let words = look.words
        let link = look.settings.roomRaccoon ?? RoomRaccoonLink()
        let printing = SignaturePolicy.Printing.allCases.map {
            SettingsField.Choice(value: $0.rawValue, name: words["setPrintSignature.\($0.rawValue)"])
        }
        var fields: [SettingsField] = [
            .check("on", words["setActive"], link.isOn),
            .text("name", words["setName"], link.name),
            .check("test", words["setTestMode"], link.isTest, hint: words["setTestModeHint"]),
            .text(
                "key", words["setAPIKey"], "", hint: words[link.apiKey.isEmpty ? "setAPIKeyNone" : "setKeyThere"], type: "password",
                lengthMax: RoomRaccoonLink.apiKeyCharactersMax),
            .text("hotelID", words["setHotelID"], link.hotelID, lengthMax: RoomRaccoonLink.hotelIDCharactersMax),
            .check("signature", words["setSignature"], link.signature.isAsked, hint: words["setSignatureHint"]),
            .choice(
                "printSignature", words["setPrintSignature"], link.signature.printing.rawValue, hint: words["setPrintSignatureHint"],
                printing),
        ]
        for itemizer in itemizers(look) {
            let names = look.settings.revenueGroups.filter { $0.group.itemizer == itemizer && $0.isActive }
            let name = names.map { $0.group.name.text(in: look.language) }.joined(separator: ", ")
            fields.append(
                .number(
                    "group\(itemizer.number)", words("setRoomRaccoonGroup", ["name": name]), link.revenueGroups[itemizer],
                    hint: itemizer == itemizers(look).first ? words["setRoomRaccoonGroupHint"] : nil))
        }
        fields += [
            .number("tipGroup", words["setTipGroup"], link.tipGroup, hint: words["setTipGroupHint"]),
            .text(
                "serviceAddress", words["setServiceAddress"], link.serviceAddress, hint: words["setServiceAddressHint"],
                lengthMax: RoomRaccoonLink.addressCharactersMax),
        ]
        return SettingsForm(
            fields: fields, notice: link.isOn && link.isTest ? trainingNotice(look) : nil,
            testPath: look.settings.roomRaccoon == nil ? nil : "/configuration/room-raccoon-test")
    }

    /// That this is training, and where the built-in hotel's own pages are: for administrators only, who alone see this form.
    private static func trainingNotice(_ look: SettingsVisit) -> String {
        let address = (try? look.restaurant.hotels.line(.roomRaccoon))?.trainingAddress
        return [look.words["setTestModeNotice"], address.map { look.words("setTrainingHotel", ["address": $0]) }].compactMap(\.self)
            .joined(separator: " ")
    }

    /// The way of paying by RoomRaccoon, ready filled: nothing of it but whether it is in use is a choice (`S2-04`).
    static func roomRaccoonMethodForm(_ look: SettingsVisit, _ method: PaymentMethod?) -> SettingsForm {
        let words = look.words
        // Kind and code are chosen once, when it is made.
        let new: [SettingsField] = [
            .hidden("kind", PaymentMethod.Kind.room.rawValue), .hidden("code", PaymentMethod.roomRaccoonCode),
        ]
        return SettingsForm(
            fields: (method == nil ? new : []) + [
                .hidden("integration", Integration.roomRaccoon.rawValue), .hidden("hotelCode", ""),
                look.inUse(method?.isActive ?? true),
                .text("nameFR", words["setName"], method?.name.fr ?? Integration.roomRaccoon.name, hint: words["setRoomRaccoonNameHint"]),
                .check("opensDrawer", words["setOpensDrawer"], method?.opensDrawer ?? false),
                .check("countsInFloat", words["setCountsInFloat"], method?.countsInFloat ?? false),
                .fixed(words["setGivesChange"], words["setChangeNotAllowed"]),
                .check("takesTips", words["setTakesTips"], method?.takesTips ?? (look.settings.roomRaccoon?.tipGroup != nil)),
            ], notice: look.settings.roomRaccoon == nil ? words["setNeedsIntegration"] : nil)
    }
}
