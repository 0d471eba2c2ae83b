extension Section {
    static let roomCharge = Section(title: "Room charge and guest search") { machine, _ in
        try await HotelRig.run(machine) { rig in
            let oneByOne = try await RawLink.postings(rig, workers: 1, firstNumber: 1)
            let sixteen = try await RawLink.postings(rig, workers: 16, firstNumber: 50_001)
            return [
                Figure("raw FIAS exchange, one by one", oneByOne.perSecond, "/s"),
                Figure("raw FIAS exchange, one by one, p50", oneByOne.latencies.p50Ms, "ms"),
                Figure("raw FIAS exchange, 16 in flight", sixteen.perSecond, "/s"),
            ]
        }
    }
}
