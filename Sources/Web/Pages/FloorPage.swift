import Hummingbird
import Operations
import PointOfSale

/// The table plan: what is free, what is open, what waits for the hotel.
enum FloorPage {
    private struct Model: Sendable {
        let chrome: Chrome
        let words: [String: String]
        let problem: ProblemBox?
        let outlet: Choice
        let outlets: [Choice]
        let hasLoose: Bool
        let loose: [Tile]
        let plans: [Plan]
        let coverChoices = Array(1...12)
        let key: String
        let data: String
    }

    private struct Choice: Sendable {
        let id: String
        let name: String
        let isShown: Bool
    }

    private struct Plan: Sendable {
        let name: String
        let occupied: String
        let tables: [Tile]
    }

    private struct Tile: Sendable {
        let id: String
        let number: Int
        let name: String
        /// Where it stands on the plan, as classes: the security policy allows no styles in the page.
        let place: String
        let seats: String
        let isFree: Bool
        let status: String
        let statusWords: String
        let checkID: String
        let amount: String
        let covers: String
        let elapsed: String
    }

    static let showFirst: @Sendable (Visit) async throws -> Response = { visit in
        let outlets = try await visit.till.restaurant.outlets()
        let own = try await visit.thisTill()?.outletID
        guard let first = outlets.first(where: { $0.id == own }) ?? outlets.first else { throw Refusal.unknownOutlet }
        return try await page(visit, first.id)
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in try await page(visit, try visit.outletID) }

    /// The form: `key`, `outlet`, `table` (empty at the counter), `covers`.
    static let openCheck: @Sendable (Visit) async throws -> Response = { visit in
        var form = try await visit.form()
        let key = try form.parsed("key") { ClientKey($0) }
        let outlet = try form.parsed("outlet") { OutletID(text: $0) }
        let table: TableID? = try form.optionalText("table").map {
            guard let id = TableID(text: $0) else { throw Refusal.unknownTable }
            return id
        }
        let covers = try form.parsed("covers") { Int($0) }
        try form.nothingElse()
        do {
            let opened = try await visit.till.restaurant.openCheck(
                key: key, outlet: outlet, table: table, covers: covers, till: try await visit.thisTill(selling: outlet)?.id,
                by: visit.cashier)
            visit.till.live.announce(.floor)
            return .seeOther("/checks/\(opened.value.id)")
        } catch let refusal as Refusal {
            return try await page(visit, outlet, problem: Problem(refusal))
        }
    }

    private static func page(_ visit: Visit, _ outletID: OutletID, problem: Problem? = nil) async throws -> Response {
        let restaurant = visit.till.restaurant
        let property = try await visit.till.property()
        let floor = try await restaurant.floor(of: outletID)
        let words = visit.words
        let tiles = TileMaker(words: words, now: visit.till.now, postings: floor.postings)
        let ownPlan = try await visit.thisTill(selling: outletID)?.floorPlanID
        let outlets = try await restaurant.outlets().map { Choice(id: $0.id.text, name: $0.name, isShown: $0.id == outletID) }
        let model = Model(
            chrome: Chrome(visit, property, cashier: try visit.cashier, section: .floor, path: "/floor/\(outletID)"), words: words.all,
            problem: problem.map { ProblemBox($0, words) }, outlet: Choice(id: outletID.text, name: floor.outlet.name, isShown: true),
            outlets: outlets, hasLoose: !floor.checksAtCounter.isEmpty, loose: floor.checksAtCounter.map { tiles.tile(nil, $0) },
            plans: floor.plans.sorted { ($0.id == ownPlan ? 0 : 1, $0.position) < ($1.id == ownPlan ? 0 : 1, $1.position) }.map { plan in
                let places = floor.tables.filter { $0.table.floorPlanID == plan.id }.sorted { $0.table.number < $1.table.number }
                let open = places.count { $0.check != nil }
                return Plan(
                    name: plan.name, occupied: words("occupied", ["open": String(open), "all": String(places.count)]),
                    tables: places.map { tiles.tile($0.table, $0.check) })
            },
            key: CheckID.make(at: visit.till.now).text,
            data: PageData.text { json in
                json.money(property.currency)
                json.words(["withoutTable"], words)
            })
        return .html(visit.till.templates.render("floor", model), status: problem?.status ?? .ok)
    }

    private struct TileMaker {
        let words: Words
        let now: Timestamp
        let postings: [CheckID: [FolioPosting]]

        func tile(_ table: Table?, _ check: Check?) -> Tile {
            let status = check.map { CheckSummary.status(of: $0, postings[$0.id] ?? [], words) }
            return Tile(
                id: table?.id.text ?? "", number: table?.number ?? check?.number ?? 0,
                name: table.map { words("table", ["number": String($0.number)]) } ?? words["counter"],
                place: table.map { "x\($0.x) y\($0.y)" } ?? "", seats: table.map { words.counted("seats", $0.seats) } ?? "",
                isFree: check == nil, status: status?.code ?? "free", statusWords: status?.words ?? words["tableFree"],
                checkID: check?.id.text ?? "", amount: check.map { MoneyText(words.language).text($0.totals.total) } ?? "",
                covers: check.map { words.counted("covers", $0.covers) } ?? "",
                elapsed: check.map { elapsed($0.openedAt) } ?? "")
        }

        private func elapsed(_ since: Timestamp) -> String { TimeText.elapsed(since, now: now, words) }
    }
}
