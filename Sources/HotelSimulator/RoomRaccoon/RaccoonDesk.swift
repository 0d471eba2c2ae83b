import Foundation
import Synchronization

/// RoomRaccoon's interface for tills, without the network: a body in, an answer and how it is delivered out.
final class RaccoonDesk: Sendable {
    private static let minuteMs: Int64 = 60_000

    /// What becomes of an answer on its way.
    enum Delivery: Sendable, Equatable {
        case send(RaccoonAnswer)
        /// Only so many bytes of it, then the connection is torn down.
        case sendBeginning(RaccoonAnswer, bytes: Int)
        /// The connection is torn down.
        case cut
        /// The connection stays open and nothing ever comes.
        case silence
    }

    private let hotel: SimulatedHotel
    private let recent = Mutex<[Int64]>([])

    init(_ hotel: SimulatedHotel) { self.hotel = hotel }

    /// Answers a request.
    /// - Parameter wait: waits so many milliseconds; a slow hotel asks for it before or after it books.
    func respond(to body: Data, wait: (Int) async throws -> Void) async throws -> Delivery {
        let now = hotel.snapshot
        guard let settings = now.raccoon, !hotel.isHalfOpen else { return .silence }
        let shape = settings.answerShape
        hotel.log(text: Self.masked(body, settings), fromHotel: false)
        let credentials: RaccoonRequest.Credentials
        let request: RaccoonRequest
        do throws(RaccoonRefusal) {
            (credentials, request) = try RaccoonRequest.read(body, minorDigits: now.identity.currencyMinorDigits)
        } catch {
            return logged(.send(.refused(error.words, status: 400, as: shape)))
        }
        let fault = hotel.takeFault(for: request.kind)
        switch fault {
        case .loseAnswer(booked: false): return .silence
        case .cutBeforeBooking: return .cut
        case .bookLate(let ms): try await wait(ms)
        default: break
        }
        if now.settings.answerDelayMs > 0 { try await wait(now.settings.answerDelayMs) }
        let answer = answer(request, from: credentials, settings, refusal: fault?.refusedStatus)
        if case .delayAnswer(let ms) = fault { try await wait(ms) }
        return logged(delivery(of: answer, fault))
    }

    private func answer(
        _ request: RaccoonRequest, from credentials: RaccoonRequest.Credentials, _ settings: RaccoonSettings, refusal: String?
    ) -> RaccoonAnswer {
        let shape = settings.answerShape
        if isTooMany(settings.requestsPerMinute) || refusal == "BY" || refusal == "RY" {
            return RaccoonAnswer(
                status: 429, body: RaccoonAnswer.refused("Too many requests", as: shape).body, retryAfterSeconds: 1)
        }
        guard credentials == RaccoonRequest.Credentials(apiKey: settings.apiKey, hotelID: settings.hotelID), refusal != "DN" else {
            return .refused(RaccoonRefusal.credentials.words, status: settings.deniesWithStatus ? 401 : 200, as: shape)
        }
        if let refusal { return .refused(Self.words(of: refusal), as: shape) }
        do throws(RaccoonRefusal) {
            switch request {
            case .verify(let room):
                let hotel = hotel.snapshot
                return .stays(try hotel.raccoonStays(inRoom: room), in: hotel, as: shape)
            case .charge(let reservation, let room, let lines):
                let ticket = try hotel.change { (hotel, atMs) throws(RaccoonRefusal) in
                    try hotel.chargeOverRaccoon(lines, to: reservation, inRoom: room, atMs: atMs)
                }
                return .charged(ticket, as: shape)
            }
        } catch {
            return .refused(error.words, as: shape)
        }
    }

    private func delivery(of answer: RaccoonAnswer, _ fault: Fault?) -> Delivery {
        switch fault {
        case .loseAnswer: .silence
        case .cutAfterBooking: .cut
        case .cutInAnswer(let bytes): .sendBeginning(answer, bytes: bytes)
        // One request has one answer over HTTP: twice is a body that goes on behind its end.
        case .duplicateAnswer: .send(RaccoonAnswer(status: answer.status, body: answer.body + answer.body))
        case .nonsense(.unknownStatus): .send(RaccoonAnswer(body: #"{"Success":"perhaps"}"#))
        case .nonsense(.missingStatus): .send(RaccoonAnswer(body: "{}"))
        case .nonsense(.wrongPostingNumber): .send(RaccoonAnswer(body: #"{"ReservationNumber":"1","RoomNumber":"0","Success":true}"#))
        case .nonsense(.missingPostingNumber): .send(RaccoonAnswer(status: 502, body: "<html><h1>502 Bad Gateway</h1></html>"))
        default: .send(answer)
        }
    }

    private func isTooMany(_ limit: Int?) -> Bool {
        guard let limit else { return false }
        let nowMs = hotel.nowMs
        return recent.withLock { recent in
            recent.removeAll { $0 <= nowMs - Self.minuteMs }
            guard recent.count < limit else { return true }
            recent.append(nowMs)
            return false
        }
    }

    private func logged(_ delivery: Delivery) -> Delivery {
        switch delivery {
        case .send(let answer), .sendBeginning(let answer, _): hotel.log(text: "\(answer.status) \(answer.body)", fromHotel: true)
        case .cut, .silence: break
        }
        return delivery
    }

    /// FIAS's words for a refusal in RoomRaccoon's.
    private static func words(of status: String) -> String {
        switch status {
        case "NG", "IA": "Reservation not found"
        case "NP": RaccoonRefusal.chargeNotAllowed.words
        case "CO": RaccoonRefusal.creditLimit.words
        case "NA": RaccoonRefusal.nightAudit.words
        default: "The charge was refused"
        }
    }

    /// A request as the pages may show it: with the key hidden.
    private static func masked(_ body: Data, _ settings: RaccoonSettings) -> String {
        let text = String(decoding: body.prefix(2_000), as: UTF8.self)
        return settings.apiKey.isEmpty ? text : text.replacingOccurrences(of: settings.apiKey, with: "•••")
    }
}

extension Fault {
    fileprivate var refusedStatus: String? {
        if case .refuse(let status) = self { status } else { nil }
    }
}
