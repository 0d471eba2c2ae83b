import Foundation
import HotelSimulator
import NIOHTTP1
import Operations
import PointOfSale

/// A till and a simulated hotel that are up: where they are, who works there, and how to look at the hotel's books.
struct RunningHouse: Sendable {
    let till: String
    let reception: String
    let fiasPort: Int
    let staff: [Person]
    let conversation: WireConversation
    let restaurant: Restaurant
    let hotel: SimulatedHotel
    /// The RoomRaccoon house beside it: where it is, and the house itself.
    let roomRaccoon: RaccoonHouse
    let hostel: SimulatedHotel

    /// A member of the demo's staff. The PIN is in clear because the demo prints it.
    struct Person: Codable, Sendable {
        let name: String
        let role: String
        let pin: String
    }

    /// How long the link may take to come up, ms.
    static let linkWaitMsMax = 10_000

    /// Waits until the till and the hotel have met. Throws when they do not.
    func linkComesUp() async throws {
        for _ in 0..<(Self.linkWaitMsMax / 20) {
            if restaurant.hotel.linkState.isAlive { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw DemoOnce.Failure(description: "the link to the simulated hotel did not come up")
    }

    /// A client of the till's API, signed in as the first of that role.
    func signedIn(as role: String) async throws -> TillClient {
        guard let person = staff.first(where: { $0.role == role }) else { throw DemoOnce.Failure(description: "nobody is a \(role)") }
        var client = TillClient(base: till)
        client.token = try await client.call(.POST, "/api/v1/sessions", PINBody(pin: person.pin), as: SessionBody.self).token
        return client
    }

    /// A stay's folio, as the hotel's reception shows it.
    func folio(of reservation: String) async throws -> FolioBody {
        try await TillClient(base: reception).call(.GET, "/api/folios/\(reservation)")
    }

    /// Tells whoever started the demo where everything is.
    func announce(readyFile: String?) throws {
        Say.line(
            """

            Ardoise is open.

              Till       \(till)
              Reception  \(reception)   (the simulated hotel; its interface listens on port \(fiasPort))
              Hostel     \(roomRaccoon.address)   (a simulated RoomRaccoon house)
              API key    \(roomRaccoon.apiKey), Hotel ID \(roomRaccoon.hotelID)

            Sign in with a PIN:

            """)
        for person in staff { Say.line("  \(person.pin.padding(toLength: 8, withPad: " ", startingAt: 0)) \(person.name), \(person.role)") }
        Say.line("\nCtrl-C ends it; the next start begins anew.")
        try ReadyFile(till: till, reception: reception, fias: fiasPort, roomRaccoon: roomRaccoon, staff: staff).write(to: readyFile)
    }

    /// Returns when the process is asked to stop.
    static func untilStopped() async {
        let (never, _) = AsyncStream<Void>.makeStream()
        for await _ in never {}
    }
}
