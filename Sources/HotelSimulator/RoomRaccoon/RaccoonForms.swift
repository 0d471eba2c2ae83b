import Hummingbird

/// What the buttons of RoomRaccoon's back office send.
struct RaccoonForms {
    let forms: ReceptionForms

    func addRoutes(to router: some RouterMethods<ReceptionContext>) {
        router.post("raccoon/transfer") { request, _ in
            try await forms.act(request) { form, _ throws(Problem) in
                guard let number = Int(try form.required(\.line)) else { throw .ticketUnknown }
                return .transferTicket(number, to: try form.required(\.to))
            }
        }
        router.post("raccoon/invoice") { request, _ in
            try await forms.act(request) { form, _ throws(Problem) in .invoice(try form.required(\.number)) }
        }
        router.post("raccoon/settings") { request, _ in
            try await forms.submit(request) { form throws(Problem) in
                guard var settings = forms.hotel.snapshot.raccoon else { throw .notFound }
                guard let shape = RaccoonSettings.AnswerShape(rawValue: form.shape ?? "") else { throw .malformedBody }
                settings.answerShape = shape
                settings.consolidatesTickets = form.consolidates != nil
                settings.deniesWithStatus = form.deniesWithStatus != nil
                settings.requestsPerMinute = try Self.limit(form.limit)
                forms.hotel.change { hotel, _ in hotel.raccoon = settings }
            }
        }
    }

    private static func limit(_ text: String?) throws(Problem) -> Int? {
        guard let text, !text.isEmpty else { return nil }
        guard let limit = Int(text), (0...RaccoonSettings.requestsPerMinuteMax).contains(limit) else { throw .limitOutOfRange }
        return limit
    }
}
