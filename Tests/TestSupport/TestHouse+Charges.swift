package import Operations
package import PointOfSale
package import Storage

extension TestHouse {
    /// Mme Garibaldi, in room 204.
    package static let garibaldi = GuestAccount(roomNumber: RoomNumber("204")!, reservationNumber: "12345", name: "Garibaldi, Lucia")

    /// A charge of a new check to a guest's room, queued. `key` tells one from another.
    package func charge(key: Int = 1, to guest: GuestAccount = garibaldi, plus: [Int] = [20, 52]) async throws -> RoomCharge {
        hotel.has(guest)
        let check = try await check(plus: plus, key: key)
        let request = RoomChargeRequest(
            checkID: check.id, key: Sample.key(key + 500), methodID: nil, amount: check.totals.total,
            tip: Sample.euros(0), guest: GuestChoice(guest), workstation: "TILL1")
        return try await restaurant.chargeToRoom(request, by: anna).value
    }

    /// Sends the posting that is due, as the dispatcher would: its attempt is on disk.
    package func send(number: Int) async throws -> PostingAttempt {
        let now = clock.now
        return try await database.write { tx in
            guard let posting = try tx.claimNextPosting(at: now) else { throw StorageFault.missing("queued posting", id: "any") }
            let attempt = PostingAttempt(
                id: .make(at: now), postingID: posting.id, number: number, startedAt: now, request: "PR|P#\(number)|")
            try tx.insertAttempt(attempt)
            return attempt
        }
    }

    /// Ends an attempt and moves its posting.
    package func end(_ attempt: PostingAttempt, fate: AttemptFate?, _ conclusion: PostingConclusion) async throws {
        let now = clock.now
        let posting = try await database.write { tx in
            try tx.closeAttempt(attempt.id, answer: nil, outcome: conclusion.code ?? conclusion.state.rawValue, fate: fate, at: now)
            guard let posting = try tx.posting(attempt.postingID) else { throw StorageFault.missing("posting", id: attempt.postingID.text) }
            try tx.conclude(posting, as: conclusion, at: now)
            return try tx.posting(posting.id)
        }
        if let posting { restaurant.signals.announce(PostingChange(posting)) }
    }

    /// A charge that the hotel booked under this number.
    package func booked(_ number: Int, to guest: GuestAccount = garibaldi) async throws -> RoomCharge {
        let charge = try await charge(key: number, to: guest)
        try await end(try await send(number: number), fate: .booked, PostingConclusion(.accepted))
        return charge
    }

    /// A charge of which nobody knows, sent under this number.
    package func doubted(_ number: Int, to guest: GuestAccount = garibaldi) async throws -> RoomCharge {
        let charge = try await charge(key: number, to: guest)
        try await end(try await send(number: number), fate: nil, PostingConclusion(.inDoubt, code: "timedOut"))
        return charge
    }
}
