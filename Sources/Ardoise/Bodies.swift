/// What the demo says to the till's API and reads back: the parts of `docs/openapi.yaml` that it needs.
enum Bodies {}

struct PINBody: Encodable, Sendable { let pin: String }
struct SessionBody: Decodable, Sendable { let token: String }
struct OutletsBody: Decodable, Sendable {
    let outlets: [Outlet]
    struct Outlet: Decodable, Sendable {
        let id: String
        let number: Int
    }
}
struct FloorBody: Decodable, Sendable {
    let tables: [Table]
    struct Table: Decodable, Sendable {
        let id: String
        let number: Int
    }
}
struct MenuBody: Decodable, Sendable {
    let items: [Item]
    struct Item: Decodable, Sendable {
        let id: String
        let code: Int
        let price: Int
    }
}
struct OpenBody: Encodable, Sendable {
    let outletId: String
    let tableId: String?
    let covers: Int
}
struct LinesBody: Encodable, Sendable { let changes: [ChangeBody] }
struct ChangeBody: Encodable, Sendable {
    var op = "add"
    let id: String
    let menuItemId: String
    let quantity: Int
}
struct CheckBody: Decodable, Sendable {
    let id: String
    let number: Int
    let state: String
    let total: Int
    let remaining: Int
}
struct SearchBody: Encodable, Sendable { let text: String }
struct GuestsBody: Decodable, Sendable { let guests: [GuestBody] }
struct GuestBody: Codable, Sendable {
    let roomNumber: String
    let reservationNumber: String
    let name: String
    let mayBeCharged: Bool?
}
struct ChargeBody: Encodable, Sendable {
    let amount: Int
    var tip = 0
    let guest: Guest

    struct Guest: Encodable, Sendable {
        let roomNumber: String
        let reservationNumber: String
        let name: String
    }

    init(amount: Int, tip: Int = 0, guest: GuestBody) {
        self.amount = amount
        self.tip = tip
        self.guest = Guest(roomNumber: guest.roomNumber, reservationNumber: guest.reservationNumber, name: guest.name)
    }
}
struct ChargeAnswer: Decodable, Sendable {
    let check: CheckBody
    let posting: PostingBody
}
struct PostingBody: Decodable, Sendable {
    let id: String
    let state: String
}
struct FolioBody: Decodable, Sendable {
    let balanceMinor: Int
    let lines: [Line]

    struct Line: Decodable, Sendable {
        let amountMinor: Int
        let text: String
        let businessDate: String
        let details: Details?
    }

    struct Details: Decodable, Sendable {
        let checkNumber: String
        let postingNumber: String
    }
}
