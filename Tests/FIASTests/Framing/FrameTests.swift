import FIAS
import NIOCore
import NIOTestUtils
import Testing

@Suite struct FrameTests {
    private func frames(_ chunks: [[UInt8]], recordBytesMax: Int = 100) -> [FrameScanner.Frame] {
        var scanner = FrameScanner(recordBytesMax: recordBytesMax)
        return chunks.flatMap { chunk in
            var rest = chunk[...]
            var found: [FrameScanner.Frame] = []
            while let frame = scanner.next(in: &rest) { found.append(frame) }
            #expect(rest.isEmpty)
            return found
        }
    }

    private func record(_ text: String) -> FrameScanner.Frame { .record(Array(text.utf8)) }

    @Test func `F1 two records in one read`() {
        #expect(frames([Array("\u{2}LA|\u{3}\u{2}LS|DA1|\u{3}".utf8)]) == [record("LA|"), record("LS|DA1|")])
    }

    @Test func `F2 one record in reads of one byte`() {
        #expect(frames(Array("\u{2}PA|ASOK|P#7|\u{3}".utf8).map { [$0] }) == [record("PA|ASOK|P#7|")])
    }

    @Test func `F3 bytes between frames are dropped`() {
        let bytes: [UInt8] = [0x06, 0x02, 0x4C, 0x41, 0x7C, 0x03, 0x06, 0x15, 0x05, 0x0D, 0x0A, 0x03, 0x02, 0x4C, 0x45, 0x7C, 0x03]
        #expect(frames([bytes]) == [.dropped(byteCount: 1), record("LA|"), .dropped(byteCount: 6), record("LE|")])
    }

    @Test func `F4 an STX inside a record restarts it`() {
        #expect(frames([Array("\u{2}PA|AS\u{2}LA|\u{3}".utf8)]) == [.dropped(byteCount: 5), record("LA|")])
    }

    @Test func `F5 the longest record passes and a longer one is given up until the next`() {
        let longest = [UInt8](repeating: 0x41, count: 2_000)
        let bytes = [0x02] + longest + [0x03, 0x02] + longest + [0x41, 0x03, 0x02, 0x42, 0x03]
        #expect(frames([bytes], recordBytesMax: 2_000) == [.record(longest), .dropped(byteCount: 2_002), .record([0x42])])
    }

    @Test func `endless bytes without a record take no memory`() {
        var scanner = FrameScanner(recordBytesMax: 16)
        for _ in 0..<1_000 {
            var junk = [UInt8](repeating: 0x41, count: 100)[...]
            #expect(scanner.next(in: &junk) == nil)
        }
        var last: ArraySlice<UInt8> = [0x02, 0x42, 0x03]
        #expect(scanner.next(in: &last) == .dropped(byteCount: 100_000))
        #expect(scanner.next(in: &last) == .record([0x42]))
    }

    @Test func `every split of the bytes into two and three reads gives the same records`() {
        let bytes = Array("\u{6}\u{2}PL|P#41|RN204|\u{3}\r\n\u{2}PA|\u{2}LA|\u{3}\u{2}\u{3}".utf8)
        let whole = frames([bytes])
        #expect(whole.count == 6)
        for first in 0...bytes.count {
            for second in first...bytes.count {
                let chunks = [Array(bytes[..<first]), Array(bytes[first..<second]), Array(bytes[second...])]
                #expect(frames(chunks) == whole, "cut at \(first) and \(second)")
            }
        }
    }

    @Test func `NIO's own verifier agrees about every split`() throws {
        let pairs: [(String, [FrameScanner.Frame])] = [
            ("\u{2}LA|\u{3}", [record("LA|")]), ("\u{2}LS|DA1|\u{3}\u{2}LE|\u{3}", [record("LS|DA1|"), record("LE|")]),
            ("\u{15}\u{2}PA|ASOK|\u{3}", [.dropped(byteCount: 1), record("PA|ASOK|")]),
        ]
        try ByteToMessageDecoderVerifier.verifyDecoder(
            inputOutputPairs: pairs.map { (ByteBuffer(string: $0.0), $0.1) }, decoderFactory: { FrameDecoder(recordBytesMax: 100) })
    }
}
