import PointOfSale
import Testing

@Suite struct HotelSystemTests {
    @Test(arguments: [
        "5.0.03.03 E43", "5.0.03.03 E44", "5.0.04.01 E24", "5.0.04.02 E17", "5.0.04.03 E10", "5.0.05.00", "5.0.05.01 E1", "5.6.10.0",
        "6.0", "V5.0.04.02/e17", "5.0.4.2E17",
    ])
    func `OPERA 5 serves from its patch levels on`(version: String) throws {
        try HotelSystem.opera5.mustServe(version: version)
    }

    @Test(arguments: [
        ("5.0.03.03 E42", "OPERA 5.0.03.03 E43"), ("5.0.03.03", "OPERA 5.0.03.03 E43"), ("4.0.05.00", "OPERA 5.0.03.03 E43"),
        ("5.0.03.04 E99", "OPERA 5.0.04.01 E24"), ("5.0.04.00 E50", "OPERA 5.0.04.01 E24"), ("5.0.04.01 E23", "OPERA 5.0.04.01 E24"),
        ("5.0.04.02 E16", "OPERA 5.0.04.02 E17"), ("5.0.04.03 E9", "OPERA 5.0.04.03 E10"), ("5.0.04.04 E1", "OPERA 5.0.05.00"),
    ])
    func `an older OPERA 5 is refused, naming the version needed`(version: String, needed: String) {
        #expect(throws: Refusal.hotelVersionTooOld(needed)) { try HotelSystem.opera5.mustServe(version: version) }
    }

    @Test func `OPERA Cloud serves from 1 20 on, its later numbering included`() throws {
        for version in ["1.20", "1.20.3", "1.21", "19.5", "26.1.0.0"] { try HotelSystem.operaCloud.mustServe(version: version) }
        for version in ["1.19", "1.2", "0.99"] {
            #expect(throws: Refusal.hotelVersionTooOld("OPERA Cloud 1.20")) { try HotelSystem.operaCloud.mustServe(version: version) }
        }
    }

    @Test(arguments: ["", "5", "five", "5.0.", "5..0", "5.0.04.02 E", "5.0 E1 E2", "-5.0", "5.0.٣.3", "1.2.3.4.5.6", "99999.1"])
    func `what is no version is refused as that`(text: String) {
        for system in HotelSystem.allCases {
            #expect(throws: Refusal.hotelVersionUnreadable) { try system.mustServe(version: text) }
        }
    }
}
