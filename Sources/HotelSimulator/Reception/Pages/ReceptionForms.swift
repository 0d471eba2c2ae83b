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
        router.post("desk/line") { request, _ in
            try await act(request) { form, hotel throws(Problem) in
                .postByHand(try form.owner(\.number, in: hotel), try form.amountByHand(in: hotel), text: form.text ?? "")
            }
        }
        router.post("desk/other-till") { request, _ in
            try await act(request) { form, hotel throws(Problem) in
                .postAsOtherTill(try form.required(\.number), try form.optionalAmountByHand(in: hotel))
            }
        }
        router.post("desk/transfer") { request, _ in
            try await act(request) { form, hotel throws(Problem) in
                guard let line = Int(try form.required(\.line)) else { throw .lineUnknown }
                return .transferLine(line, from: try form.owner(\.number, in: hotel), to: try form.owner(\.to, in: hotel))
            }
        }
        router.post("desk/route") { request, _ in
            try await act(request) { form, hotel throws(Problem) in
                let isOwn = (form.to ?? "").isEmpty
                return .route(try form.required(\.number), to: isOwn ? nil : try form.owner(\.to, in: hotel))
            }
        }
        router.post("settings") { request, _ in
            try await submit(request) { form throws(Problem) in
                let settings = try form.settings(on: hotel.snapshot.settings)
                hotel.change { hotel, _ in hotel.settings = settings }
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

    func act(_ request: Request, _ action: (ReceptionForm, Hotel) throws(Problem) -> DeskAction) async throws -> Response {
        try await submit(request) { form throws(Problem) in try action(form, hotel.snapshot).perform(on: hotel) }
    }

    func submit(_ request: Request, _ body: (ReceptionForm) throws(Problem) -> Void) async throws -> Response {
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
