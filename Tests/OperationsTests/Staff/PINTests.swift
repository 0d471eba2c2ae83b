import Testing

@testable import Operations

struct PINTests {
    @Test(arguments: [
        "0000", "1111", "999999", "1234", "4321", "123456", "987654", "8901", "2109", "1212", "123123", "4545", "565656", "1984", "2026",
    ])
    func `a PIN that everybody tries first is trivial`(text: String) throws {
        #expect(try #require(PIN(text)).isTrivial)
    }

    @Test(arguments: ["", "1", "123", "1234567", "12a4", " 2580", "2580\n", "２５８０", "٢٥٨٠"])
    func `a PIN is 4 to 6 digits`(text: String) {
        #expect(PIN(text) == nil)
    }

    @Test(arguments: ["2580", "1470", "8527", "50281", "964258", "1357", "2127"])
    func `any other PIN will do`(text: String) throws {
        #expect(try !#require(PIN(text)).isTrivial)
    }

    @Test func `a PIN is found by its digest, which says nothing without the pepper`() throws {
        let pin = PIN("2580")!
        let pepper = PINPepper(Array(repeating: 7, count: PINPepper.byteCount), rounds: 16)!
        let other = PINPepper(Array(repeating: 8, count: PINPepper.byteCount), rounds: 16)!
        #expect(try pepper.digest(of: pin) == pepper.digest(of: pin))
        #expect(try pepper.digest(of: pin) != pepper.digest(of: PIN("2581")!))
        #expect(try pepper.digest(of: pin) != other.digest(of: pin))
        #expect(try pepper.digest(of: pin).count == 44)
        #expect(PINPepper([1, 2, 3]) == nil, "too short to be a secret")
    }

    @Test func `one hash is slow for who tries them all and quick for who signs in`() throws {
        let pepper = PINPepper.random()
        let clock = ContinuousClock()
        let spent = try (0..<3).map { _ in try clock.measure { _ = try pepper.digest(of: PIN("2580")!) } }.min()!
        #expect(spent > .milliseconds(5), "a million tries then take more than an hour")
    }
}
