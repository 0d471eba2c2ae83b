/// A room and who is in it.
struct RoomResource: Encodable {
    let number, type: String
    let isDummy: Bool
    let guests: [String]

    init(_ number: String, in hotel: Hotel) {
        let room = hotel.rooms[number]
        self.number = number
        type = room?.type ?? ""
        isDummy = room?.isDummy ?? false
        guests = hotel.guests(inRoom: number).map(\.number)
    }
}
