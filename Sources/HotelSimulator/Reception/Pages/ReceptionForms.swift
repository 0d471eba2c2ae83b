import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What the buttons of the pages send. Every form says where to go back to; a problem travels there as a code in the address.
struct ReceptionForms {
    let hotel: SimulatedHotel

    func addRoutes(to router: some RouterMethods<ReceptionContext>) {
        router.post("desk/check-in") { request, _ in
            try await act(request) { form, _ throws(Problem) in .checkIn(try form.required(\.number)) }
        }
        router.post("desk/check-out") { request, _ in
            try await act(request) { form, _ throws(Problem) in .checkOut(try form.required(\.number)) }
        }
        router.post("desk/move") { request, _ in
            try await act(request) { form, _ throws(Problem) in .move(try form.required(\.number), to: try form.required(\.room)) }
        }
        router.post("desk/no-post") { request, _ in
            try await act(request) { form, _ throws(Problem) in .setNoPost(try form.required(\.number), form.noPost == "on") }
        }
        router.post("desk/limit") { request, _ in
            try await act(request) { form, hotel throws(Problem) in .setCreditLimit(try form.required(\.number), try form.limit(in: hotel))
            }
        }
        router.post("desk/night-audit") { request, _ in
            try await act(request) { form, _ throws(Problem) in form.action == "finish" ? .finishNightAudit : .startNightAudit }
        }
        router.post("faults") { request, _ in
            try await submit(request) { form throws(Problem) in try form.plan().perform(on: hotel) }
        }
        router.post("faults/disarm") { request, _ in
            try await submit(request) { _ throws(Problem) in
                hotel.disarmFaults()
                hotel.change { hotel, _ in hotel.settings.answerDelayMs = 0 }
            }
        }
    }

    private func act(_ request: Request, _ action: (ReceptionForm, Hotel) throws(Problem) -> DeskAction) async throws -> Response {
        try await submit(request) { form throws(Problem) in try action(form, hotel.snapshot).perform(on: hotel) }
    }

    private func submit(_ request: Request, _ body: (ReceptionForm) throws(Problem) -> Void) async throws -> Response {
        let form: ReceptionForm
        do {
            let buffer = try await request.body.collect(upTo: ReceptionContext.bodyBytesMax)
            form = try URLEncodedFormDecoder().decode(ReceptionForm.self, from: String(buffer: buffer))
        } catch {
            throw Problem.malformedBody
        }
        let back = form.back ?? "/"
        do throws(Problem) {
            try body(form)
            return .seeOther(back)
        } catch {
            return .seeOther("\(back)?problem=\(error.rawValue)")
        }
    }
}

/// The fields of every form.
struct ReceptionForm: Decodable {
    let back, number, room, noPost, limit, action: String?
    let kind, on, count, ms, bytes, status: String?

    func required(_ field: KeyPath<ReceptionForm, String?>) throws(Problem) -> String {
        guard let value = self[keyPath: field], !value.isEmpty else { throw .malformedBody }
        return value
    }

    /// The credit limit as people write it, with a comma or a point; empty takes it away.
    func limit(in hotel: Hotel) throws(Problem) -> Int? {
        let text = (limit ?? "").filter { !$0.isWhitespace }.replacingOccurrences(of: ",", with: ".")
        if text.isEmpty { return nil }
        guard let minor = AmountText.minorUnits(text, minorDigits: hotel.identity.currencyMinorDigits) else { throw .limitOutOfRange }
        return minor
    }

    /// The fault that a button asks for.
    func plan() throws(Problem) -> FaultPlan {
        let asked = kind ?? ""
        let loses = asked == "loseAnswerUnbooked"
        guard let kind = FaultPlan.Kind(rawValue: loses ? "loseAnswer" : asked) else { throw .malformedPlan }
        let request = InterfaceRequest(rawValue: on ?? "")
        guard request != nil || on == "any" || on == nil else { throw .malformedPlan }
        let plan = FaultPlan(
            kind, booked: !loses, begin: true, on: on == nil ? .posting : request, count: try number(count, or: 1),
            ms: try number(ms, or: 0), bytes: try number(bytes, or: 0), status: status ?? "UR")
        guard plan.wrong == nil else { throw .malformedPlan }
        return plan
    }

    private func number(_ text: String?, or fallback: Int) throws(Problem) -> Int {
        guard let text, !text.isEmpty else { return fallback }
        guard let number = Int(text) else { throw .malformedPlan }
        return number
    }
}
