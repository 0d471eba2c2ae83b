import Hummingbird
import Operations
import PointOfSale
import Storage

/// Help with the line to the hotel: how it stands and stood, what was last said over it, what to check, and a file to send (`S1-17`).
enum HelpPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        /// The lines of this house, where there are several.
        let hotels: [Hotel]
        let hotel: String
        let link: LinkCard
        let steps: [Steps]
        let history: [Event]
        let hasHistory: Bool
        let records: [Record]
        let hasRecords: Bool
        let mayConfigure: Bool
        let maySend: Bool
    }

    /// One line, to choose from.
    private struct Hotel: Sendable {
        let id: String
        let name: String
        let isShown: Bool
    }

    /// What to check for one fault, the one at hand first and open.
    private struct Steps: Sendable {
        let fault: String
        let title: String
        let isNow: Bool
        let steps: [String]
    }

    private struct Event: Sendable {
        let time: String
        let words: String
        let tone: String
        let fault: String?
    }

    private struct Record: Sendable {
        let time: String
        let request: String
        let answer: String?
        let outcome: String
    }

    /// The query: `hotel`; OPERA without it, or the only line there is.
    static let show: @Sendable (Visit) async throws -> Response = { visit in
        let cashier = try visit.cashier
        let integration = chosen(visit)
        let help = try await visit.till.restaurant.hotelHelp(of: integration, by: cashier)
        let property = try await visit.till.property()
        let (words, now) = (visit.words, visit.till.now)
        let time = TimeText(visit.language, property.calendar)
        let cards = DeskCards(
            words: words, time: time, money: MoneyText(visit.language), mask: NameMask(cashier), now: now, seesBalance: false)
        let model = Model(
            chrome: Chrome(visit, property, cashier: cashier, section: .hotel, path: "/hotel/help"), words: words.all, problem: nil,
            hotels: hotels(help, shown: integration), hotel: integration.rawValue,
            link: cards.link(
                help.link, of: integration, system: try visit.till.restaurant.hotels.line(integration).capabilities.systemName),
            steps: steps(help.link.fault, of: integration, isOperaCloud: help.isOperaCloud, words),
            history: help.history.map { state in
                Event(
                    time: time.recent(state.since, now: now), words: words["link.\(state.phase.rawValue)"],
                    tone: LinkChip.tone(of: state.phase), fault: state.fault.map { words["helpFault.\($0.rawValue)"] })
            }, hasHistory: !help.history.isEmpty,
            records: help.records.map { attempt in
                Record(
                    time: time.recent(attempt.startedAt, now: now), request: WireMask.masked(attempt.request, showsRooms: true),
                    answer: attempt.answer.map { WireMask.masked($0, showsRooms: true) },
                    outcome: attempt.outcome.map { words.all["outcome.\($0)"] ?? $0 } ?? words["attemptLive"])
            }, hasRecords: !help.records.isEmpty, mayConfigure: cashier.may(.configure), maySend: cashier.may(.settleDoubt))
        return .html(visit.till.templates.render("help", model))
    }

    private static func chosen(_ visit: Visit) -> Integration {
        let hotels = visit.till.restaurant.hotels
        let asked = visit.request.uri.queryParameters["hotel"].flatMap { Integration(rawValue: String($0)) }
        return asked ?? (!hotels.opera.linkState.isInUse ? hotels.all.first { $0.linkState.isInUse }?.integration : nil) ?? .opera
    }

    private static func hotels(_ help: HotelHelp, shown: Integration) -> [Hotel] {
        let added = Integration.allCases.filter { integration in
            switch integration {
            case .opera: help.settings != nil || help.operaCloud != nil
            case .roomRaccoon: help.roomRaccoon != nil
            }
        }
        guard added.contains(where: { $0 != shown }) else { return [] }
        return added.map { Hotel(id: $0.rawValue, name: $0.name, isShown: $0 == shown) }
    }

    private static func steps(
        _ fault: HotelLinkState.Fault?, of integration: Integration, isOperaCloud: Bool, _ words: Words
    ) -> [Steps] {
        let all = HotelLinkState.Fault.allCases.compactMap { each -> Steps? in
            // What helps differs between an interface in the house and a service on the web.
            let steps =
                switch integration {
                case .opera where isOperaCloud: [words.all["operaCloudFault.\(each.rawValue)"]].compactMap(\.self)
                case .opera: (1...3).compactMap { words.all["helpStep.\(each.rawValue).\($0)"] }
                case .roomRaccoon: [words.all["roomRaccoonFault.\(each.rawValue)"]].compactMap(\.self)
                }
            guard !steps.isEmpty else { return nil }
            return Steps(fault: each.rawValue, title: words["helpFault.\(each.rawValue)"], isNow: each == fault, steps: steps)
        }
        return all.filter(\.isNow) + all.filter { !$0.isNow }
    }

    /// A file for whoever helps: settings without the key, how the line stood, the last records; no names, rooms or reservations.
    static let diagnostics: @Sendable (Visit) async throws -> Response = { visit in
        let integration = chosen(visit)
        let help = try await visit.till.restaurant.hotelHelp(of: integration, by: try visit.cashier)
        let hotel = try visit.till.restaurant.hotels.line(integration)
        let bytes = JSONWriter.object { json in
            json.field("program", "Ardoise")
            json.field("version", visit.till.configuration.version)
            json.field("madeAt", TimeText.iso(visit.till.now))
            json.object("link") { $0.fields(of: help.link) }
            json.field("connector", hotel.capabilities.systemName)
            if integration == .roomRaccoon, let link = help.roomRaccoon {
                json.object("integration") { $0.fields(of: link, hasKey: help.hasKey) }
            }
            if integration == .opera, help.isOperaCloud, let link = help.operaCloud {
                json.object("operaCloud") { $0.fields(of: link, hasKey: help.hasKey) }
            }
            if integration == .opera, let settings = help.settings {
                json.object("gateway") { $0.fields(of: settings, hasKey: !help.isOperaCloud && help.hasKey) }
            }
            json.array("openPostings", help.open.sorted { $0.key.rawValue < $1.key.rawValue }) { json, entry in
                json.field("state", entry.key.rawValue)
                json.field("count", entry.value)
            }
            json.array("history", help.history) { $0.fields(of: $1) }
            json.array("records", help.records) { json, attempt in
                json.field("at", TimeText.iso(attempt.startedAt))
                json.field("number", attempt.number)
                json.field("request", WireMask.masked(attempt.request, showsRooms: false))
                json.field("answer", attempt.answer.map { WireMask.masked($0, showsRooms: false) })
                json.field("outcome", attempt.outcome)
                json.field("fate", attempt.fate?.rawValue)
            }
        }
        var response = Response.bytes(.ok, bytes, type: "application/json; charset=utf-8")
        response.headers[.contentDisposition] = "attachment; filename=\"ardoise-diagnostics.json\""
        return response
    }
}

