import PointOfSale

/// An object of the gateway's answers, read to the letter: it is our own program that wrote it.
struct RelayObject: Hashable, Sendable {
    private let members: [String: JSONValue]

    /// The object that a body is; nil when it is none, or names a member twice.
    init?(body: [UInt8]) {
        guard let value = JSONReader.read(body) else { return nil }
        self.init(value)
    }

    private init?(_ value: JSONValue) {
        guard case .object(let list) = value, Set(list.map(\.name)).count == list.count else { return nil }
        members = Dictionary(uniqueKeysWithValues: list.map { ($0.name, $0.value) })
    }

    func text(_ name: String) -> String? {
        guard case .string(let text) = members[name] else { return nil }
        return text
    }

    func integer(_ name: String) -> Int? {
        guard case .number(let digits) = members[name] else { return nil }
        return Int(digits)
    }

    func flag(_ name: String) -> Bool? {
        guard case .bool(let value) = members[name] else { return nil }
        return value
    }

    /// The texts of a list; nil when it is not there, or holds anything else.
    func texts(_ name: String) -> [String]? {
        guard case .array(let values) = members[name] else { return nil }
        let texts = values.compactMap { value -> String? in
            guard case .string(let text) = value else { return nil }
            return text
        }
        return texts.count == values.count ? texts : nil
    }

    /// The objects of a list; nil when it is not there, or holds anything else.
    func objects(_ name: String) -> [RelayObject]? {
        guard case .array(let values) = members[name] else { return nil }
        let objects = values.compactMap { RelayObject($0) }
        return objects.count == values.count ? objects : nil
    }
}

extension GuestAccount {
    /// A guest as the gateway names it; nil when a part of it cannot be.
    init?(_ answer: RelayObject, currency: Currency) {
        guard let room = answer.text("roomNumber").flatMap({ RoomNumber($0) }), let reservation = answer.text("reservationNumber"),
            let name = answer.text("name"), GuestChoice(roomNumber: room, reservationNumber: reservation, name: name) != nil,
            let mayBeCharged = answer.flag("mayBeCharged"), let isPaymaster = answer.flag("isPaymaster")
        else { return nil }
        self.init(
            roomNumber: room, reservationNumber: reservation, name: name, title: answer.text("title"),
            firstName: answer.text("firstName"), arrival: answer.text("arrival").flatMap { BusinessDate(iso: $0) },
            departure: answer.text("departure").flatMap { BusinessDate(iso: $0) }, vip: answer.text("vip"), mayBeCharged: mayBeCharged,
            creditLimit: answer.integer("creditLimit").map { Money($0, currency) },
            balance: answer.integer("balance").map { Money($0, currency) }, packageAllowance: answer.text("packageAllowance"),
            isPaymaster: isPaymaster)
    }
}
