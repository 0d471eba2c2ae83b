import Foundation
import Synchronization

/// The simulated OPERA Cloud without the network: a call in, an answer and how it is delivered out.
package final class OHIPDesk: Sendable {
    /// The most requests that the log keeps.
    package static let logEntriesMax = 20_000
    /// The longest body that the log keeps, in characters.
    private static let logCharactersMax = 20_000
    private static let secondMs: Int64 = 1_000

    /// What becomes of an answer on its way.
    package enum Delivery: Sendable, Equatable {
        case send(OHIPReply)
        /// Only so many bytes of it, then the connection is torn down.
        case sendBeginning(OHIPReply, bytes: Int)
        /// The connection is torn down.
        case cut
        /// The connection stays open and nothing ever comes.
        case silence
    }

    private struct State {
        var tokens: [String: Int64] = [:]
        var tokensMade = 0
        var log: [OHIPLogEntry] = []
        var recentMs: [Int64] = []
    }

    let hotel: SimulatedHotel
    private let state = Mutex(State())

    /// A desk of that hotel.
    package init(_ hotel: SimulatedHotel) { self.hotel = hotel }

    /// Every request that came, in sequence.
    package var requestLog: [OHIPLogEntry] { state.withLock { $0.log } }
    /// How many tokens were handed out.
    package var tokensMade: Int { state.withLock { $0.tokensMade } }

    /// Every token ends at once.
    package func endTokens() { state.withLock { $0.tokens = [:] } }

    /// Answers a call.
    /// - Parameter wait: waits so many milliseconds; a slow hotel asks for it before or after it books.
    package func respond(to call: OHIPCall, wait: (Int) async throws -> Void) async throws -> Delivery {
        guard let settings = hotel.snapshot.operaCloud, !hotel.isHalfOpen else { return .silence }
        let index = note(call)
        if isTooMany(settings) { return answered(.send(OHIPReply(.tooMany)), index) }
        if call.segments == ["oauth", "v1", "tokens"] { return handedOut(token(call, settings), index) }
        let operation: OHIPOperation
        do throws(OHIPRefusal) {
            try checkCaller(call, settings)
            operation = try OHIPOperation(call, hotelID: settings.hotelID)
        } catch {
            return answered(.send(OHIPReply(error)), index)
        }
        let fault = operation.kind.flatMap { hotel.takeFault(for: $0) }
        switch fault {
        case .loseAnswer(booked: false): return .silence
        case .cutBeforeBooking: return .cut
        case .bookLate(let ms): try await wait(ms)
        default: break
        }
        let delayMs = hotel.snapshot.settings.answerDelayMs
        if delayMs > 0 { try await wait(delayMs) }
        let reply = reply(to: operation, settings, fault)
        if case .delayAnswer(let ms) = fault { try await wait(ms) }
        return answered(Self.delivery(of: reply, fault), index)
    }

    private func reply(to operation: OHIPOperation, _ settings: OperaCloudSettings, _ fault: Fault?) -> OHIPReply {
        if case .refuse(let status) = fault { return OHIPReply(Self.refusal(status)) }
        do throws(OHIPRefusal) {
            return try OHIPHouse(hotel: hotel, settings: settings).answer(operation)
        } catch {
            return OHIPReply(error)
        }
    }

    /// A refusal by its status alone, as gateways send it.
    private static func refusal(_ status: String) -> OHIPRefusal {
        switch Int(status) ?? 400 {
        case 401: .unauthorised
        case 403: .noHotel
        case 404: .notFound
        case 429: .tooMany
        case 500: .broken
        case let code where code > 500: OHIPRefusal(status: code)
        default: .noReservation
        }
    }

    private static func delivery(of reply: OHIPReply, _ fault: Fault?) -> Delivery {
        switch fault {
        case .loseAnswer: .silence
        case .cutAfterBooking: .cut
        case .cutInAnswer(let bytes): .sendBeginning(reply, bytes: bytes)
        case .duplicateAnswer: .send(OHIPReply(status: reply.status, body: reply.body + reply.body))
        case .nonsense(.unknownStatus): .send(OHIPReply(.broken))
        case .nonsense(.missingStatus): .send(OHIPReply(status: 200, body: ""))
        case .nonsense(.wrongPostingNumber): .send(OHIPReply(status: 200, body: "<html>Maintenance</html>"))
        // The gateway gives up after a minute; the hotel behind it does not.
        case .nonsense(.missingPostingNumber): .send(OHIPReply(status: 502, body: "<html><h1>502 Bad Gateway</h1></html>"))
        default: .send(reply)
        }
    }

    // MARK: Who asks

    private func token(_ call: OHIPCall, _ settings: OperaCloudSettings) -> (reply: OHIPReply, token: String?) {
        guard call.method == "POST" else { return (OHIPReply(OHIPRefusal(status: 405)), nil) }
        let client = Data("\(settings.clientID):\(settings.clientSecret)".utf8).base64EncodedString()
        let form = Self.form(call.body)
        let isKnown =
            switch settings.login {
            case .clientCredentials(let enterpriseID):
                form["grant_type"] == "client_credentials" && form["scope"] == "urn:opc:hgbu:ws:__myscopes__"
                    && call.headers["enterpriseid"] == enterpriseID
            case .password(let name, let password):
                form["grant_type"] == "password" && form["username"] == name && form["password"] == password
            }
        guard call.headers["x-app-key"] == settings.appKey, call.headers["authorization"] == "Basic " + client, isKnown else {
            return (OHIPReply(status: 401, ["error": "invalid_client", "error_description": "Invalid client credentials"]), nil)
        }
        let nowMs = hotel.nowMs
        let token = state.withLock { state in
            state.tokensMade += 1
            let token = "token-\(state.tokensMade)-of-\(settings.hotelID)"
            state.tokens[token] = nowMs + Int64(settings.tokenSeconds) * 1000
            return token
        }
        let reply = OHIPReply([
            "access_token": token, "expires_in": settings.tokenSeconds, "token_type": "Bearer", "oracle_tk_context": "user_assertion",
        ])
        return (reply, token)
    }

    private func handedOut(_ answer: (reply: OHIPReply, token: String?), _ index: Int?) -> Delivery {
        answered(.send(answer.reply), index, hiding: answer.token)
    }

    private func checkCaller(_ call: OHIPCall, _ settings: OperaCloudSettings) throws(OHIPRefusal) {
        guard call.headers["x-app-key"] == settings.appKey, let header = call.headers["authorization"], header.hasPrefix("Bearer "),
            state.withLock({ $0.tokens[String(header.dropFirst(7))] ?? 0 }) > hotel.nowMs
        else { throw .unauthorised }
        guard call.headers["x-hotelid"] == settings.hotelID else { throw .noHotel }
    }

    private static func form(_ body: Data) -> [String: String] {
        let pairs = String(decoding: body, as: UTF8.self).split(separator: "&").map {
            $0.split(separator: "=", maxSplits: 1).map { String($0).removingPercentEncoding ?? "" }
        }
        return Dictionary(pairs.filter { $0.count == 2 }.map { ($0[0], $0[1]) }) { first, _ in first }
    }

    // MARK: The log

    private func isTooMany(_ settings: OperaCloudSettings) -> Bool {
        let nowMs = hotel.nowMs
        return state.withLock { state in
            state.recentMs.removeAll { $0 <= nowMs - Self.secondMs }
            guard state.recentMs.count < settings.requestsPerSecondMax else { return true }
            state.recentMs.append(nowMs)
            return false
        }
    }

    private func note(_ call: OHIPCall) -> Int? {
        let isToken = call.path.hasPrefix("/oauth")
        let query = call.query.map { "\($0.name)=" + ($0.value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "") }
            .joined(separator: "&")
        let text = isToken ? Self.withoutSecrets(call.body) : String(decoding: call.body.prefix(Self.logCharactersMax), as: UTF8.self)
        hotel.log(text: "\(call.method) \(call.path) \(text.prefix(2_000))", fromHotel: false)
        let entry = OHIPLogEntry(
            atMs: hotel.nowMs, method: call.method, target: query.isEmpty ? call.path : call.path + "?" + query,
            headers: call.headers.keys.sorted(), status: 0, request: text, answer: "")
        return state.withLock { state in
            guard state.log.count < Self.logEntriesMax else { return nil }
            state.log.append(entry)
            return state.log.count - 1
        }
    }

    /// A form of which only what is no secret can be read.
    private static func withoutSecrets(_ form: Data) -> String {
        String(decoding: form.prefix(logCharactersMax), as: UTF8.self).split(separator: "&").map { pair in
            pair.hasPrefix("grant_type=") || pair.hasPrefix("scope=") ? String(pair) : pair.prefix { $0 != "=" } + "=hidden"
        }.joined(separator: "&")
    }

    private func answered(_ delivery: Delivery, _ index: Int?, hiding token: String? = nil) -> Delivery {
        switch delivery {
        case .send(let reply), .sendBeginning(let reply, _):
            let whole = token.map { reply.body.replacingOccurrences(of: $0, with: "hidden") } ?? reply.body
            let body = String(whole.prefix(Self.logCharactersMax))
            hotel.log(text: "\(reply.status) \(body.prefix(2_000))", fromHotel: true)
            if let index {
                state.withLock { state in
                    state.log[index].status = reply.status
                    state.log[index].answer = body
                }
            }
        case .cut, .silence: break
        }
        return delivery
    }
}
