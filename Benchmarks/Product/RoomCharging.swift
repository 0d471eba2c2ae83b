import Operations

/// Charging rooms through the till's own parts: transaction, attempt on disk, wire, answer, transaction.
enum RoomCharging {
    static let inFlight = 16
    static let oneByOneCount = 1_500
    static let inFlightCount = 6_000
    static let searches = 1_500

    struct Results: Sendable {
        let rawOneByOne: Load.Result
        let rawInFlight: Load.Result
        let oneByOne: Load.Result
        let inFlight: Load.Result
        let searchByName: Load.Result
        let searchByRoom: Load.Result
    }

    static func measure(_ machine: Machine) async throws -> Results {
        try await HotelRig.run(machine) { rig in
            // Numbers far from those that the till's own counter gives.
            let rawOneByOne = try await RawLink.postings(rig, workers: 1, firstNumber: 50_000_000)
            let rawInFlight = try await RawLink.postings(rig, workers: inFlight, firstNumber: 60_000_000)
            return try await TillRig.run(machine, rig) { till in
                Results(
                    rawOneByOne: rawOneByOne, rawInFlight: rawInFlight,
                    oneByOne: try await charges(till, workers: 1, count: oneByOneCount),
                    inFlight: try await charges(till, workers: inFlight, count: inFlightCount),
                    searchByName: try await search(till) { String(LargeHotel.name(of: $0).prefix(4)) },
                    searchByRoom: try await search(till) { LargeHotel.room(of: $0) })
            }
        }
    }

    private static func charges(_ till: TillRig, workers: Int, count: Int) async throws -> Load.Result {
        var requests: [RoomChargeRequest] = []
        for number in 0..<count { requests.append(try till.request(try await till.check(), guest: number % workers)) }
        // The first charge of a guest asks the hotel who that is; the figure is about charging.
        for guest in 0..<workers { try await till.charge(try till.request(try await till.check(), guest: guest)) }
        let prepared = requests
        return try await Load.closedLoop(workers: workers, count: count) { _, number in try await till.charge(prepared[number]) }
    }

    private static func search(_ till: TillRig, _ text: @escaping @Sendable (Int) -> String) async throws -> Load.Result {
        try await Load.closedLoop(workers: 1, count: searches) { _, number in
            let guests = try await till.restaurant.findGuests(text(number * 3 % LargeHotel.guests), by: till.waiter)
            guard !guests.isEmpty else { throw TillRig.Unusable(description: "nobody was found for \(text(number))") }
        }
    }
}

extension Section {
    static let roomCharge = Section(title: "Room charge and guest search, 5,000 guests in house") { machine, _ in
        let results = try await RoomCharging.measure(machine)
        let hotel = results.rawOneByOne.latencies
        let till = results.oneByOne.latencies
        let wire = "raw FIAS exchange: p50 \(Figure.text(hotel.p50Ms)) ms, p95 \(Figure.text(hotel.p95Ms)) ms"
        return [
            Figure("raw FIAS exchange, one by one", results.rawOneByOne.perSecond, "/s"),
            Figure("raw FIAS exchange, 16 in flight", results.rawInFlight.perSecond, "/s"),
            Figure("room charge, what the till adds to the hotel: p50", till.p50Ms - hotel.p50Ms, "ms", .atMost(1), beside: wire),
            Figure("room charge, what the till adds to the hotel: p95", till.p95Ms - hotel.p95Ms, "ms", .atMost(5), beside: wire),
            Figure("room charges one by one", results.oneByOne.perSecond, "/s", .atLeast(300)),
            Figure("room charges, 16 in flight", results.inFlight.perSecond, "/s", .atLeast(1_000)),
            Figure("guest search by name, p95", results.searchByName.latencies.p95Ms, "ms", .atMost(5)),
            Figure("guest search by room, p95", results.searchByRoom.latencies.p95Ms, "ms", .atMost(5)),
        ]
    }
}
