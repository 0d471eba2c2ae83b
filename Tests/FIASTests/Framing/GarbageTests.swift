import FIAS
import TestSupport
import Testing

@Suite struct GarbageTests {
    /// Bytes that look like FIAS more often than chance would have it.
    private static let likely: [UInt8] =
        [0x02, 0x02, 0x03, 0x03, 0x7C, 0x7C, 0x7C, 0x06, 0x15] + Array("PRPLPALSLALDLRLERNG#AS0123456789-. é".utf8)

    @Test func `a hundred thousand inputs of garbage end in records or in nothing`() {
        var random = SeededGenerator(seed: 20_260_110)
        var scanner = FrameScanner(recordBytesMax: 64)
        var recordCount = 0
        for _ in 0..<100_000 {
            let count = Int(random.next() % 48)
            var input: [UInt8] = []
            input.reserveCapacity(count)
            for _ in 0..<count {
                let bits = random.next()
                input.append(bits % 4 == 0 ? UInt8(truncatingIfNeeded: bits >> 8) : Self.likely[Int(bits >> 8) % Self.likely.count])
            }
            var rest = input[...]
            while let frame = scanner.next(in: &rest) {
                guard case .record(let bytes) = frame, let record = try? FIASRecord.decode(bytes, in: .windows1252) else { continue }
                recordCount += 1
                readEveryMessage(record)
                if recordCount % 16 == 0 { checkSettled(record) }
            }
        }
        #expect(recordCount > 1_000)
    }

    /// What was decoded once is the same however often it is sent on.
    private func checkSettled(_ record: FIASRecord) {
        let again = try? FIASRecord.decode(record.encoded(in: .utf8), in: .utf8)
        #expect(again == record)
        #expect(!record.framed(in: .windows1252).dropFirst().dropLast().contains { $0 == 0x02 || $0 == 0x03 })
    }

    /// No reader of messages may trap, whatever it is given.
    private func readEveryMessage(_ record: FIASRecord) {
        let retyped: [RecordID] = [.pr, .pl, .pa, .ps, .ls, .ld, .lr, .lc, .xr, .xi, .xb, .gi, .go, .gc]
        var record = record
        record.id = retyped[record.fields.count % retyped.count]
        _ = try? Inquiry(record)
        _ = (try? PostingRequest(record))?.amounts.isBalanced
        _ = (try? PostingList(record))?.matches.map { ($0.creditLimit(minorDigits: 2), $0.balance(minorDigits: 3)) }
        _ = (try? PostingAnswer(record))?.transactionNumbers
        _ = try? SimplePosting(record)
        _ = try? LinkStart(record)
        _ = try? LinkDescription(record)
        _ = try? LinkRecord(record)
        _ = try? LinkConfigurationAnswer(record)
        _ = try? BillRequest(record)
        _ = try? BillItem(record)
        _ = try? BillBalance(record)
        _ = try? GuestIn(record)
        _ = try? GuestOut(record)
        _ = try? GuestChange(record)
        _ = record.description
    }
}