extension JSONWriter {
    fileprivate mutating func fields(of state: HotelLinkState) {
        field("since", TimeText.iso(state.since))
        field("phase", state.phase.rawValue)
        field("fault", state.fault?.rawValue)
    }

    fileprivate mutating func fields(of link: RoomRaccoonLink, hasKey: Bool) {
        field("isOn", link.isOn)
        field("isTest", link.isTest)
        field("hotelID", link.hotelID)
        field("serviceAddress", link.serviceAddress)
        field("asksSignature", link.signature.isAsked)
        field("revenueGroups", link.revenueGroups.count)
        field("hasTipGroup", link.tipGroup != nil)
        field("hasKey", hasKey)
    }

    fileprivate mutating func fields(of link: OperaCloudLink, hasKey: Bool) {
        field("isOn", link.isOn)
        field("systemVersion", link.systemVersion)
        field("gateway", link.gateway)
        field("login", link.login.rawValue)
        field("hotelID", link.hotelID)
        field("hasCashier", link.cashierID != nil)
        field("search", link.search.rawValue)
        field("answerSeconds", link.answerSeconds)
        field("hasKey", hasKey)
    }

    fileprivate mutating func fields(of settings: HotelLinkSettings, hasKey: Bool) {
        field("system", settings.system.name)
        field("systemVersion", settings.systemVersion)
        field("isOn", settings.isOn)
        field("host", settings.host)
        field("port", settings.port)
        field("codePage", settings.codePage)
        field("workstation", settings.workstation)
        field("roomPaymentCode", settings.roomPaymentCode)
        field("matchesMax", settings.matchesMax)
        field("postingNumberDigits", settings.postingNumberDigits)
        field("postingsInFlightMax", settings.postingsInFlightMax)
        field("quietSeconds", settings.quietSeconds)
        field("hasKey", hasKey)
        field("hasCertificate", settings.tlsCertificateFile != nil)
    }
}
