package import PointOfSale

extension OHIPConnector {
    package func walk() async -> HotelLineWalk? {
        guard let room = RoomNumber("0") else { preconditionFailure("0 is a room number") }
        let test = await test(room: room)
        let isBeforeCodes = test.failure.map { $0.step != .codes } ?? false
        return HotelLineWalk(
            passed: test.passed.compactMap { HotelLineWalk.Step(rawValue: $0.rawValue) },
            failure: test.failure.flatMap(HotelLineWalk.Failure.init),
            businessDate: test.businessDate, answeredInMs: test.answeredInMs, codes: isBeforeCodes ? nil : await hotelCodes())
    }

    /// The hotel's own codes that may be posted by hand (`csh.json`, `getTransactionCodes`); nil when they cannot be had.
    private func hotelCodes() async -> [HotelCode]? {
        guard let http = try? await timed(.transactionCodes(hotelID: hotelID)).0.answer else { return nil }
        let rows = JSONReader.read(http.body)?["trxCodes"]?.list ?? []
        let codes = rows.compactMap { row -> HotelCode? in
            guard let code = row["transactionCode"]?.scalarText?.trimmed, (1...HotelCode.charactersMax).contains(code.count) else {
                return nil
            }
            let text = row["description"]?.scalarText ?? ""
            return HotelCode(code: code, text: String(text.trimmed.prefix(HotelCode.textCharactersMax)))
        }
        // A list may name a code more than once; the first says what it is called.
        return Dictionary(codes.map { ($0.code, $0) }) { first, _ in first }.values.sorted { $0.code < $1.code }
    }
}

extension HotelLineWalk.Failure {
    fileprivate init?(_ failure: OHIPTest.Failure) {
        guard let step = HotelLineWalk.Step(rawValue: failure.step.rawValue) else { return nil }
        self.init(step: step, trouble: HotelLineWalk.Trouble(rawValue: failure.trouble.rawValue) ?? .nonsense, words: failure.words)
    }
}
