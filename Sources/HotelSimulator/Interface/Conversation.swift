package import FIAS

/// What the hotel's interface and one till say to each other on one connection. A value: bytes, waits and faults are elsewhere.
package struct Conversation: Sendable {
    /// The most guests remembered from inquiries on one connection; the oldest are forgotten first.
    static let inquiriesMax = 10_000

    /// A guest or account that an inquiry returned.
    private struct Found: Hashable {
        let room: String
        let reservation: String
    }

    private var inquiredAtMs: [Found: Int64] = [:]

    package init() {}

    /// The records that answer a request, in sequence; none where the hotel keeps silent. Books the charge on the way.
    /// - Parameter isExpected: a posting is booked whether or not this conversation knows of an inquiry before it.
    package mutating func answer(
        _ request: FIASRecord, in hotel: inout Hotel, described: DescribedFields, atMs: Int64, isExpected: Bool = false
    ) -> [FIASRecord] {
        let writer = AnswerWriter(
            request: request, described: described, clock: hotel.wallClock(atMs: atMs), carriesTime: hotel.settings.answersCarryTime)
        switch InterfaceRequest(request) {
        case .inquiry: return [answerInquiry(writer, in: hotel, atMs: atMs)]
        case .posting:
            guard isExpected || expects(request, in: hotel, atMs: atMs) else { return [] }
            return [book(ChargeReader(request: request, settings: hotel.settings).charge(), writer, in: &hotel, atMs: atMs)]
        case .simplePosting: return [answerSimplePosting(writer, in: &hotel, atMs: atMs)]
        case .billView: return BillView(writer: writer).answer(in: hotel)
        case .resync: return GuestMovements(described: described, clock: writer.clock).swap(of: hotel)
        case nil: return []
        }
    }

    /// A refusal of the request that the hotel does not look into: for faults that answer with a status of their own.
    package static func refusal(
        of request: FIASRecord, status: AnswerStatus, text: String, in hotel: Hotel, described: DescribedFields, atMs: Int64
    ) -> FIASRecord {
        let writer = AnswerWriter(
            request: request, described: described, clock: hotel.wallClock(atMs: atMs), carriesTime: hotel.settings.answersCarryTime)
        return InterfaceRequest(request) == .billView ? BillView(writer: writer).refusal(status) : writer.answer(status, text)
    }

    // MARK: Inquiry

    private mutating func answerInquiry(_ writer: AnswerWriter, in hotel: Hotel, atMs: Int64) -> FIASRecord {
        let reader = InquiryReader(request: writer.request)
        let matches = reader.matches(in: hotel)
        guard !matches.isEmpty else {
            let answer = reader.reasonForNothing(in: hotel).answer
            return writer.answer(answer.status, answer.text)
        }
        let blocks = matches.map { MatchBlock(match: $0, hotel: hotel).fields }
        for block in blocks where block.count >= 2 { remember(room: block[0].value, reservation: block[1].value, atMs: atMs) }
        return writer.list(blocks)
    }

    private mutating func remember(room: String, reservation: String, atMs: Int64) {
        inquiredAtMs[Found(room: room, reservation: reservation)] = atMs
        guard inquiredAtMs.count > Self.inquiriesMax, let oldest = inquiredAtMs.min(by: { $0.value < $1.value }) else { return }
        inquiredAtMs[oldest.key] = nil
    }

    // MARK: Posting

    /// Whether the hotel answers this request at all: a posting to a guest that no inquiry returned before meets silence (FIAS 2.20.24,
    /// record PR).
    func expects(_ request: FIASRecord, in hotel: Hotel, atMs: Int64) -> Bool {
        guard InterfaceRequest(request) == .posting, let room = request.filled(.roomNumber),
            let reservation = request.filled(.reservationNumber)
        else { return true }
        return isOpen(Found(room: room, reservation: reservation), in: hotel, atMs: atMs)
    }

    private func isOpen(_ found: Found, in hotel: Hotel, atMs: Int64) -> Bool {
        if hotel.settings.acceptsChargeWithoutInquiry { return true }
        guard let inquired = inquiredAtMs[found] else { return false }
        return hotel.settings.inquiryLifeMs.map { atMs - inquired <= $0 } ?? true
    }

    private func answerSimplePosting(_ writer: AnswerWriter, in hotel: inout Hotel, atMs: Int64) -> FIASRecord {
        guard hotel.settings.allowsSimplePostings else { return writer.answer(.noRight, "Simple postings are switched off") }
        return book(ChargeReader(request: writer.request, settings: hotel.settings).simpleCharge(), writer, in: &hotel, atMs: atMs)
    }

    private func book(
        _ reading: Result<Charge, UnreadableCharge>, _ writer: AnswerWriter, in hotel: inout Hotel, atMs: Int64
    ) -> FIASRecord {
        switch reading {
        case .failure(let unreadable):
            return writer.answer(unreadable.status, unreadable.text)
        case .success(let charge):
            do throws(BookingRefusal) {
                let numbers = try hotel.book(charge, atMs: atMs).transactionNumbers
                guard !numbers.isEmpty else { return writer.answer(.ok, "Posting successful.") }
                let list = numbers.map(String.init).joined(separator: ",")
                return writer.answer(.ok, "Posting successful. Interface transaction number/s - \(list)")
            } catch {
                return writer.answer(error.answer.status, error.answer.text)
            }
        }
    }
}
