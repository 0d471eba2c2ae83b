import FIAS
import Testing

@Suite struct LinkAuthenticationTests {
    static let key = "GVDpVnl6qYlTQXQJZxXdbw=="
    static let cryptogram = "FidCryptAB;3k57hsoHm04fGEyaA3+UVw==oNTebC0J36LY8GV9azyhzw=="
    static let stamp = RecordStamp(date: "170831", time: "102201")
    static let iv: [UInt8] = [0xDE, 0x4E, 0x7B, 0x86, 0xCA, 0x07, 0x9B, 0x4E, 0x1F, 0x18, 0x4C, 0x9A, 0x03, 0x7F, 0x94, 0x57]

    @Test(arguments: [key, "FidCrypt0S|" + key])
    func `L10 the published vector verifies and is made again`(key: String) throws {
        let authentication = try LinkAuthentication(key: key)
        #expect(authentication.verifies(Self.cryptogram, for: Self.stamp))
        #expect(try authentication.seal(Self.stamp, iv: Self.iv) == Self.cryptogram)
    }

    @Test func `L10 another date, another key and the published bad sample do not verify`() throws {
        let authentication = try LinkAuthentication(key: Self.key)
        #expect(!authentication.verifies(Self.cryptogram, for: RecordStamp(date: "170831", time: "102202")))
        #expect(!authentication.verifies("FidCryptAB;wrs43icYcDOz0+7U+hsoug==8fLwUEOfzfhDv9yg4z0lhw==", for: Self.stamp))
        #expect(!(try LinkAuthentication(key: "AAAAAAAAAAAAAAAAAAAAAA==")).verifies(Self.cryptogram, for: Self.stamp))
    }

    @Test func `L10 each cryptogram has its own beginning, and fits its field`() throws {
        let authentication = try LinkAuthentication(key: Self.key)
        let sealed = try (0..<50).map { _ in try authentication.seal(Self.stamp) }
        #expect(Set(sealed).count == 50)
        #expect(sealed.allSatisfy { authentication.verifies($0, for: Self.stamp) && $0.count <= 150 })
    }

    @Test(arguments: [
        "", "FidCryptAB;", "FidCryptAB;x", cryptogram + "A", String(cryptogram.dropLast()), "FidCryptAB|" + cryptogram.dropFirst(11),
    ])
    func `L10 a mangled cryptogram does not verify`(cryptogram: String) throws {
        #expect(!(try LinkAuthentication(key: Self.key)).verifies(cryptogram, for: Self.stamp))
    }

    @Test(arguments: ["", "abc", "GVDpVnl6qYlTQXQJZxXdbw", "AAAA", "FidCrypt0S|"])
    func `L10 a key that is none is refused`(key: String) {
        #expect(throws: LinkAuthentication.KeyError.malformed) { try LinkAuthentication(key: key) }
    }
}
