import FIAS
import Foundation
import TestSupport
import Testing

@Suite struct RecordStampTests {
    @Test(arguments: [
        (Int64(0), 0, "700101", "000000"), (1_767_225_599_000, 0, "251231", "235959"), (1_767_225_599_000, 3600, "260101", "005959"),
        (951_782_400_000, 0, "000229", "000000"), (-1, 0, "691231", "235959"), (4_107_542_400_000, -7200, "000228", "220000"),
    ])
    func `an instant becomes local date and time`(wallMs: Int64, offset: Int, date: String, time: String) {
        #expect(RecordStamp(wallMs: wallMs, secondsFromGMT: offset) == RecordStamp(date: date, time: time))
    }

    @Test func `dates agree with Foundation's calendar`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        var random = SeededGenerator(seed: 3)
        for _ in 0..<2_000 {
            let wallMs = Int64.random(in: 0..<4_102_444_800_000, using: &random)
            let parts = calendar.dateComponents(
                [.year, .month, .day, .hour, .minute, .second], from: Date(timeIntervalSince1970: Double(wallMs / 1000)))
            let expected = [parts.year! % 100, parts.month!, parts.day!, parts.hour!, parts.minute!, parts.second!]
                .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
            let stamp = RecordStamp(wallMs: wallMs, secondsFromGMT: 0)
            #expect(stamp.date + stamp.time == expected)
        }
    }
}
