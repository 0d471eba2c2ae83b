import HTTPTypes
import Hummingbird
import Operations
import PointOfSale

/// Checks and their lines. The order screen speaks to these addresses too.
enum ChecksAPI {
    static let open: @Sendable (Visit) async throws -> Response = { visit in
        let key = try visit.idempotencyKey
        var body = try await visit.json()
        let outlet = try body.parsed("outletId") { OutletID(text: $0) }
        let table = try body.optionallyParsed("tableId") { TableID(text: $0) }
        let covers = try body.integer("covers", in: 1...Check.coversMax)
        let till = try body.optionallyParsed("tillConfigurationId") { TillConfigurationID(text: $0) }
        try body.nothingElse()
        let opened = try await visit.till.restaurant.openCheck(
            key: key, outlet: outlet, table: table, covers: covers, till: till, by: visit.cashier)
        if !opened.isRepeat { visit.till.live.announce(.floor) }
        var response = answer(opened.value, visit, status: .created)
        response.headers[.location] = "/api/v1/checks/\(opened.value.id)"
        if opened.isRepeat { response.headers[.idempotencyReplayed] = "true" }
        return response
    }

    static let show: @Sendable (Visit) async throws -> Response = { visit in
        answer(try await visit.till.restaurant.check(try visit.checkID), visit)
    }

    static let changeLines: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.checkID
        let currency = try await visit.till.property().currency
        var body = try await visit.json()
        var batch: [LineChange] = []
        for var change in try body.objects("changes", countMax: LineChange.batchMax) {
            batch.append(try LineChangeFields.read(&change, currency))
        }
        try body.nothingElse()
        let check = try await visit.till.restaurant.changeLines(of: id, batch, by: visit.cashier)
        visit.till.live.announce(.floor)
        return answer(check, visit)
    }

    static let setCovers: @Sendable (Visit) async throws -> Response = { visit in
        let id = try visit.checkID
        var body = try await visit.json()
        let covers = try body.integer("covers", in: 1...Check.coversMax)
        try body.nothingElse()
        let check = try await visit.till.restaurant.setCovers(of: id, to: covers, by: visit.cashier)
        visit.till.live.announce(.floor)
        return answer(check, visit)
    }

    private static func answer(_ check: Check, _ visit: Visit, status: HTTPResponse.Status = .ok) -> Response {
        .json(status) { $0.fields(of: check, visit.language) }
    }
}
