import Foundation
import NIOCore

/// Closing a check of five lines over HTTP: one request, one durable answer.
struct CheckClosing {
    static let workers = 64
    static let asFastAsPossible = 12_000
    static let steadyPerSecond = 500
    static let steadySeconds = 8
    private static let linesPerCheck = 5

    private let client: TillClient
    private let outlet: String
    private let articles: [String]
    private let cash: String

    init(_ client: TillClient) async throws {
        self.client = client
        let outlets: TillClient.Outlets = try await client.ask("GET", "/outlets")
        let menu: TillClient.Menu = try await client.ask("GET", "/menu")
        let methods: TillClient.PaymentMethods = try await client.ask("GET", "/payment-methods")
        guard let outlet = outlets.outlets.first, menu.items.count >= Self.linesPerCheck,
            let cash = methods.paymentMethods.first(where: { $0.kind == "cash" })
        else { throw TillClient.Refused(description: "the demo has no outlet, no menu or no cash") }
        self.outlet = outlet.id
        articles = menu.items.prefix(Self.linesPerCheck).map(\.id)
        self.cash = cash.id
    }

    func asFastAsPossible() async throws -> Load.Result {
        let payments = try await prepared(Self.asFastAsPossible)
        return try await Load.closedLoop(workers: Self.workers, count: payments.count) { worker, number in
            _ = try await client.send(payments[number], worker: worker)
        }
    }

    func steady() async throws -> Load.Result {
        let payments = try await prepared(Self.steadyPerSecond * Self.steadySeconds)
        return try await Load.steady(workers: Self.workers, count: payments.count, perSecond: Self.steadyPerSecond) { worker, number in
            _ = try await client.send(payments[number], worker: worker)
        }
    }

    /// Opens the checks, puts five lines on each, and answers the requests that will pay them.
    private func prepared(_ count: Int) async throws -> [ByteBuffer] {
        try await withThrowingTaskGroup(of: [ByteBuffer].self) { group in
            for worker in 0..<Self.workers {
                group.addTask {
                    var payments: [ByteBuffer] = []
                    for _ in stride(from: worker, to: count, by: Self.workers) { payments.append(try await payment(worker)) }
                    return payments
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    private func payment(_ worker: Int) async throws -> ByteBuffer {
        let opened: TillClient.Check = try await client.ask(
            "POST", "/checks", body: #"{"outletId":"\#(outlet)","covers":2}"#, key: UUID().uuidString, worker: worker)
        let changes = articles.map { #"{"op":"add","id":"\#(UUID().uuidString)","menuItemId":"\#($0)","quantity":1}"# }
        let check: TillClient.Check = try await client.ask(
            "POST", "/checks/\(opened.id)/lines", body: #"{"changes":[\#(changes.joined(separator: ","))]}"#, worker: worker)
        return client.request(
            "POST", "/checks/\(check.id)/payments", body: #"{"paymentMethodId":"\#(cash)","amount":\#(check.total)}"#,
            key: UUID().uuidString)
    }
}

extension Section {
    private static let ofBarePost = 0.5

    static let closing = Section(title: "Closing a check") { machine, report in
        let program = try ArdoiseProcess(machine, name: "closing")
        defer { program.stop() }
        guard let waiter = program.ready.staff.first(where: { $0.role == "waiter" }) else {
            throw TillClient.Refused(description: "the demo has no waiter")
        }
        let client = try await TillClient.signedIn(
            at: program.ready.till, pin: waiter.pin, workers: CheckClosing.workers, group: machine.group)
        let closing = try await CheckClosing(client)
        let fast = try await closing.asFastAsPossible()
        let steady = try await closing.steady()
        try await client.close()
        let bare = report.value(FigureName.barePost) ?? 0
        let beside =
            "\(FigureName.barePost): \(Figure.text(bare))/s; \(FigureName.commits): \(Figure.text(report.value(FigureName.commits) ?? 0))/s"
        return [
            Figure("check of five lines closed, 64 clients", fast.perSecond, "/s", .atLeast(bare * ofBarePost), beside: beside),
            Figure("  p95 while at it", fast.latencies.p95Ms, "ms"),
            Figure("closed at a steady 500/s: p50", steady.latencies.p50Ms, "ms", .atMost(3)),
            Figure("closed at a steady 500/s: p95", steady.latencies.p95Ms, "ms", .atMost(10)),
            Figure("resident memory after \(CheckClosing.asFastAsPossible) checks", try program.residentMB, "MB"),
        ]
    }
}
