/// A record that passed over the link.
struct WireResource: Encodable {
    let atMs: Int64
    let fromHotel: Bool
    let text: String

    init(_ entry: WireEntry) {
        atMs = entry.atMs
        fromHotel = entry.fromHotel
        text = entry.text
    }
}
