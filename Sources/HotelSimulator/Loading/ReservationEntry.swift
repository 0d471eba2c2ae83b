/// A stay as the hotel file writes it. Amounts are text (`"500.00"`), days are counted from the hotel's day.
struct ReservationEntry: Decodable {
    let number, room, name, title, firstName, language, vip, profile, paymentMethod: String
    let arrives, departs: Int
    let status: Reservation.Status
    let noPost: Bool
    let creditLimit, balance, rate, group: String?
    /// What the stay includes: a name and a daily amount, both or neither.
    let package, packageAmount: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case number, room, name, title, firstName, language, vip, profile, paymentMethod
        case arrives, departs, status, noPost, creditLimit, balance, rate, group, package, packageAmount
    }

    init(from decoder: any Decoder) throws {
        let object = try StrictObject<CodingKeys>(decoder)
        number = try object.required(.number)
        room = try object.required(.room)
        name = try object.required(.name)
        title = try object.value(.title, or: "")
        firstName = try object.value(.firstName, or: "")
        language = try object.value(.language, or: "FR")
        vip = try object.value(.vip, or: "")
        profile = try object.value(.profile, or: "")
        paymentMethod = try object.value(.paymentMethod, or: "CA")
        arrives = try object.required(.arrives)
        departs = try object.required(.departs)
        status = try object.value(.status, or: .inHouse)
        noPost = try object.value(.noPost, or: false)
        creditLimit = try object.optional(.creditLimit)
        balance = try object.optional(.balance)
        rate = try object.optional(.rate)
        group = try object.optional(.group)
        package = try object.optional(.package)
        packageAmount = try object.optional(.packageAmount)
    }
}
