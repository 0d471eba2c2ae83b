import FIAS

/// What the hotel's own end and the wire take, with nothing of the till in the way: records made beforehand, exchanged over the link.
enum RawLink {
    static let workstation = "BENCH"
    static let postings = 4_000

    /// Inquires for the guest, as FIAS demands before a charge, then posts over and over.
    static func postings(_ rig: HotelRig.Running, workers: Int, firstNumber: Int) async throws -> Load.Result {
        try await inquire(rig, number: firstNumber)
        let requests = (0..<postings).map { posting(number: firstNumber + 1 + $0) }
        return try await Load.closedLoop(workers: workers, count: postings) { _, number in
            guard case .answered(let answer) = await rig.link.exchange(requests[number]), answer[.answerStatus] == "OK" else {
                throw RawLimits.Failed(description: "the simulated hotel did not book a raw posting")
            }
        }
    }

    private static func inquire(_ rig: HotelRig.Running, number: Int) async throws {
        let inquiry = Inquiry(
            postingNumber: number, workstation: workstation, paymentMethod: "ROOM", lookingFor: LargeHotel.room(of: 0), matchesMax: 9,
            stamp: stamp)
        guard case .answered = await rig.link.exchange(inquiry.record) else {
            throw RawLimits.Failed(description: "the simulated hotel did not answer a raw inquiry")
        }
    }

    private static func posting(number: Int) -> FIASRecord {
        PostingRequest(
            postingNumber: number, workstation: workstation, paymentMethod: "ROOM",
            account: .init(
                roomNumber: LargeHotel.room(of: 0), reservationNumber: LargeHotel.reservation(of: 0), guestName: LargeHotel.name(of: 0)),
            amounts: PostingAmounts(total: 1_000, subtotals: [1: 1_000]), stamp: stamp
        ).record
    }

    private static let stamp = RecordStamp(date: "261122", time: "201500")
}
