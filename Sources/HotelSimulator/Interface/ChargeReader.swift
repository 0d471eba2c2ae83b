import FIAS

/// A posting that cannot even be read.
struct UnreadableCharge: Error, Equatable {
    var status: AnswerStatus = .unprocessable
    let text: String
}

/// Reads postings off the wire, field by field, without the typed messages that tills use.
struct ChargeReader {
    let request: FIASRecord
    let settings: HotelSettings

    /// A `PR` posting.
    func charge() -> Result<Charge, UnreadableCharge> {
        Result { () throws(UnreadableCharge) in
            guard request.filled(.paymentMethod) != nil else { throw UnreadableCharge(text: "Payment method missing") }
            let target: Charge.Target =
                switch (request.filled(.roomNumber), request.filled(.reservationNumber)) {
                case (nil, nil): .direct
                case (let room?, "0"): .account(room)
                case (let room?, let reservation?): .guest(room: room, reservation: reservation)
                default: throw UnreadableCharge(status: .guestNotFound, text: "Guest not found")
                }
            return try charge(target, parts: parts())
        }
    }

    /// A `PS` posting: a direct charge; articles and telephone calls are priced nowhere in this hotel.
    func simpleCharge() -> Result<Charge, UnreadableCharge> {
        Result { () throws(UnreadableCharge) in
            guard ["C", "D"].contains(request.filled(.postingType)) else { throw UnreadableCharge(text: "Posting type not set up") }
            guard let room = request.filled(.roomNumber) else { throw UnreadableCharge(text: "Room missing") }
            var parts = try parts()
            if parts.isEmpty { parts = [Charge.Part(.subtotal(1), try total())] }
            if settings.simplePostingsNameGuest, let reservation = request.filled(.reservationNumber) {
                return try charge(.guest(room: room, reservation: reservation), parts: parts)
            }
            return try charge(.room(room), parts: parts)
        }
    }

    private func charge(_ target: Charge.Target, parts: [Charge.Part]) throws(UnreadableCharge) -> Charge {
        let details = details()
        guard settings.acceptsLettersInOutlet || details.outlet.allSatisfy(\.isNumber) else {
            throw UnreadableCharge(text: "Invalid outlet")
        }
        return Charge(
            target: target, totalMinor: try total(), parts: parts, paymentMethod: request[.paymentMethod] ?? "",
            overridesCreditLimit: request[.creditOverride] == "Y", details: details)
    }

    private func total() throws(UnreadableCharge) -> Int {
        guard let text = request.filled(.totalAmount) else { throw UnreadableCharge(text: "Total missing") }
        return try amount(text)
    }

    private func parts() throws(UnreadableCharge) -> [Charge.Part] {
        var parts: [Charge.Part] = []
        for field in request.fields where !field.value.isEmpty {
            guard let component = ChargeComponent(fieldCode: field.id.text) else { continue }
            parts.append(Charge.Part(component, try amount(field.value)))
        }
        return parts
    }

    private func amount(_ text: String) throws(UnreadableCharge) -> Int {
        guard let units = AmountText.wireMinorUnits(text) else { throw UnreadableCharge(text: "Invalid amount") }
        let scale = (0..<settings.amountScaleDigits).reduce(1) { scale, _ in scale * 10 }
        return units * scale
    }

    private func details() -> ChargeDetails {
        var details = ChargeDetails()
        details.checkNumber = request[.checkNumber] ?? ""
        details.covers = request[.covers] ?? ""
        details.outlet = request[.outlet] ?? ""
        details.servingTime = request[.servingTime] ?? ""
        details.table = request[.table] ?? ""
        details.cashier = request[.cashier] ?? ""
        details.workstation = request[.workstation] ?? ""
        details.postingNumber = request[.postingNumber] ?? ""
        details.clearText = request[.clearText] ?? ""
        details.reference = request[.crossReference] ?? ""
        details.date = request[.date] ?? ""
        details.time = request[.time] ?? ""
        return details
    }
}
