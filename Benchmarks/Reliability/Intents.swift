import AsyncHTTPClient
import Foundation
import NIOCore
import Synchronization

/// One room charge sent by eight clients at the same moment, again and again: one posting each, and one booking in the hotel's own ledger.
struct Intents {
    static let countDefault = 5_000
    static let clients = 8
    /// How many such crowds are at work at once.
    private static let crowds = 2
    private static let ledgerBytesMax = 1 << 30

    private struct Charge: Decodable {
        struct Posting: Decodable { let id: String }
        let posting: Posting
    }
    private struct Entry: Decodable {
        struct Details: Decodable { let checkNumber: String }
        let kind: String
        let details: Details?
    }
    private struct NumberedCheck: Decodable {
        let id: String
        let number: Int
        let total: Int
    }
    private struct Guests: Decodable {
        struct Guest: Codable {
            let roomNumber: String
            let reservationNumber: String
            let name: String
            let mayBeCharged: Bool
        }
        let guests: [Guest]
    }

    struct Results: Sendable {
        let count: Int
        let exactlyOne: Int
        let perSecond: Double
    }

    static func measure(_ machine: Machine) async throws -> Results {
        let count = machine.count ?? countDefault
        let program = try ArdoiseProcess(machine, name: "intents")
        defer { program.stop() }
        guard let waiter = program.ready.staff.first(where: { $0.role == "waiter" }) else {
            throw TillClient.Refused(description: "the demo has no waiter")
        }
        let client = try await TillClient.signedIn(at: program.ready.till, pin: waiter.pin, workers: clients * crowds, group: machine.group)
        let outlets: TillClient.Outlets = try await client.ask("GET", "/outlets")
        let menu: TillClient.Menu = try await client.ask("GET", "/menu")
        let found: Guests = try await client.ask("POST", "/guest-searches", body: #"{"text":"102"}"#)
        guard let outlet = outlets.outlets.first, let article = menu.items.first, let guest = found.guests.first(where: \.mayBeCharged)
        else {
            throw TillClient.Refused(description: "the demo has no outlet, article or guest to charge")
        }
        let guestJSON = String(
            decoding: try JSONSerialization.data(withJSONObject: [
                "roomNumber": guest.roomNumber, "reservationNumber": guest.reservationNumber, "name": guest.name,
            ]), as: UTF8.self)
        let single = Mutex<Set<String>>([])
        let load = try await Load.closedLoop(workers: crowds, count: count) { crowd, _ in
            let first = crowd * clients
            let opened: TillClient.Check = try await client.ask(
                "POST", "/checks", body: #"{"outletId":"\#(outlet.id)","covers":2}"#, key: UUID().uuidString, worker: first)
            let check: NumberedCheck = try await client.ask(
                "POST", "/checks/\(opened.id)/lines",
                body: #"{"changes":[{"op":"add","id":"\#(UUID().uuidString)","menuItemId":"\#(article.id)","quantity":1}]}"#, worker: first)
            let request = client.request(
                "POST", "/checks/\(check.id)/room-charges", body: #"{"amount":\#(check.total),"guest":\#(guestJSON)}"#,
                key: UUID().uuidString)
            let postings = try await withThrowingTaskGroup(of: String.self) { group in
                for worker in first..<(first + clients) {
                    group.addTask {
                        let answer = try await client.send(request, worker: worker)
                        return try JSONDecoder().decode(Charge.self, from: Data(answer.utf8)).posting.id
                    }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            if postings.count == 1 { single.withLock { _ = $0.insert(String(check.number)) } }
        }
        try await client.close()
        let booked = try await ledger(program.ready.reception)
        let once = single.withLock { $0 }.filter { booked[$0] == 1 }
        return Results(count: count, exactlyOne: once.count, perSecond: load.perSecond)
    }

    /// How often the hotel booked each check.
    private static func ledger(_ reception: URL) async throws -> [String: Int] {
        let request = HTTPClientRequest(url: reception.appending(path: "api/ledger").absoluteString)
        let answer = try await HTTPClient.shared.execute(request, timeout: .minutes(5))
        let text = String(buffer: try await answer.body.collect(upTo: ledgerBytesMax))
        let entries = try JSONDecoder().decode([Entry].self, from: Data(text.utf8))
        return Dictionary(grouping: entries.filter { $0.kind == "booked" }) { $0.details?.checkNumber ?? "" }.mapValues(\.count)
    }
}

extension Section {
    static let intents = Section(title: "One intent from eight clients at once") { machine, _ in
        let results = try await Intents.measure(machine)
        return [
            Figure("charged exactly once, of \(results.count)", Double(results.exactlyOne), "", .atLeast(Double(results.count))),
            Figure("intents of eight requests each", results.perSecond, "/s"),
        ]
    }
}
