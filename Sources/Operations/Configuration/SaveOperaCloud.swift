package import PointOfSale
package import Storage

/// The line to OPERA Cloud as somebody typed it into the back office.
package struct OperaCloudDraft: Hashable, Sendable {
    /// Everything but the secrets.
    package var link: OperaCloudLink
    /// New secrets; nil leaves the one in force.
    package var newAppKey: String?
    package var newClientSecret: String?
    package var newPassword: String?

    /// A draft.
    package init(link: OperaCloudLink, newAppKey: String? = nil, newClientSecret: String? = nil, newPassword: String? = nil) {
        self.link = link
        self.newAppKey = newAppKey
        self.newClientSecret = newClientSecret
        self.newPassword = newPassword
    }
}

extension Restaurant {
    /// Adds the line to OPERA Cloud, or changes it; it is set up anew with what was saved, and the one over FIAS rests while it is on.
    /// - Throws: `Refusal` — not permitted, a version that is too old (`S1-04`), a field that is wrong or, when on, missing; another hotel
    ///   while the one of before still owes answers.
    package func saveOperaCloud(_ draft: OperaCloudDraft, by cashier: Cashier) async throws {
        try cashier.mustBeAllowed(.configure)
        var link = draft.link
        try link.check()
        let appKey = try Self.given(draft.newAppKey).map { text throws(Refusal) in
            let key = text.lowercased()
            guard OperaCloudLink.isApplicationKey(key) else { throw .settingInvalid(.cloudAppKey) }
            return key
        }
        let clientSecret = try Self.secret(draft.newClientSecret, .cloudClient)
        let password = try Self.secret(draft.newPassword, .cloudLogin)
        let sealed = (try appKey.map(pepper.seal), try clientSecret.map(pepper.seal), try password.map(pepper.seal))
        let new = [("appKey", sealed.0), ("clientSecret", sealed.1), ("password", sealed.2)].filter { $0.1 != nil }.map(\.0)
        let (moment, checked) = (now(), link)
        try await database.write { tx in
            let before = try tx.operaCloudLink()
            var link = checked
            link.appKey = sealed.0 ?? before?.appKey ?? ""
            link.clientSecret = sealed.1 ?? before?.clientSecret ?? ""
            link.userPassword = sealed.2 ?? before?.userPassword ?? ""
            try link.mustHaveSecrets()
            try tx.replaceOperaCloudLink(before, with: link)
            try tx.journalChange(
                of: tx.property().id.text, from: before?.facts(), to: link.facts(newSecrets: new), by: cashier.id, at: moment)
        }
        hotelLinkChanges.announce()
    }

    private static func given(_ text: String?) -> String? { text.map(SettingRules.trimmed).flatMap { $0.isEmpty ? nil : $0 } }

    private static func secret(_ text: String?, _ field: SettingField) throws(Refusal) -> String? {
        guard let text = given(text) else { return nil }
        guard text.isSecret else { throw .settingInvalid(field) }
        return text
    }
}

extension SQLTransaction {
    /// Sets the line to OPERA Cloud. What was sent to one hotel can be asked after only there.
    func replaceOperaCloudLink(_ before: OperaCloudLink?, with link: OperaCloudLink) throws {
        if link.leadsElsewhere(than: before), try hasPostingsUnanswered(for: .opera) { throw Refusal.postingsUnderWay }
        try setOperaCloudLink(link)
    }
}
