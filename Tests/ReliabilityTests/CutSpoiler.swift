import NIOCore
import TestSupport

/// What can stand around an answer on the wire, or come in its place.
enum Spoil: String, CaseIterable, Sendable {
    /// The same answer two to five times in all.
    case duplicate
    /// An answer under a number that no request went under, or one of long ago, with another word.
    case deadNumber
    /// The answer under the name of another till, with another word.
    case wrongWorkstation
    /// Bytes that are no record, control characters among them.
    case garbage
    /// The beginning of the answer, without its end.
    case noEnd
    /// A record of 64 KiB.
    case oversize
}

/// Makes one stream of the answers to a handful of postings: every answer is in it whole at least once, in any order, and around them
/// everything that a line and a confused hotel can add; then cuts the stream into segments anywhere. The same seed spoils the same way.
struct CutSpoiler {
    private var random: SeededGenerator
    private(set) var counts: [Spoil: Int] = [:]
    /// How many segments were made.
    private(set) var segmentsCount = 0
    /// Where the next answer is cut in two, whatever else happens.
    private var nextPlace = 1

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// The bytes of the oversize record.
    static let oversizeBytes = 65_536

    mutating func spoil(_ answers: [String], oldNumbers: [Int]) -> [ByteBuffer] {
        var items: [[UInt8]] = []
        for answer in answers {
            items.append(frame(answer))
            for _ in 0..<Int.random(in: 1...4, using: &random) { items.append(note(.duplicate, frame(answer))) }
            let old = oldNumbers.randomElement(using: &random) ?? 0
            for number in [old, Int.random(in: 90_000_000...99_999_999, using: &random)] {
                let other = contrary(answer).replacing(/\|P#\d+\|/, with: "|P#\(number)|")
                items.append(note(.deadNumber, frame(other)))
            }
            items.append(note(.wrongWorkstation, frame(contrary(answer).replacing(/\|WS[^|]*\|/, with: "|WSOTHER|"))))
            items.append(note(.garbage, garbage()))
            items.append(note(.noEnd, [0x02] + answer.utf8.prefix(Int.random(in: 1..<answer.utf8.count, using: &random))))
        }
        items.append(note(.oversize, frame("PA|ASOK|CT" + String(repeating: "x", count: Self.oversizeBytes) + "|")))
        items.shuffle(using: &random)
        return segments(of: items)
    }

    private mutating func note(_ spoil: Spoil, _ bytes: [UInt8]) -> [UInt8] {
        counts[spoil, default: 0] += 1
        return bytes
    }

    private func frame(_ text: String) -> [UInt8] { [0x02] + text.utf8 + [0x03] }

    /// Yes becomes no, and no becomes yes.
    private func contrary(_ answer: String) -> String {
        answer.contains("|ASOK|") ? answer.replacing("|ASOK|", with: "|ASNG|") : answer.replacing(/\|AS..\|/, with: "|ASOK|")
    }

    /// Anything but the two bytes that make a frame.
    private mutating func garbage() -> [UInt8] {
        let strange: [UInt8] = [0x00, 0x05, 0x06, 0x0A, 0x0D, 0x15, 0x7C, 0x7F, 0xFF]
        return (0..<Int.random(in: 1...20, using: &random)).map { _ in strange.randomElement(using: &random) ?? 0 }
    }

    /// Some items alone, some together in one segment, some in pieces; each answer in turn is cut one byte further on.
    private mutating func segments(of items: [[UInt8]]) -> [ByteBuffer] {
        var segments: [ByteBuffer] = []
        var waiting: [UInt8] = []
        for item in items {
            waiting += item
            guard waiting.count > 1, Int.random(in: 0..<3, using: &random) > 0 else { continue }
            let place = (nextPlace - 1) % (waiting.count - 1) + 1
            nextPlace += 1
            segments.append(ByteBuffer(bytes: waiting[..<place]))
            waiting.removeFirst(place)
        }
        if !waiting.isEmpty { segments.append(ByteBuffer(bytes: waiting)) }
        segmentsCount += segments.count
        return segments
    }
}
