import FIAS
import Testing

@Suite struct PostingNumberTests {
    @Test(arguments: [
        (0, 8, 1), (1, 8, 2), (99_999_998, 8, 99_999_999), (99_999_999, 8, 1), (9_999, 4, 1), (9_998, 4, 9_999), (123_456, 4, 1),
        (-5, 8, 1),
    ])
    func `P10 numbers count up, wrap to 1 and are never 0`(number: Int, width: Int, next: Int) {
        #expect(PostingNumber.next(after: number, width: width) == next)
    }

    @Test(arguments: [1: 9, 4: 9_999, 8: 99_999_999])
    func `P10 the largest number of a width`(width: Int, largest: Int) {
        #expect(PostingNumber.largest(width: width) == largest)
    }

    @Test func `P10 a whole round of a width meets every number once`() {
        var number = 0
        var seen: Set<Int> = []
        for _ in 1...9_999 {
            number = PostingNumber.next(after: number, width: 4)
            seen.insert(number)
        }
        #expect(seen == Set(1...9_999))
        #expect(PostingNumber.next(after: number, width: 4) == 1)
    }

    @Test func `P10 numbers go out without leading zeros, and come back with or without`() {
        #expect(inquiry(7)[.postingNumber] == "7")
        #expect(PostingNumber.parse("0007") == 7)
        #expect(PostingNumber.parse("7 ") == 7)
        for text in ["", "0", "0000", "-1", "x", "1.5"] { #expect(PostingNumber.parse(text) == nil) }
    }
}
