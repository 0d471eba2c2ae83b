package import PointOfSale
import Storage

extension Restaurant {
    /// Sets when the business date turns, from the next business date on (`S1-13`).
    ///
    /// A time in the middle of a service period is let pass only when somebody said that this is meant: the sales of that period then fall
    /// on two dates. 05:30, the tills' own default, always passes.
    /// - Parameters:
    ///   - minute: minutes after local midnight.
    ///   - isMeant: whether a time inside a service period is meant.
    /// - Throws: `Refusal` — not permitted, no time of day, inside a period and not meant.
    package func setClosingTime(_ minute: Int, isMeant: Bool, by cashier: Cashier) async throws -> BusinessCalendar {
        try cashier.mustBeAllowed(.configure)
        _ = try SettingRules.number(minute, in: 0...1439, .time)
        let moment = now()
        return try await database.write { tx in
            let before = try tx.property()
            let cuts = try tx.outlets().contains { $0.isActive && $0.servicePeriods.periodCut(atMinute: minute) != nil }
            if cuts, !isMeant, minute != BusinessCalendar.closingMinuteDefault { throw Refusal.closingInsidePeriod(minute: minute) }
            guard let calendar = before.calendar.closing(at: minute, decidedAt: moment) else { throw Refusal.settingInvalid(.time) }
            let after = before.with(calendar)
            try tx.upsert(after)
            try tx.journalChange(of: after.id.text, from: before.closingFacts, to: after.closingFacts, by: cashier.id, at: moment)
            return calendar
        }
    }
}

extension Property {
    func with(_ calendar: BusinessCalendar) -> Property {
        Property(id: id, name: name, currency: currency, calendar: calendar, language: language, tipShareMax: tipShareMax)
    }

    fileprivate var closingFacts: SettingFacts {
        SettingFacts(
            subject: "property",
            values: [
                "closingTime": clock(calendar.closingMinute),
                "closingTimeToCome": calendar.change.map { "\(clock($0.closingMinute)) from \($0.from)" } ?? "",
            ])
    }
}
