import FIAS
import Testing

@Suite struct AmountTests {
    @Test(arguments: [
        ("500.00", 2, 50_000), ("50000", 2, 50_000), ("120.5", 2, 12_050), ("-12.34", 2, -1_234), (".5", 2, 50), ("7.", 2, 700),
        ("0", 2, 0),
        ("-0.00", 2, 0), ("1.500", 2, 150), ("500", 0, 500), ("500.00", 0, 500), ("1.234", 3, 1_234), (" 500.00 ", 2, 50_000),
        ("9223372036854775807", 2, Int.max), ("-9223372036854775808", 2, Int.min),
    ])
    func `P18 an amount with and without a point`(text: String, minorDigits: Int, minorUnits: Int) {
        #expect(Amount.minorUnits(text, minorDigits: minorDigits) == minorUnits)
    }

    @Test(arguments: [
        "", "-", ".", "-.", "1.2.3", "1,50", "+5", "--5", "1.005", "abc", "9223372036854775808", "99999999999999999.99", "１２",
    ])
    func `P18 what is no amount is not zero`(text: String) {
        #expect(Amount.minorUnits(text, minorDigits: 2) == nil)
    }
}
