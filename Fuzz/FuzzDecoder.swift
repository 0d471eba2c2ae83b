/// What libFuzzer calls with each input: bytes as they might come from a hotel. Nothing may trap, and three things must hold:
/// where the network cuts the bytes does not matter, text and record are the same thing, and a record never breaks its frame.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDecoder(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    let frames = scan([bytes[...]])
    precondition(frames == scan([bytes[..<(count / 2)], bytes[(count / 2)...]]), "where the network cuts the bytes changed the records")
    let codePage = CodePage.allCases[count % CodePage.allCases.count]
    for case .record(let bytes) in frames {
        guard let record = try? FIASRecord.decode(bytes, in: codePage) else { continue }
        precondition((try? FIASRecord.parse(text: record.wireText)) == record, "the text of a record is another record")
        let sent = record.framed(in: codePage)
        precondition(scan([sent[...]]) == [.record(record.encoded(in: codePage))], "a record breaks its own frame")
        readEveryMessage(record)
    }
    return 0
}

private func scan(_ chunks: [ArraySlice<UInt8>]) -> [FrameScanner.Frame] {
    var scanner = FrameScanner(recordBytesMax: 512)
    var frames: [FrameScanner.Frame] = []
    for chunk in chunks {
        var rest = chunk
        while let frame = scanner.next(in: &rest) { frames.append(frame) }
    }
    return frames
}

private func readEveryMessage(_ record: FIASRecord) {
    let ids: [RecordID] = [.pr, .pl, .pa, .ps, .ls, .ld, .lr, .lc, .xr, .xi, .xb, .gi, .go, .gc]
    var record = record
    for id in ids {
        record.id = id
        _ = record.description
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
    }
}
